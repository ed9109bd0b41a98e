package metapolicy

import (
	"iter"
	"slices"

	"github.com/footnote-go/footnote/corpus/fact"
)

// An Amount is a sum of money that the article gives, by the ID of its fact. The
// zero Amount is none.
type Amount string

// The amounts of the article.
const (
	Capex2024         Amount = "meta/ai-capital-expenditure"
	TrainingRun       Amount = "llama/training-run-cost" // a range, of any Llama model
	Llama3TrainingRun Amount = "llama-3/training-run-cost"
	Llama4TrainingRun Amount = "llama-4/training-run-cost"
)

var amounts = [...]Amount{Capex2024, TrainingRun, Llama3TrainingRun, Llama4TrainingRun}

// Amounts returns the sums of money of the article. "Billions", which is no sum, is
// not among them: that Meta invested so much in Llama 4 is a fact of the kind money
// without a value.
func Amounts() iter.Seq[Amount] { return slices.Values(amounts[:]) }

// Money returns the amount: for when, Date says, and by whose account,
// AttributedTo. What a run costs the article gives in two ways: the result's
// Conflict has both.
func (a Amount) Money() fact.Stated[fact.Money] {
	return byID(string(a), "money", func(e entry) fact.Money { return e.Money() })
}

// Scope returns what the amount includes.
func (a Amount) Scope() iter.Seq[fact.Stated[string]] {
	e := open().entries[string(a)]
	return about(string(e.subject), "money", entry.text, "scope of "+e.Property())
}

// RevenueSources returns by what the open-source strategy earns.
func RevenueSources() iter.Seq[fact.Stated[string]] {
	return all("money", entry.text, "revenue source")
}

// For returns what the money is for.
func (a Amount) For() string { return open().entries[string(a)].text() }
