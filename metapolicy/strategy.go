package metapolicy

import (
	"iter"

	"github.com/footnote-go/footnote/corpus/fact"
)

// A StrategyPoint is something that the article tells of Meta's strategy.
type StrategyPoint struct {
	Of     Entity `json:"of"`
	Aspect string `json:"aspect"` // for example "aim", "mechanism", "rationale"
	Text   string `json:"text"`
}

// Strategy returns what the article tells of Meta's strategy: aims, mechanisms,
// reasons, framings, risks.
func Strategy() iter.Seq[fact.Stated[StrategyPoint]] {
	return all("strategy", func(e entry) StrategyPoint {
		return StrategyPoint{e.subject, e.Property(), e.data.Text}
	})
}
