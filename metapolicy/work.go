package metapolicy

import (
	"iter"
	"slices"

	"github.com/footnote-go/footnote/corpus/fact"
)

// A Work is an essay or a post. Studies are a type of their own, [Study]; guides and
// frameworks are measures, [Measure]. The zero Work is none.
type Work string

// The works of the article.
const (
	PathForward               Work = "path-forward" // "Open Source AI is the Path Forward"
	PersonalSuperintelligence Work = "personal-superintelligence"
)

var works = [...]Work{PathForward, PersonalSuperintelligence}

// Works returns the essays and posts of the article.
func Works() iter.Seq[Work] { return slices.Values(works[:]) }

// A Form is what a work is.
type Form string

// The forms of works.
const (
	FormEssay    Form = "essay"
	FormBlogPost Form = "blog-post"
)

// Name returns the work's title, or what the article calls it.
func (w Work) Name() string { return Entity(w).Name() }

// String returns the work's name.
func (w Work) String() string { return Entity(w).String() }

// Author returns who wrote the work.
func (w Work) Author() fact.Stated[Person] {
	return one(string(w), "author", func(e entry) Person { return e.data.Person })
}

// Published returns when.
func (w Work) Published() fact.Stated[fact.Date] { return one(string(w), "published", entry.date) }

// Form returns what the work is.
func (w Work) Form() fact.Stated[Form] {
	return one(string(w), "form", func(e entry) Form { return e.data.Form })
}

// Argues returns what the work argues.
func (w Work) Argues() iter.Seq[fact.Stated[string]] {
	return about(string(w), "work", entry.text, "argues")
}

// Readings returns how others have read the work.
func (w Work) Readings() iter.Seq[fact.Stated[string]] {
	return about(string(w), "work", entry.text, "reading")
}

// Facts returns all facts about the work.
func (w Work) Facts() iter.Seq[fact.Fact] { return Entity(w).Facts() }
