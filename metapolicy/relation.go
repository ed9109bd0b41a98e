package metapolicy

import (
	"iter"

	"github.com/footnote-go/footnote/corpus/fact"
)

// A RelationKind is how one entity stands to another.
type RelationKind string

// The kinds of relations, each read from the one to the other.
const (
	RelationBuiltOn      RelationKind = "built-on"
	RelationCompetesWith RelationKind = "competes-with"
	RelationPartnersWith RelationKind = "partners-with"
	RelationLeads        RelationKind = "leads"
	RelationJoined       RelationKind = "joined"
	RelationEnabled      RelationKind = "enabled"
	RelationPartOf       RelationKind = "part-of"
	RelationUses         RelationKind = "uses"
	RelationHosts        RelationKind = "hosts"
	RelationConducts     RelationKind = "conducts"
	RelationExcludes     RelationKind = "excludes"
)

// A Relation says how one entity stands to another: DeepSeek built on Llama.
type Relation struct {
	From Entity       `json:"from"`
	Kind RelationKind `json:"kind"`
	To   Entity       `json:"to"`
	Text string       `json:"text,omitempty"` // in what way, "" if the kind says it all
}

// Relations returns the relations of the article.
func Relations() iter.Seq[fact.Stated[Relation]] {
	return all("relation", func(e entry) Relation {
		return Relation{e.data.From, e.data.Relation, e.data.To, e.data.Text}
	})
}
