package fact

import (
	"iter"
	"slices"
)

// Timeline returns the facts that have a date among their values, in the order of
// their dates as [CompareDates] has it, those of one date in the set's order.
func (s *Set) Timeline() iter.Seq[Fact] {
	return func(yield func(Fact) bool) { s.each(s.listTimeline(), yield) }
}

func (s *Set) listTimeline() []int32 {
	if s == nil {
		return nil
	}
	return s.timeline
}

func (s *Set) sortTimeline() {
	for i := range s.records {
		if !(Fact{s, int32(i)}).Date().IsZero() {
			s.timeline = append(s.timeline, int32(i))
		}
	}
	slices.SortStableFunc(s.timeline, func(a, b int32) int {
		return CompareDates(Fact{s, a}.Date(), Fact{s, b}.Date())
	})
}
