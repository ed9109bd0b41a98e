package metapolicy

import (
	"iter"
	"slices"

	"github.com/footnote-go/footnote/corpus/fact"
)

// An Engagement is a matter of policy in which Meta took sides. The zero
// Engagement is none.
type Engagement string

// The engagements of the article.
const (
	EUAIAct     Engagement = "eu-ai-act"
	NTIAInquiry Engagement = "ntia-inquiry"
	SB1047      Engagement = "sb-1047"
)

var engagements = [...]Engagement{EUAIAct, NTIAInquiry, SB1047}

// Engagements returns the engagements of the article.
func Engagements() iter.Seq[Engagement] { return slices.Values(engagements[:]) }

// A Stance is where Meta stood.
type Stance string

// The stances of Meta.
const (
	StanceOpposed           Stance = "opposed"
	StanceSoughtCarveOuts   Stance = "sought-carve-outs"
	StanceSubmittedComments Stance = "submitted-comments" // in favor of open weights
)

// An Outcome is how an engagement ended.
type Outcome string

// The outcomes of engagements.
const (
	OutcomeCarveOutsAdopted Outcome = "carve-outs-adopted"
	OutcomeBillFailed       Outcome = "bill-failed"
)

// Name returns the engagement's name.
func (g Engagement) Name() string { return Entity(g).Name() }

// String returns the engagement's name.
func (g Engagement) String() string { return Entity(g).String() }

// Instrument returns what it was about: an act, a bill, an inquiry.
func (g Engagement) Instrument() fact.Stated[string] {
	return one(string(g), "instrument", entry.text)
}

// Jurisdiction returns where.
func (g Engagement) Jurisdiction() fact.Stated[Entity] {
	return one(string(g), "jurisdiction", func(e entry) Entity { return e.data.Jurisdiction })
}

// Year returns when.
func (g Engagement) Year() fact.Stated[fact.Date] { return one(string(g), "year", entry.date) }

// Stances returns all that the article says of where Meta stood, which may be more
// than one thing.
func (g Engagement) Stances() iter.Seq[fact.Stated[Stance]] {
	return about(string(g), "engagement", func(e entry) Stance { return e.data.Stance }, "stance")
}

// Stance returns where Meta stood, by the section on the engagement.
func (g Engagement) Stance() fact.Stated[Stance] {
	return one(string(g), "stance", func(e entry) Stance { return e.data.Stance })
}

// Provisions returns what the instrument would have done.
func (g Engagement) Provisions() iter.Seq[fact.Stated[string]] {
	return about(string(g), "engagement", entry.text, "provision")
}

// Actions returns what Meta and others did.
func (g Engagement) Actions() iter.Seq[fact.Stated[string]] {
	return about(string(g), "engagement", entry.text, "action")
}

// Arguments returns what Meta argued; AttributedTo says so.
func (g Engagement) Arguments() iter.Seq[fact.Stated[string]] {
	return about(string(g), "engagement", entry.text, "argument")
}

// Objections returns what was held against it; by whom, AttributedTo says where the
// article does.
func (g Engagement) Objections() iter.Seq[fact.Stated[string]] {
	return about(string(g), "engagement", entry.text, "objection")
}

// Outcome returns how it ended, where the article says so.
func (g Engagement) Outcome() fact.Stated[Outcome] {
	return one(string(g), "outcome", func(e entry) Outcome { return e.data.Outcome })
}

// Causes returns what the article says contributed to the outcome.
func (g Engagement) Causes() iter.Seq[fact.Stated[string]] {
	return about(string(g), "engagement", entry.text, "cause of failure")
}

// Facts returns all facts about the engagement.
func (g Engagement) Facts() iter.Seq[fact.Fact] { return Entity(g).Facts() }
