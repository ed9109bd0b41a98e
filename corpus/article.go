package corpus

import (
	"iter"
	"sync/atomic"

	"github.com/footnote-go/footnote/corpus/cite"
)

// MaxSize is the largest file that is read as an article, in bytes. A larger
// one is a [*TooLargeError]; it is no article that a person wrote.
const MaxSize = 16 << 20

// An Article is one footnoted document, immutable once read.
type Article struct {
	id, name           string
	title, description string
	revised            string
	raw                string
	revision           cite.Digest

	sections    []section
	blocks      []block
	sentences   []cite.Span // of all blocks in order, relative to their block's text
	passages    []passage
	digests     []atomic.Pointer[cite.Digest] // of passages, nil until asked for
	references  []reference
	links       []Link    // of all blocks in order
	segments    []segment // of all blocks in order
	definitions []Definition
	diagnostics []Diagnostic
	sidecars    []Sidecar
	stated      func() statements // what the sidecars state, read once; nil for none
	expanded    func() expansion  // the questions of the sidecar, read once; nil for none

	bySlug    map[string]int
	byPassage map[cite.PassageID]int
	byLabel   map[string]int // to definitions, the first of each label
}

// ID returns the article's ID: the id of its front matter, else its file name
// without extension, in either case as a slug.
func (a *Article) ID() string { return a.id }

// Name returns the file name that the article was read from.
func (a *Article) Name() string { return a.name }

// Title returns the title of the front matter, else the first heading if that
// has level 1, even with text before it, else "".
func (a *Article) Title() string { return a.title }

// Description returns the description of the front matter, "" if there is none.
func (a *Article) Description() string { return a.description }

// RevisionDate returns the revision date of the front matter as it stands there, ""
// if there is none.
func (a *Article) RevisionDate() string { return a.revised }

// Raw returns the bytes that the article was read from.
func (a *Article) Raw() string { return a.raw }

// Revision returns the digest of the bytes that the article was read from.
// Sidecars have digests of their own.
func (a *Article) Revision() cite.Digest { return a.revision }

// Sections returns the article's sections in order. The first, with the slug
// "top", is the text under the title alone and any before the title, if there is
// a title or such text.
func (a *Article) Sections() iter.Seq[Section] {
	return func(yield func(Section) bool) {
		for i := range a.sections {
			if !yield(Section{a, i}) {
				return
			}
		}
	}
}

// Section returns the section of the given slug.
func (a *Article) Section(slug string) (Section, bool) {
	i, ok := a.bySlug[slug]
	if !ok {
		return Section{}, false
	}
	return Section{a, i}, true
}

// Blocks returns the article's blocks in order.
func (a *Article) Blocks() iter.Seq[Block] { return a.blockRange(0, len(a.blocks)) }

func (a *Article) blockRange(from, to int) iter.Seq[Block] {
	return func(yield func(Block) bool) {
		for i := from; i < to; i++ {
			if !yield(Block{a, i}) {
				return
			}
		}
	}
}

// Passages returns the article's passages in order.
func (a *Article) Passages() iter.Seq[Passage] { return a.passageRange(0, len(a.passages)) }

func (a *Article) passageRange(from, to int) iter.Seq[Passage] {
	return func(yield func(Passage) bool) {
		for i := from; i < to; i++ {
			if !yield(Passage{a, i}) {
				return
			}
		}
	}
}

// Passage returns the passage of the given ID.
func (a *Article) Passage(id cite.PassageID) (Passage, bool) {
	i, ok := a.byPassage[id]
	if !ok {
		return Passage{}, false
	}
	return Passage{a, i}, true
}

// References returns the article's footnote references in order.
func (a *Article) References() iter.Seq[Reference] {
	return func(yield func(Reference) bool) {
		for i := range a.references {
			if !yield(Reference{a, i}) {
				return
			}
		}
	}
}

// Diagnostics returns what was odd in the file, in order of place, what concerns
// the whole of it first; then what was odd in the sidecars. It reads facts and
// questions if nobody has asked for them before.
func (a *Article) Diagnostics() iter.Seq[Diagnostic] {
	return func(yield func(Diagnostic) bool) {
		for _, list := range [][]Diagnostic{a.diagnostics, a.statements().strange, a.expansion().strange} {
			for _, d := range list {
				if !yield(d) {
					return
				}
			}
		}
	}
}

// Sidecars returns the files that were found beside the article's, by name.
func (a *Article) Sidecars() iter.Seq[Sidecar] {
	return func(yield func(Sidecar) bool) {
		for _, s := range a.sidecars {
			if !yield(s) {
				return
			}
		}
	}
}

// Counts is what an article consists of.
type Counts struct {
	Headings   int `json:"headings"` // with the title, if it is a heading
	Paragraphs int `json:"paragraphs"`
	TableRows  int `json:"table_rows"` // without header rows
	ListItems  int `json:"list_items"`
	Quotations int `json:"quotations"`
	Code       int `json:"code"`
	Passages   int `json:"passages"`
	Footnotes  int `json:"footnotes"` // labels that are defined
	References int `json:"references"`
	Unresolved int `json:"unresolved"` // references whose label is not defined
	Unused     int `json:"unused"`     // labels that no reference points at
	Duplicates int `json:"duplicates"` // definitions after the first of a label
}

// Counts counts what the article consists of.
func (a *Article) Counts() Counts {
	c := Counts{
		Passages:   len(a.passages),
		Footnotes:  len(a.byLabel),
		References: len(a.references),
		Duplicates: len(a.definitions) - len(a.byLabel),
	}
	for i := range a.sections {
		if a.sections[i].heading != "" {
			c.Headings++
		}
	}
	for i := range a.blocks {
		switch a.blocks[i].kind {
		case Paragraph:
			c.Paragraphs++
		case TableRow:
			c.TableRows++
		case ListItem:
			c.ListItems++
		case Quotation:
			c.Quotations++
		case Code:
			c.Code++
		}
	}
	used := make(map[string]bool, len(a.references))
	for i := range a.references {
		label := a.references[i].label
		used[label] = true
		if _, ok := a.byLabel[label]; !ok {
			c.Unresolved++
		}
	}
	for label := range a.byLabel {
		if !used[label] {
			c.Unused++
		}
	}
	return c
}
