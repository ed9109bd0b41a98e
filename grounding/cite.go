package grounding

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
)

// A Cited is an answer with the markers that [Checker.Cite] put in or mended.
type Cited struct {
	// Text is the answer with its new markers.
	Text    string   `json:"answer"`
	Changes []Change `json:"changes"`
	// Report is that of Text.
	Report Report `json:"report"`
}

// A Change is what was done to one claim's markers.
type Change struct {
	// Claim is the claim's text, Span its place in the answer as it was.
	Claim string `json:"claim"`
	cite.Span
	// Removed and Added are markers as they stand in the text.
	Removed []string `json:"removed"`
	Added   []string `json:"added"`
	Reason  string   `json:"reason"`
}

// Cite puts markers into an answer that has none and mends those that are wrong. A
// claim that isn't supported gets none, and keeps what it has, so that the report still
// tells of it; nor is a marker touched that is right. Where there is nothing to mend, the
// text comes back as it is, with what [Checker.Check] says of it. Citations beside the
// answer count as they do for Check, and errors are those of Check.
func (c *Checker) Cite(ctx context.Context, a Answer) (Cited, error) {
	first, second, rest := halves(a.Progress)
	a.Progress = first
	r, err := c.Check(ctx, a)
	if err != nil {
		return Cited{}, err
	}
	type edit struct {
		at, cut int // replace cut bytes at at
		text    string
	}
	var edits []edit
	out := Cited{Changes: []Change{}}
	for i := range r.Claims {
		cl := &r.Claims[i]
		if cl.Content != Supported || cl.Citation == CitationOK || !writable(cl) {
			continue
		}
		marks := c.right(cl)
		if len(marks) == 0 {
			continue
		}
		ch := Change{Claim: cl.Text, Span: cl.Span, Added: marks, Removed: []string{}, Reason: reason(cl)}
		added := strings.Join(marks, "")
		removed := map[int]bool{}
		for _, m := range cl.Markers {
			if m.IsEmpty() || removed[m.Start] || m.Text == "" {
				continue
			}
			removed[m.Start] = true
			ch.Removed = append(ch.Removed, m.Text)
			edits = append(edits, edit{m.Start, m.Len(), added})
			added = ""
		}
		if added != "" {
			edits = append(edits, edit{behind(a.Text, cl.End), 0, added})
		}
		out.Changes = append(out.Changes, ch)
	}
	slices.SortStableFunc(edits, func(x, y edit) int { return x.at - y.at })
	var b strings.Builder
	from := 0
	for _, e := range edits {
		if e.at < from { // two claims share a mark: it was replaced already
			continue
		}
		b.WriteString(a.Text[from:e.at])
		b.WriteString(e.text)
		from = e.at + e.cut
	}
	b.WriteString(a.Text[from:])
	out.Text = b.String()
	again := a
	again.Text, again.Progress = out.Text, second
	if len(edits) > 0 {
		again.Citations = nil
		if r, err = c.Check(ctx, again); err != nil {
			return Cited{}, err
		}
	} else if rest != nil {
		rest()
	}
	out.Report = r
	return out, nil
}

// halves makes one progress of those of two checks of an answer; rest is told that no
// second one is needed.
func halves(p func(done, total int)) (first, second func(done, total int), rest func()) {
	if p == nil {
		return nil, nil, nil
	}
	statements := 0
	return func(done, total int) {
			statements = total
			p(done, 2*total)
		}, func(done, total int) {
			p(statements+done, statements+total)
		}, func() {
			if statements > 0 {
				p(2*statements, 2*statements)
			}
		}
}

// writable reports whether a marker may stand behind the claim.
func writable(c *Claim) bool { return c.kind.TakesMark() }

const maxMarks = 3 // put behind one claim

// right returns the markers that are put behind a claim.
func (c *Checker) right(cl *Claim) []string {
	all := c.Right(cl)
	return all[:min(len(all), maxMarks)]
}

func reason(c *Claim) string {
	switch c.Citation {
	case CitationNone:
		return "uncited"
	case CitationBroken:
		return "the marker leads nowhere"
	case CitationUncitable:
		return "what backs it has no footnote"
	}
	return fmt.Sprintf("the marker is %s", c.Citation)
}

// behind returns where a marker stands behind text that ends at end: after the
// punctuation that follows.
func behind(text string, end int) int {
	for end < len(text) && strings.IndexByte(".!?,;:\"')", text[end]) >= 0 {
		end++
	}
	return end
}
