package schemaorg

import (
	"encoding/json"
	"reflect"

	"github.com/footnote-go/footnote/internal/jsonkeys"
)

// Namespace is what the prefix "footnote" stands for: the IRIs of the terms that
// schema.org lacks begin with it. The package documentation lists them.
const Namespace = "https://github.com/footnote-go/footnote/ns#"

// context is the @context of every document. Ours needs JSON-LD 1.1 for @json; a
// list keeps its order.
const context = `["https://schema.org",{"@version":1.1,"footnote":"` + Namespace + `",` +
	`"footnote:data":{"@id":"footnote:data","@type":"@json"},` +
	`"footnote:section":{"@id":"footnote:section","@container":"@list"},` +
	`"footnote:value":{"@id":"footnote:value","@container":"@list"}}]`

// contextKeys are the keys of our context; where all are there, none may stand twice.
var contextKeys = jsonkeys.Of[struct {
	Version  float64   `json:"@version"`
	Footnote string    `json:"footnote"`
	Data     typedTerm `json:"footnote:data"`
	Section  typedTerm `json:"footnote:section"`
	Value    typedTerm `json:"footnote:value"`
}]()

type typedTerm struct {
	ID        string `json:"@id"`
	Type      string `json:"@type"`
	Container string `json:"@container"`
}

// isContext reports whether a document has our context, however it is laid out.
func isContext(data []byte) bool {
	var got, want any
	if json.Unmarshal(data, &got) != nil || json.Unmarshal([]byte(context), &want) != nil {
		return false
	}
	return reflect.DeepEqual(got, want) && len(contextKeys.Odd(data, 1)) == 0
}

// The types of nodes that are no entities.
const (
	typeClaim     = "Claim"
	typeQuotation = "Quotation"
	typeArticle   = "Article"
	typeWork      = "CreativeWork"
	typeDate      = "PropertyValue"
	typeQuantity  = "QuantitativeValue"
	typeMoney     = "MonetaryAmount"
)

// typeThing is the type of entities of all kinds that entityTypes doesn't have.
const typeThing = "Thing"

// entityTypes are the types of entities by their kinds.
var entityTypes = map[string]string{
	"person":       "Person",
	"organization": "Organization",
	"model":        "SoftwareApplication",
	"product":      "Product",
	"legislation":  "Legislation",
	"license":      typeWork,
	"work":         typeWork,
	"study":        typeWork,
	"country":      "Country",
	"jurisdiction": "AdministrativeArea",
	"place":        "Place",
}

func entityType(kind string) string {
	if t, ok := entityTypes[kind]; ok {
		return t
	}
	return typeThing
}

// isEntityType reports whether entities may have the type. Which kind has which is
// not looked at, so that a later table reads the documents of an earlier one.
func isEntityType(t string) bool {
	for _, known := range entityTypes {
		if t == known {
			return true
		}
	}
	return t == typeThing
}
