package toolset

import (
	"context"
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/index"
)

// The pair that chat connectors require of a server, by these names and shapes:
// https://platform.openai.com/docs/mcp describes it.
const (
	searchText = "Search the article and return the IDs, titles and addresses of the passages that match best; read them with fetch. For passages with their text and footnotes at once use search_passages."
	fetchText  = "Return the text of a passage by the ID that search gave, with its title, its address, and in `metadata` its footnotes and the key by which to cite it."
)

// searchResults is how many results Search returns at most.
const searchResults = 10

// SearchInput is a query.
type SearchInput struct {
	Query string `json:"query" jsonschema:"what you want to know, in plain words" min:"1" max:"2000"`
}

// SearchOutput is what was found.
type SearchOutput struct {
	Results []SearchResult `json:"results" jsonschema:"best first; empty if nothing was found"`
	Cut     *Cut           `json:"cut,omitempty" jsonschema:"what there was no room for"`

	encoded
}

// A SearchResult is a passage by its ID.
type SearchResult struct {
	ID    string `json:"id" jsonschema:"what fetch takes"`
	Title string `json:"title" jsonschema:"the article's title and the headings that lead to it"`
	URL   string `json:"url" jsonschema:"where a person finds it"`
}

// Search finds passages for a chat connector.
func (s *Set) Search(ctx context.Context, in SearchInput) (*SearchOutput, error) {
	r, err := s.search(ctx, index.Query{Text: in.Query, K: searchResults})
	if err != nil {
		return nil, err
	}
	results := make([]SearchResult, len(r.Hits))
	for i, h := range r.Hits {
		results[i] = SearchResult{string(h.Passage.ID()), title(h.Passage), s.PassageURL(h.Passage.ID())}
	}
	return fit(s, 0, len(results), "results were", "Search for something narrower.", func(n int, cut *Cut) *SearchOutput {
		return &SearchOutput{Results: results[:n], Cut: cut}
	})
}

// FetchInput names a passage.
type FetchInput struct {
	ID string `json:"id" jsonschema:"the ID of a result of search" min:"1" max:"5000"`
}

// FetchOutput is a passage for a chat connector.
type FetchOutput struct {
	ID       string            `json:"id"`
	Title    string            `json:"title"`
	Text     string            `json:"text"`
	URL      string            `json:"url" jsonschema:"where a person finds it"`
	Metadata map[string]string `json:"metadata" jsonschema:"article, section, digest of the text, key (how to cite it), notes (the texts of its footnotes), lead (what the text needs to be understood)"`
	Cut      *Cut              `json:"cut,omitempty" jsonschema:"set if the text had no room"`

	encoded
}

// Fetch returns a passage for a chat connector.
func (s *Set) Fetch(_ context.Context, in FetchInput) (*FetchOutput, error) {
	p, err := s.corpus.FindPassage(in.ID)
	if err != nil {
		return nil, s.explained(err)
	}
	notes := make([]string, 0, len(p.Footnotes()))
	for _, f := range p.Footnotes() {
		notes = append(notes, s.corpus.Mark(f)+" "+f.Text)
	}
	return fit(s, 0, 1, "texts was", "Search for something narrower.", func(n int, cut *Cut) *FetchOutput {
		out := &FetchOutput{ID: string(p.ID()), Title: title(p), URL: s.PassageURL(p.ID()), Cut: cut}
		out.Metadata = map[string]string{
			"article": p.Article().ID(), "section": strings.Join(p.Section().Path(), " › "),
			"digest": string(p.Digest()), "key": s.corpus.Key(p),
		}
		if n == 0 {
			return out
		}
		out.Text = p.Text()
		if p.Lead() != "" {
			out.Metadata["lead"] = p.Lead()
		}
		if len(notes) > 0 {
			out.Metadata["notes"] = strings.Join(notes, "\n")
		}
		return out
	})
}

// title returns the titles that lead to a passage.
func title(p corpus.Passage) string {
	parts := append([]string{p.Article().Title()}, p.Section().Path()...)
	if parts[0] == "" {
		parts[0] = p.Article().ID()
	}
	return strings.Join(parts, " › ")
}

func (o *SearchOutput) text(*Set) string { return "" } // its JSON
func (o *FetchOutput) text(*Set) string  { return "" } // its JSON
