package index

import (
	"strings"

	"github.com/footnote-go/footnote/internal/number"
)

// kinds is a set of kinds of values.
type kinds uint8

const (
	kindNumber kinds = 1 << iota
	kindMoney
	kindShare
	kindDate
)

func kindOf(k number.Kind) kinds {
	switch k {
	case number.KindNumber, number.KindFactor:
		return kindNumber
	case number.KindMoney:
		return kindMoney
	case number.KindShare:
		return kindShare
	case number.KindDate:
		return kindDate
	}
	return 0
}

// wanted returns the kinds of values of which a question wants one, none if it
// wants something else.
func (r *reading) wanted() kinds {
	for i, w := range r.words {
		next := ""
		if i+1 < len(r.words) {
			next = r.words[i+1].Folded
		}
		switch w.Folded {
		case "when":
			if i <= 2 {
				return kindDate | kindNumber // "at seven"
			}
		case "how":
			switch next {
			case "many":
				return kindNumber | kindShare
			case "much":
				return kindNumber | kindMoney | kindShare
			case "large", "big", "old", "high", "tall", "wide", "deep":
				return kindNumber | kindMoney | kindShare | kindDate
			}
		case "what", "which":
			switch next {
			case "year", "month", "day", "date", "quarter":
				return kindDate
			case "percentage", "percent", "share", "proportion", "fraction":
				return kindShare
			case "price", "salary", "amount", "sum":
				return kindMoney
			case "number":
				return kindNumber
			}
		}
	}
	return 0
}

// valueTerms appends the terms by which an index knows a value to dst, the most
// specific first: its tokens, in the form that digits have as words. Ordinals,
// labels and numbers of one digit are none: "two" stands in every other text and
// tells nothing.
func valueTerms(dst []string, m number.Mention) []string {
	switch m.Kind {
	case number.KindOrdinal, number.KindLabel:
		return dst
	}
	from := len(dst)
	dst = m.AppendTokens(dst)
	kept := dst[:from]
	for _, t := range dst[from:] {
		t = strings.TrimPrefix(t, "=")
		if len(t) > 1 && !strings.HasPrefix(t, "xxxx") {
			kept = append(kept, t)
		}
	}
	return kept
}
