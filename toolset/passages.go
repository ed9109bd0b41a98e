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

// A Citation is a cite.Citation as JSON has it, with its key and address.
type Citation struct {
	Article string         `json:"article"`
	Passage cite.PassageID `json:"passage"`
	Digest  cite.Digest    `json:"digest" jsonschema:"of the passage's text"`
	cite.Span
	Quote     string     `json:"quote" jsonschema:"the passage's text from start to end, in bytes"`
	Prefix    string     `json:"prefix"`
	Suffix    string     `json:"suffix"`
	Footnotes []Footnote `json:"footnotes" jsonschema:"those in force; empty if nothing vouches for it by a note"`
	Key       string     `json:"key" jsonschema:"how an answer cites it"`
	URL       string     `json:"url" jsonschema:"where a person finds it"`
}

// A Footnote is a cite.Footnote as JSON has it: its links are never null.
type Footnote cite.Footnote

// Ref returns the full form of the label, ARTICLE^4.
func (f Footnote) Ref() string { return cite.Footnote(f).Ref() }

// footnotes makes footnotes for JSON.
func footnotes(notes []cite.Footnote) []Footnote {
	out := make([]Footnote, len(notes))
	for i, f := range notes {
		f.Links = list(f.Links)
		out[i] = Footnote(f)
	}
	return out
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
	return Citation{
		Article: c.Article, Passage: c.Passage, Digest: c.Digest, Span: c.Span, Quote: c.Quote, Prefix: c.Prefix, Suffix: c.Suffix,
		Footnotes: footnotes(c.Footnotes), Key: s.Key(c), URL: s.CitationURL(c),
	}
}

func (s *Set) citations(cs []cite.Citation) []Citation {
	out := make([]Citation, len(cs))
	for i, c := range cs {
		out[i] = s.citation(c)
	}
	return out
}

// Key returns how an answer cites a quotation: by the marks of its footnotes, or by
// its passage's ID in brackets where there is none.
func (s *Set) Key(c cite.Citation) string { return s.corpus.CitationKey(c) }

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
func notesOf(passages []CitedPassage) []Footnote {
	out := []Footnote{}
	seen := map[[2]string]bool{}
	for _, p := range passages {
		for _, c := range p.Citations {
			for _, f := range c.Footnotes {
				if id := [2]string{f.Article, f.Label}; !seen[id] {
					seen[id] = true
					out = append(out, f)
				}
			}
		}
	}
	return out
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
