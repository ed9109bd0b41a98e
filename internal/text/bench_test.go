package text_test

import (
	"testing"

	"github.com/footnote-go/footnote/internal/text"
)

const prose = `The harbour opened before dawn, and by 6 a.m. the first of the
trawlers had left its berth. Nobody in the town's fish market expected more than
1,200 kilos that week; the U.S.-built radar, bought for $45,000, hadn't worked
since the storm. "We'll manage," the harbour master said, analysing his notes:
v1.1 of the forecast gave a 25% chance of rain and winds of 3.5–5.5 knots. His
daughter, back from São Paulo, organised the ice, the crates and the drivers. She
didn't believe in forecasts. By noon the boats were home again, low in the water,
and the whole neighbourhood smelled of mackerel, diesel and fresh coffee.
`

func BenchmarkAppend(b *testing.B) {
	for _, bench := range []struct {
		name string
		new  func(used *text.Analyzer) *text.Analyzer
	}{
		{"remembered", func(used *text.Analyzer) *text.Analyzer { return used }},
		{"fresh", func(*text.Analyzer) *text.Analyzer { return new(text.Analyzer) }},
	} {
		b.Run(bench.name, func(b *testing.B) {
			var used text.Analyzer
			tokens := used.Append(nil, prose)
			b.SetBytes(int64(len(prose)))
			b.ReportAllocs()
			for b.Loop() {
				tokens = bench.new(&used).Append(tokens[:0], prose)
			}
		})
	}
}
