package grounding

// A Verdict says what the checker makes of a claim or of an answer.
type Verdict string

// The verdicts, worst first. An answer has the worst of its claims'.
const (
	Contradicted Verdict = "contradicted"
	Unsupported  Verdict = "unsupported"
	Partial      Verdict = "partial"
	Undecided    Verdict = "undecided"
	BadCitation  Verdict = "bad_citation"
	Miscited     Verdict = "miscited"
	Supported    Verdict = "supported"
	// NoClaim is the verdict of what states nothing.
	NoClaim Verdict = "no_claim"
)

// Verdicts are all verdicts, worst first.
var Verdicts = [...]Verdict{
	Contradicted, Unsupported, Partial, Undecided, BadCitation, Miscited, Supported, NoClaim,
}

// Worse reports whether v is worse than w. A verdict that is not of this package is
// worse than all.
func (v Verdict) Worse(w Verdict) bool { return v.rank() < w.rank() }

func (v Verdict) rank() int {
	for i, x := range Verdicts {
		if x == v {
			return i
		}
	}
	return -1
}

// A Content is what the corpus, cited or not, makes of a claim: Supported, Partial,
// Unsupported, Contradicted or Undecided.
type Content = Verdict

// A CitationStatus says whether a claim's markers lead to what backs it.
type CitationStatus string

// What markers may be.
const (
	CitationOK         CitationStatus = "ok"         // the union of the cited scopes backs the claim
	CitationIncomplete CitationStatus = "incomplete" // they back a part of it
	CitationWrong      CitationStatus = "wrong"      // other text backs it
	CitationBroken     CitationStatus = "broken"     // a marker leads nowhere
	CitationNone       CitationStatus = "none"       // there is no marker
	CitationUncitable  CitationStatus = "uncitable"  // what backs the claim has no footnote
)

// Decided says by what a claim's content was decided.
type Decided string

// By what a claim is decided. A score alone decides nothing: it is ByScore where the
// content is Undecided.
const (
	ByRule  Decided = "rule"
	ByJudge Decided = "judge"
	ByScore Decided = "score"
)

// verdictOf follows the two findings to the verdict; the first that fits counts. A
// marker that leads nowhere is certain, so it goes before what stayed open: else an
// invented note would pass as undecided.
func verdictOf(content Content, citation CitationStatus) Verdict {
	switch {
	case content == Contradicted, content == Unsupported, content == Partial:
		return content
	case citation == CitationBroken:
		return BadCitation
	case content == Undecided:
		return Undecided
	case citation == CitationWrong, citation == CitationIncomplete, citation == CitationUncitable:
		return Miscited
	}
	return Supported
}
