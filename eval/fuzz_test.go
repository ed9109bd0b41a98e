package eval_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/eval"
)

// FuzzReadDataset checks that a data set is read or refused with a place, and that
// what was read can be made a corpus and measured.
func FuzzReadDataset(f *testing.F) {
	f.Add(goodCorpus, goodQueries, goodQrels)
	f.Add("\ufeff"+goodCorpus+"\r\n", goodQueries, "query-id\tcorpus-id\tscore\nq1\td1\t-1\r\nq2\td1\t+2")
	f.Add(`{"_id":"d1","title":null,"text":"# x\u0000\ud800"}`, `{"_id":"q1","text":"x","_id":"q2"}`, "q2\td1\t1")
	f.Add("[]", "{}", "\t\t")
	f.Fuzz(func(t *testing.T, documents, queries, qrels string) {
		d, err := eval.ReadDataset(files("corpus.jsonl", documents, "queries.jsonl", queries, "qrels.tsv", qrels), eval.DatasetOptions{})
		if err != nil {
			e, ok := errors.AsType[*eval.DataError](err)
			if !ok || !strings.HasPrefix(e.Error(), e.File) || !utf8.ValidString(e.Error()) {
				t.Fatalf("the error %q has no place", err)
			}
			return
		}
		c, err := d.Corpus()
		if err != nil {
			t.Fatal(err)
		}
		run := &eval.Run{}
		for q := range d.Judged() {
			var found []eval.Result
			for a := range c.Articles() {
				id, ok := d.DocumentOf(a.ID())
				if !ok {
					t.Fatalf("the article %s is of no document", a.ID())
				}
				found = append(found, eval.Result{Document: id, Score: 1})
			}
			if err := run.Set(q.ID, found); err != nil {
				t.Fatal(err)
			}
		}
		ndcg := eval.MustParseMetric("ndcg@10")
		if v := eval.Evaluate(d, run, ndcg).Mean(ndcg); !(v >= 0 && v <= 1+1e-9) {
			t.Errorf("nDCG is %v", v)
		}
	})
}

// FuzzReadTREC checks that a run is read or refused with a place, and that what
// was read is read again from what is written.
func FuzzReadTREC(f *testing.F) {
	f.Add([]byte("q1 Q0 d1 1 2.5 tag\nq1 Q0 d2 2 2.5 tag\n"))
	f.Add([]byte("\ufeffq1\t0\td1\t-\t1e400\tx y z\r\n\n q2 Q0 d1 1 -Inf x"))
	f.Add([]byte("q1 Q0 d1 1 NaN tag"))
	f.Fuzz(func(t *testing.T, data []byte) {
		run, err := eval.ReadTREC("a.run", bytes.NewReader(data))
		if err != nil {
			if _, ok := errors.AsType[*eval.DataError](err); !ok {
				t.Fatalf("the error %q has no place", err)
			}
			return
		}
		var first, second bytes.Buffer
		if err := run.WriteTREC(&first, "tag"); err != nil {
			t.Fatal(err)
		}
		again, err := eval.ReadTREC("b.run", bytes.NewReader(first.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if err := again.WriteTREC(&second, "tag"); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(first.String(), second.String()); diff != "" {
			t.Errorf("written, read and written (-first +second):\n%s", diff)
		}
	})
}

// FuzzPlain checks that no word of a document is lost.
func FuzzPlain(f *testing.F) {
	for _, c := range plainTexts {
		if len(c.text) < 1000 {
			f.Add(c.text, "A text.\n\n"+c.text)
		}
	}
	f.Fuzz(func(t *testing.T, title, text string) {
		if !utf8.ValidString(title) || !utf8.ValidString(text) {
			return // JSON has no such text
		}
		checkPlain(t, "fuzzed", eval.Document{Title: title, Text: text})
	})
}
