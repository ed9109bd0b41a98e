package corpus

import (
	"fmt"
	"strings"
)

// What an [UnknownNameError] may be about.
const (
	WhatEntity   = "entity"
	WhatFootnote = "footnote"
	WhatKind     = "kind"
	WhatProperty = "property"
	WhatStatus   = "status"
	WhatBy       = "attribution" // of facts to somebody
)

// An UnknownNameError tells of a name that nothing has.
type UnknownNameError struct {
	What string // WhatKind and so on
	Name string
	// Known are names that there are, all statuses, of others at most five.
	Known []string
	// More says that there are others.
	More bool
	// Similar are names that may be meant, the nearest first, at most five.
	Similar []string
}

func (e *UnknownNameError) Error() string {
	no := fmt.Sprintf("no %s %q", e.What, e.Name)
	if e.What == WhatBy {
		no = fmt.Sprintf("nothing is attributed to %q", e.Name)
	}
	if len(e.Similar) > 0 && (e.More || !tellAll[e.What]) {
		return no + "; did you mean " + strings.Join(e.Similar, " or ") + "?"
	}
	return no + "; " + thereIs(e.Known, e.More)
}

// tellAll are things that often there are few of: then all are told, rather than
// those that may be meant.
var tellAll = map[string]bool{WhatKind: true, WhatStatus: true, WhatBy: true}

// thereIs says which names there are.
func thereIs(names []string, more bool) string {
	switch {
	case len(names) == 0:
		return "there is none"
	case more:
		return "there is, for example, " + strings.Join(names, ", ")
	}
	return "there is " + strings.Join(names, ", ")
}

// A named thing is one that may be meant: by the name to tell, or by others.
type named struct {
	name   string
	others []string
}

// namedOnly are things that have one name each.
func namedOnly(names []string) []named {
	out := make([]named, len(names))
	for i, name := range names {
		out[i].name = name
	}
	return out
}

// unknownName says of a name that nothing has which there are, and which of them it
// may stand for.
func unknownName(what, name string, have []named) *UnknownNameError {
	e := &UnknownNameError{What: what, Name: name}
	var like []near
	m := newMatcher(name)
	for _, h := range have {
		best := -1
		for _, other := range append([]string{h.name}, h.others...) {
			if d, ok := m.likeness(other); ok && (best < 0 || d < best) {
				best = d
			}
		}
		if best >= 0 {
			like = append(like, near{h.name, best})
		}
		if len(e.Known) < maxNear || what == WhatStatus {
			e.Known = append(e.Known, h.name)
		}
	}
	e.More = len(have) > len(e.Known)
	e.Similar = nearest(like)
	e.Similar = e.Similar[:min(maxNear, len(e.Similar))]
	return e
}
