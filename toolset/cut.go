package toolset

import (
	"fmt"
	"sort"
)

// A Cut says what a result had no room for.
type Cut struct {
	Dropped   int    `json:"dropped" jsonschema:"how many were left out"`
	Of        int    `json:"of" jsonschema:"of how many"`
	MaxTokens int    `json:"max_tokens" jsonschema:"the limit that it would have gone beyond"`
	Message   string `json:"message" jsonschema:"what was left out and what to do"`
}

// cutText returns the message of a cut as the last line of a text, "" without one.
func cutText(c *Cut) string {
	if c == nil {
		return ""
	}
	return "\n" + c.Message + "\n"
}

// A fitted result keeps the JSON that it was counted in, so that it needn't be made
// again.
type fitted interface {
	keep(json []byte)
	kept() []byte
}

// encoded makes a result a fitted one.
type encoded struct{ json []byte }

func (e *encoded) keep(json []byte) { e.json = json }
func (e *encoded) kept() []byte     { return e.json }

// fit returns the largest result that has at most as many tokens as the limit, 0 being
// that of the set. make makes the one that keeps the n most important of its parts,
// with a Cut if these are not all; it is called with fewer parts only if all of them
// are too many. advice says what to do about what is missing.
func fit[Out fitted](s *Set, limit, parts int, what, advice string, make func(n int, cut *Cut) Out) (Out, error) {
	if limit <= 0 {
		limit = s.maxTokens
	}
	var err error
	tokens := func(o Out) int {
		b, e := encode(o)
		if e != nil {
			err = e
		}
		o.keep(b)
		return s.counter.Count(string(b))
	}
	whole := make(parts, nil)
	if tokens(whole) <= limit || parts == 0 || err != nil {
		return whole, err
	}
	keeping := func(n int) Out {
		return make(n, &Cut{parts - n, parts, limit, fmt.Sprintf(
			"%d of %d %s left out: the limit is %d tokens. %s", parts-n, parts, what, limit, advice)})
	}
	// The least number of parts that is too many.
	tooMany := sort.Search(parts, func(n int) bool { return tokens(keeping(n)) > limit })
	out := keeping(max(0, tooMany-1))
	tokens(out)
	return out, err
}
