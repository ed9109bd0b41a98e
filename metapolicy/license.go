package metapolicy

import (
	"iter"
	"slices"

	"github.com/footnote-go/footnote/corpus/fact"
)

// A License is a license, or a policy that is a part of one. The zero License is
// none.
type License string

// The licenses of the article.
const (
	CommunityLicense    License = "llama-community-license"
	AcceptableUsePolicy License = "acceptable-use-policy" // part of the Community License
	Llama1License       License = "llama-1-license"       // restricted, for research
	MITLicense          License = "mit-license"
	ApacheLicense       License = "apache-license" // 2.0
)

var licenses = [...]License{CommunityLicense, AcceptableUsePolicy, Llama1License, MITLicense, ApacheLicense}

// Licenses returns the licenses of the article.
func Licenses() iter.Seq[License] { return slices.Values(licenses[:]) }

// A ClauseKind says what a clause does.
type ClauseKind string

// The kinds of clauses.
const (
	ClausePermission  ClauseKind = "permission"
	ClauseRestriction ClauseKind = "restriction"
	ClauseCondition   ClauseKind = "condition"
	ClauseExclusion   ClauseKind = "exclusion" // of somebody
)

// A Clause is a term of a license.
type Clause struct {
	Kind ClauseKind `json:"kind"`
	Text string     `json:"text"` // what it allows, forbids, requires
}

// Name returns the license's name.
func (l License) Name() string { return Entity(l).Name() }

// String returns the license's name.
func (l License) String() string { return Entity(l).String() }

// UserThreshold returns the number of monthly active users above which free use
// ends.
func (l License) UserThreshold() fact.Stated[fact.Quantity] {
	return one(string(l), "user threshold", func(e entry) fact.Quantity { return e.Quantity() })
}

// Targets returns whom the user threshold excludes from free use, by the
// article's first and plainer word on it. The article names them in two ways:
// Conflict of the result says so, and [License.AllTargets] has both.
func (l License) Targets() fact.Stated[[]Organization] {
	for t := range l.AllTargets() {
		return t
	}
	return fact.Stated[[]Organization]{}
}

// AllTargets returns whom the user threshold is aimed at, in each of the ways that
// the article names them.
func (l License) AllTargets() iter.Seq[fact.Stated[[]Organization]] {
	return about(string(l), "license", func(e entry) []Organization {
		return slices.Clone(e.data.Organizations)
	}, "targets")
}

// Clauses returns the terms of the license.
func (l License) Clauses() iter.Seq[fact.Stated[Clause]] {
	return about(string(l), "license", func(e entry) Clause {
		return Clause{e.data.Clause, e.data.Text}
	}, "clause")
}

// ProhibitedUses returns what the license, or a policy that is a part of it, forbids
// to use a model for.
func (l License) ProhibitedUses() iter.Seq[fact.Stated[string]] {
	return func(yield func(fact.Stated[string]) bool) {
		for part := range l.Parts() {
			for use := range about(string(part), "license", entry.text, "prohibited use") {
				if !yield(use) {
					return
				}
			}
		}
	}
}

// Parts returns the license itself and the policies that are a part of it.
func (l License) Parts() iter.Seq[License] {
	return func(yield func(License) bool) {
		if l == "" || !yield(l) {
			return
		}
		for r := range l.Relations() {
			if r.Value.Kind == RelationPartOf && r.Value.To == Entity(l) && !yield(License(r.Value.From)) {
				return
			}
		}
	}
}

// Comparisons returns how the license stands to others.
func (l License) Comparisons() iter.Seq[fact.Stated[string]] {
	return about(string(l), "license", entry.text, "comparison")
}

// Rationales returns what the article sees as the reasons of the license's terms.
func (l License) Rationales() iter.Seq[fact.Stated[string]] {
	return about(string(l), "license", entry.text, "rationale")
}

// Models returns the models that the article says were released under the license:
// the other direction of [Model.License].
func (l License) Models() iter.Seq[fact.Stated[Model]] {
	return func(yield func(fact.Stated[Model]) bool) {
		for m := range Models() {
			s := m.License()
			if s.Value == l && l != "" && !yield(fact.NewStated(m, s.Fact)) {
				return
			}
		}
	}
}

// Facts returns all facts about the license.
func (l License) Facts() iter.Seq[fact.Fact] { return Entity(l).Facts() }

// Relations returns whom the license excludes, and what it is a part of.
func (l License) Relations() iter.Seq[fact.Stated[Relation]] { return Entity(l).Relations() }

// Criticisms returns what is criticised of the license.
func (l License) Criticisms() iter.Seq[fact.Stated[Criticism]] { return Entity(l).Criticisms() }
