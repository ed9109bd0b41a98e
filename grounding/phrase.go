package grounding

import (
	"strings"

	"github.com/footnote-go/footnote/internal/answer"
	"github.com/footnote-go/footnote/internal/entail"
	"github.com/footnote-go/footnote/internal/lazyregexp"
)

// A kind says what part of an answer a claim is.
type kind = answer.Kind

func kindOf(s *answer.Statement) kind { return s.Kind }

// Why a statement is no claim.
const (
	ruleRefusal  = "refusal"
	rulePhrase   = "phrase"   // a greeting or an empty phrase
	ruleNothing  = "nothing"  // no word that states anything
	ruleQuestion = "question" // a question that states nothing
	ruleTitle    = "title"    // a heading or a cell that states nothing
)

// noClaim says why a statement is no claim, "" if it is one.
func (k *check) noClaim(st *answer.Statement, s *entail.Sentence) string {
	switch {
	case st.Kind == answer.Code:
		return string(NotText)
	case refuses(st.Text):
		return ruleRefusal
	case phrase().MatchString(st.Text) && !s.HasNumber():
		return rulePhrase
	case !s.HasContent():
		return ruleNothing
	case s.IsQuestion() && !s.HasNumber() && !leading().MatchString(st.Text):
		return ruleQuestion
	case (st.Kind == answer.Heading || st.Kind == answer.Cell) && (st.Header || !s.HasNumber() && !s.HasName()):
		return ruleTitle
	case st.Kind == answer.Heading && !s.HasNumber() && s.Len() < shortHeading:
		return ruleTitle
	}
	return ""
}

// shortHeading is how many words a heading without a number has at least if it states
// something.
const shortHeading = 5

// leading begins questions that state something.
var leading = lazyregexp.New(`(?i)^\W*(did you know|have you heard|do you know that|is(n.t| it not)|are(n.t| they not)|was(n.t| it not)|were(n.t)|did(n.t)|does(n.t)|has(n.t)|who knew|guess what|what if i told)\b`)

// stated returns a statement without the words that make a question of it, spaces in
// their place so that offsets stay.
func stated(text string) string {
	at := asking().FindStringIndex(text)
	if at == nil {
		return text
	}
	return strings.Repeat(" ", at[1]) + text[at[1]:]
}

var asking = lazyregexp.New(`(?i)^\W*(did you know|have you heard|do you know|who knew|guess what|what if i told you)\b[,:]?( that\b)?`)

// phrase is what people say around an answer: what begins as a greeting or an offer
// does, whatever follows, and what introduces an answer if nothing does.
var phrase = lazyregexp.New(`(?i)^\W*(` +
	`(hello|hi|hey|good (morning|afternoon|evening)|(great|good|excellent) question|thanks?|thank you|you.re welcome|i hope (this|that)|hope (this|that)|let me know|feel free|please (let|feel)|if you (have|need|want|would)|is there anything|do you (want|need|have)|would you like|i can help|happy to help|i.m glad|my pleasure)\b[^.!?]{0,80}` +
	`|(sure|certainly|of course|absolutely|yes|no|okay|ok|in summary|to summari[sz]e|in short|in conclusion|overall|sources?|references?|notes?|footnotes?|key (points|takeaways|facts)|summary|conclusion|introduction|overview|answer|short answer|as follows|the following|(according to|based on) the (article|passages?|sources?|text|context))` +
	`|(here (is|are|.s)|here.s|below (is|are)|the following)\b[^.!?]{0,80}:` +
	`)[:,.!?]*\s*$`)

var (
	refusalSubject = `((the|this|these|those|any|your)\s+)?((provided|given|available|retrieved|cited)\s+)?(articles?|texts?|passages?|documents?|context|excerpts?|footnotes?|corpus)` +
		`|(the|these|any)\s+(provided|given|available|retrieved|cited)\s+(sources?|material|information|references|notes)`
	refusal = lazyregexp.New(`(?i)^\W*((unfortunately|sorry|i.m sorry|i am sorry|i apologi[sz]e|regrettably|however|but)[,;]?\s*(but\s*)?)*(` +
		`(` + refusalSubject + `)\s+(itself\s+)?((do|does|did) ?(not|n.t)|don.t|doesn.t|didn.t|never|cannot|can.t|could not|(says?|gives?|provides?|contains?|offers?|has|have|mentions?) (nothing|no))\b` +
		`|i (do not|don.t|cannot|can.t|could not|couldn.t|am unable|.m unable|am not able|.m not able)\s+(to\s+)?(find|know|answer|say|tell|locate|see|determine|confirm|provide)` +
		`|there (is|are|was|were) (no|not enough|insufficient|nothing)\b[^.]*\b(in the|in this|in these|provided|given) (articles?|texts?|passages?|sources?|context|information|material|documents?)` +
		`|no (information|answer|mention|passages?|details?)\b[^.]*\b(articles?|texts?|passages?|context|found|given|available|provided|material)` +
		`|(this|that|it|the answer|this information|that information)\s+(is|isn.t|is not|was|wasn.t|cannot|can.t)\s*(not )?(be )?(mentioned|covered|stated|specified|answered|found|given|addressed|discussed|available)\b[^.]*\b(articles?|texts?|passages?|context|sources?)` +
		`|nothing in the (articles?|texts?|passages?|sources?|context))`)
)

// refuses reports whether a statement says that the article doesn't say.
func refuses(s string) bool {
	return refusal().MatchString(s)
}
