package toolset

import (
	"context"
	"fmt"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
)

const readFootnoteText = "Read a footnote: its text, what kind of source it names, and everything in the article that it vouches for. Use it when a user asks what a mark such as [^4] stands for. `source` is `internal` if the note names nothing that a reader could open, `external` if it does, `none` if it has no text; nobody opened the source."

// ReadFootnoteInput names a footnote.
type ReadFootnoteInput struct {
	Footnote  string `json:"footnote" jsonschema:"its label as a string: 4, ^4, [^4], or ARTICLE^4 where there are several articles" min:"1" max:"5000"`
	MaxTokens int    `json:"max_tokens,omitempty" jsonschema:"the most that the result may have; beyond it IDs of facts are left out, then whole citations" min:"100" max:"100000"`
}

// ReadFootnoteOutput is a footnote with what it vouches for.
type ReadFootnoteOutput struct {
	Schema    string     `json:"schema"`
	Footnote  Footnote   `json:"footnote"`
	Key       string     `json:"key" jsonschema:"how an answer cites it"`
	URL       string     `json:"url" jsonschema:"where a person finds it"`
	Citations []Citation `json:"citations" jsonschema:"what it vouches for, in reading order"`
	Facts     []string   `json:"facts" jsonschema:"IDs of the facts that rest on it"`
	Cut       *Cut       `json:"cut,omitempty" jsonschema:"what there was no room for"`

	encoded
}

// ReadFootnote returns a footnote with what it vouches for.
func (s *Set) ReadFootnote(_ context.Context, in ReadFootnoteInput) (*ReadFootnoteOutput, error) {
	ref, err := footnoteRef(in.Footnote)
	if err != nil {
		return nil, err
	}
	f, err := s.corpus.Footnote(ref)
	if err != nil {
		return nil, s.explained(err)
	}
	article, _ := s.corpus.Article(f.Article)
	vouched := s.citations(article.VouchedFor(f.Label))
	facts := []string{}
	for f := range s.corpus.Facts().Under(f) {
		facts = append(facts, s.corpus.FactID(f))
	}
	// Each citation and each ID of a fact is a part.
	return fit(s, in.MaxTokens, len(vouched)+len(facts), "citations and IDs of facts were", "Ask with a larger max_tokens, or read the passages by search_passages with this footnote.", func(n int, cut *Cut) *ReadFootnoteOutput {
		return &ReadFootnoteOutput{
			Schema: Schema, Footnote: footnotes([]cite.Footnote{f})[0], Key: s.corpus.Mark(f), URL: s.FootnoteURL(f),
			Citations: vouched[:min(n, len(vouched))], Facts: facts[:max(0, n-len(vouched))], Cut: cut,
		}
	})
}

// sourceWords say what a note names.
var sourceWords = map[cite.Source]string{
	cite.SourceNone:     "The note has no text.",
	cite.SourceInternal: "The note names no source that a reader could open.",
	cite.SourceExternal: "The note names a source; nobody opened it.",
}

func (o *ReadFootnoteOutput) text(s *Set) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Note %s:\n\n%s\n%s\n", o.Key, quote(o.Footnote.Text), sourceWords[o.Footnote.Source])
	if len(o.Citations) == 0 && o.Cut == nil {
		b.WriteString("Nothing refers to it.\n")
	}
	for _, c := range o.Citations {
		fmt.Fprintf(&b, "\nIt vouches, in %s, for:\n\n%s", c.Passage, quote(c.Quote))
	}
	return b.String() + cutText(o.Cut)
}
