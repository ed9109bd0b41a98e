package toolset

import (
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

// A CitedPassage is a passage with all that it takes to cite it.
type CitedPassage struct {
	Key     string  `json:"key" jsonschema:"how an answer cites it: put this behind what you take from it"`
	URL     string  `json:"url" jsonschema:"where a person finds it"`
	Passage Passage `json:"passage"`
	// Citations are one for each longest run of sentences with the same footnotes in
	// force.
	Citations []Citation `json:"citations" jsonschema:"which footnotes are in force for which part of the text"`
}

// A Passage is a corpus.Passage as JSON has it.
type Passage struct {
	ID        cite.PassageID `json:"id"`
	Article   string         `json:"article"`
	Section   []string       `json:"section" jsonschema:"headings that lead to it, below the title"`
	Lead      string         `json:"lead" jsonschema:"what the text needs to be understood, such as a table's header; not to be quoted"`
	Text      string         `json:"text"`
	Digest    cite.Digest    `json:"digest"`
	Footnotes []string       `json:"footnotes" jsonschema:"labels of the footnotes in force"`
	Source    cite.Span      `json:"source" jsonschema:"its place in the article's file, in bytes"`
}

// A Citation is a cite.Citation with its key and address.
type Citation struct {
	cite.Citation
	Key string `json:"key" jsonschema:"how an answer cites it"`
	URL string `json:"url" jsonschema:"where a person finds it"`
}

// MarshalJSON writes the citation with its key and address behind.
func (c Citation) MarshalJSON() ([]byte, error) {
	return encode(struct {
		Article   string          `json:"article"`
		Passage   cite.PassageID  `json:"passage"`
		Digest    cite.Digest     `json:"digest"`
		Start     int             `json:"start"`
		End       int             `json:"end"`
		Quote     string          `json:"quote"`
		Prefix    string          `json:"prefix"`
		Suffix    string          `json:"suffix"`
		Footnotes []cite.Footnote `json:"footnotes"`
		Key       string          `json:"key"`
		URL       string          `json:"url"`
	}{c.Article, c.Passage, c.Digest, c.Start, c.End, c.Quote, c.Prefix, c.Suffix, list(c.Footnotes), c.Key, c.URL})
}

// passage describes a passage.
func (s *Set) passage(p corpus.Passage) CitedPassage {
	return CitedPassage{
		Key: s.corpus.Key(p), URL: s.PassageURL(p.ID()),
		Passage: Passage{
			ID: p.ID(), Article: p.Article().ID(), Section: list(p.Section().Path()), Lead: p.Lead(), Text: p.Text(),
			Digest: p.Digest(), Footnotes: list(p.Labels()), Source: p.Source(),
		},
		Citations: s.citations(p.Citations()),
	}
}

func (s *Set) citation(c cite.Citation) Citation {
	return Citation{c, s.key(c), s.CitationURL(c)}
}

func (s *Set) citations(cs []cite.Citation) []Citation {
	out := make([]Citation, len(cs))
	for i, c := range cs {
		out[i] = s.citation(c)
	}
	return out
}

// key returns how an answer cites a place.
func (s *Set) key(c cite.Citation) string {
	if len(c.Footnotes) == 0 {
		return "[" + string(c.Passage) + "]"
	}
	return s.marks(c.Footnotes)
}

// marks returns the marks of footnotes.
func (s *Set) marks(notes []cite.Footnote) string {
	var b strings.Builder
	for _, f := range notes {
		b.WriteString(s.corpus.Mark(f))
	}
	return b.String()
}

// quoted returns passages as Markdown.
func (s *Set) quoted(passages []CitedPassage) string {
	var b strings.Builder
	for _, p := range passages {
		if whole, ok := s.corpus.Passage(p.Passage.ID); ok {
			b.WriteString("\n" + s.corpus.Quoted(whole))
		}
	}
	return b.String()
}

// notesOf returns the footnotes of passages, each once.
func (s *Set) notesOf(passages []CitedPassage) []cite.Footnote {
	var lists [][]cite.Footnote
	for _, p := range passages {
		for _, c := range p.Citations {
			lists = append(lists, c.Footnotes)
		}
	}
	return list(cite.DistinctFootnotes(lists...))
}

// list makes an empty list of a nil one, so that JSON has [] and not null.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// quote returns text of an article as a block quotation.
func quote(text string) string { return corpus.Blockquote(text) }
