package citefmt

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus"
)

// A Format is a form of citations.
type Format string

// The formats that [Read] reads.
const (
	FormatAnthropic Format = "anthropic"
	FormatOpenAI    Format = "openai"
	FormatCohere    Format = "cohere"
)

// The formats that have readers of their own only, as errors name them.
const (
	formatLangChain     Format = "langchain"
	formatWebAnnotation Format = "web annotation"
	formatCSL           Format = "CSL"
	formatBibTeX        Format = "BibTeX"
)

// Read reads the JSON of an answer's citations in a vendor's format: a list of
// citations, the content of a message, the message, or the response with it. Of
// those that have a text, text is empty or the same.
//
// The indices of OpenAI's annotations and Cohere's citations count in text, with
// the default settings of [FromOpenAI]. A list of Anthropic's citations alone
// doesn't say what of the text they are for: each is for all of it.
//
// Citations that can't be used are left out, and each is a [*CitationError] in the
// error. If the data or the text can't be read at all, the Answer is zero.
func Read(c *corpus.Corpus, format Format, data []byte, text string) (Answer, error) {
	fail := func(err error) (Answer, error) {
		return Answer{}, &CitationError{format, "data", err}
	}
	switch {
	case !utf8.Valid(data):
		return fail(errors.New("not UTF-8"))
	case !utf8.ValidString(text):
		return Answer{}, notUTF8(format, "text")
	}
	var out Answer
	var err error
	switch format {
	case FormatAnthropic:
		out, err = readAnthropic(c, data, text)
	case FormatOpenAI:
		out, err = readOpenAI(c, data, text)
	case FormatCohere:
		out, err = readCohere(c, data, text)
	default:
		return fail(fmt.Errorf("the format is not %s, %s or %s", FormatAnthropic, FormatOpenAI, FormatCohere))
	}
	if _, ok := errors.AsType[*shapeError](err); ok {
		return fail(err)
	}
	if text != "" && out.Text != text {
		return fail(fmt.Errorf("its text is %q, not %q", short(out.Text), short(text)))
	}
	return out, err
}

// A shapeError tells of JSON that is nothing of the format's.
type shapeError struct{ err error }

func (e *shapeError) Error() string { return e.err.Error() }
func (e *shapeError) Unwrap() error { return e.err }

var errMixed = &shapeError{errors.New("a text with citations, and citations without a text, stand side by side")}

func readAnthropic(c *corpus.Corpus, data []byte, text string) (Answer, error) {
	list, err := elements(data, "content")
	if err != nil {
		return Answer{}, &shapeError{err}
	}
	alone := AnthropicContentBlock{Type: "text", Text: text}
	var content []AnthropicContentBlock
	for _, raw := range list {
		if strings.HasSuffix(typeOf(raw), "_location") {
			var c AnthropicCitation
			c.UnmarshalJSON(raw) // never fails
			alone.Citations = append(alone.Citations, c)
			continue
		}
		var b AnthropicContentBlock
		if err := json.Unmarshal(raw, &b); err != nil {
			return Answer{}, &shapeError{err}
		}
		if b.Type == "" {
			return Answer{}, &shapeError{errors.New("a block has no type")}
		}
		content = append(content, b)
	}
	switch {
	case content == nil:
		content = []AnthropicContentBlock{alone}
	case alone.Citations != nil:
		return Answer{}, errMixed
	}
	return FromAnthropic(c, content, nil)
}

func readOpenAI(c *corpus.Corpus, data []byte, text string) (Answer, error) {
	list, err := elements(data, "output", "content")
	if err != nil {
		return Answer{}, &shapeError{err}
	}
	alone := OpenAIOutputText{Type: "output_text", Text: text}
	var content []OpenAIOutputText
	for _, raw := range list {
		switch typeOf(raw) {
		case "message":
			var m struct {
				Content []OpenAIOutputText `json:"content"`
			}
			if err := json.Unmarshal(raw, &m); err != nil {
				return Answer{}, &shapeError{err}
			}
			content = append(content, m.Content...)
		case "output_text":
			var part OpenAIOutputText
			if err := json.Unmarshal(raw, &part); err != nil {
				return Answer{}, &shapeError{err}
			}
			content = append(content, part)
		default:
			var a OpenAIAnnotation
			a.UnmarshalJSON(raw) // never fails
			alone.Annotations = append(alone.Annotations, a)
		}
	}
	switch {
	case content == nil:
		content = []OpenAIOutputText{alone}
	case slices.ContainsFunc(alone.Annotations, func(a OpenAIAnnotation) bool {
		return strings.HasSuffix(a.Type, "_citation")
	}):
		return Answer{}, errMixed
	}
	return FromOpenAI(c, content, OpenAIOptions{})
}

func readCohere(c *corpus.Corpus, data []byte, text string) (Answer, error) {
	var response struct {
		Message json.RawMessage `json:"message"`
	}
	if json.Unmarshal(data, &response) == nil && response.Message != nil {
		data = response.Message
	}
	var message CohereMessage
	list, err := elements(data)
	switch {
	case err != nil:
		return Answer{}, &shapeError{err}
	case len(list) == 1 && decode(list[0], &struct{}{}, "content") == nil:
		if err := json.Unmarshal(list[0], &message); err != nil {
			return Answer{}, &shapeError{err}
		}
		return FromCohere(c, message)
	}
	message.Content = []CohereContent{{"text", text}}
	for _, raw := range list {
		var citation CohereCitation
		citation.UnmarshalJSON(raw) // never fails
		citation.ContentIndex = nil // which of the contents text is, nobody said
		message.Citations = append(message.Citations, citation)
	}
	return FromCohere(c, message)
}
