package fact_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus/fact"
)

func TestTimeline(t *testing.T) {
	date := func(edtf string) fact.Value { return fact.OfDate(fact.MustParseDate(edtf)) }
	s := mustSet(t, []fact.Record{
		rec("a/july", stating(date("2023-07"))),
		rec("a/none"),
		rec("a/number", stating(fact.OfQuantity(fact.Exactly(2020, "years")))),
		rec("a/year", stating(date("2023"))),
		rec("a/late", stating(date("2025"), date("1990"))), // its first date counts
		rec("a/july-too", stating(fact.OfQuantity(fact.Exactly(3, "tons")), date("2023-07"))),
		rec("a/as-of", func(r *fact.Record) { r.AsOf = fact.MustParseDate("2020") }), // when it holds, not what it states
		rec("a/since", stating(date("2022/.."))),
		rec("a/about", stating(date("2023~"))),
		rec("a/until", stating(date("../2024"))),
	})
	want := []string{"a/until", "a/since", "a/year", "a/about", "a/july", "a/july-too", "a/late"}
	if d := cmp.Diff(want, factIDs(s.Timeline())); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}
