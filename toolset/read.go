package toolset

import (
	"context"
	"slices"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

const readPassageText = "Read a passage by its ID, with the passages before and after it if you want them, to see what a sentence means in its place. IDs look like ARTICLE#SECTION.N and come from search_passages, find_facts and list_sections; where there is one article, #SECTION.N will do, and the key of a passage with its brackets, too."

// ReadPassageInput names a passage.
type ReadPassageInput struct {
	Passage   string `json:"passage" jsonschema:"the passage's ID" min:"1" max:"5000"`
	Before    int    `json:"before,omitempty" jsonschema:"how many passages before it" min:"0" max:"20" default:"0"`
	After     int    `json:"after,omitempty" jsonschema:"how many passages after it" min:"0" max:"20" default:"0"`
	MaxTokens int    `json:"max_tokens,omitempty" jsonschema:"the most that the result may have; beyond it IDs of facts are left out, then neighbours, the farthest first" min:"100" max:"100000"`
}

// ReadPassageOutput is a passage with its neighbours.
type ReadPassageOutput struct {
	Schema    string         `json:"schema"`
	Passage   cite.PassageID `json:"passage" jsonschema:"the ID of the passage that was asked for"`
	Passages  []CitedPassage `json:"passages" jsonschema:"it and its neighbours, in reading order"`
	Footnotes []Footnote     `json:"footnotes" jsonschema:"the footnotes of the passages"`
	Facts     []string       `json:"facts" jsonschema:"IDs of the facts that rest on the passage that was asked for"`
	Cut       *Cut           `json:"cut,omitempty" jsonschema:"what there was no room for"`

	encoded
}

// ReadPassage returns a passage with its neighbours.
func (s *Set) ReadPassage(_ context.Context, in ReadPassageInput) (*ReadPassageOutput, error) {
	p, err := s.corpus.FindPassage(in.Passage)
	if err != nil {
		return nil, s.explained(err)
	}
	facts := []string{}
	for f := range s.corpus.Facts().In(p.ID()) {
		facts = append(facts, s.corpus.FactID(f))
	}
	near := neighbours(p, in.Before, in.After)
	// Each passage and each ID of a fact is a part.
	return fit(s, in.MaxTokens, len(near)+len(facts), "passages and IDs of facts were", "Ask for fewer neighbours or a larger max_tokens.", func(n int, cut *Cut) *ReadPassageOutput {
		kept, facts := slices.Clone(near[:min(n, len(near))]), facts[:max(0, n-len(near))]
		slices.SortFunc(kept, func(a, b neighbour) int { return a.at - b.at })
		out := &ReadPassageOutput{Schema: Schema, Passage: p.ID(), Passages: []CitedPassage{}, Facts: facts, Cut: cut}
		for _, k := range kept {
			out.Passages = append(out.Passages, s.passage(k.passage))
		}
		out.Footnotes = notesOf(out.Passages)
		return out
	})
}

// A neighbour is a passage and how far it stands behind another, before it if less
// than 0.
type neighbour struct {
	passage corpus.Passage
	at      int
}

// neighbours returns a passage and those around it, the nearest first.
func neighbours(p corpus.Passage, before, after int) []neighbour {
	out := []neighbour{{p, 0}}
	up, down, okUp, okDown := p, p, true, true
	for i := 1; i <= max(before, after); i++ {
		if up, okUp = up.Previous(); okUp && i <= before {
			out = append(out, neighbour{up, -i})
		}
		if down, okDown = down.Next(); okDown && i <= after {
			out = append(out, neighbour{down, i})
		}
	}
	return out
}

func (o *ReadPassageOutput) text(s *Set) string {
	if len(o.Passages) == 0 {
		return cutText(o.Cut)
	}
	return s.quoted(o.Passages)[1:] + cutText(o.Cut)
}
