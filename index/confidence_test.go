package index

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/eval"
	"github.com/footnote-go/footnote/metapolicy"
)

// The fit of confidence: a ridge, so that features that say the same share a
// coefficient, and how many parts the questions are divided into for checking.
const (
	ridge = 0.001
	folds = 10
)

// A sample is a development question as confidence sees it.
type sample struct {
	f        features
	answered bool
	style    string
	group    string // samples of one group are in one fold
}

// samplesOf asks the development questions of an index.
func samplesOf(t *testing.T, c *corpus.Corpus, opts Options, answerable, unanswerable string) []sample {
	t.Helper()
	x, err := New(context.Background(), c, opts)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	var out []sample
	for _, file := range []struct {
		name     string
		answered bool
	}{{answerable, true}, {unanswerable, false}} {
		data, err := os.ReadFile(file.name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range bytes.Lines(data) {
			var q struct {
				ID, Style, Question string
				Passages            []string
			}
			if err := json.Unmarshal(line, &q); err != nil {
				t.Fatalf("%s: %v", line, err)
			}
			r, err := x.Search(context.Background(), Query{Text: q.Question})
			if err != nil {
				t.Fatal(err)
			}
			s := sample{f: r.features, answered: file.answered, style: q.Style, group: q.ID}
			if len(q.Passages) > 0 {
				s.group = q.Passages[0]
			}
			if len(r.Hits) == 0 { // never taken for answered
				s.f = features{bias: 1, unknownPart: 1, heaviestHole: 1, unknownName: 1}
			}
			out = append(out, s)
		}
	}
	return out
}

// fold returns the part of the samples that one belongs to, the same for all
// questions about a passage.
func (s sample) fold() uint32 {
	h := fnv.New32a()
	h.Write([]byte(s.group))
	return h.Sum32() % folds
}

func (s sample) logit(c features) float64 {
	z := 0.0
	for i := range c {
		z += c[i] * s.f[i]
	}
	return z
}

// fit fits a logistic model by Newton's method. Answered and unanswered samples
// count equally as a whole.
func fit(samples []sample) features {
	n := [2]float64{}
	for _, s := range samples {
		n[oneIf(s.answered)]++
	}
	var c features
	for range 30 {
		var gradient features
		var hessian [featureCount]features
		for i := range c {
			if feature(i) != bias {
				gradient[i] = ridge * c[i]
				hessian[i][i] = ridge
			}
		}
		for _, s := range samples {
			p := 1 / (1 + math.Exp(-s.logit(c)))
			weight := 0.5 / n[oneIf(s.answered)]
			for i := range c {
				gradient[i] += weight * (p - float64(oneIf(s.answered))) * s.f[i]
				for j := range c {
					hessian[i][j] += weight * p * (1 - p) * s.f[i] * s.f[j]
				}
			}
		}
		step := solve(hessian, gradient)
		for i := range c {
			c[i] -= step[i]
		}
	}
	return c
}

func oneIf(b bool) int {
	if b {
		return 1
	}
	return 0
}

// solve solves a system of linear equations by Gauss's elimination.
func solve(a [featureCount]features, b features) features {
	for i := range b {
		best := i
		for k := i; k < len(b); k++ {
			if math.Abs(a[k][i]) > math.Abs(a[best][i]) {
				best = k
			}
		}
		a[i], a[best], b[i], b[best] = a[best], a[i], b[best], b[i]
		if a[i][i] == 0 {
			continue // a feature that never differs
		}
		for k := range b {
			if k == i {
				continue
			}
			q := a[k][i] / a[i][i]
			for j := range b {
				a[k][j] -= q * a[i][j]
			}
			b[k] -= q * b[i]
		}
	}
	for i := range b {
		if a[i][i] != 0 {
			b[i] /= a[i][i]
		}
	}
	return b
}

// crossValidate returns the logit of each sample by a model that was fitted without
// the questions about its passage.
func crossValidate(samples []sample) []float64 {
	out := make([]float64, len(samples))
	for part := range uint32(folds) {
		var others []sample
		for _, s := range samples {
			if s.fold() != part {
				others = append(others, s)
			}
		}
		c := fit(others)
		for i, s := range samples {
			if s.fold() == part {
				out[i] = s.logit(c)
			}
		}
	}
	return out
}

// separation says in a row how well logits tell answerable from unanswerable
// questions.
func separation(t *testing.T, name string, samples []sample, logits []float64) string {
	t.Helper()
	answered := []float64{}
	byStyle := map[string][]float64{}
	for i, s := range samples {
		if s.answered {
			answered = append(answered, logits[i])
			continue
		}
		byStyle[s.style] = append(byStyle[s.style], logits[i])
		byStyle["all"] = append(byStyle["all"], logits[i])
	}
	auroc, err := eval.AUROC(answered, byStyle["all"])
	if err != nil {
		t.Fatal(err)
	}
	row := fmt.Sprintf("%-34s %.3f", name, auroc)
	threshold := 0.0
	for _, style := range []string{"all", "near-miss", "on-topic", "unknown-name", "off-topic"} {
		share, at, err := eval.NegativesAnswered(answered, byStyle[style], 0.9)
		if err != nil {
			t.Fatal(err)
		}
		threshold = at
		row += fmt.Sprintf("  %9.2f", share)
	}
	return row + fmt.Sprintf("  %9.2f\n", 1/(1+math.Exp(-threshold)))
}

// TestConfidence fits the coefficients of confidence again, compares them with those
// in use, and holds what they are worth against testdata/confidence.golden: the area
// under the ROC curve, and of unanswerable questions, all and by style, the share that
// is answered where the threshold answers 90% of the answerable ones, which is in the
// last column. "Crossed" is by models that have not seen any question about the same
// passage; on the held-out questions nothing was fitted.
func TestConfidence(t *testing.T) {
	const article, second = "testdata/questions.jsonl", "testdata/saltworks/questions.jsonl"
	unanswerable := func(name string) string { return strings.Replace(name, "questions.jsonl", "unanswerable.jsonl", 1) }
	salt := saltworks(t)
	samples := func(c *corpus.Corpus, without Parts, name string) []sample {
		return samplesOf(t, c, Options{Without: without}, name, unanswerable(name))
	}
	sets := []struct {
		name  string
		which int
		list  []sample
	}{
		{"article, expanded", expandedCorpus, samples(metapolicy.Corpus(), 0, article)},
		{"article, facts alone", plainCorpus, samples(metapolicy.Corpus(), Questions, article)},
		{"article, text alone", plainCorpus, samples(metapolicy.Corpus(), Questions|Facts, article)},
		{"saltworks, expanded", expandedCorpus, samples(salt, 0, second)},
		{"saltworks, text alone", plainCorpus, samples(salt, Questions|Facts, second)},
	}
	var all [2][]sample
	for _, s := range sets {
		all[s.which] = append(all[s.which], s.list...)
	}
	got := fmt.Sprintf("%-34s %s  %9s  %9s  %9s  %9s  %9s  %9s\n", "", "AUROC", "all", "near-miss", "on-topic", "unknown", "off-topic", "threshold")
	for which := range all {
		c := fit(all[which])
		for i, v := range c {
			if math.Abs(v-coefficients[which][i]) > 0.005 {
				t.Errorf("coefficients of model %d are %.2f; in use are %.2f", which, c, coefficients[which])
				break
			}
		}
		crossed := crossValidate(all[which])
		for _, s := range sets {
			if s.which != which {
				continue
			}
			var own []float64
			for _, x := range s.list {
				own = append(own, x.logit(coefficients[which]))
			}
			got += separation(t, s.name, s.list, own)
			got += separation(t, s.name+", crossed", s.list, crossed[:len(s.list)])
			crossed = crossed[len(s.list):]
		}
	}
	for _, s := range []struct {
		name    string
		which   int
		without Parts
	}{{"held out, expanded", expandedCorpus, 0}, {"held out, text alone", plainCorpus, Questions | Facts}} {
		list := samples(metapolicy.Corpus(), s.without, "testdata/heldout/questions.jsonl")
		var own []float64
		for _, x := range list {
			own = append(own, x.logit(coefficients[s.which]))
		}
		got += separation(t, s.name, list, own)
	}
	t.Logf("\n%s", got)
	const name = "testdata/confidence.golden"
	if f := flag.Lookup("update"); f != nil && f.Value.String() == "true" {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s: -want +got\n%s", name, diff)
	}
}
