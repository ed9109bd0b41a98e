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

	"github.com/footnote-go/footnote/corpus"
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

func devQuestions(t *testing.T) []devQuestion { return readQuestions(t, "testdata/questions.jsonl") }

func readQuestions(t *testing.T, name string) []devQuestion {
	t.Helper()
	data, err := os.ReadFile(name)
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

// saltworks returns the second article of the development questions.
func saltworks(t *testing.T) *corpus.Corpus {
	t.Helper()
	c, err := corpus.Read(os.DirFS("testdata/saltworks"))
	if err != nil {
		t.Fatal(err)
	}
	for a := range c.Articles() {
		for d := range a.Diagnostics() {
			t.Error(d)
		}
	}
	return c
}

// TestQuestionsFitArticle holds the gold against the articles: every passage and
// sentence is there, and the footnotes are those in force.
func TestQuestionsFitArticle(t *testing.T) {
	for _, set := range []struct {
		corpus *corpus.Corpus
		folder string
		styles map[string]int
		none   int // questions without an answer
	}{
		{metapolicy.Corpus(), "testdata/", map[string]int{"plain": 26, "paraphrase": 56, "number": 32, "name": 16, "typo": 18, "two-part": 17}, 86},
		{metapolicy.Corpus(), "testdata/heldout/", map[string]int{"plain": 16, "paraphrase": 44, "number": 24, "name": 10, "typo": 15, "two-part": 15}, 90},
		{saltworks(t), "testdata/saltworks/", map[string]int{"plain": 10, "paraphrase": 21, "number": 6, "name": 5, "typo": 4, "two-part": 4}, 30},
	} {
		styles := map[string]int{}
		for _, q := range readQuestions(t, set.folder+"questions.jsonl") {
			styles[q.Style]++
			checkGold(t, set.corpus, q)
		}
		if diff := cmp.Diff(set.styles, styles); diff != "" {
			t.Errorf("%s: questions by style: -want +got\n%s", set.folder, diff)
		}
		if n := len(readQuestions(t, set.folder+"unanswerable.jsonl")); n != set.none {
			t.Errorf("%s: %d unanswerable questions, want %d", set.folder, n, set.none)
		}
	}
}

func checkGold(t *testing.T, c *corpus.Corpus, q devQuestion) {
	t.Helper()
	var text strings.Builder
	var labels []string
	for _, id := range q.Passages {
		p, ok := c.Passage(cite.PassageID(id))
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

// TestOverlap reports how much the document expansion shares with the development
// questions: the share of a question's terms that the closest question of its gold
// passages has, on average, and that no question is the same.
func TestOverlap(t *testing.T) {
	for _, set := range []struct {
		corpus *corpus.Corpus
		file   string
	}{{metapolicy.Corpus(), "testdata/questions.jsonl"}, {saltworks(t), "testdata/saltworks/questions.jsonl"}} {
		sum, n := 0.0, 0
		for _, q := range readQuestions(t, set.file) {
			own := terms(q.Question)
			best := 0.0
			for _, id := range q.Passages {
				p, _ := set.corpus.Passage(cite.PassageID(id))
				for _, e := range p.Questions() {
					if strings.EqualFold(e, q.Question) {
						t.Errorf("%s: %q is a question of the document expansion", q.ID, e)
					}
					theirs := terms(e)
					shared := 0
					for _, term := range own {
						if slices.Contains(theirs, term) {
							shared++
						}
					}
					best = max(best, float64(shared)/float64(max(1, len(own))))
				}
			}
			sum += best
			n++
		}
		t.Logf("%s: the closest question of the document expansion has %.2f of a question's terms", set.file, sum/float64(n))
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

// TestQuality compares the ranking of the development questions with the tables in
// testdata/quality.golden, so that a change of either shows. Run
//
//	go test ./index -run TestQuality -v
//
// to see the tables with the rank of each question, and with -update to write them.
// There is one for each article with all that belongs to it, without its document
// expansion, for its text alone, and for that by plain BM25F. The held-out questions
// are about the built-in article, too: somebody wrote them who had not seen the
// document expansion, and nothing was fitted on them or written with them in sight.
//
// R@1 and R@5 are the shares of questions with a gold passage at rank 1 and within
// 5 (of a two-part question with both), MRR the mean reciprocal rank of the first
// gold passage within 10, N@1 and N@5 the shares of those questions with gold
// footnotes that have one of them at rank 1 and within 5, and Sent the share of
// questions of which Answer(3) gives a gold sentence.
func TestQuality(t *testing.T) {
	var b strings.Builder
	for _, set := range []struct {
		name   string
		corpus *corpus.Corpus
		file   string
	}{
		{"the built-in article", metapolicy.Corpus(), "testdata/questions.jsonl"},
		{"held-out questions", metapolicy.Corpus(), "testdata/heldout/questions.jsonl"},
		{"the saltworks", saltworks(t), "testdata/saltworks/questions.jsonl"},
	} {
		for _, mode := range []struct {
			name    string
			without index.Parts
		}{
			{"all parts", 0},
			{"without document expansion", index.Questions},
			{"its text alone", index.Questions | index.Facts},
			{"its text by plain BM25F", index.AllParts},
		} {
			x := newIndex(t, set.corpus, index.Options{Without: mode.without})
			b.WriteString(set.name + ", " + mode.name + "\n" + qualityTable(t, x, readQuestions(t, set.file), mode.without == 0) + "\n")
		}
	}
	t.Logf("\n%s", b.String())
	golden(t, "testdata/quality.golden", b.String())
}

// qualityTable asks an index questions and returns the results by style.
func qualityTable(t *testing.T, x *index.Index, questions []devQuestion, detailed bool) string {
	t.Helper()
	total := &quality{}
	styles := map[string]*quality{}
	var order []string
	for _, q := range questions {
		if styles[q.Style] == nil {
			styles[q.Style] = &quality{}
			order = append(order, q.Style)
		}
		r, err := x.Search(context.Background(), index.Query{Text: q.Question})
		if err != nil {
			t.Fatal(err)
		}
		detail := measure(q, r, total, styles[q.Style])
		if detailed {
			t.Logf("%s %-10s %s %s", q.ID, q.Style, detail, q.Question)
		}
	}
	out := "style         n   R@1   R@5    MRR   N@1   N@5  Sent\n"
	for _, s := range order {
		out += styles[s].row(s)
	}
	return out + total.row("all")
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
