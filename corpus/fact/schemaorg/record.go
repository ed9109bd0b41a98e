package schemaorg

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
)

// record returns the fact of a node and checks it as Marshal does.
func (r *reader) record(n claimNode) (fact.Record, error) {
	out := fact.Record{
		ID: n.Identifier, Kind: n.Kind, Statement: n.Text, Property: n.Property,
		Status: n.Status, AsOf: n.TemporalCoverage, Section: n.Section,
	}
	var err error
	if out.Subject, err = r.name(n.MainEntity); err != nil {
		return fact.Record{}, fmt.Errorf("mainEntity: %w", err)
	}
	if out.Entities, err = tryEach(n.About, r.name); err != nil {
		return fact.Record{}, fmt.Errorf("about: %w", err)
	}
	if out.AttributedTo, err = tryEach(n.Author, r.name); err != nil {
		return fact.Record{}, fmt.Errorf("author: %w", err)
	}
	if out.Evidence, err = tryEach(n.Appearance, r.quotation); err != nil {
		return fact.Record{}, fmt.Errorf("appearance: %w", err)
	}
	label := func(l label) (string, error) { return r.label(out.Article(), l) }
	if out.Footnotes, err = tryEach(n.Citation, label); err != nil {
		return fact.Record{}, fmt.Errorf("citation: %w", err)
	}
	if out.Values, err = tryEach(n.Value, valueNode.value); err != nil {
		return fact.Record{}, fmt.Errorf("footnote:value: %w", err)
	}
	if err := checkDepth(n.Data); err != nil {
		return fact.Record{}, fmt.Errorf("footnote:data: %w", err)
	}
	if len(n.Data) > 0 {
		var b bytes.Buffer
		if err := json.Compact(&b, n.Data); err != nil {
			return fact.Record{}, fmt.Errorf("footnote:data: %w", err)
		}
		out.Data = b.Bytes()
	}
	if err := r.weight.add(out); err != nil {
		return fact.Record{}, err
	}
	if err := out.Check(); err != nil {
		return fact.Record{}, err
	}
	if want := factID(out.Article(), out.ID); n.ID != want {
		return fact.Record{}, fmt.Errorf("a fact %q of the article %q has the @id %s", out.ID, out.Article(), want)
	}
	return out, nil
}

// quotation returns a piece of evidence.
func (r *reader) quotation(l link) (cite.Citation, error) {
	n, ok := r.quotations[l.ID]
	if !ok {
		return cite.Citation{}, fmt.Errorf("there is no quotation %q", l.ID)
	}
	article, err := r.article(n.IsPartOf)
	if err != nil {
		return cite.Citation{}, fmt.Errorf("%s: %w", l.ID, err)
	}
	notes, err := tryEach(n.Citation, r.note)
	if err != nil {
		return cite.Citation{}, fmt.Errorf("%s: %w", l.ID, err)
	}
	r.used[l.ID] = true
	return cite.Citation{
		Article: article, Passage: n.Passage, Digest: n.Digest, Span: cite.Span{Start: n.Start, End: n.End},
		Quote: n.Text, Prefix: n.Prefix, Suffix: n.Suffix, Footnotes: notes,
	}, nil
}

// label returns the label of a footnote of a fact of the article.
func (r *reader) label(article string, l label) (string, error) {
	note, ok := r.notes[l.ID]
	switch {
	case l.Type == "" && !ok:
		return "", fmt.Errorf("there is no footnote %q", l.ID)
	case l.Type == "" && l.Identifier != "":
		return "", fmt.Errorf("the reference to %q has more than an @id", l.ID)
	case l.Type == "":
		return note.Identifier, nil
	case l.Type != typeWork:
		return "", fmt.Errorf("a footnote has the @type %q, not %s", l.Type, typeWork)
	case l.ID != noteID(article, l.Identifier):
		return "", fmt.Errorf("the label %q belongs to %s, not %s", l.Identifier, noteID(article, l.Identifier), l.ID)
	}
	return l.Identifier, nil
}

// tryEach returns what f makes of each of the list, nil of nil, or its first error.
func tryEach[T, U any](list []T, f func(T) (U, error)) ([]U, error) {
	if list == nil {
		return nil, nil
	}
	out := make([]U, 0, len(list))
	for _, v := range list {
		u, err := f(v)
		if err != nil {
			return nil, err
		}
		out = append(out, u)
	}
	return out, nil
}
