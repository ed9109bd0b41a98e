package schemaorg

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
)

// Marshal writes the facts, and the entities that give names their types and
// aliases, as one JSON-LD document, indented, with a newline at the end. The same
// arguments give the same bytes. First come the articles, then entities, footnotes
// and quotations, each once, then the facts in their order.
//
// What couldn't be read back is an error: a record that [fact.Record.Check] refuses,
// a second one of one ID and article, text that isn't UTF-8, data that isn't JSON or
// is nested deeper than 64 levels, and facts that together have more footnotes and
// links than a million and the bytes of the document.
func Marshal(records []fact.Record, entities []fact.Entity) ([]byte, error) {
	g := graph{
		ids:      ids{given: map[string]int{}, bySelf: map[string]string{}},
		named:    map[string]int{},
		found:    map[string]int{},
		claimed:  map[string]bool{},
		articles: []any{},
	}
	for i, e := range entities {
		if err := g.addEntity(e); err != nil {
			return nil, fmt.Errorf("schemaorg: entity %d, %q: %w", i, e.Name, err)
		}
	}
	for i, r := range records {
		if err := g.addFact(r); err != nil {
			return nil, fmt.Errorf("schemaorg: record %d, %q: %w", i, r.ID, err)
		}
	}
	nodes := g.articles
	for _, e := range g.entities {
		nodes = append(nodes, e)
	}
	nodes = append(append(append(nodes, g.notes...), g.quotations...), g.claims...)

	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(struct {
		Context json.RawMessage `json:"@context"`
		Graph   []any           `json:"@graph"`
	}{json.RawMessage(context), nodes}); err != nil {
		return nil, fmt.Errorf("schemaorg: %w", err)
	}
	if err := checkNotes(g.noteCount, b.Len()); err != nil {
		return nil, fmt.Errorf("schemaorg: %w", err)
	}
	return b.Bytes(), nil
}

// A graph is the nodes of a document as they are found.
type graph struct {
	ids
	named     map[string]int  // the first entity of a name
	found     map[string]int  // the first that goes by a name, an ID or an alias
	claimed   map[string]bool // the @ids of facts
	noteCount int

	entities                            []entityNode
	articles, notes, quotations, claims []any
}

func (g *graph) addEntity(e fact.Entity) error {
	for _, s := range append([]string{e.ID, e.Name, e.Kind}, e.Aliases...) {
		if err := checkText(s); err != nil {
			return err
		}
	}
	i := len(g.entities)
	g.entities = append(g.entities, entityNode{
		ID: g.next(entityID(e)), Type: entityType(e.Kind),
		Identifier: e.ID, Name: e.Name, AlternateName: e.Aliases, Kind: e.Kind,
	})
	if _, taken := g.named[e.Name]; !taken {
		g.named[e.Name] = i
	}
	for _, name := range append([]string{e.Name, e.ID}, e.Aliases...) {
		for _, key := range []string{name, fold(name)} {
			if _, taken := g.found[key]; !taken && key != "" {
				g.found[key] = i
			}
		}
	}
	return nil
}

// fold returns a name as a fact.Set looks it up.
func fold(name string) string { return strings.ToLower(strings.TrimSpace(name)) }

// mention returns a reference to the entity of a name, or a node for the name.
func (g *graph) mention(name string) mention {
	if i, ok := g.named[name]; ok {
		return mention{ID: g.entities[i].ID}
	}
	out := mention{ID: nameID(name), Type: typeThing, Name: name}
	i, ok := g.found[name]
	if !ok {
		i, ok = g.found[fold(name)]
	}
	if ok {
		out.Type, out.SameAs = g.entities[i].Type, &link{g.entities[i].ID}
	}
	return out
}

func (g *graph) article(id string) *link {
	if id == "" {
		return nil
	}
	n := articleNode{ID: articleID(id), Type: typeArticle, Identifier: id}
	if _, first := g.of(n.ID, n); first {
		g.articles = append(g.articles, n)
	}
	return &link{n.ID}
}

func (g *graph) note(f cite.Footnote) link {
	n := noteNode{
		ID: noteID(f.Article, f.Label), Type: typeWork,
		Identifier: f.Label, Text: f.Text, IsPartOf: g.article(f.Article),
		Citation: each(f.Links, func(url string) work { return work{typeWork, url} }),
		Source:   f.Source,
	}
	g.noteCount += 1 + len(f.Links)
	id, first := g.of(n.ID, n)
	if n.ID = id; first {
		g.notes = append(g.notes, n)
	}
	return link{id}
}

func (g *graph) quotation(c cite.Citation) link {
	n := quotationNode{
		ID: quotationID(c), Type: typeQuotation, Text: c.Quote,
		IsPartOf: g.article(c.Article), Citation: each(c.Footnotes, g.note),
		Passage: c.Passage, Digest: c.Digest, Start: c.Start, End: c.End, Prefix: c.Prefix, Suffix: c.Suffix,
	}
	id, first := g.of(n.ID, n)
	if n.ID = id; first {
		g.quotations = append(g.quotations, n)
	}
	return link{id}
}

func (g *graph) addFact(r fact.Record) error {
	if err := check(r); err != nil {
		return err
	}
	id := factID(r.Article(), r.ID)
	if g.claimed[id] {
		return fmt.Errorf("%w in the article %q", fact.ErrDuplicateID, r.Article())
	}
	g.claimed[id] = true
	n := claimNode{
		ID: id, Type: typeClaim, Identifier: r.ID, Text: r.Statement,
		MainEntity: g.mention(r.Subject), About: each(r.Entities, g.mention),
		Author: each(r.AttributedTo, g.mention), TemporalCoverage: r.AsOf,
		Appearance: each(r.Evidence, g.quotation),
		Kind:       r.Kind, Property: r.Property, Status: r.Status, Section: r.Section,
		Data: bytes.TrimSpace(r.Data),
	}
	n.Citation = each(r.Footnotes, func(of string) label {
		for _, c := range r.Evidence {
			for _, f := range c.Footnotes {
				if f.Label == of {
					g.noteCount -= 1 + len(f.Links) // it was counted with its quotation
					return label{ID: g.note(f).ID}
				}
			}
		}
		return label{ID: noteID(r.Article(), of), Type: typeWork, Identifier: of}
	})
	if r.Values != nil {
		n.Value = make([]valueNode, len(r.Values))
	}
	for i, v := range r.Values {
		var err error
		if n.Value[i], err = newValue(v); err != nil {
			return fmt.Errorf("value %d: %w", i+1, err)
		}
	}
	g.claims = append(g.claims, n)
	return nil
}

// each returns what f makes of each of the list; nil of nil.
func each[T, U any](list []T, f func(T) U) []U {
	if list == nil {
		return nil
	}
	out := make([]U, len(list))
	for i, v := range list {
		out[i] = f(v)
	}
	return out
}
