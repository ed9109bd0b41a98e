package schemaorg

import (
	"encoding/json"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/internal/jsonkeys"
)

// The nodes of a document. The option omitzero leaves out a nil list and keeps an
// empty one, so that a record gets back the one it had.

type document struct {
	Context json.RawMessage   `json:"@context"`
	Graph   []json.RawMessage `json:"@graph"`
}

// A link refers to a node of the graph.
type link struct {
	ID string `json:"@id"`
}

type articleNode struct {
	ID         string `json:"@id"`
	Type       string `json:"@type"`
	Identifier string `json:"identifier"`
}

type entityNode struct {
	ID            string   `json:"@id"`
	Type          string   `json:"@type"`
	Identifier    string   `json:"identifier,omitempty"`
	Name          string   `json:"name"`
	AlternateName []string `json:"alternateName,omitzero"`
	Kind          string   `json:"footnote:kind,omitempty"`
}

// A mention refers to an entity, or is a node itself if it has a type.
type mention struct {
	ID     string `json:"@id"`
	Type   string `json:"@type,omitempty"`
	Name   string `json:"name,omitempty"`
	SameAs *link  `json:"sameAs,omitempty"`
}

type noteNode struct {
	ID         string      `json:"@id"`
	Type       string      `json:"@type"`
	Identifier string      `json:"identifier"`
	Text       string      `json:"text,omitempty"`
	IsPartOf   *link       `json:"isPartOf,omitempty"`
	Citation   []work      `json:"citation,omitzero"`
	Source     cite.Source `json:"footnote:source,omitempty"`
}

// A work is what a footnote links to.
type work struct {
	Type string `json:"@type"`
	URL  string `json:"url"`
}

// A label refers to a footnote, or is a node itself if it has a type.
type label struct {
	ID         string `json:"@id"`
	Type       string `json:"@type,omitempty"`
	Identifier string `json:"identifier,omitempty"`
}

type quotationNode struct {
	ID       string         `json:"@id"`
	Type     string         `json:"@type"`
	Text     string         `json:"text"`
	IsPartOf *link          `json:"isPartOf,omitempty"`
	Citation []link         `json:"citation,omitzero"`
	Passage  cite.PassageID `json:"footnote:passage"`
	Digest   cite.Digest    `json:"footnote:digest,omitempty"`
	Start    int            `json:"footnote:start"`
	End      int            `json:"footnote:end"`
	Prefix   string         `json:"footnote:prefix,omitempty"`
	Suffix   string         `json:"footnote:suffix,omitempty"`
}

type claimNode struct {
	ID               string          `json:"@id"`
	Type             string          `json:"@type"`
	Identifier       string          `json:"identifier"`
	Text             string          `json:"text"`
	MainEntity       mention         `json:"mainEntity"`
	About            []mention       `json:"about,omitzero"`
	Author           []mention       `json:"author,omitzero"`
	TemporalCoverage fact.Date       `json:"temporalCoverage,omitzero"`
	Appearance       []link          `json:"appearance"`
	Citation         []label         `json:"citation,omitzero"`
	Kind             string          `json:"footnote:kind"`
	Property         string          `json:"footnote:property"`
	Status           fact.Status     `json:"footnote:status,omitzero"`
	Section          []string        `json:"footnote:section,omitzero"`
	Value            []valueNode     `json:"footnote:value,omitzero"`
	Data             json.RawMessage `json:"footnote:data,omitempty"`
}

// The keys that the nodes have, compared exactly, as encoding/json doesn't.
var (
	documentKeys  = jsonkeys.Of[document]()
	articleKeys   = jsonkeys.Of[articleNode]()
	entityKeys    = jsonkeys.Of[entityNode]()
	noteKeys      = jsonkeys.Of[noteNode]()
	quotationKeys = jsonkeys.Of[quotationNode]()
	claimKeys     = jsonkeys.Of[claimNode]()
)
