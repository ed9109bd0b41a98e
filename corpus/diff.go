package corpus

import (
	"unicode"

	"github.com/footnote-go/footnote/corpus/cite"
)

// An Edit replaces a run of words of an old text. Old is empty for words that
// were put in, New for words that were taken out.
type Edit struct {
	cite.Span        // in the old text
	Old       string `json:"old"`
	New       string `json:"new"`
}

// diff returns the edits that turn the words of one text into those of another,
// in order; white space between words does not count. It finds a shortest list
// of changed words, except in texts of thousands of words that differ over their
// whole length: there one edit replaces all between the first and the last
// difference.
func diff(before, after string) []Edit {
	a, b := words(before), words(after)
	from := 0
	for from < len(a) && from < len(b) && a[from].text == b[from].text {
		from++
	}
	endA, endB := len(a), len(b)
	for endA > from && endB > from && a[endA-1].text == b[endB-1].text {
		endA--
		endB--
	}
	var edits []Edit
	add := func(a0, a1, b0, b1 int) {
		if a0 == a1 && b0 == b1 {
			return
		}
		span := runOf(a, a0, a1)
		edits = append(edits, Edit{Span: span, Old: span.Of(before), New: runOf(b, b0, b1).Of(after)})
	}
	n, m := endA-from, endB-from
	if n*m > maxCells {
		add(from, endA, from, endB)
		return edits
	}
	// keep[i*(m+1)+j] is the length of the longest common subsequence of
	// a[from+i:endA] and b[from+j:endB].
	keep := make([]int32, (n+1)*(m+1))
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if a[from+i].text == b[from+j].text {
				keep[i*(m+1)+j] = keep[(i+1)*(m+1)+j+1] + 1
			} else {
				keep[i*(m+1)+j] = max(keep[(i+1)*(m+1)+j], keep[i*(m+1)+j+1])
			}
		}
	}
	i, j := 0, 0
	i0, j0 := 0, 0
	for i < n && j < m {
		switch {
		case a[from+i].text == b[from+j].text:
			add(from+i0, from+i, from+j0, from+j)
			i, j = i+1, j+1
			i0, j0 = i, j
		case keep[(i+1)*(m+1)+j] >= keep[i*(m+1)+j+1]:
			i++
		default:
			j++
		}
	}
	add(from+i0, endA, from+j0, endB)
	if len(edits) == 0 && before != after { // white space alone
		edits = append(edits, Edit{Span: cite.Span{End: len(before)}, Old: before, New: after})
	}
	return edits
}

// maxCells bounds the tables of diff and fit: four million words by words.
const maxCells = 4 << 20

// A word is a run of anything but white space.
type word struct {
	text string
	span cite.Span
}

func words(s string) []word {
	var out []word
	start := -1
	for i, r := range s {
		switch space := unicode.IsSpace(r); {
		case space && start >= 0:
			out = append(out, word{s[start:i], cite.Span{Start: start, End: i}})
			start = -1
		case !space && start < 0:
			start = i
		}
	}
	if start >= 0 {
		out = append(out, word{s[start:], cite.Span{Start: start, End: len(s)}})
	}
	return out
}

// runOf returns the span of ws[from:to], an empty one before the next word if
// there are none.
func runOf(ws []word, from, to int) cite.Span {
	switch {
	case from < to:
		return cite.Span{Start: ws[from].span.Start, End: ws[to-1].span.End}
	case from < len(ws):
		return cite.Span{Start: ws[from].span.Start, End: ws[from].span.Start}
	case len(ws) > 0:
		return cite.Span{Start: ws[from-1].span.End, End: ws[from-1].span.End}
	}
	return cite.Span{}
}
