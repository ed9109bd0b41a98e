package schemaorg

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"maps"
	"strings"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/internal/jsonkeys"
)

// A NodeError says which node of a document can't be read, and why.
type NodeError struct {
	// Node is its @id, or "@graph[3]" if it has none.
	Node string
	Err  error
}

func (e *NodeError) Error() string { return "schemaorg: the node " + e.Node + ": " + e.Err.Error() }

func (e *NodeError) Unwrap() error { return e.Err }

// Unmarshal reads a document that [Marshal] wrote. It returns the facts and the
// entities in the order of their nodes, equal to those that were written, nil and
// empty lists told apart. White space between the tokens of a fact's data is not
// kept, so that only data without any, as [fact.Record.MarshalJSON] writes it, is the
// same in each byte.
//
// A node that isn't as Marshal writes it is a [*NodeError]. The memory that it takes
// is bounded by a multiple of the document's size, and so is the time, but for what
// facts share: of that there may be a gigabyte, counted at each fact anew.
func Unmarshal(data []byte) (records []fact.Record, entities []fact.Entity, err error) {
	var doc document
	switch err := decode(data, &doc, documentKeys); {
	case !utf8.Valid(data):
		return nil, nil, errors.New("schemaorg: the document is not UTF-8")
	case err != nil:
		return nil, nil, fmt.Errorf("schemaorg: the document: %w", err)
	case !isContext(doc.Context):
		return nil, nil, fmt.Errorf("schemaorg: the @context is not the one that Marshal writes, but %.200s", doc.Context)
	case doc.Graph == nil:
		return nil, nil, errors.New("schemaorg: the document has no @graph")
	}
	r := reader{
		bytes: len(data), used: map[string]bool{},
		articles: map[string]string{}, entities: map[string]string{},
		notes: map[string]noteNode{}, quotations: map[string]quotationNode{},
	}
	seen := map[string]bool{}
	var claims []claimNode
	for i, raw := range doc.Graph {
		var n link
		if err := json.Unmarshal(raw, &n); err != nil || n.ID == "" {
			return nil, nil, &NodeError{fmt.Sprintf("@graph[%d]", i), errors.New("it has no @id")}
		}
		var err error
		if strings.HasPrefix(n.ID, factPrefix) {
			var c claimNode
			err = decodeNode(raw, &c, claimKeys, &c.Type, typeClaim)
			claims = append(claims, c)
		} else {
			var e *fact.Entity
			if e, err = r.read(n.ID, raw); e != nil {
				entities = append(entities, *e)
			}
		}
		if seen[n.ID] && err == nil {
			err = errors.New("there are two of it")
		}
		if err != nil {
			return nil, nil, &NodeError{n.ID, err}
		}
		seen[n.ID] = true
	}
	for _, c := range claims {
		rec, err := r.record(c)
		if err != nil {
			return nil, nil, &NodeError{c.ID, err}
		}
		records = append(records, rec)
	}
	if id := r.unused(); id != "" {
		return nil, nil, &NodeError{id, errors.New("no fact leads to it, so that it would be lost")}
	}
	return records, entities, nil
}

// A reader is what a document has besides facts, by @id.
type reader struct {
	bytes     int
	used      map[string]bool // what something refers to
	noteCount int
	weight    weight

	articles   map[string]string // their own IDs
	entities   map[string]string // their names
	notes      map[string]noteNode
	quotations map[string]quotationNode
}

// read reads a node that is no fact, and returns it if it is an entity.
func (r *reader) read(id string, raw []byte) (*fact.Entity, error) {
	switch {
	case strings.HasPrefix(id, articlePrefix):
		var n articleNode
		err := decodeNode(raw, &n, articleKeys, &n.Type, typeArticle)
		if err == nil && (n.Identifier == "" || n.ID != articleID(n.Identifier)) {
			err = fmt.Errorf("the identifier %q belongs to %s", n.Identifier, articleID(n.Identifier))
		}
		r.articles[id] = n.Identifier
		return nil, err
	case strings.HasPrefix(id, entityPrefix), strings.HasPrefix(id, namePrefix):
		var n entityNode
		err := decode(raw, &n, entityKeys)
		if err == nil && !isEntityType(n.Type) {
			err = fmt.Errorf("no entity has the @type %q", n.Type)
		}
		r.entities[id] = n.Name
		return &fact.Entity{ID: n.Identifier, Name: n.Name, Aliases: n.AlternateName, Kind: n.Kind}, err
	case strings.HasPrefix(id, notePrefix):
		var n noteNode
		err := decodeNode(raw, &n, noteKeys, &n.Type, typeWork)
		for i, w := range n.Citation {
			if err == nil && w.Type != typeWork {
				err = fmt.Errorf("citation %d has the @type %q, not %s", i+1, w.Type, typeWork)
			}
		}
		r.notes[id] = n
		return nil, err
	case strings.HasPrefix(id, quotationPrefix):
		var n quotationNode
		err := decodeNode(raw, &n, quotationKeys, &n.Type, typeQuotation)
		r.quotations[id] = n
		return nil, err
	}
	return nil, errors.New("no @id that Marshal gives begins so")
}

// unused returns the least @id of the nodes that no fact leads to, "" if there is
// none. Entities stand for themselves.
func (r *reader) unused() string {
	least := ""
	for _, ids := range []iter.Seq[string]{maps.Keys(r.articles), maps.Keys(r.notes), maps.Keys(r.quotations)} {
		for id := range ids {
			if !r.used[id] && (least == "" || id < least) {
				least = id
			}
		}
	}
	return least
}

// decode reads one JSON value, whose keys have to be those of the shape, each once.
func decode(data []byte, v any, keys *jsonkeys.Shape) error {
	if err := json.Unmarshal(data, v); err != nil {
		return err
	}
	switch odd := keys.Odd(data, 1); {
	case len(odd) == 0:
		return nil
	case odd[0].Twice:
		return fmt.Errorf("the field %q stands there twice", odd[0].Path)
	default:
		return fmt.Errorf("unknown field %q", odd[0].Path)
	}
}

// decodeNode decodes a node, whose type goes to got, and insists on the type.
func decodeNode(data []byte, v any, keys *jsonkeys.Shape, got *string, want string) error {
	if err := decode(data, v, keys); err != nil {
		return err
	}
	if *got != want {
		return fmt.Errorf("it has the @type %q, not %s", *got, want)
	}
	return nil
}

// article returns the ID of the article that a node is a part of, "" if of none.
func (r *reader) article(l *link) (string, error) {
	if l == nil {
		return "", nil
	}
	id, ok := r.articles[l.ID]
	if !ok {
		return "", fmt.Errorf("isPartOf: there is no article %q", l.ID)
	}
	r.used[l.ID] = true
	return id, nil
}

// name returns the name that a fact uses of an entity.
func (r *reader) name(m mention) (string, error) {
	name, ok := r.entities[m.ID]
	switch {
	case m.Type == "" && !ok:
		return "", fmt.Errorf("there is no entity %q", m.ID)
	case m.Type == "" && (m.Name != "" || m.SameAs != nil):
		return "", fmt.Errorf("the reference to %q has more than an @id", m.ID)
	case m.Type == "":
		return name, nil
	case !isEntityType(m.Type):
		return "", fmt.Errorf("no entity has the @type %q", m.Type)
	case m.ID != nameID(m.Name):
		return "", fmt.Errorf("the name %q belongs to %s, not %s", m.Name, nameID(m.Name), m.ID)
	}
	if m.SameAs != nil {
		if _, ok := r.entities[m.SameAs.ID]; !ok {
			return "", fmt.Errorf("sameAs: there is no entity %q", m.SameAs.ID)
		}
	}
	return m.Name, nil
}

// note returns a footnote as a value that shares no list with others.
func (r *reader) note(l link) (cite.Footnote, error) {
	n, ok := r.notes[l.ID]
	if !ok {
		return cite.Footnote{}, fmt.Errorf("citation: there is no footnote %q", l.ID)
	}
	r.noteCount += 1 + len(n.Citation)
	if err := checkNotes(r.noteCount, r.bytes); err != nil {
		return cite.Footnote{}, err
	}
	article, err := r.article(n.IsPartOf)
	if err != nil {
		return cite.Footnote{}, fmt.Errorf("the footnote %q: %w", l.ID, err)
	}
	r.used[l.ID] = true
	return cite.Footnote{
		Article: article, Label: n.Identifier, Text: n.Text,
		Links: each(n.Citation, func(w work) string { return w.URL }), Source: n.Source,
	}, nil
}
