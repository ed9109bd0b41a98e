package eval_test

import (
	"cmp"
	"context"
	"fmt"
	"log"
	"os"
	"slices"
	"strings"
	"testing/fstest"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/eval"
)

// A data set is measured with any searcher; here it counts the words that a
// passage has of the question. cmd/footnote has one that asks an index.
func Example() {
	data, err := eval.ReadDataset(fstest.MapFS{
		"corpus.jsonl": {Data: []byte(`{"_id":"ferry","title":"The ferry","text":"It leaves the harbour at seven."}
{"_id":"lamp","title":"The lamp","text":"The harbour master keeps it."}
{"_id":"dig","title":"History","text":"The harbour was dug in 1820."}`)},
		"queries.jsonl": {Data: []byte(`{"_id":"q1","text":"who keeps the lamp"}
{"_id":"q2","text":"was the harbour dug"}`)},
		"qrels.tsv": {Data: []byte("q1\tlamp\t1\nq2\tdig\t2\nq2\tferry\t1\n")},
	}, eval.DatasetOptions{})
	if err != nil {
		log.Fatal(err)
	}
	c, err := data.Corpus()
	if err != nil {
		log.Fatal(err)
	}
	run, err := eval.Retrieve(context.Background(), data, wordCounter(data, c), 100)
	if err != nil {
		log.Fatal(err)
	}
	ndcg, recall := eval.MustParseMetric("ndcg@10"), eval.MustParseMetric("recall@1")
	report := eval.Evaluate(data, run, ndcg, recall)
	fmt.Printf("%s %.3f, %s %.3f\n", ndcg, report.Mean(ndcg), recall, report.Mean(recall))
	if err := run.WriteTREC(os.Stdout, "words"); err != nil {
		log.Fatal(err)
	}
	// Output:
	// ndcg@10 0.975, recall@1 0.750
	// q1 Q0 lamp 1 3 words
	// q1 Q0 ferry 2 1 words
	// q1 Q0 dig 3 1 words
	// q2 Q0 dig 1 4 words
	// q2 Q0 lamp 2 2 words
	// q2 Q0 ferry 3 2 words
}

// wordCounter returns a searcher over the passages of a corpus.
func wordCounter(data *eval.Dataset, c *corpus.Corpus) eval.Searcher {
	words := func(s string) []string { return strings.Fields(strings.ToLower(strings.Trim(s, ".?"))) }
	return func(_ context.Context, question string, k int) ([]eval.Result, error) {
		var out []eval.Result
		for p := range c.Passages() {
			n := 0
			for _, w := range words(question) {
				if slices.Contains(words(p.Text()), w) {
					n++
				}
			}
			if id, ok := data.DocumentOf(p.Article().ID()); ok && n > 0 {
				out = append(out, eval.Result{Document: id, Score: float64(n)})
			}
		}
		slices.SortStableFunc(out, func(a, b eval.Result) int { return cmp.Compare(b.Score, a.Score) })
		return out[:min(k, len(out))], nil
	}
}

// Whether a difference between two systems may be chance.
func ExamplePairedBootstrap() {
	now := []float64{0.9, 0.4, 0.6, 0.7, 0.5, 0.8}
	before := []float64{0.6, 0.4, 0.5, 0.7, 0.3, 0.5}
	d, err := eval.PairedBootstrap(now, before, eval.BootstrapOptions{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%+.3f, 95%% of %+.3f to %+.3f, p %.3f\n", d.Mean, d.Low, d.High, d.P)
	// Output: +0.150, 95% of +0.050 to +0.250, p 0.003
}

// How far a score tells questions that have an answer from those that have none.
func ExampleNegativesAnswered() {
	withAnswer := []float64{0.9, 0.8, 0.85, 0.7, 0.95, 0.6, 0.75, 0.9, 0.8, 0.3}
	without := []float64{0.2, 0.65, 0.4, 0.1}
	answered, threshold, err := eval.NegativesAnswered(withAnswer, without, 0.9)
	if err != nil {
		log.Fatal(err)
	}
	auroc, err := eval.AUROC(withAnswer, without)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("from %.1f on, %.0f%% of the others get an answer; AUROC %.3f\n", threshold, 100*answered, auroc)
	// Output: from 0.6 on, 25% of the others get an answer; AUROC 0.925
}
