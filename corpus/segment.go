package corpus

import (
	"sort"

	"github.com/footnote-go/footnote/corpus/cite"
)

// A segment says where a piece of a block's clean text stands in the file. In a
// copied segment both sides are the same bytes; otherwise the clean bytes stand
// for the raw ones as a whole (an entity, an escape, folded white space).
type segment struct {
	clean, cleanLen int
	raw, rawLen     int
	copied          bool
}

// sourceSpan maps a span of clean text to the file.
func sourceSpan(segs []segment, span cite.Span) cite.Span {
	if len(segs) == 0 {
		return cite.Span{}
	}
	start := segs[segmentAt(segs, span.Start)].rawStart(span.Start)
	if span.IsEmpty() {
		return cite.Span{Start: start, End: start}
	}
	return cite.Span{Start: start, End: segs[segmentAt(segs, span.End-1)].rawEnd(span.End)}
}

// segmentAt returns the index of the segment that holds the clean byte at, or
// the last one.
func segmentAt(segs []segment, at int) int {
	i := sort.Search(len(segs), func(i int) bool { return segs[i].clean > at })
	return max(0, i-1)
}

func (s segment) rawStart(at int) int {
	switch {
	case at >= s.clean+s.cleanLen:
		return s.raw + s.rawLen
	case s.copied:
		return s.raw + at - s.clean
	}
	return s.raw
}

func (s segment) rawEnd(at int) int {
	if s.copied {
		return s.raw + min(at-s.clean, s.rawLen)
	}
	return s.raw + s.rawLen
}
