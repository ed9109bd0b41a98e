package eval

import (
	"slices"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

// A MutantKind says what a [Mutant] differs in from what the corpus states.
type MutantKind string

// The kinds that the corpus does not back: a checker has to find them out.
const (
	MutantNumber           MutantKind = "number"            // another value, or ten times
	MutantUnit             MutantKind = "unit"              // the number counts something else
	MutantDate             MutantKind = "date"              // another year or month
	MutantName             MutantKind = "name"              // another entity of the kind
	MutantRole             MutantKind = "role"              // two names swapped
	MutantPolarity         MutantKind = "polarity"          // negated, or an antonym
	MutantQuantifier       MutantKind = "quantifier"        // some made all
	MutantHedge            MutantKind = "hedge"             // a hedge dropped
	MutantAttribution      MutantKind = "attribution"       // said by somebody else
	MutantCause            MutantKind = "cause"             // a cause that nobody states
	MutantWrongFootnote    MutantKind = "wrong-footnote"    // true, under a note that doesn't vouch for it
	MutantInventedFootnote MutantKind = "invented-footnote" // true, under a note that there isn't
	MutantStitchedQuote    MutantKind = "stitched-quote"    // of two passages, as if one
	MutantAlteredQuote     MutantKind = "altered-quote"     // one word or number is another
	MutantAddedFact        MutantKind = "added-fact"        // more than the corpus states
)

// The kinds that the corpus does back: a checker has to let them pass.
const (
	MutantStatement     MutantKind = "statement"      // a fact's statement under its footnotes
	MutantNumberForm    MutantKind = "number-form"    // the same value, written otherwise
	MutantClause        MutantKind = "clause"         // a part that stands alone
	MutantSynonym       MutantKind = "synonym"        // one word for another
	MutantVoice         MutantKind = "voice"          // passive for active, or the reverse
	MutantTypography    MutantKind = "typography"     // a quotation with other marks, dashes, spaces
	MutantEllipsisQuote MutantKind = "ellipsis-quote" // a quotation with words left out, and it shows
	MutantPassageID     MutantKind = "passage-id"     // a statement that no footnote vouches for
	MutantAlias         MutantKind = "alias"          // an entity by another of its names
)

// MutantKinds are all kinds, those that are not backed first.
var MutantKinds = [...]MutantKind{
	MutantNumber, MutantUnit, MutantDate, MutantName, MutantRole, MutantPolarity, MutantQuantifier, MutantHedge,
	MutantAttribution, MutantCause, MutantWrongFootnote, MutantInventedFootnote, MutantStitchedQuote,
	MutantAlteredQuote, MutantAddedFact,
	MutantStatement, MutantNumberForm, MutantClause, MutantSynonym, MutantVoice, MutantTypography,
	MutantEllipsisQuote, MutantPassageID, MutantAlias,
}

// Good reports whether the corpus backs mutants of the kind, under their footnotes.
func (k MutantKind) Good() bool {
	return slices.Index(MutantKinds[:], k) >= slices.Index(MutantKinds[:], MutantStatement)
}

// MutantOptions say which mutants are made. The zero MutantOptions are the defaults.
type MutantOptions struct {
	// Seed chooses among what may be made. The same seed gives the same mutants.
	Seed uint64
	// Kinds are those that are made, nil for all. One that there isn't makes none.
	Kinds []MutantKind
	// Max is how many of a kind are made at most; 0 is DefaultMutants.
	Max int
}

// DefaultMutants is how many mutants of a kind are made where MutantOptions don't say.
const DefaultMutants = 500

// A Mutant is a claim made of what a corpus states, of which it is known whether the
// corpus backs it.
type Mutant struct {
	// ID names the mutant: its kind, and a digest of its answer.
	ID   string     `json:"id"`
	Kind MutantKind `json:"kind"`
	// Good says that the corpus backs the claim under what it cites.
	Good bool `json:"good"`
	// Answer is the claim with its marker, as a model would write it.
	Answer string `json:"answer"`
	// Original is what it was made of: a fact's statement, or a sentence.
	Original string `json:"original"`
	// Changed was replaced by By. Changed is "" where something was added, By where
	// something was left out, and both are where nothing was changed.
	Changed string `json:"changed"`
	By      string `json:"by"`
	// Source is where the corpus states the original.
	Source cite.Citation `json:"source"`
	// Footnotes are the labels that vouch for the original, in full, ARTICLE^LABEL,
	// where the corpus has several articles. It is empty where none does.
	Footnotes []string `json:"footnotes"`
}

// Mutants makes claims of a corpus: true ones in other words, and false ones that
// differ from what it states in one thing. So a checker can be measured on any corpus,
// without labels that somebody wrote.
//
// They are made of the statements of facts, and of sentences that are short and can
// stand alone; names are swapped for those that the facts are about, so that a corpus
// without facts gives fewer. What may be true after all is left out: a value or a name
// that another fact of the same subject has, or a sentence that has half of the other
// words, too; a note that vouches for such a sentence. That is a matter of words: in
// rare cases a false claim is true nonetheless, or a true one says a little more than
// its source, so figures compare checkers better than they count errors.
//
// A checker that reads the corpus's facts has the very statements that most mutants
// are made of, so that good ones are easier for it than what a model writes. To measure
// it without, give it a corpus of the same articles that has no facts.
//
// English is what the changes are made for. Mutants stand in the order of MutantKinds
// and of the corpus; none stands twice.
func Mutants(c *corpus.Corpus, o MutantOptions) []Mutant {
	if o.Max <= 0 {
		o.Max = DefaultMutants
	}
	m := newMutator(c, o.Seed)
	var out []Mutant
	for _, kind := range MutantKinds {
		if o.Kinds == nil || slices.Contains(o.Kinds, kind) {
			out = append(out, m.make(kind, o.Max)...)
		}
	}
	return out
}
