package metapolicy

import (
	"iter"

	"github.com/footnote-go/footnote/corpus/fact"
)

// An Assessment is a row of the article's table of assessments.
type Assessment struct {
	Dimension string `json:"dimension"` // the row's heading: "Safety stance"
	Text      string `json:"text"`
}

// Assessments returns the six rows of the article's assessment, in order.
func Assessments() iter.Seq[fact.Stated[Assessment]] {
	return where(all("assessment", assessment), func(a Assessment) bool { return a.Dimension != "" })
}

func assessment(e entry) Assessment { return Assessment{e.data.Dimension, e.data.Text} }
