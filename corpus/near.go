package corpus

import (
	"cmp"
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus/fact"
)

const (
	// maxNear is how many names are told in place of one that there is not.
	maxNear = 5
	// maxLikened bounds how many names are compared with one that there is not,
	// letter by letter.
	maxLikened = 1000
)

// A near is a name and how far it is from one that there is not.
type near struct {
	name     string
	distance int
}

// nearest returns the names, the nearest first.
func nearest(all []near) []string {
	slices.SortStableFunc(all, func(a, b near) int { return cmp.Compare(a.distance, b.distance) })
	var names []string
	for _, n := range all {
		names = append(names, n.name)
	}
	return names
}

// A matcher finds the names that somebody may have meant by one.
type matcher struct {
	want     string
	compared int // letter by letter
}

// newMatcher looks for names like one. What is longer than any ID is like none.
func newMatcher(want string) *matcher {
	if len(want) > fact.MaxIDBytes {
		return &matcher{}
	}
	return &matcher{want: strings.ToLower(strings.TrimSpace(want))}
}

// likeness reports whether the name may be meant, and how far it is from what was
// said: one is a part of the other, or few letters differ.
func (m *matcher) likeness(have string) (int, bool) {
	if m.want == "" || have == "" {
		return 0, false
	}
	have = strings.ToLower(have)
	shorter, longer := min(len(m.want), len(have)), max(len(m.want), len(have))
	const shortest = 3 // of a part that says something
	if shorter >= shortest && (strings.Contains(have, m.want) || strings.Contains(m.want, have)) {
		return 0, true
	}
	few := shorter / 4
	if longer-shorter > few || m.compared == maxLikened {
		return 0, false
	}
	m.compared++
	d := distance(m.want, have)
	return d, d <= few
}

// distance returns how many characters have to be changed, put in or taken out to
// turn one text into another. Texts that are longer than any ID have none in
// common.
func distance(a, b string) int {
	if max(len(a), len(b)) > fact.MaxIDBytes {
		return max(len(a), len(b))
	}
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, s := range to {
			change := diagonal
			if r != s {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, diagonal+1, row[j]+1)
		}
	}
	return row[len(to)]
}
