package corpus

import (
	"iter"
	"slices"
)

// topSlug is the slug of the text under the title alone.
const topSlug = "top"

// A Section is a heading and what stands under it, up to the next heading. The
// zero Section is none; its methods return zero values.
type Section struct {
	a *Article
	i int
}

type section struct {
	heading    string
	slug       string
	path       []string
	level      int
	known      bool
	parent     int // index of the enclosing section, -1 if none
	blocks     [2]int
	passages   [2]int
	descendant int // index after the last section of the subtree
}

var noSection section

func (s Section) data() *section {
	if s.a == nil {
		return &noSection
	}
	return &s.a.sections[s.i]
}

// IsZero reports whether s is no section.
func (s Section) IsZero() bool { return s.a == nil }

// Article returns the article that s belongs to, nil for the zero Section.
func (s Section) Article() *Article { return s.a }

// ID returns the section's ID, ARTICLE#SLUG.
func (s Section) ID() string {
	if s.a == nil {
		return ""
	}
	return s.a.id + "#" + s.data().slug
}

// Slug returns the heading as it stands in IDs, unique in the article; "top"
// for the text under the title alone.
func (s Section) Slug() string { return s.data().slug }

// Heading returns the heading without markup; that of the section "top" is the
// title, or "" where the file has no heading for it.
func (s Section) Heading() string { return s.data().heading }

// Level returns the heading's level from 1, or 0 where it isn't known.
func (s Section) Level() int { return s.data().level }

// LevelKnown reports whether the file tells the heading's level. Plain-text
// exports tell it only where headings follow each other directly.
func (s Section) LevelKnown() bool { return s.data().known }

// Path returns the headings below the title that lead to the section, its own
// last; it is empty for the text under the title alone. A heading of unknown
// level is its own whole path.
func (s Section) Path() []string { return slices.Clone(s.data().path) }

// Parent returns the section that s is a part of, if there is one.
func (s Section) Parent() (Section, bool) {
	if p := s.data().parent; s.a != nil && p >= 0 {
		return Section{s.a, p}, true
	}
	return Section{}, false
}

// Subtree returns s and, in order, all sections under it. The section "top" is
// not above the others.
func (s Section) Subtree() iter.Seq[Section] {
	return func(yield func(Section) bool) {
		if s.a == nil {
			return
		}
		for i := s.i; i < s.data().descendant; i++ {
			if !yield(Section{s.a, i}) {
				return
			}
		}
	}
}

// Blocks returns the section's own blocks in order, without those of the
// sections under it.
func (s Section) Blocks() iter.Seq[Block] {
	d := s.data()
	return s.a.blockRange(d.blocks[0], d.blocks[1])
}

// Passages returns the section's own passages in order, without those of the
// sections under it.
func (s Section) Passages() iter.Seq[Passage] {
	d := s.data()
	return s.a.passageRange(d.passages[0], d.passages[1])
}
