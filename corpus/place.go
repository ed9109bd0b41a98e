package corpus

import (
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
)

// onlyPlace returns the span of the text that is the quotation, if there is
// exactly one.
func onlyPlace(text, quote string) (cite.Span, bool) {
	i := strings.Index(text, quote)
	if i < 0 || quote == "" {
		return cite.Span{}, false
	}
	span := cite.Span{Start: i, End: i + len(quote)}
	return span, span.Valid(text) && !strings.Contains(text[i+1:], quote)
}
