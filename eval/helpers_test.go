package eval_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/footnote-go/footnote/eval"
)

// files makes a data set of pairs of a name and a content.
func files(pairs ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(pairs); i += 2 {
		fsys[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return fsys
}

// The files of a data set that nothing is wrong with.
const (
	goodCorpus  = `{"_id":"d1","title":"Ferry","text":"It leaves at seven."}` + "\n" + `{"_id":"d2","text":"The lamp is lit."}` + "\n"
	goodQueries = `{"_id":"q1","text":"when does it leave"}` + "\n" + `{"_id":"q2","text":"who lights the lamp"}` + "\n"
	goodQrels   = "q1\td1\t1\nq2\td2\t2\n"
)

func good(t *testing.T) *eval.Dataset {
	t.Helper()
	return read(t, "corpus.jsonl", goodCorpus, "queries.jsonl", goodQueries, "qrels.tsv", goodQrels)
}

func read(t *testing.T, pairs ...string) *eval.Dataset {
	t.Helper()
	d, err := eval.ReadDataset(files(pairs...), eval.DatasetOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// results makes results that score less and less.
func results(ids ...string) []eval.Result {
	var out []eval.Result
	for i, id := range ids {
		out = append(out, eval.Result{Document: id, Score: float64(len(ids) - i)})
	}
	return out
}

// runOf makes a run of a query and its documents, best first, between spaces.
func runOf(t *testing.T, pairs ...string) *eval.Run {
	t.Helper()
	run := &eval.Run{}
	for i := 0; i < len(pairs); i += 2 {
		if err := run.Set(pairs[i], results(strings.Fields(pairs[i+1])...)); err != nil {
			t.Fatal(err)
		}
	}
	return run
}
