package citefmt

import (
	"strings"
	"unicode"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

// An OpenAIMessage is an input message of the Responses API.
type OpenAIMessage struct {
	Type    string            `json:"type"`
	Role    string            `json:"role"`
	Content []OpenAIInputText `json:"content"`
}

// An OpenAIInputText is a content part of type input_text.
type OpenAIInputText struct {
	Type string `json:"type"`
	Text string `json:"text"`
}

// OpenAIInput returns passages as a user's message of a prompt, a part each: the
// key by which an answer cites the passage, its ID, and in block quotations where
// it stands, its text and its notes. Every line that begins with ">" is the
// article's, and no other line is. The zero Passage has no part.
//
// The API has no form for passages that it would cite by itself but files that are
// uploaded to it and searched there: a model says in its text what it cites, and
// for that it is given keys. An input_file would be searched no more than a text,
// and would be a file of a name that an answer need not repeat.
func OpenAIInput(c *corpus.Corpus, passages []corpus.Passage) OpenAIMessage {
	m := OpenAIMessage{Type: "message", Role: "user", Content: []OpenAIInputText{}}
	for _, p := range passages {
		if p.IsZero() {
			continue
		}
		if c == nil {
			c = &corpus.Corpus{}
		}
		var b strings.Builder
		b.WriteString(c.Key(p))
		if len(p.Labels()) > 0 {
			b.WriteString(" " + string(p.ID()))
		}
		b.WriteString("\n" + quoted(title(p)))
		if p.Lead() != "" {
			b.WriteString(quoted(p.Lead()))
		}
		b.WriteString(quoted(p.Text()))
		for _, f := range p.Footnotes() {
			writeNote(&b, c.Mark(f), f)
		}
		m.Content = append(m.Content, OpenAIInputText{Type: "input_text", Text: b.String()})
	}
	return m
}

func writeNote(b *strings.Builder, mark string, f cite.Footnote) {
	if f.Text == "" {
		b.WriteString("Note " + mark + " has no text.\n")
		return
	}
	b.WriteString("Note " + mark + ":\n" + quoted(f.Text))
}

// quoted returns text as lines of a block quotation. Whatever might be seen as the
// end of a line ends one.
func quoted(text string) string {
	lines := strings.FieldsFunc(text, func(r rune) bool {
		return r == '\u2028' || r == '\u2029' || unicode.IsControl(r) && r != '\t'
	})
	return "> " + strings.Join(lines, "\n> ") + "\n"
}
