package schemaorg_test

import (
	"bytes"
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus/fact/schemaorg"
)

// schemaTypes are the types of schema.org that documents have, each with the terms
// that its nodes may have.
var schemaTypes = func() map[string][]string {
	const thing = "identifier name alternateName sameAs"
	out := map[string][]string{}
	for name, terms := range map[string]string{
		"Claim":             "identifier text mainEntity about author temporalCoverage appearance citation",
		"Quotation":         "text isPartOf citation",
		"Article":           "identifier",
		"CreativeWork":      thing + " text isPartOf citation url",
		"PropertyValue":     "value",
		"QuantitativeValue": "value minValue maxValue unitText unitCode",
		"MonetaryAmount":    "value minValue maxValue currency",
		"Person":            thing, "Organization": thing, "SoftwareApplication": thing, "Product": thing, "Legislation": thing,
		"Country": thing, "AdministrativeArea": thing, "Place": thing, "Thing": thing,
	} {
		out[name] = strings.Fields(terms)
	}
	return out
}()

// ownTerms are the terms with our prefix.
var ownTerms = strings.Fields("kind property status section value data passage digest start end prefix suffix source exclusive approximate of")

// checkJSONLD checks what can be seen of well-formed JSON-LD without a processor.
func checkJSONLD(t *testing.T, doc []byte) {
	t.Helper()
	var top struct {
		Context []json.RawMessage `json:"@context"`
		Graph   []map[string]any  `json:"@graph"`
	}
	d := json.NewDecoder(bytes.NewReader(doc))
	d.UseNumber() // data may have numbers that Go hasn't
	if err := d.Decode(&top); err != nil {
		t.Fatal(err)
	}
	var terms map[string]any
	if len(top.Context) != 2 || string(top.Context[0]) != `"https://schema.org"` || json.Unmarshal(top.Context[1], &terms) != nil {
		t.Fatalf("@context: %s", top.Context)
	}
	if terms["footnote"] != schemaorg.Namespace || terms["@version"] != 1.1 {
		t.Errorf("@context: %v", terms)
	}
	w := walker{T: t, nodes: map[string]bool{}, refs: map[string]bool{}}
	for _, n := range top.Graph {
		id, _ := n["@id"].(string)
		if w.nodes[id] {
			t.Errorf("the graph has two nodes %q", id)
		}
		w.nodes[id] = true
	}
	for _, n := range top.Graph {
		w.walk(n)
	}
	for id := range w.refs {
		if !w.nodes[id] {
			t.Errorf("there is no node %q, but references to it", id)
		}
	}
}

type walker struct {
	*testing.T
	nodes, refs map[string]bool
}

func (w *walker) walk(v any) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			w.walk(e)
		}
	case map[string]any:
		w.node(v)
	case nil:
		w.Error("null states nothing")
	}
}

func (w *walker) node(n map[string]any) {
	id, hasID := n["@id"].(string)
	if hasID {
		w.checkID(id)
	}
	if hasID && len(n) == 1 {
		w.refs[id] = true
		return
	}
	typ, _ := n["@type"].(string)
	terms, ok := schemaTypes[typ]
	if !ok {
		w.Errorf("%s: the @type %q is none of the table", id, typ)
	}
	for key, v := range n {
		own, isOwn := strings.CutPrefix(key, "footnote:")
		switch {
		case key == "@id", key == "@type":
			continue
		case isOwn && !slices.Contains(ownTerms, own), !isOwn && !slices.Contains(terms, key):
			w.Errorf("%s: a node of the type %s has the key %q", id, typ, key)
		}
		if key != "footnote:data" { // it is any JSON
			w.walk(v)
		}
	}
}

// checkID: a relative reference of a fragment alone, in the characters of RFC 3986,
// without a colon.
func (w *walker) checkID(id string) {
	u, err := url.Parse(id)
	if err != nil || len(id) < 2 || id[0] != '#' || u.Fragment == "" || strings.Contains(id, ":") {
		w.Errorf("the @id %q is no fragment: %v", id, err)
	}
	for _, c := range id[1:] {
		if c > '~' || c <= ' ' || strings.ContainsRune("\"#<>[\\]^`{|}", c) {
			w.Errorf("the @id %q has %q", id, c)
		}
	}
}
