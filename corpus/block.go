package corpus

import (
	"iter"
	"slices"
	"sort"

	"github.com/footnote-go/footnote/corpus/cite"
)

// A BlockKind says what a block is.
type BlockKind int

// The kinds of blocks. HTML that stands between blocks counts as a paragraph,
// with a diagnostic.
const (
	Paragraph BlockKind = iota + 1
	ListItem
	TableRow
	Quotation
	Code
)

var blockKinds = [...]string{"none", "paragraph", "list item", "table row", "quotation", "code"}

// String returns the kind in words; that of the zero value is "none".
func (k BlockKind) String() string {
	if k < 0 || int(k) >= len(blockKinds) {
		return "unknown"
	}
	return blockKinds[k]
}

// A Block is a paragraph, list item, table row, quotation or piece of code. The
// zero Block is none; its methods return zero values.
type Block struct {
	a *Article
	i int
}

type block struct {
	kind       BlockKind
	section    int
	number     int // in its section, from 1
	text       string
	lead       string
	cells      []cite.Span // of a table row
	segments   [2]int
	sentences  [2]int
	references [2]int
	passages   [2]int
	links      [2]int
}

var noBlock block

func (b Block) data() *block {
	if b.a == nil {
		return &noBlock
	}
	return &b.a.blocks[b.i]
}

// IsZero reports whether b is no block.
func (b Block) IsZero() bool { return b.a == nil }

// Kind returns what the block is.
func (b Block) Kind() BlockKind { return b.data().kind }

// Number returns the block's number in its section, from 1.
func (b Block) Number() int { return b.data().number }

// Section returns the section that the block stands in.
func (b Block) Section() Section {
	if b.a == nil {
		return Section{}
	}
	return Section{b.a, b.data().section}
}

// Text returns the block's clean text. The cells of a table row are joined by
// " | ", the paragraphs of a list item by a blank line.
func (b Block) Text() string { return b.data().text }

// Lead returns what the text needs to be understood but doesn't contain: the
// header of a table row; of a list item the text that introduces the list.
func (b Block) Lead() string { return b.data().lead }

// Source maps a span of the block's text to the bytes of the file, as a span of
// [Article.Raw]: from the first byte of the first character to the last of the
// last, with whatever marks and markup stand between.
func (b Block) Source(span cite.Span) cite.Span {
	d := b.data()
	if b.a == nil {
		return cite.Span{}
	}
	return sourceSpan(b.a.segments[d.segments[0]:d.segments[1]], span)
}

// Sentences returns the spans of the block's sentences in its text. A sentence
// ends with its cell, and in code with its line.
func (b Block) Sentences() iter.Seq[cite.Span] {
	return func(yield func(cite.Span) bool) {
		for _, s := range b.sentences() {
			if !yield(s) {
				return
			}
		}
	}
}

func (b Block) sentences() []cite.Span {
	if b.a == nil {
		return nil
	}
	d := b.data()
	return b.a.sentences[d.sentences[0]:d.sentences[1]]
}

// References returns the footnote references that stand in the block.
func (b Block) References() iter.Seq[Reference] {
	return func(yield func(Reference) bool) {
		d := b.data()
		for i := d.references[0]; i < d.references[1]; i++ {
			if !yield(Reference{b.a, i}) {
				return
			}
		}
	}
}

// Passages returns the passages that the block makes.
func (b Block) Passages() iter.Seq[Passage] {
	d := b.data()
	return b.a.passageRange(d.passages[0], d.passages[1])
}

// passagesAt returns the passages that share a byte with a span of the block's
// text. They stand in order, and so do their ends.
func (b Block) passagesAt(span cite.Span) iter.Seq[Passage] {
	d := b.data()
	from, to := d.passages[0], d.passages[1]
	from += sort.Search(to-from, func(i int) bool { return b.a.passages[from+i].span.End > span.Start })
	n := sort.Search(to-from, func(i int) bool { return b.a.passages[from+i].span.Start >= span.End })
	return b.a.passageRange(from, from+n)
}

// FootnotesAt returns the footnotes in force for a span of the block's text:
// those whose scope overlaps it, in the order of their references, each once.
// One that the article doesn't define has no text.
func (b Block) FootnotesAt(span cite.Span) []cite.Footnote {
	var out []cite.Footnote
	for _, label := range b.labelsAt(span) {
		out = append(out, b.a.footnote(label))
	}
	return out
}

// labelsAt returns the labels in force for a span of the block's text. The
// references of a block stand in order, and so do the ends of their scopes.
func (b Block) labelsAt(span cite.Span) []string {
	if b.a == nil {
		return nil
	}
	d := b.data()
	refs := b.a.references[d.references[0]:d.references[1]]
	first := sort.Search(len(refs), func(i int) bool { return refs[i].scope.End > span.Start })
	var out []string
	var have map[string]bool // of out, once that is long
	for _, r := range refs[first:] {
		switch {
		case r.scope.Start >= span.End:
			return out
		case !r.scope.Overlaps(span), have[r.label], have == nil && slices.Contains(out, r.label):
			continue
		}
		out = append(out, r.label)
		if have == nil && len(out) == 32 {
			have = make(map[string]bool)
			for _, l := range out {
				have[l] = true
			}
		} else if have != nil {
			have[r.label] = true
		}
	}
	return out
}

// A Link is a part of a block's text that leads to an address.
type Link struct {
	cite.Span        // in the block's text
	URL       string // as the file has it, of any scheme or none
}

// Links returns the links in the block's text, in order; a plain-text export has none.
// They don't overlap.
func (b Block) Links() iter.Seq[Link] {
	return func(yield func(Link) bool) {
		if b.a == nil {
			return
		}
		d := b.data()
		for _, l := range b.a.links[d.links[0]:d.links[1]] {
			if !yield(l) {
				return
			}
		}
	}
}

// Cells returns the spans of a table row's cells in its text; other blocks have none.
func (b Block) Cells() iter.Seq[cite.Span] { return slices.Values(b.data().cells) }
