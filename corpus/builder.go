package corpus

import (
	"slices"
	"strings"
	"sync/atomic"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/internal/sentence"
)

// A builder puts an article together from what a reader finds in a file, in
// order: headings, blocks and definitions.
type builder struct {
	a     *Article
	w     writer
	slugs map[string]int // next number of a repeated slug
	open  []int          // sections that the next heading may be under
	spans []sentence.Span

	odd    diagnostics
	strays map[string]bool // labels that are referred to outside of blocks
}

func newBuilder(name string, src []byte) *builder {
	raw := string(src)
	return &builder{
		a: &Article{
			name:      name,
			raw:       raw,
			revision:  cite.DigestOf(src),
			bySlug:    map[string]int{},
			byPassage: map[cite.PassageID]int{},
			byLabel:   map[string]int{},
			// Prose has about that many; more is made where needed.
			blocks:    make([]block, 0, len(raw)/512+4),
			passages:  make([]passage, 0, len(raw)/512+4),
			segments:  make([]segment, 0, len(raw)/256+8),
			sentences: make([]cite.Span, 0, len(raw)/128+8),
		},
		w:     newWriter(raw),
		slugs: map[string]int{},

		strays: map[string]bool{},
	}
}

func (b *builder) diagnose(code DiagnosticCode, label string, offset int, format string, args ...any) {
	b.odd.add(Diagnostic{Code: code, Label: label, Offset: offset}, format, args...)
}

// title makes the section "top" the one under the title: it opens it, or gives it
// its heading, where text stands before that.
func (b *builder) title(heading string) {
	if !b.hasSection() {
		b.section(section{slug: topSlug, parent: -1})
	}
	top := &b.a.sections[0]
	top.heading, top.level, top.known = heading, 1, true
	if b.a.title == "" {
		b.a.title = heading
	}
}

// heading opens a section; level 0 is unknown.
func (b *builder) heading(heading string, level int) {
	s := section{heading: heading, level: level, known: level > 0, parent: -1}
	s.slug = uniqueSlug(slugify(heading), b.a.bySlug, b.slugs)
	for len(b.open) > 0 && (level == 0 || b.a.sections[b.open[len(b.open)-1]].level >= level) {
		b.open = b.open[:len(b.open)-1]
	}
	if n := len(b.open); n > 0 {
		s.parent = b.open[n-1]
		s.path = append(s.path, b.a.sections[s.parent].path...)
	}
	s.path = append(s.path, heading)
	b.section(s)
	if level > 0 {
		b.open = append(b.open, len(b.a.sections)-1)
	}
}

func (b *builder) section(s section) {
	s.blocks = [2]int{len(b.a.blocks), len(b.a.blocks)}
	s.passages = [2]int{len(b.a.passages), len(b.a.passages)}
	i := len(b.a.sections)
	s.descendant = i + 1
	b.a.bySlug[s.slug] = i
	b.a.sections = append(b.a.sections, s)
	for p := s.parent; p >= 0; p = b.a.sections[p].parent {
		b.a.sections[p].descendant = i + 1
	}
}

// hasSection reports whether the title or any other section was opened.
func (b *builder) hasSection() bool { return len(b.a.sections) > 0 }

// hasHeading reports whether a heading was read, title or other.
func (b *builder) hasHeading() bool {
	n := len(b.a.sections)
	return n > 1 || n == 1 && b.a.sections[0].heading != ""
}

// endBlock makes a block of what was written since b.w.begin, if that is
// anything. cells are those of a table row.
func (b *builder) endBlock(kind BlockKind, lead string, cells []cite.Span) {
	marks := b.w.marks
	if b.w.len() == 0 && len(marks) == 0 {
		return
	}
	if !b.hasSection() {
		b.section(section{slug: topSlug, parent: -1})
	}
	a := b.a
	sec := &a.sections[len(a.sections)-1]
	at := len(a.blocks)
	text := string(b.w.text)
	blk := block{
		kind:       kind,
		section:    len(a.sections) - 1,
		number:     at - sec.blocks[0] + 1,
		text:       text,
		lead:       lead,
		cells:      cells,
		segments:   [2]int{len(a.segments), len(a.segments) + len(b.w.segments)},
		sentences:  [2]int{len(a.sentences), 0},
		references: [2]int{len(a.references), len(a.references) + len(marks)},
		passages:   [2]int{len(a.passages), 0},
		links:      [2]int{len(a.links), 0},
	}
	for _, l := range b.w.links {
		if l.End = min(l.End, len(text)); l.Start < l.End {
			a.links = append(a.links, l)
		}
	}
	blk.links[1] = len(a.links)
	a.segments = append(a.segments, b.w.segments...)
	b.sentences(kind, text, cells)
	blk.sentences[1] = len(a.sentences)
	sentences := a.sentences[blk.sentences[0]:]
	for _, m := range marks {
		a.references = append(a.references, reference{label: m.label, block: at, cell: m.cell, at: m.at, source: m.source})
	}
	if cells == nil {
		cells = []cite.Span{{Start: 0, End: len(text)}}
	}
	setScopes(a.references[blk.references[0]:], text, cells, sentences)
	a.blocks = append(a.blocks, blk)
	b.passages(at)
	a.blocks[at].passages[1] = len(a.passages)
	sec.blocks[1] = at + 1
	sec.passages[1] = len(a.passages)
}

// sentences splits the text of a block into sentences.
func (b *builder) sentences(kind BlockKind, text string, cells []cite.Span) {
	switch {
	case kind == Code:
		for from := 0; from < len(text); {
			end := len(text)
			if n := strings.IndexByte(text[from:], '\n'); n >= 0 {
				end = from + n
			}
			if strings.TrimSpace(text[from:end]) != "" {
				b.a.sentences = append(b.a.sentences, cite.Span{Start: from, End: end})
			}
			from = end + 1
		}
	case cells != nil:
		for _, c := range cells {
			b.split(c.Of(text), c.Start)
		}
	default:
		b.split(text, 0)
	}
}

func (b *builder) split(text string, offset int) {
	b.spans = sentence.Append(b.spans[:0], text)
	for _, s := range b.spans {
		b.a.sentences = append(b.a.sentences, cite.Span{Start: s.Start + offset, End: s.End + offset})
	}
}

// passages cuts a block into passages.
func (b *builder) passages(at int) {
	a := b.a
	blk := a.blocks[at]
	first := blk.sentences[0]
	sentences := a.sentences[first:blk.sentences[1]]
	slug := a.sections[blk.section].slug
	add := func(span cite.Span, from, to, part int) {
		p := passage{
			id:        cite.NewPassageID(a.id, slug, blk.number, part),
			block:     at,
			span:      span,
			sentences: [2]int{first + from, first + to},
		}
		a.byPassage[p.id] = len(a.passages)
		a.passages = append(a.passages, p)
	}
	if len(sentences) == 0 {
		return // marks and nothing else
	}
	if fits(blk.text) {
		add(cite.Span{Start: 0, End: len(blk.text)}, 0, len(sentences), 0)
		return
	}
	parts := split(blk.text, sentences)
	for i, r := range parts {
		part := i + 1
		if len(parts) == 1 {
			part = 0
		}
		add(cite.Span{Start: sentences[r.from].Start, End: sentences[r.to-1].End}, r.from, r.to, part)
	}
}

// define adds a definition. span is empty for one from a sidecar.
func (b *builder) define(label, text string, links []string, emphasised bool, span cite.Span) {
	if links == nil {
		links = []string{}
	}
	_, have := b.a.byLabel[label]
	if !have {
		b.a.byLabel[label] = len(b.a.definitions)
	}
	b.a.definitions = append(b.a.definitions, Definition{
		Footnote: cite.Footnote{
			Article: b.a.id,
			Label:   label,
			Text:    text,
			Links:   links,
			Source:  classifySource(text, links, emphasised),
		},
		Span:      span,
		Duplicate: have,
	})
}

// finish checks the article as a whole.
func (b *builder) finish() *Article {
	a := b.a
	used := make(map[string]bool, len(a.byLabel))
	for i := range a.references {
		r := &a.references[i]
		used[r.label] = true
		if _, ok := a.byLabel[r.label]; !ok {
			b.diagnose(DiagUnresolvedReference, r.label, r.source.Start, "reference to [^%s], which is not defined", r.label)
		}
		if r.scope.IsEmpty() {
			b.diagnose(DiagEmptyScope, r.label, r.source.Start, "reference to [^%s] with no text before it to vouch for", r.label)
		}
	}
	for _, d := range a.definitions {
		switch {
		case d.Span.IsEmpty(): // of a sidecar: it may serve other editions
		case d.Duplicate:
			b.diagnose(DiagDuplicateDefinition, d.Label, d.Span.Start, "[^%s] is defined before; the first definition counts", d.Label)
		case !used[d.Label] && !b.strays[d.Label]:
			b.diagnose(DiagUnusedDefinition, d.Label, d.Span.Start, "[^%s] is defined, but nothing refers to it", d.Label)
		}
	}
	if b.w.invalid >= 0 {
		b.diagnose(DiagInvalidUTF8, "", b.w.invalid, "not UTF-8; each invalid byte is read as U+FFFD")
	}
	if b.w.nul >= 0 {
		b.diagnose(DiagNULByte, "", b.w.nul, "NUL byte; read as U+FFFD")
	}
	empty := len(a.blocks) == 0 && len(a.sections) == 0
	switch {
	case empty && strings.TrimSpace(a.raw) == "":
		b.diagnose(DiagEmptyFile, "", wholeFile, "the file is empty")
	case !slices.ContainsFunc(a.sections, func(s section) bool { return s.heading != "" }):
		b.diagnose(DiagNoHeading, "", wholeFile, "no heading: all text is in the section \"top\"")
	}
	if len(a.references) == 0 && len(a.definitions) == 0 {
		b.diagnose(DiagNoFootnotes, "", wholeFile, "no footnotes: nothing in this article can be cited by a mark")
	}
	a.digests = make([]atomic.Pointer[cite.Digest], len(a.passages))
	a.diagnostics = b.odd.all()
	place(a.diagnostics, a.raw)
	return a
}
