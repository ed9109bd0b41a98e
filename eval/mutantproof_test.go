package eval_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/eval"
	"github.com/footnote-go/footnote/internal/number"
	"github.com/footnote-go/footnote/internal/text"
	"github.com/footnote-go/footnote/metapolicy"
)

// TestMutantsAreWhatTheySay holds all mutants of two corpora against what the labels
// promise, reckoned anew.
func TestMutantsAreWhatTheySay(t *testing.T) {
	seeds := uint64(2)
	if testing.Short() || raceDetector {
		seeds = 1
	}
	for _, c := range []*corpus.Corpus{harbourCorpus(t), metapolicy.Corpus()} {
		p := newProof(c)
		for seed := range seeds {
			for _, m := range eval.Mutants(c, eval.MutantOptions{Seed: seed}) {
				if why := p.refute(m); why != "" {
					t.Errorf("seed %d: %s: %s\n  %s\n  %s", seed, m.ID, why, m.Answer, m.Original)
				}
			}
		}
	}
}

// A stated text is a statement or a sentence.
type stated struct {
	text          string
	terms, tokens []string
	subject       string
}

// A proof knows of a corpus what refutes a label.
type proof struct {
	corpus *corpus.Corpus
	texts  []stated            // statements and sentences
	labels map[string][]stated // the sentences that a footnote vouches for
}

func newProof(c *corpus.Corpus) *proof {
	p := &proof{corpus: c, labels: map[string][]stated{}}
	for f := range c.Facts().All() {
		subject := f.Subject()
		if f.Kind() == fact.KindTension {
			subject = ""
		}
		p.texts = append(p.texts, stated{f.Statement(), termsOf(f.Statement()), tokensOf(f.Statement()), subject})
	}
	for x := range c.Passages() {
		for s := range x.Sentences() {
			is := stated{s.Text(), termsOf(s.Text()), tokensOf(s.Text()), ""}
			p.texts = append(p.texts, is)
			for _, l := range s.Cite().Labels() {
				p.labels[l] = append(p.labels[l], is)
			}
		}
	}
	return p
}

// refute says what is wrong with a mutant, "" if nothing is.
func (p *proof) refute(m eval.Mutant) string {
	claim, _, _ := strings.Cut(m.Answer, "[")
	switch m.Kind {
	case eval.MutantNumber, eval.MutantDate:
		added := minus(tokensOf(claim), tokensOf(m.Original))
		if len(added) == 0 {
			return "no other value"
		}
		for _, r := range p.rivals(m) {
			if len(minus(added, r.tokens)) < len(added) {
				return "backed by " + r.text
			}
		}
	case eval.MutantName, eval.MutantAttribution:
		whole := regexp.MustCompile(`\b` + regexp.QuoteMeta(m.By) + `(?:$|[^\w.]|\.\W)`)
		for _, r := range p.rivals(m) {
			if whole.MatchString(r.text) {
				return "backed by " + r.text
			}
		}
	case eval.MutantWrongFootnote:
		label := strings.Trim(m.By, "[^]")
		if slices.Contains(m.Footnotes, label) {
			return "the note vouches for it"
		}
		terms := termsOf(m.Original)
		for _, s := range p.labels[label] {
			if 2*(len(terms)-len(minus(terms, s.terms))) > len(terms) {
				return "the note vouches for " + s.text
			}
		}
	case eval.MutantInventedFootnote:
		if _, ok := p.labels[strings.Trim(m.By, "[^]")]; ok {
			return "there is such a note"
		}
	case eval.MutantStatement, eval.MutantPassageID:
		if claim != m.Original || (len(m.Footnotes) == 0) != (m.Kind == eval.MutantPassageID) {
			return "not what the fact says, or its footnotes"
		}
	case eval.MutantNumberForm:
		a, b := tokensOf(claim), tokensOf(m.Original)
		if len(minus(a, b)) > 0 || len(minus(b, a)) > 0 {
			return "another value"
		}
	case eval.MutantTypography:
		if !strings.Contains(letters(m.Answer), letters(m.Original)) {
			return "another text"
		}
	case eval.MutantClause:
		if len(minus(termsOf(claim), termsOf(m.Original))) > 0 {
			return "other words"
		}
	}
	if wrong := m.Kind == eval.MutantWrongFootnote || m.Kind == eval.MutantInventedFootnote; !m.Good && !wrong {
		for _, s := range p.texts {
			if strings.Contains(s.text, claim) {
				return "it stands in the corpus"
			}
		}
	}
	return ""
}

// rivals returns the texts that a mutant must not agree with: statements of the same
// subject, and all with half of its other words.
func (p *proof) rivals(m eval.Mutant) []stated {
	var out []stated
	subject := ""
	for _, s := range p.texts {
		if s.text == m.Original {
			subject = s.subject
			break
		}
	}
	terms := termsOf(strings.ReplaceAll(m.Original, m.Changed, " "))
	for _, s := range p.texts {
		if subject != "" && s.subject == subject || 2*len(minus(terms, s.terms)) <= len(terms) {
			out = append(out, s)
		}
	}
	return out
}

func termsOf(s string) []string {
	var a text.Analyzer
	var out []string
	for _, t := range a.Append(nil, s) {
		if !slices.Contains(out, t.Term) {
			out = append(out, t.Term)
		}
	}
	return out
}

func tokensOf(s string) []string {
	var out []string
	for _, n := range number.Append(nil, s) {
		out = append(out, n.Token())
	}
	return out
}

// minus returns what stands in a and not in b.
func minus(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
}

// letters returns the letters and digits of a text.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \u00a0\u2009-‑–—'’", r) {
			return -1
		}
		return r
	}, norm.NFKC.String(strings.NewReplacer("‑", "-").Replace(s)))
}
