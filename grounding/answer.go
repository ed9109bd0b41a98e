package grounding

import (
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/citefmt"
)

// An Answer is what a program is about to say.
type Answer struct {
	// ID names the answer in reports.
	ID string
	// Text is Markdown or plain text with markers.
	Text string
	// Question is what was asked, "" if that isn't known: a refusal is checked
	// against it.
	Question string
	// Context are the passages that the model was shown, nil if that isn't known.
	Context []cite.PassageID
	// Citations are those that came beside the text, from the API of a model.
	Citations []Attribution
	// Progress is told how many of the answer's statements are checked, whenever it is
	// one more; one call at a time, which holds up the check. [Checker.Cite] checks
	// twice and counts both. A stream tells nothing but what Close does. Nil is told
	// nothing.
	Progress func(done, total int)
}

// An Attribution is a citation that stands beside an answer, not in it: package citefmt
// reads them from the formats of vendors. An empty span is a place, as a marker's.
type Attribution = citefmt.Attribution
