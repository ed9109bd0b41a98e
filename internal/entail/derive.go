package entail

import (
	"math"

	"github.com/footnote-go/footnote/internal/number"
)

// A value is a number of the evidence that can be reckoned with.
type value struct {
	n    float64
	kind number.Kind // of money with its currency, of counts with what is counted
	unit string
	text string
}

// derivation looks for a way to reckon a number of the claim from numbers of the
// evidence: a sum, a difference, a ratio, a share, the rest of a share, or the time
// between two dates. It returns the sum as text, "" if there is none.
func (a *alignment) derivation(m *mention) string {
	if m.Min != m.Max || m.Kind == number.KindDate {
		return ""
	}
	want := m.Min.Float64()
	if want == 0 {
		return ""
	}
	groups := []*Group{a.group}
	if m.Kind == number.KindShare {
		// A share is of the whole that its sentence names.
		for _, g := range append(groups, a.beside...) {
			found := ""
			g.units(func(u *Sentence) bool {
				found = a.reckon(m, want, unitValues(nil, u, map[string]bool{}))
				return found == ""
			})
			if found != "" {
				return found
			}
		}
		if m.Bound == number.Exactly && !m.Approximate {
			return ""
		}
	}
	for _, g := range append(groups, a.beside...) {
		if s := a.reckon(m, want, a.values(g)); s != "" {
			return s
		}
	}
	var all []value
	for _, g := range append(groups, a.beside...) {
		all = append(all, a.values(g)...)
	}
	return a.reckon(m, want, all)
}

const maxOperands = 16

// values returns the numbers of a group, each once.
func (a *alignment) values(g *Group) []value {
	var out []value
	seen := map[string]bool{}
	g.units(func(u *Sentence) bool {
		out = unitValues(out, u, seen)
		return true
	})
	return out
}

// unitValues appends the numbers of a sentence that are not in seen.
func unitValues(out []value, u *Sentence, seen map[string]bool) []value {
	for i := range u.mentions {
		m := &u.mentions[i]
		t := m.token
		if seen[t] || len(out) >= maxOperands || m.Kind == number.KindLabel || m.Kind == number.KindOrdinal {
			continue
		}
		seen[t] = true
		if m.Kind == number.KindDate {
			if m.From.Years == number.Year && m.From == m.To {
				out = append(out, value{float64(m.From.Year)*12 + float64(max(m.From.Month, 1)-1), m.Kind, monthly(m.From), m.text(u)})
			}
			continue
		}
		unit := m.Currency
		if m.noun >= 0 && m.Kind != number.KindMoney && m.Kind != number.KindShare {
			unit = u.words[m.noun].key
		}
		out = append(out, value{m.Min.Float64(), m.Kind, unit, m.text(u)})
		if m.Min != m.Max {
			out = append(out, value{m.Max.Float64(), m.Kind, unit, m.text(u)})
		}
	}
	return out
}

func monthly(d number.Date) string {
	if d.Month >= 1 && d.Month <= 12 {
		return "month"
	}
	return "year"
}

// theRest begins a derivation of what a share leaves.
const theRest = "100% - "

// reckon tries the ways to get want from values.
func (a *alignment) reckon(m *mention, want float64, vs []value) string {
	span := ""
	if m.noun >= 0 {
		span = a.claim.words[m.noun].key
	}
	for i, x := range vs {
		if x.kind == number.KindShare && m.Kind == number.KindShare && close2(m, want, 1-x.n) {
			return theRest + x.text
		}
		if x.kind == number.KindFactor && m.Kind == number.KindShare && x.n > 1 && close2(m, want, 1/x.n) {
			return "1 / " + x.text
		}
		if x.kind == number.KindMoney && m.Kind == number.KindMoney && a.claim.hasWord("month") && close2(m, want, x.n/12) {
			return x.text + " / 12"
		}
		for j, y := range vs {
			if x.kind == number.KindNumber && y.kind == number.KindShare && y.n > 0 && m.Kind == number.KindNumber && close2(m, want, x.n/y.n) {
				return x.text + " / " + y.text
			}
			if i == j || x.kind != y.kind || x.n == y.n {
				continue
			}
			if x.unit != y.unit && x.unit != "" && y.unit != "" && x.kind != number.KindDate && m.Kind != number.KindShare && !a.claimHas(x) && !a.claimHas(y) {
				continue
			}
			if x.kind == number.KindDate {
				if s := between2(m, want, span, x, y); s != "" {
					return s
				}
				continue
			}
			if close2(m, want, x.n) || close2(m, want, y.n) {
				continue // the other one changes nothing that can be seen
			}
			same := m.Kind == x.kind && (m.Kind != number.KindMoney || m.Currency == x.unit || m.Currency == "")
			switch {
			case same && i < j && a.reckoned(m, reckonsSurely) && close2(m, want, x.n+y.n):
				return x.text + " + " + y.text
			case (same || m.Kind == number.KindNumber && x.kind == number.KindShare) && x.n > y.n && x.kind != number.KindFactor && close2(m, want, x.n-y.n):
				return x.text + " - " + y.text
			case m.Kind == number.KindNumber && x.kind == number.KindShare && x.n > y.n && close2(m, want/100, x.n-y.n):
				return x.text + " - " + y.text
			case m.Kind == number.KindShare && y.n < greatest(vs, y.kind):
			case (m.Kind == number.KindFactor || m.Kind == number.KindShare || m.Kind == number.KindNumber && want != math.Trunc(want)) && y.n != 0 && close2(m, want, x.n/y.n):
				return x.text + " / " + y.text
			}
		}
	}
	return ""
}

// greatest returns the greatest of the values of a kind: the whole of a share.
func greatest(vs []value, kind number.Kind) float64 {
	n := 0.0
	for _, v := range vs {
		if v.kind == kind {
			n = max(n, v.n)
		}
	}
	return n
}

// claimHas reports whether the claim has a number of the evidence.
func (a *alignment) claimHas(v value) bool {
	for i := range a.claim.mentions {
		m := &a.claim.mentions[i]
		if m.Kind == v.kind && m.Min == m.Max && m.Min.Float64() == v.n {
			return true
		}
	}
	return false
}

// between2 compares a number of months or years with the time between two dates.
func between2(m *mention, want float64, unit string, x, y value) string {
	d := x.n - y.n
	if d <= 0 || m.Kind != number.KindNumber {
		return ""
	}
	text := y.text + " to " + x.text
	switch unit {
	case "month":
		if x.unit == "month" && y.unit == "month" && close2(m, want, d) {
			return text
		}
	case "year", "":
		years := d / 12
		if x.unit == "month" && y.unit == "month" {
			if math.Abs(years-want) <= 0.25 || m.Bound == number.Over && years > want && years < want+1 {
				return text
			}
			return ""
		}
		if math.Floor(x.n/12)-math.Floor(y.n/12) == want {
			return text
		}
	}
	return ""
}

// close2 reports whether a number that was reckoned is the one that is claimed, as
// exactly as that is said.
func close2(m *mention, claimed, reckoned float64) bool {
	if reckoned <= 0 {
		return false
	}
	off := math.Abs(claimed-reckoned) / reckoned
	switch m.Bound {
	case number.Over, number.AtLeast:
		return reckoned >= claimed*(1-1e-9) && off <= 0.2
	case number.Under, number.AtMost:
		return reckoned <= claimed*(1+1e-9) && off <= 0.2
	}
	if m.Kind == number.KindShare && math.Abs(claimed-reckoned) <= 0.005 && off <= 0.15 {
		return true
	}
	return off < 1e-6 || rounds(claimed, reckoned) || m.Approximate && off <= 0.06
}

// reckons are words that say that a number was reckoned.
var reckons = set(`times fold double doubled triple tripled half twice thrice total sum together combined add added adds
		difference gap apart average averages averaged per later earlier between remaining rest ratio factor share
		fraction percentage points roughly equals equal equivalent amounts amount month months year years decade
		more fewer less than altogether overall each`)

// reckonsSurely are words that are hardly ever said of a number that stands in the
// text.
var reckonsSurely = set(`times fold doubled tripled combined together sum add adds gap subtract away implies implied would difference average averages
	averaged ratio fraction equals equal equivalent implies implied altogether accounted accounts remaining rest twice thrice triple double
	half`)

// reckoned reports whether the claim says that a number was reckoned.
func (a *alignment) reckoned(m *mention, words map[string]bool) bool {
	for i := range a.claim.words {
		if words[a.claim.words[i].Folded] {
			return true
		}
	}
	return false
}

func (s *Sentence) hasWord(term string) bool {
	for i := range s.words {
		if s.words[i].key == term {
			return true
		}
	}
	return false
}
