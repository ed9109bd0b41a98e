package metapolicy_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/metapolicy"
)

// The tests of the files proof_*_test.go prove the facts of the article: what a
// record says is derived again from the article's text.

// facts returns the facts of the article.
func facts() *fact.Set { return metapolicy.Corpus().Facts() }

// isTension reports whether f sets other facts side by side.
func isTension(f fact.Fact) bool { return f.Kind() == fact.KindTension }

// passageOf returns the passage that a citation points at.
func passageOf(t *testing.T, c cite.Citation) corpus.Passage {
	t.Helper()
	p, ok := metapolicy.Article().Passage(c.Passage)
	if !ok {
		t.Fatalf("there is no passage %s", c.Passage)
	}
	return p
}

// where returns the ID of a passage without that of the article.
func where(p corpus.Passage) string {
	return strings.TrimPrefix(string(p.ID()), metapolicy.ArticleID+"#")
}

// fileLines returns the lines of a sidecar, as they stand there.
func fileLines[T any](t *testing.T, name string) []T {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var out []T
	s := bufio.NewScanner(bytes.NewReader(data))
	s.Buffer(nil, len(data)+1)
	for s.Scan() {
		var v T
		if err := json.Unmarshal(s.Bytes(), &v); err != nil {
			t.Fatalf("%s:%d: %v", name, len(out)+1, err)
		}
		out = append(out, v)
	}
	return out
}

// TestFactsAreRead: the sidecars are read without a diagnostic, each line of
// theirs, and each quotation stands where its line says.
func TestFactsAreRead(t *testing.T) {
	for d := range metapolicy.Article().Diagnostics() {
		t.Error(d)
	}
	lines := fileLines[fact.Record](t, "article.facts.jsonl")
	if len(lines) != facts().Len() {
		t.Fatalf("%d of %d lines are facts", facts().Len(), len(lines))
	}
	i := 0
	for f := range facts().All() {
		type place struct {
			Passage cite.PassageID
			Quote   string
		}
		var want, got []place
		for _, e := range lines[i].Evidence {
			want = append(want, place{e.Passage, e.Quote})
		}
		for _, e := range f.Evidence() {
			got = append(got, place{e.Passage, e.Quote})
		}
		if d := cmp.Diff(want, got); d != "" || f.ID() != lines[i].ID {
			t.Errorf("line %d, %s: evidence of %s (-file +read):\n%s", i+1, lines[i].ID, f.ID(), d)
		}
		i++
	}
}

// notesInForce returns the labels of the references whose scope overlaps a span
// of a passage.
func notesInForce(p corpus.Passage, span cite.Span) []string {
	labels := []string{}
	for r := range p.Block().References() {
		if r.Scope().Overlaps(span.Shift(p.Span().Start)) && !slices.Contains(labels, r.Label()) {
			labels = append(labels, r.Label())
		}
	}
	return labels
}

// TestEvidence: every quotation stands in its passage byte for byte, has the
// footnotes that are in force there and no other, and gives the fact its section.
func TestEvidence(t *testing.T) {
	for f := range facts().All() {
		all := []string{}
		for i, e := range f.Evidence() {
			p := passageOf(t, e)
			if !e.Span.Valid(p.Text()) || e.Span.Of(p.Text()) != e.Quote || e.Digest != p.Digest() {
				t.Errorf("%s: %q does not stand at %v of %s", f.ID(), e.Quote, e.Span, e.Passage)
				continue
			}
			want := notesInForce(p, e.Span)
			if d := cmp.Diff(want, e.Labels()); d != "" {
				t.Errorf("%s: footnotes of %q (-in force +evidence):\n%s", f.ID(), e.Quote, d)
			}
			for _, n := range e.Footnotes {
				if note, err := metapolicy.Corpus().Footnote(n.Ref()); err != nil || note.Text != n.Text || n.Text == "" {
					t.Errorf("%s: the text of footnote %s is %q, %v", f.ID(), n.Label, n.Text, err)
				}
			}
			for _, l := range want {
				if !slices.Contains(all, l) {
					all = append(all, l)
				}
			}
			if d := cmp.Diff(p.Section().Path(), f.Section()); i == 0 && d != "" {
				t.Errorf("%s: section (-passage +fact):\n%s", f.ID(), d)
			}
		}
		if d := cmp.Diff(all, f.Record().Footnotes); d != "" {
			t.Errorf("%s: footnotes (-in force +fact):\n%s", f.ID(), d)
		}
	}
}

// TestQuotations: a quotation begins and ends with whole words and doesn't go beyond
// a sentence or a table's row, and no two of a fact share text.
func TestQuotations(t *testing.T) {
	for f := range facts().All() {
		evidence := f.Evidence()
		for i, e := range evidence {
			text := passageOf(t, e).Text()
			if splitsWord(text, e.Start) || splitsWord(text, e.End) || strings.TrimSpace(e.Quote) != e.Quote {
				t.Errorf("%s: %q does not begin and end with a word", f.ID(), e.Quote)
			}
			if !inOneSentence(passageOf(t, e), e.Span) {
				t.Errorf("%s: %q is more than a sentence", f.ID(), e.Quote)
			}
			for _, other := range evidence[:i] {
				if other.Passage == e.Passage && other.Span.Overlaps(e.Span) {
					t.Errorf("%s: %q and %q share text", f.ID(), other.Quote, e.Quote)
				}
			}
		}
	}
}

// inOneSentence reports whether a span lies in one sentence of a passage, which a
// table's row is as a whole.
func inOneSentence(p corpus.Passage, span cite.Span) bool {
	for s := range p.Sentences() {
		if s.Span().Contains(span) {
			return true
		}
	}
	return p.Block().Kind() == corpus.TableRow
}

// plainWords returns the words of a text in lower case.
func plainWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !isWord(r) })
}

// hasAny reports whether a text has one of the words or phrases, in whatever case;
// of one that ends in "*", whether it has a word that begins so.
func hasAny(text string, phrases []string) bool {
	text = " " + strings.Join(plainWords(text), " ") + " "
	return slices.ContainsFunc(phrases, func(w string) bool {
		find := " " + strings.Join(plainWords(w), " ")
		if !strings.HasSuffix(w, "*") {
			find += " "
		}
		return strings.Contains(text, find)
	})
}

// splitsWord reports whether a word goes on across an offset of a text.
func splitsWord(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return isWord(before) && isWord(after)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
