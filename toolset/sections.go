package toolset

import (
	"context"
	"fmt"
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

const listSectionsText = "List the articles and their sections, with the number of passages and the footnotes of each, to see what there is and where. Use it to choose `sections` for search_passages, or when a user asks what the article covers."

// ListSectionsInput says of which articles.
type ListSectionsInput struct {
	Articles  []string `json:"articles,omitempty" jsonschema:"only these articles, by ID; all if left out"`
	MaxTokens int      `json:"max_tokens,omitempty" jsonschema:"the most that the result may have; whole sections are left out beyond it, from the end" min:"100" max:"100000"`
}

// ListSectionsOutput is the outline of articles.
type ListSectionsOutput struct {
	Schema   string    `json:"schema"`
	Articles []Outline `json:"articles"`
	Cut      *Cut      `json:"cut,omitempty" jsonschema:"what there was no room for"`

	encoded
}

// An Outline is an article with its sections.
type Outline struct {
	Article     string    `json:"article" jsonschema:"its ID"`
	Title       string    `json:"title"`
	Description string    `json:"description,omitempty"`
	Revised     string    `json:"revised,omitempty" jsonschema:"when, as the article says"`
	URL         string    `json:"url" jsonschema:"where a person finds it"`
	Footnotes   int       `json:"footnotes" jsonschema:"how many it has"`
	Facts       int       `json:"facts" jsonschema:"how many find_facts knows"`
	Sections    []Section `json:"sections"`
}

// A Section is a heading with what stands under it.
type Section struct {
	ID        string           `json:"id"`
	Heading   string           `json:"heading"`
	Level     int              `json:"level" jsonschema:"of the heading, 0 if that isn't known"`
	Passages  []cite.PassageID `json:"passages" jsonschema:"those of its own, without those of the sections under it"`
	Footnotes []string         `json:"footnotes" jsonschema:"labels of the footnotes in force"`
	URL       string           `json:"url" jsonschema:"where a person finds it"`
}

// ListSections returns the outline of articles.
func (s *Set) ListSections(_ context.Context, in ListSectionsInput) (*ListSectionsOutput, error) {
	c := s.corpus
	if len(in.Articles) > 0 {
		var err error
		if c, err = c.Only(in.Articles...); err != nil {
			return nil, s.explained(err)
		}
	}
	var all []Outline
	sections := 0
	for a := range c.Articles() {
		o := s.outline(a)
		sections += len(o.Sections)
		all = append(all, o)
	}
	// Each article and each section is a part.
	return fit(s, in.MaxTokens, len(all)+sections, "articles and sections were", "Ask for one article, or a larger max_tokens.", func(n int, cut *Cut) *ListSectionsOutput {
		out := &ListSectionsOutput{Schema: Schema, Articles: []Outline{}, Cut: cut}
		for _, o := range all {
			if n == 0 {
				break
			}
			n--
			have := min(n, len(o.Sections))
			n -= have
			o.Sections = o.Sections[:have]
			out.Articles = append(out.Articles, o)
		}
		return out
	})
}

func (s *Set) outline(a *corpus.Article) Outline {
	o := Outline{
		Article: a.ID(), Title: a.Title(), Description: a.Description(), Revised: a.RevisionDate(),
		URL: s.ArticleURL(a), Footnotes: a.Counts().Footnotes, Facts: a.Facts().Len(), Sections: []Section{},
	}
	for sec := range a.Sections() {
		one := Section{
			ID: sec.ID(), Heading: sec.Heading(), Level: sec.Level(),
			Passages: []cite.PassageID{}, Footnotes: []string{}, URL: s.SectionURL(sec),
		}
		var notes [][]cite.Footnote
		for p := range sec.Passages() {
			one.Passages = append(one.Passages, p.ID())
			notes = append(notes, p.Footnotes())
		}
		for _, f := range cite.DistinctFootnotes(notes...) {
			one.Footnotes = append(one.Footnotes, f.Label)
		}
		o.Sections = append(o.Sections, one)
	}
	return o
}

func (o *ListSectionsOutput) text(*Set) string {
	var b strings.Builder
	for i, a := range o.Articles {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "Article %s, %s, %s:\n\n%s", a.Article, counted(a.Footnotes, "footnote"), counted(a.Facts, "fact"), quote(a.Title))
		if a.Description != "" {
			b.WriteString(quote(a.Description))
		}
		b.WriteByte('\n')
		for _, sec := range a.Sections {
			line := sec.ID + " · " + sec.Heading + " · " + counted(len(sec.Passages), "passage")
			if len(sec.Footnotes) > 0 {
				line += " · footnotes " + strings.Join(sec.Footnotes, ", ")
			}
			b.WriteString(quote(line))
		}
	}
	return b.String() + cutText(o.Cut)
}
