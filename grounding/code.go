package grounding

import "github.com/footnote-go/footnote/internal/entail"

// A Code names a kind of problem, and a rule that decides. The set may grow.
type Code string

// Problems of content.
const (
	NumberMismatch          = Code(entail.NumberMismatch) // the evidence has another number there
	NumberAbsent            = Code(entail.NumberAbsent)
	UnitMismatch            = Code(entail.UnitMismatch) // the number counts something else
	DateMismatch            = Code(entail.DateMismatch)
	DateAbsent              = Code(entail.DateAbsent)
	NameMismatch            = Code(entail.NameMismatch)
	NameAbsent              = Code(entail.NameAbsent)
	RolesSwapped            = Code(entail.RolesSwapped) // who does it to whom
	PolarityMismatch        = Code(entail.PolarityMismatch)
	OrderMismatch           = Code(entail.OrderMismatch)
	QuantifierMismatch      = Code(entail.QuantifierMismatch)
	CauseAbsent             = Code(entail.CauseAbsent)      // no evidence states the cause
	ComparisonAbsent        = Code(entail.ComparisonAbsent) // nor the comparison
	OrderAbsent             = Code(entail.OrderAbsent)      // nor what came first
	SubjectAbsent           = Code(entail.SubjectAbsent)    // what "it" means is not known
	HedgeDropped            = Code(entail.HedgeDropped)
	AttributionDropped      = Code(entail.AttributionDropped)
	AttributionSwapped      = Code(entail.AttributionSwapped)
	Derived                 = Code(entail.Derived)        // a number that was reckoned, rightly
	DerivedUnknown          = Code(entail.DerivedUnknown) // one of which nobody knows how
	WordsAbsent             = Code(entail.WordsAbsent)    // what carries the claim stands nowhere
	MixedScripts       Code = "mixed-scripts"             // letters of two scripts in one word
	HiddenCharacters   Code = "hidden-characters"
	TooLong            Code = "too-long"
	NotText            Code = "code"             // in a fence of code: not checked
	ForeignLanguage    Code = "foreign-language" // another than the corpus's
	TensionFound       Code = "tension"          // the article disagrees with itself there
	OutsideContext     Code = "outside-context"  // backed, but not by what the model was shown
)

// Rules that decide that a claim is supported or not.
const (
	RuleCovered     Code = "covered"      // one sentence states all of it
	RuleCoveredMore Code = "covered-more" // several sentences state its parts
	RuleNotCovered  Code = "not-covered"  // no sentence states it
	RulePartCovered Code = "part-covered" // a part of it
	RuleQuote       Code = "quote"        // it consists of a quotation
)

// Problems of citations.
const (
	Uncited         Code = "uncited"
	Uncitable       Code = "uncitable"        // what backs it has no footnote
	UnknownMarker   Code = "unknown-marker"   // no such note or passage
	MalformedMarker Code = "malformed-marker" // no form that a note has
	WrongNote       Code = "wrong-note"       // other text backs it than the cited
	IncompleteNotes Code = "incomplete-notes" // the cited text backs a part of it
	AmbiguousMarker Code = "ambiguous-marker" // several articles have the note
	Superfluous     Code = "superfluous"      // a marker that adds nothing
	Inherited       Code = "inherited"        // the marker stands further on in the paragraph
)

// Problems of quotations.
const (
	QuoteCase      Code = "quote-case"      // capital and small letters differ
	QuoteTruncated Code = "quote-truncated" // cut before a word that limits it
	QuoteStitched  Code = "quote-stitched"  // from places that are not one passage
	QuoteAltered   Code = "quote-altered"
	QuoteMissing   Code = "quote-missing"
	QuoteElsewhere Code = "quote-elsewhere" // stands, but not under the cited note
)
