package entail

import (
	"fmt"
	"strings"
)

// testNames are the names that the tests speak of.
func testNames() *Names {
	n := NewNames()
	n.Add("organization", "Harbour Board", "the Board")
	n.Add("organization", "Mill Library")
	n.Add("product", "Anna", "MS Anna")
	n.Add("product", "Berta")
	n.Add("product", "Anna 2")
	n.Add("person", "Ida Holm", "Holm")
	n.Add("person", "Olaf Berg", "Berg")
	n.Add("place", "Northport")
	n.Add("place", "Southport")
	n.Add("event", "Great Storm")
	n.Add("concept", "tide table")
	return n
}

// showSentence writes a sentence as a person reads it: "/" before a clause, "-" before
// what is negated, "{}" about names and "#" about numbers, with what they count.
func showSentence(s *Sentence) string {
	var b strings.Builder
	for i := range s.words {
		w := &s.words[i]
		if i > 0 {
			b.WriteByte(' ')
			if w.clause != s.words[i-1].clause {
				b.WriteString("/ ")
			}
		}
		if w.negated {
			b.WriteByte('-')
		}
		text := w.Folded
		if w.name >= 0 {
			n := &s.names[w.name]
			if i == n.from {
				b.WriteByte('{')
			}
			if i == n.to-1 {
				text += "}"
				if n.known {
					text += "=" + n.key
				}
			}
		}
		if w.number >= 0 {
			m := &s.mentions[w.number]
			if i == m.from {
				b.WriteByte('#')
			}
			if i == m.to-1 && m.noun >= 0 {
				text += "(" + s.words[m.noun].Folded + ")"
			}
		}
		b.WriteString(text)
	}
	return b.String()
}

// A held claim is what the tests hold against evidence: a sentence, or several of which
// the first is the one that is compared and the others stand around it. Notes begin
// with "note:", headings with "heading:".
func hold(claim, subject string, evidence ...string) (*Query, *Comparison) {
	a := Analyzer{Names: testNames()}
	var g Group
	for _, e := range evidence {
		if note, ok := strings.CutPrefix(e, "note:"); ok {
			g.Notes = append(g.Notes, testNote(&a, note))
		} else if heading, ok := strings.CutPrefix(e, "heading:"); ok {
			g.Context = append([]*Sentence{a.Analyze(heading)}, g.Context...)
			g.Headings++
		} else if g.Main == nil {
			g.Main = a.Analyze(e)
		} else {
			g.Context = append(g.Context, a.Analyze(e))
		}
	}
	var before *Sentence
	if subject != "" {
		before = a.Analyze(subject)
	}
	q := NewEvidence([]Group{g}).Query(a.Analyze(claim), before)
	return q, q.compare(0, nil)
}

// testNote reads "reserve|who|text", with "critical" for the reserve of critics.
func testNote(a *Analyzer, s string) Note {
	parts := strings.Split(s, "|")
	n := Note{Sentence: a.Analyze(parts[2]), Reserve: parts[0], Critical: parts[0] == "said by critics"}
	if parts[1] != "" {
		n.By = []string{a.Names.Key(parts[1])}
	}
	return n
}

// showFindings writes findings as a person reads them, one after another.
func showFindings(list []Finding) string {
	var out []string
	for _, f := range list {
		s := fmt.Sprintf("%s %q", f.Code, f.Claim)
		if f.Evidence != "" {
			s += fmt.Sprintf(" of %q", f.Evidence)
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}
