package eval_test

import (
	"bytes"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/eval"
)

func TestReadDataset(t *testing.T) {
	const bom = "\ufeff"
	crlf := func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }
	for _, c := range []struct {
		why                    string
		corpus, queries, qrels string
	}{
		{"as it should be", goodCorpus, goodQueries, goodQrels},
		{"no line end after the last line", strings.TrimSpace(goodCorpus), strings.TrimSpace(goodQueries), strings.TrimSpace(goodQrels)},
		{"a byte order mark", bom + goodCorpus, bom + goodQueries, bom + goodQrels},
		{"lines end as on Windows", crlf(goodCorpus), crlf(goodQueries), crlf(goodQrels)},
		{"blank lines", "\n" + goodCorpus + " \t\n\n", goodQueries + "\n", "\n" + strings.ReplaceAll(goodQrels, "\n", "\n\n")},
		{"other fields", strings.ReplaceAll(goodCorpus, `"_id"`, `"metadata":{"_id":[null]},"_id"`), goodQueries, goodQrels},
		{"a null title is none", strings.Replace(goodCorpus, `"d2"`, `"d2","title":null`, 1), goodQueries, goodQrels},
		{"BEIR's header", goodCorpus, goodQueries, "query-id\tcorpus-id\tscore\n" + goodQrels},
		{"any header, also behind a byte order mark", goodCorpus, goodQueries, bom + "query\tdoc\trelevance\n" + goodQrels},
		{"spaces beside the tabs", goodCorpus, goodQueries, strings.ReplaceAll(goodQrels, "\t", " \t ")},
	} {
		d := read(t, "corpus.jsonl", c.corpus, "queries.jsonl", c.queries, "qrels.tsv", c.qrels)
		wantDocuments := []eval.Document{{ID: "d1", Title: "Ferry", Text: "It leaves at seven."}, {ID: "d2", Text: "The lamp is lit."}}
		if diff := cmp.Diff(wantDocuments, slices.Collect(d.Documents())); diff != "" {
			t.Errorf("%s: documents (-want +got):\n%s", c.why, diff)
		}
		wantQueries := []eval.Query{{ID: "q1", Text: "when does it leave"}, {ID: "q2", Text: "who lights the lamp"}}
		if diff := cmp.Diff(wantQueries, slices.Collect(d.Queries())); diff != "" {
			t.Errorf("%s: queries (-want +got):\n%s", c.why, diff)
		}
		if diff := cmp.Diff(map[string]int{"d2": 2}, d.Grades("q2")); diff != "" {
			t.Errorf("%s: grades (-want +got):\n%s", c.why, diff)
		}
	}
}

// TestJudged: what has no relevant document is no query to be measured with.
func TestJudged(t *testing.T) {
	queries := goodQueries + `{"_id":"q3","text":"judged, but nothing is relevant"}` + "\n" + `{"_id":"q4","text":"not judged"}` + "\n"
	d := read(t, "corpus.jsonl", goodCorpus, "queries.jsonl", queries, "qrels.tsv", "q3\td1\t0\nq3\td2\t-1\nq2\td1\t0\nq2\td2\t1\n")
	var got []string
	for q := range d.Judged() {
		got = append(got, q.ID)
	}
	if diff := cmp.Diff([]string{"q2"}, got); diff != "" {
		t.Errorf("judged (-want +got):\n%s", diff)
	}
	if documents, judged := d.Size(); documents != 2 || judged != 1 {
		t.Errorf("%d documents and %d judged queries, want 2 and 1", documents, judged)
	}
	d.Grades("q2")["d2"] = 0
	if d.Grades("q2")["d2"] != 1 {
		t.Error("a caller has changed the grades")
	}
}

func TestSplits(t *testing.T) {
	splits := []string{"corpus.jsonl", goodCorpus, "queries.jsonl", goodQueries,
		"qrels/dev.tsv", "q1\td1\t1\n", "qrels/test.tsv", "q\td\tgrade\nq2\td2\t1\n", "qrels/README", "no judgements"}
	for _, c := range []struct {
		why   string
		files []string
		split string
		want  []string // judged queries
	}{
		{"all files of the folder", splits, "", []string{"q1", "q2"}},
		{"one of them", splits, "test", []string{"q2"}},
		{"the file beside the folder goes before it", append(splits, "qrels.tsv", "q1\td2\t1\n"), "", []string{"q1"}},
		{"but not before a split", append(splits, "qrels.tsv", "q1\td2\t1\n"), "test", []string{"q2"}},
	} {
		d, err := eval.ReadDataset(files(c.files...), eval.DatasetOptions{Split: c.split})
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		var got []string
		for q := range d.Judged() {
			got = append(got, q.ID)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
	for _, split := range []string{"train", "../secret", "a/b", `a\b`, "."} {
		if _, err := eval.ReadDataset(files(splits...), eval.DatasetOptions{Split: split}); err == nil {
			t.Errorf("there is a split %q", split)
		}
	}
}

func TestBrokenDatasets(t *testing.T) {
	long := strings.Repeat("x", 4<<20)
	for _, c := range []struct {
		why  string
		file string
		data string
		line int
		want string // in the message
	}{
		{"no JSON", "corpus.jsonl", goodCorpus + "nonsense\n", 3, "not JSON"},
		{"JSON on two lines", "corpus.jsonl", "{\"_id\":\"d1\",\n\"text\":\"x\"}\n", 1, "not JSON"},
		{"two objects on a line", "corpus.jsonl", `{"_id":"d1","text":"a"} {"_id":"d2","text":"b"}`, 1, "not JSON"},
		{"no object", "corpus.jsonl", `["d1"]`, 1, "a JSON array, not an object"},
		{"a number for an ID", "corpus.jsonl", `{"_id":1,"text":"x"}`, 1, `"_id" is a JSON number`},
		{"a list for a text", "corpus.jsonl", `{"_id":"1","text":["x"]}`, 1, `"text" is a JSON array`},
		{"no ID", "corpus.jsonl", `{"text":"x"}`, 1, `"_id" is missing`},
		{"an empty ID", "corpus.jsonl", `{"_id":"","text":"x"}`, 1, "the ID is empty"},
		{"an ID that no run could have", "corpus.jsonl", `{"_id":"a b","text":"x"}`, 1, `"a b" has white space`},
		{"a line end in an ID", "corpus.jsonl", `{"_id":"a\nb","text":"x"}`, 1, `"a\nb" has white space`},
		{"NUL in an ID", "corpus.jsonl", `{"_id":"a\u0000","text":"x"}`, 1, "a control character"},
		{"no text", "corpus.jsonl", `{"_id":"d1","title":"x"}`, 1, `"text" is missing`},
		{"an ID twice", "corpus.jsonl", goodCorpus + "\n" + `{"_id":"d1","text":"x"}`, 4, `"d1" is that of line 1`},
		{"a long ID is cut in the message", "corpus.jsonl", `{"_id":" ` + strings.Repeat("é", 100) + `","text":""}`, 1, "éé…\" has"},
		{"no UTF-8", "corpus.jsonl", "{\"_id\":\"d1\",\"text\":\"caf\xe9\"}", 1, "not UTF-8"},
		{"UTF-16", "corpus.jsonl", "\xff\xfe{\x00", 1, "not UTF-8"},
		{"a line without end", "corpus.jsonl", goodCorpus + `{"_id":"` + long, 3, "longer than 4194304 bytes"},
		{"an empty file", "corpus.jsonl", "", 0, "no document is in it"},
		{"blank lines alone", "corpus.jsonl", "\n\n \n", 0, "no document is in it"},

		{"no query", "queries.jsonl", "\ufeff", 0, "no query is in it"},
		{"an empty question", "queries.jsonl", `{"_id":"q1","text":" "}`, 1, `the text of the query "q1" is empty`},
		{"a query twice", "queries.jsonl", goodQueries + goodQueries, 3, `"q1" is that of line 1`},
		{"a query without text", "queries.jsonl", `{"_id":"q1"}`, 1, `"text" is missing`},

		{"no judgement", "qrels.tsv", "", 0, "no judgement is in it"},
		{"a header alone", "qrels.tsv", "query-id\tcorpus-id\tscore\n", 0, "no judgement is in it"},
		{"two fields", "qrels.tsv", "q1\td1\n", 1, "2 fields between tabs, not 3"},
		{"the four fields of TREC", "qrels.tsv", "q1\t0\td1\t1\n", 1, "4 fields"},
		{"spaces for tabs", "qrels.tsv", "q1 d1 1\n", 1, "1 fields"},
		{"a grade that is no integer", "qrels.tsv", goodQrels + "q1\td2\t0.5\n", 3, `the grade "0.5" is no integer`},
		{"a grade beyond integers", "qrels.tsv", goodQrels + "q1\td2\t99999999999999999999\n", 3, "is no integer"},
		{"a word for a grade on the first line, of a query that there is", "qrels.tsv", "q1\td1\tyes\n" + goodQrels, 1, `the grade "yes"`},
		{"a second header", "qrels.tsv", "q\td\tg\nq\td\tg\n" + goodQrels, 2, "is no integer"},
		{"a query that there is not", "qrels.tsv", goodQrels + "q9\td1\t1\n", 3, `queries.jsonl has no query "q9"`},
		{"a document that there is not", "qrels.tsv", goodQrels + "q1\td9\t1\n", 3, `corpus.jsonl has no document "d9"`},
		{"a document judged twice", "qrels.tsv", goodQrels + "q1\td1\t1\n", 3, `"d1" is judged before for the query "q1"`},
		{"nothing is relevant", "qrels.tsv", "q1\td1\t0\nq2\td1\t-1\n", 0, "no query has a relevant document"},
		{"no UTF-8 in judgements", "qrels.tsv", "q1\td1\t1\nq1\t\xff\t1\n", 2, "not UTF-8"},
		{"a long line in judgements", "qrels.tsv", "q1\td1\t1\n" + long + "x\n", 2, "longer than"},
	} {
		fsys := files("corpus.jsonl", goodCorpus, "queries.jsonl", goodQueries, "qrels.tsv", goodQrels, c.file, c.data)
		_, err := eval.ReadDataset(fsys, eval.DatasetOptions{})
		e, ok := errors.AsType[*eval.DataError](err)
		if !ok {
			t.Errorf("%s: the error is %v", c.why, err)
			continue
		}
		if e.File != c.file || e.Line != c.line || !strings.Contains(e.Error(), c.want) {
			t.Errorf("%s: %.300v; want %s, line %d, %s", c.why, e, c.file, c.line, c.want)
		}
	}
}

// TestMissingFiles: the error says which file there is not.
func TestMissingFiles(t *testing.T) {
	for _, name := range []string{"corpus.jsonl", "queries.jsonl", "qrels.tsv"} {
		fsys := files("corpus.jsonl", goodCorpus, "queries.jsonl", goodQueries, "qrels.tsv", goodQrels)
		delete(fsys, name)
		_, err := eval.ReadDataset(fsys, eval.DatasetOptions{})
		if !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), name) {
			t.Errorf("without %s the error is %v", name, err)
		}
		fsys[name] = &fstest.MapFile{Mode: fs.ModeDir}
		if _, err := eval.ReadDataset(fsys, eval.DatasetOptions{}); err == nil || !strings.Contains(err.Error(), name+": this is no file") {
			t.Errorf("with a folder %s the error is %v", name, err)
		}
		fsys[name] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
		if _, err := eval.ReadDataset(fsys, eval.DatasetOptions{}); err == nil || !strings.Contains(err.Error(), name+": this is no file") {
			t.Errorf("with a pipe %s the error is %v", name, err)
		}
	}
}

// TestEndlessFile: a file that never ends is not read for ever.
func TestEndlessFile(t *testing.T) {
	if raceDetector {
		t.Skip("half a gigabyte takes long under the race detector")
	}
	fsys := endless{files("corpus.jsonl", goodCorpus, "queries.jsonl", goodQueries, "qrels.tsv", goodQrels)}
	_, err := eval.ReadDataset(fsys, eval.DatasetOptions{})
	if e, ok := errors.AsType[*eval.DataError](err); !ok || !strings.Contains(e.Error(), "larger than 536870912 bytes") {
		t.Errorf("the error is %v", err)
	}
}

// endless is a file system in which corpus.jsonl has blank lines without end.
type endless struct{ fstest.MapFS }

func (e endless) Open(name string) (fs.File, error) {
	f, err := e.MapFS.Open(name)
	if name != "corpus.jsonl" || err != nil {
		return f, err
	}
	return blanks{f}, nil
}

type blanks struct{ fs.File }

var blankLine = append(bytes.Repeat([]byte{' '}, 64<<10-1), '\n')

func (blanks) Read(p []byte) (int, error) { return copy(p, blankLine), nil }
