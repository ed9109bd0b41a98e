package schemaorg_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus/fact/schemaorg"
)

// TestUnmarshalRefuses reads documents that Marshal doesn't write.
func TestUnmarshalRefuses(t *testing.T) {
	good, err := schemaorg.Marshal(swarm())
	if err != nil {
		t.Fatal(err)
	}
	const (
		theFact      = "#fact/bees/swarm/size"
		theQuotation = "#quotation/bees/swarm.1/22-78"
		noNode       = ""
		label        = "\"citation\": [\n        {\n          \"@id\": \"#footnote/bees/4\"\n        }\n      ],\n      \"footnote:kind\""
	)
	for _, tt := range []struct{ reason, old, new, node, want string }{
		{"it stops short", "]\n}", "", noNode, "unexpected end"},
		{"two documents", "]\n}\n", "]\n}\n{}", noNode, "after top-level value"},
		{"not UTF-8", "Survey", "\xff", noNode, "UTF-8"},
		{"not an object", string(good), "[]", noNode, "cannot unmarshal array"},
		{"another context gives terms another meaning", "https://schema.org", "https://schema.example", noNode, "@context"},
		{"no graph", string(good), string(good[:strings.Index(string(good), `,`+"\n"+`  "@graph"`)]) + "}", noNode, "no @graph"},
		{"one node is no graph of its own", `"@graph": [`, `"name": "a", "@graph": [`, noNode, `unknown field "name"`},
		{"a node without a name", `"@id": "#article/bees",`, ``, "@graph[0]", "no @id"},
		{"a node that is no object", `"@graph": [`, `"@graph": [7,`, "@graph[0]", "no @id"},
		{"an @id that Marshal doesn't give", `"@id": "#article/bees",`, `"@id": "https://bees.example",`, "https://bees.example", "begins so"},
		{"the @id of another article", `"identifier": "bees"`, `"identifier": "wasps"`, "#article/bees", "#article/wasps"},
		{"two nodes of one @id", `"@graph": [`, `"@graph": [{"@id": "#entity/society", "@type": "Thing", "name": "a"},`, "#entity/society", "two of it"},
		{"a footnote of no fact", `"@graph": [`, `"@graph": [{"@id": "#footnote/a", "@type": "CreativeWork"},`, "#footnote/a", "no fact leads to it"},
		{"a quotation of no fact", `"@graph": [`, `"@graph": [{"@id": "#quotation/a", "@type": "Quotation"},`, "#quotation/a", "no fact leads to it"},
		{"a property that would be lost", `"name": "Hive Society"`, `"name": "Hive Society", "image": "a"`, "#entity/society", `unknown field "image"`},
		{"a property in another case", `"identifier": "swarm/size"`, `"Identifier": "swarm/size"`, theFact, `unknown field "Identifier"`},
		{"the same beside it", `"text": "Survey"`, `"text": "Survey", "Text": "Poll"`, "#footnote/bees/4", `unknown field "Text"`},
		{"a property twice", `"text": "Survey"`, `"text": "Poll", "text": "Survey"`, "#footnote/bees/4", `the field "text" stands there twice`},
		{"the same by an escape", `"text": "Survey"`, `"text": "Poll", "t\u0065xt": "Survey"`, "#footnote/bees/4", `"text" stands there twice`},
		{"an @id twice", `"@id": "#article/bees",`, `"@id": "#article/bees", "@id": "#article/bees",`, "#article/bees", `"@id" stands there twice`},
		{"a value's property twice", `"minValue": 20000`, `"minValue": 1, "minValue": 20000`, theFact, `"footnote:value[0].minValue" stands there twice`},
		{"a value's property in another case", `"minValue": 20000`, `"minvalue": 20000`, theFact, `unknown field "footnote:value[0].minvalue"`},
		{"a reference's property twice", `"author": [` + "\n        {\n", `"author": [{"@id":"#entity/none",`, theFact, `"author[0].@id" stands there twice`},
		{"two graphs", `"@graph": [`, `"@graph": [], "@graph": [`, noNode, `"@graph" stands there twice`},
		{"a graph of another case", `"@graph": [`, `"@Graph": [], "@graph": [`, noNode, `unknown field "@Graph"`},
		{"a context that says a thing twice", `"@version": 1.1`, `"@version": 1, "@version": 1.1`, noNode, "@context"},
		{"a number that would become another", `20000`, `9007199254740993`, theFact, "9007199254740992"},
		{"a type that entities don't have", `"Organization"`, `"Corporation"`, "#entity/society", "Corporation"},
		{"a type that names don't have", `"Thing"`, `"Swarm"`, theFact, "mainEntity: no entity"},
		{"a fact of another type", `"Claim"`, `"ClaimReview"`, theFact, "ClaimReview"},
		{"a quotation of another type", `"Quotation"`, `"Comment"`, theQuotation, "Comment"},
		{"a link of another type", `"CreativeWork",` + "\n          \"url\"", `"Book", "url"`, "#footnote/bees/4", "citation 1"},
		{"an entity that isn't there", `"author": [` + "\n        {\n          \"@id\": \"#entity/society\"", `"author": [{"@id": "#entity/none"`, theFact, "author: there is no entity"},
		{"a reference that says more", `"author": [` + "\n        {\n", `"author": [{"name": "a",`, theFact, "more than an @id"},
		{"a name under another @id", `"name": "swarm"`, `"name": "Swarm"`, theFact, "#name/Swarm"},
		{"the same as nothing", `"name": "swarm"`, `"name": "swarm", "sameAs": {"@id": "#entity/none"}`, theFact, "sameAs"},
		{"null where a reference belongs", `"author": [`, `"author": [null,`, theFact, "author"},
		{"a quotation that isn't there", `"appearance": [`, `"appearance": [{"@id": "#quotation/none"},`, theFact, "appearance: there is no quotation"},
		{"a footnote that isn't there", `"@id": "#footnote/bees/4",`, `"@id": "#footnote/bees/5",`, theFact, theQuotation + ": citation"},
		{"an article that isn't there", `"isPartOf": {` + "\n        \"@id\": \"#article/bees\"", `"isPartOf": {"@id": "#article/wasps"`, theFact, "isPartOf"},
		{"a label that isn't there", label, `"citation": [{"@id": "#footnote/bees/5"}], "footnote:kind"`, theFact, "there is no footnote"},
		{"a label that says more", label, `"citation": [{"@id": "#footnote/bees/4", "identifier": "4"}], "footnote:kind"`, theFact, "more than an @id"},
		{"a label of another type", label, `"citation": [{"@id": "#footnote/bees/4", "@type": "Book", "identifier": "4"}], "footnote:kind"`, theFact, "Book"},
		{"a label under another @id", label, `"citation": [{"@id": "#footnote/bees/5", "@type": "CreativeWork", "identifier": "6"}], "footnote:kind"`, theFact, "#footnote/bees/6"},
		{"a fact under another @id", `"swarm/size"`, `"swarm/mass"`, theFact, "#fact/bees/swarm/mass"},
		{"no fact by its own check", `"footnote:property": "size",`, ``, theFact, "no property"},
		{"no date", `"2024"`, `"last year"`, theFact, "last year"},
		{"no status", `"reported"`, `"rumoured"`, theFact, "rumoured"},
		{"no kind of value", `"quantity"`, `"quality"`, theFact, "footnote:value"},
		{"a value of another type", `"QuantitativeValue"`, `"MonetaryAmount"`, theFact, "MonetaryAmount"},
		{"a value without a number", `"minValue": 20000,`, ``, theFact, "footnote:value"},
		{"numbers in words", `20000`, `"many"`, theFact, "footnote:value"},
		{"two units", `"unitText"`, `"unitCode": "C62", "unitText"`, theFact, "unitCode"},
		{"a unit by a code", `"unitText": "bees"`, `"unitCode": "KGM"`, theFact, "KGM"},
		{"a currency of bees", `"unitText"`, `"currency": "USD", "unitText"`, theFact, "currency"},
		{"a quantity is of nothing", `"unitText"`, `"footnote:of": "all", "unitText"`, theFact, "footnote:of"},
		{"a date has no unit", `"QuantitativeValue",` + "\n          \"footnote:kind\": \"quantity\"", `"PropertyValue", "value": "2024", "footnote:kind": "date"`, theFact, "a date has"},
		{"money has a currency", `"QuantitativeValue",` + "\n          \"footnote:kind\": \"quantity\"", `"MonetaryAmount", "currency": "USD", "footnote:kind": "money"`, theFact, "besides its currency"},
		{"data is an object", `"footnote:kind": "figure"`, `"footnote:kind": "figure", "footnote:data": [1]`, theFact, "not an object"},
		{"deep data", `"footnote:kind": "figure"`, `"footnote:kind": "figure", "footnote:data": ` + strings.Repeat("[", 70) + strings.Repeat("]", 70), theFact, "deeper"},
	} {
		if !strings.Contains(string(good), tt.old) {
			t.Errorf("%s: the document doesn't have %q", tt.reason, tt.old)
			continue
		}
		_, _, err := schemaorg.Unmarshal([]byte(strings.Replace(string(good), tt.old, tt.new, 1)))
		if err == nil || !strings.HasPrefix(err.Error(), "schemaorg: ") || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want %q", tt.reason, err, tt.want)
			continue
		}
		var nodeErr *schemaorg.NodeError
		if errors.As(err, &nodeErr) != (tt.node != noNode) || nodeErr != nil && nodeErr.Node != tt.node {
			t.Errorf("%s: the error is about %+v, want %q: %v", tt.reason, nodeErr, tt.node, err)
		}
		if nodeErr != nil && errors.Unwrap(nodeErr) == nil {
			t.Errorf("%s: nothing is under the error", tt.reason)
		}
	}
}

// TestOtherLayout: the same JSON in another layout is the same document.
func TestOtherLayout(t *testing.T) {
	doc, err := schemaorg.Marshal(swarm())
	if err != nil {
		t.Fatal(err)
	}
	s := strings.ReplaceAll(string(doc), "\n", " ")
	s = strings.Replace(s, `"@version": 1.1,`, ``, 1)
	s = strings.Replace(s, `"@type": "@json"       }`, `"@type":"\u0040json"}, "@version": 1.10`, 1)
	if records, entities, err := schemaorg.Unmarshal([]byte(s)); err != nil || len(records) != 1 || len(entities) != 1 {
		t.Errorf("%d facts, %d entities, error %v:\n%s", len(records), len(entities), err, s)
	}
}

// TestUnmarshalBounds: small documents that mean large ones, and deep ones.
func TestUnmarshalBounds(t *testing.T) {
	good, err := schemaorg.Marshal(swarm())
	if err != nil {
		t.Fatal(err)
	}
	many := func(old string) {
		one := fmt.Sprintf("{\n          \"@id\": %q\n        }", old)
		if !strings.Contains(string(good), one) {
			t.Fatalf("the document has no %s", one)
		}
		good = []byte(strings.ReplaceAll(string(good), one, strings.TrimSuffix(strings.Repeat(one+",", 3000), ",")))
	}
	many("#footnote/bees/4")
	many("#quotation/bees/swarm.1/22-78")
	_, _, err = schemaorg.Unmarshal(good)
	if err == nil || !strings.Contains(err.Error(), "footnotes and links") {
		t.Errorf("3000 times 3000 footnotes in %d bytes: error %v", len(good), err)
	}
	for _, deep := range []string{
		strings.Repeat("[", 1<<20),
		strings.Repeat(`{"@context":`, 1<<18),
		`{"@graph":[{"@id":"#name/a","sameAs":` + strings.Repeat(`{"sameAs":`, 1<<18),
		`{"@context":` + strings.Repeat("[", 9000) + strings.Repeat("]", 9000) + `,"@graph":[]}`,
	} {
		if _, _, err := schemaorg.Unmarshal([]byte(deep)); err == nil || len(err.Error()) > 1000 {
			t.Errorf("%.30q…: error %v", deep, err)
		}
	}
}
