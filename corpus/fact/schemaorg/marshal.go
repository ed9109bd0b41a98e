package schemaorg

import (
	"bytes"
	"encoding/json"
	"fmt"

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
// links than a million and the bytes of the document, or a gigabyte of text.
func Marshal(records []fact.Record, entities []fact.Entity) ([]byte, error) {
	g := graph{
		ids:          ids{},
		named:        map[string]int{},
		claimed:      map[string]bool{},
		ofArticle:    map[string]bool{},
		ofNote:       map[noteKey]link{},
		ofQuotation:  map[quotationKey]link{},
		articleNodes: []any{},
	}
	for i, e := range entities {
		if err := g.addEntity(e); err != nil {
			return nil, fmt.Errorf("schemaorg: entity %d, %q: %w", i, e.Name, err)
		}
	}
	g.set, _ = fact.NewSet(nil, entities)
	for i, r := range records {
		if err := g.addFact(r); err != nil {
			return nil, fmt.Errorf("schemaorg: record %d, %q: %w", i, r.ID, err)
		}
	}
	nodes := g.articleNodes
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
	named       map[string]int  // the first entity of a name
	set         *fact.Set       // of the entities: it knows who goes by which other name
	claimed     map[string]bool // the @ids of facts
	ofArticle   map[string]bool // whether there is its node
	ofNote      map[noteKey]link
	ofQuotation map[quotationKey]link
	noteCount   int
	weight      weight

	entities                                []entityNode
	articleNodes, notes, quotations, claims []any
}

func (g *graph) addEntity(e fact.Entity) error {
	if err := checkEntity(e); err != nil {
		return err
	}
	if _, taken := g.named[e.Name]; !taken {
		g.named[e.Name] = len(g.entities)
	}
	g.entities = append(g.entities, entityNode{
		ID: g.next(entityID(e)), Type: entityType(e.Kind),
		Identifier: e.ID, Name: e.Name, AlternateName: e.Aliases, Kind: e.Kind,
	})
	return nil
}

// mention returns a reference to the entity of a name, or a node for the name.
func (g *graph) mention(name string) mention {
	if i, ok := g.named[name]; ok {
		return mention{ID: g.entities[i].ID}
	}
	out := mention{ID: nameID(name), Type: typeThing, Name: name}
	if e, ok := g.set.Entity(name); ok {
		n := g.entities[g.named[e.Name]] // the set makes one of those of a name
		out.Type, out.SameAs = n.Type, &link{n.ID}
	}
	return out
}

func (g *graph) article(id string) *link {
	if id == "" {
		return nil
	}
	n := articleNode{ID: articleID(id), Type: typeArticle, Identifier: id}
	if !g.ofArticle[id] {
		g.ofArticle[id] = true
		g.articleNodes = append(g.articleNodes, n)
	}
	return &link{n.ID}
}

func (g *graph) note(f cite.Footnote) link {
	g.noteCount += 1 + len(f.Links)
	key := keyOfNote(f)
	out, ok := g.ofNote[key]
	if !ok {
		out = link{g.next(noteID(f.Article, f.Label))}
		g.ofNote[key] = out
		g.notes = append(g.notes, noteNode{
			ID: out.ID, Type: typeWork,
			Identifier: f.Label, Text: f.Text, IsPartOf: g.article(f.Article),
			Citation: each(f.Links, func(url string) work { return work{typeWork, url} }),
			Source:   f.Source,
		})
	}
	return out
}

func (g *graph) quotation(c cite.Citation) link {
	notes := each(c.Footnotes, g.note)
	key := keyOfQuotation(c, notes)
	out, ok := g.ofQuotation[key]
	if !ok {
		out = link{g.next(quotationID(c))}
		g.ofQuotation[key] = out
		g.quotations = append(g.quotations, quotationNode{
			ID: out.ID, Type: typeQuotation, Text: c.Quote,
			IsPartOf: g.article(c.Article), Citation: notes,
			Passage: c.Passage, Digest: c.Digest, Start: c.Start, End: c.End, Prefix: c.Prefix, Suffix: c.Suffix,
		})
	}
	return out
}

func (g *graph) addFact(r fact.Record) error {
	if err := g.weight.add(r); err != nil {
		return err
	}
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
	labels := g.labels(r.Evidence)
	n.Citation = each(r.Footnotes, func(of string) label {
		if id, ok := labels[of]; ok {
			return label{ID: id}
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

// labels returns the @ids of the footnotes of evidence that has its nodes, the first
// of each label.
func (g *graph) labels(evidence []cite.Citation) map[string]string {
	out := map[string]string{}
	for _, c := range evidence {
		for _, f := range c.Footnotes {
			if _, ok := out[f.Label]; !ok {
				out[f.Label] = g.ofNote[keyOfNote(f)].ID
			}
		}
	}
	return out
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
