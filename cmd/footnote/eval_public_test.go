package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// publicFigures is what search reaches on public collections. A change of the
// ranking shows here; CONTRIBUTING.md says how to run the test.
const publicFigures = `
collection     queries  ndcg@10  recall@5  recall@100  mrr@10    map
cranfield          225    0.399     0.308       0.751   0.540  0.314
cisi                76    0.418     0.083       0.446   0.643  0.184
wice_sent_dev      319    0.587     0.491       0.752   0.826  0.484
`

func TestPublicRetrieval(t *testing.T) {
	root := os.Getenv("FOOTNOTE_EVAL")
	if root == "" {
		t.Skip("FOOTNOTE_EVAL names no folder of public collections")
	}
	var got strings.Builder
	got.WriteString("\ncollection     queries  ndcg@10  recall@5  recall@100  mrr@10    map\n")
	for _, name := range []string{"cranfield", "cisi", "wice_sent_dev"} {
		var out bytes.Buffer
		dir := filepath.Join(root, "retrieval", name)
		if code := run(context.Background(), []string{"eval", "retrieval", "--json", "--data", dir}, strings.NewReader(""), &out, io.Discard); code != exitOK {
			t.Fatalf("%s: exit code %d: %s", name, code, out.String())
		}
		var m struct {
			Queries int     `json:"queries"`
			NDCG    float64 `json:"ndcg@10"`
			Recall  float64 `json:"recall@5"`
			Deep    float64 `json:"recall@100"`
			MRR     float64 `json:"mrr@10"`
			MAP     float64 `json:"map"`
		}
		if err := json.Unmarshal(out.Bytes(), &m); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&got, "%-13s  %7d  %7.3f  %8.3f  %10.3f  %6.3f  %5.3f\n", name, m.Queries, m.NDCG, m.Recall, m.Deep, m.MRR, m.MAP)
	}
	t.Log(got.String())
	if diff := cmp.Diff(publicFigures, got.String()); diff != "" {
		t.Errorf("(-checked in +now):\n%s", diff)
	}
}
