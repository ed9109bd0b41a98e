package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus/fact"
)

// maxNear is how many names are told in place of one that there is not.
const maxNear = 5

// A known thing is one that a flag may name: by the name to tell, or by others.
type known struct {
	name   string
	others []string
}

// unknown says of a name that nothing has which there are: those that it may stand
// for, else some.
func unknown(what, name string, have []known) error {
	var like []near
	var all []string
	for _, k := range have {
		all = append(all, k.name)
		best := -1
		for _, other := range append([]string{k.name}, k.others...) {
			if d, ok := likeness(name, other); ok && (best < 0 || d < best) {
				best = d
			}
		}
		if best >= 0 {
			like = append(like, near{k.name, best})
		}
	}
	if len(like) == 0 {
		return usageError("no %s %q; %s", what, name, thereIs(all))
	}
	names := nearest(like)
	return usageError("no %s %q; did you mean %s?", what, name, strings.Join(names[:min(maxNear, len(names))], " or "))
}

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

// thereIs says which names there are, of many the first.
func thereIs(names []string) string {
	switch {
	case len(names) == 0:
		return "there is none"
	case len(names) > maxNear:
		return "there is, for example, " + strings.Join(names[:maxNear], ", ")
	}
	return "there is " + strings.Join(names, ", ")
}

// likeness reports whether somebody may have meant one name by another: one is a
// part of the other, or few letters differ.
func likeness(want, have string) (int, bool) {
	want, have = strings.ToLower(strings.TrimSpace(want)), strings.ToLower(have)
	if want == "" || have == "" {
		return 0, false
	}
	const shortest = 3 // of a part that says something
	if min(len(want), len(have)) >= shortest && (strings.Contains(have, want) || strings.Contains(want, have)) {
		return 0, true
	}
	few := min(len(want), len(have)) / 4
	if max(len(want), len(have))-min(len(want), len(have)) > few {
		return 0, false
	}
	d := distance(want, have)
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
