package metapolicy

import (
	"iter"
	"slices"

	"github.com/footnote-go/footnote/corpus/fact"
)

// A Measure is a part of Meta's safety architecture: a guide, a framework, a
// process. The zero Measure is none.
type Measure string

// The measures of the article.
const (
	ResponsibleUseGuide Measure = "responsible-use-guide"
	FrontierAIFramework Measure = "frontier-ai-framework" // v1.1
	RedTeaming          Measure = "red-teaming"           // before a release
)

var measures = [...]Measure{ResponsibleUseGuide, FrontierAIFramework, RedTeaming}

// Measures returns the safety measures of the article.
func Measures() iter.Seq[Measure] { return slices.Values(measures[:]) }

// Name returns the measure's name.
func (m Measure) Name() string { return Entity(m).Name() }

// String returns the measure's name.
func (m Measure) String() string { return Entity(m).String() }

// Year returns when the measure came.
func (m Measure) Year() fact.Stated[fact.Date] { return one(string(m), "year", entry.date) }

// Author returns whose measure it is.
func (m Measure) Author() fact.Stated[Organization] { return one(string(m), "author", organization) }

// Version returns the version that the article speaks of.
func (m Measure) Version() fact.Stated[string] { return one(string(m), "version", entry.text) }

// Approaches returns how the measure goes about safety.
func (m Measure) Approaches() iter.Seq[fact.Stated[string]] {
	return about(string(m), "safety", entry.text, "approach", "focus", "example", "conducted by")
}

// Processes returns what is examined, and how.
func (m Measure) Processes() iter.Seq[fact.Stated[string]] {
	return about(string(m), "safety", entry.text, "process")
}

// Commitments returns what Meta commits itself to.
func (m Measure) Commitments() iter.Seq[fact.Stated[string]] {
	return about(string(m), "safety", entry.text, "commitment")
}

// Gaps returns what critics miss in the measure, and beside it in the architecture
// that it is a part of.
func (m Measure) Gaps() iter.Seq[fact.Stated[string]] {
	return pick(m.Facts(), func(e entry) bool { return e.states("safety", "gap") }, entry.text)
}

// Facts returns all facts about the measure.
func (m Measure) Facts() iter.Seq[fact.Fact] { return Entity(m).Facts() }
