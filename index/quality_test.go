package index_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/index"
	"github.com/footnote-go/footnote/metapolicy"
)

var update = flag.Bool("update", false, "write the golden files anew")

// A devQuestion is a development question about the built-in article with its
// gold: the passages that answer, the footnotes in force there, and sentences
// that together answer.
type devQuestion struct {
	ID        string   `json:"id"`
	Style     string   `json:"style"`
	Question  string   `json:"question"`
	Passages  []string `json:"passages"`
	Footnotes []string `json:"footnotes"`
	Sentences []string `json:"sentences"`
}

func devQuestions(t *testing.T) []devQuestion {
	t.Helper()
	data, err := os.ReadFile("testdata/questions.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var out []devQuestion
	for line := range bytes.Lines(data) {
		var q devQuestion
		if err := json.Unmarshal(line, &q); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		out = append(out, q)
	}
	return out
}

// TestQuestionsFitArticle holds the gold against the article: every passage and
// sentence is there, and the footnotes are those in force.
func TestQuestionsFitArticle(t *testing.T) {
	questions := devQuestions(t)
	styles := map[string]int{}
	for _, q := range questions {
		styles[q.Style]++
	}
	want := map[string]int{"plain": 26, "paraphrase": 56, "number": 32, "name": 16, "typo": 18, "two-part": 17}
	if diff := cmp.Diff(want, styles); diff != "" {
		t.Errorf("questions by style: -want +got\n%s", diff)
	}
	for _, q := range questions {
		var text strings.Builder
		var labels []string
		for _, id := range q.Passages {
			p, ok := metapolicy.Corpus().Passage(cite.PassageID(id))
			if !ok {
				t.Errorf("%s: no passage %s", q.ID, id)
				continue
			}
			text.WriteString(p.Text() + "\n")
			labels = append(labels, p.Labels()...)
		}
		slices.Sort(labels)
		want := slices.Sorted(slices.Values(q.Footnotes))
		if diff := cmp.Diff(want, slices.Compact(labels)); diff != "" && len(want)+len(labels) > 0 {
			t.Errorf("%s: footnotes (-gold +in force):\n%s", q.ID, diff)
		}
		for _, s := range q.Sentences {
			if !strings.Contains(text.String(), s) {
				t.Errorf("%s: not in the gold passages: %s", q.ID, s)
			}
		}
	}
}

// A quality is what a table row counts, over n questions.
type quality struct {
	n                int
	first, five, mrr float64 // of the gold passages
	note1, note5     float64 // of the gold footnotes, over those that have one
	noted            int
	answered         float64
}

func (q *quality) row(name string) string {
	n := float64(q.n)
	note := func(x float64) string {
		if q.noted == 0 {
			return "   -"
		}
		return fmt.Sprintf("%.2f", x/float64(q.noted))
	}
	return fmt.Sprintf("%-11s %3d  %.2f  %.2f  %.3f  %s  %s  %.2f\n",
		name, q.n, q.first/n, q.five/n, q.mrr/n, note(q.note1), note(q.note5), q.answered/n)
}

// TestQuality compares the ranking of the development questions with the table in
// testdata/quality.golden, so that a change of either shows. Run
//
//	go test ./index -run TestQuality -v
//
// to see the table with the rank of each question, and with -update to write it.
//
// R@1 and R@5 are the shares of questions with a gold passage at rank 1 and within
// 5 (of a two-part question with both), MRR the mean reciprocal rank of the first
// gold passage within 10, N@1 and N@5 the shares of those questions with gold
// footnotes that have one of them at rank 1 and within 5, and Sent the share of
// questions of which Answer(3) gives a gold sentence.
func TestQuality(t *testing.T) {
	x := newIndex(t, metapolicy.Corpus(), index.Options{})
	total := &quality{}
	styles := map[string]*quality{}
	var order []string
	for _, q := range devQuestions(t) {
		if styles[q.Style] == nil {
			styles[q.Style] = &quality{}
			order = append(order, q.Style)
		}
		r, err := x.Search(context.Background(), index.Query{Text: q.Question})
		if err != nil {
			t.Fatal(err)
		}
		detail := measure(q, r, total, styles[q.Style])
		t.Logf("%s %-10s %s %s", q.ID, q.Style, detail, q.Question)
	}
	var b strings.Builder
	b.WriteString("style         n   R@1   R@5    MRR   N@1   N@5  Sent\n")
	for _, s := range order {
		b.WriteString(styles[s].row(s))
	}
	b.WriteString(total.row("all"))
	t.Logf("\n%s", b.String())
	golden(t, "testdata/quality.golden", b.String())
}

// measure adds what a search found to the counts and returns it in short.
func measure(q devQuestion, r index.Results, counts ...*quality) string {
	rank, within := 0, 0
	note := 0
	for _, h := range r.Hits {
		if slices.Contains(q.Passages, string(h.Passage.ID())) {
			if rank == 0 {
				rank = h.Rank
			}
			if h.Rank <= 5 {
				within++
			}
		}
		if note == 0 && slices.ContainsFunc(h.Passage.Labels(), func(l string) bool { return slices.Contains(q.Footnotes, l) }) {
			note = h.Rank
		}
	}
	need := 1
	if q.Style == "two-part" {
		need = len(q.Passages)
	}
	answered := slices.ContainsFunc(r.Answer(3), func(s index.AnswerSentence) bool {
		return slices.Contains(q.Sentences, s.Text)
	})
	for _, c := range counts {
		c.n++
		if rank == 1 {
			c.first++
		}
		if within >= need {
			c.five++
		}
		if rank > 0 {
			c.mrr += 1 / float64(rank)
		}
		if len(q.Footnotes) > 0 {
			c.noted++
			if note == 1 {
				c.note1++
			}
			if 1 <= note && note <= 5 {
				c.note5++
			}
		}
		if answered {
			c.answered++
		}
	}
	return fmt.Sprintf("rank %2d, %d of %d within 5, answered %-5v", rank, within, need, answered)
}

// golden compares got with a file, or writes it under -update.
func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got), run with -update if the change is meant:\n%s", name, diff)
	}
}
