package corpus_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

// An atom is a piece of a file whose clean text is known. One that is copied has
// the same bytes in both and may be cut; another is whole or not there.
type atom struct {
	at         int // in the file
	raw, clean string
}

// A generator writes a file of atoms and the clean text of each of its blocks.
type generator struct {
	*rand.Rand
	newline string
	atoms   []atom
	size    int
	block   strings.Builder
	blocks  []string
	marks   []string // of the whole file, in order
}

func (g *generator) put(raw, clean string) {
	g.atoms = append(g.atoms, atom{g.size, raw, clean})
	g.size += len(raw)
	g.block.WriteString(clean)
}

func (g *generator) end() {
	g.blocks = append(g.blocks, g.block.String())
	g.block.Reset()
	g.put(g.newline, "")
}

func pick[T any](g *generator, from ...T) T { return from[g.IntN(len(from))] }

func (g *generator) word() {
	w := pick(g, "bees", "dance", "and", "the", "hive", "süß", "e\u0301te\u0301", "👩‍🚀", "😀", "דבורים", "نحل", "蜂蜜", "a\u00a0b", "(so)", "3.5", "“wax”", "don't")
	g.put(w, w)
}

// piece writes a word or a few with markup.
func (g *generator) piece(space func()) {
	switch g.IntN(14) {
	case 0:
		g.wrapped("*", "*", space)
	case 1:
		g.wrapped("**", "**", space)
	case 2:
		g.wrapped("~~", "~~", space)
	case 3:
		g.wrapped("[", "](u \"title\")", space)
	case 4:
		g.put("`", "")
		g.put("code", "code")
		g.put("`", "")
	case 5:
		c := pick(g, "*", "_", "[", "]", "<", "`", `\`)
		g.put(`\`+c, c)
	case 6:
		e := pick(g, [2]string{"&amp;", "&"}, [2]string{"&#x1F600;", "😀"}, [2]string{"&#233;", "é"}, [2]string{"&NotEqualTilde;", "≂̸"})
		g.put(e[0], e[1])
	case 7: // markup inside a word
		g.put("un", "un")
		g.put("*", "")
		g.put("believ", "believ")
		g.put("*", "")
		g.put("able", "able")
	case 8:
		g.put("x", "x")
		g.put(pick(g, "\xff", "\x00"), "\ufffd")
		g.put("y", "y")
	default:
		g.word()
	}
}

func (g *generator) wrapped(open, closing string, space func()) {
	g.put(open, "")
	g.put("wax", "wax")
	for range g.IntN(3) {
		space()
		g.put("comb", "comb")
	}
	g.put(closing, "")
}

func (g *generator) mark() {
	label := pick(g, "1", "2", "rc-0e12", "ü")
	g.put("[^"+label+"]", "")
	g.marks = append(g.marks, label)
}

// sentence writes a sentence, with marks in all places.
func (g *generator) sentence(space func()) {
	g.put("Bees", "Bees")
	for range g.IntN(8) {
		space()
		g.piece(space)
		if g.IntN(6) == 0 {
			g.mark()
		}
	}
	if g.IntN(5) == 0 {
		g.put(" ", "") // the space that a mark leaves before a full stop
		g.mark()
	}
	stop := pick(g, ".", "!", "?", ".”")
	g.put(stop, stop)
	for range g.IntN(3) {
		g.mark()
	}
}

// text writes a few sentences; lines after the first begin with indent.
func (g *generator) text(indent string, most int) {
	space := func() {
		switch {
		case indent == "none" || g.IntN(5) > 0:
			g.put(" ", " ")
		case g.IntN(3) > 0:
			g.put(g.newline, " ")
			g.put(indent+strings.Repeat(" ", g.IntN(3)), "")
		default:
			g.put(pick(g, "  ", "\t", "   "), " ")
		}
	}
	for i := range 1 + g.IntN(most) {
		if i > 0 {
			space()
		}
		g.sentence(space)
	}
}

func (g *generator) list() {
	marker := pick(g, "- ", "* ", "1. ")
	indent := strings.Repeat(" ", len(marker))
	for range 1 + g.IntN(3) {
		g.put(marker, "")
		g.text(indent, 3)
		if g.IntN(3) == 0 {
			g.put(g.newline+g.newline+indent, "\n\n")
			g.text(indent, 2)
		}
		g.end()
	}
}

func (g *generator) table() {
	columns := 2 + g.IntN(3)
	g.put("|"+strings.Repeat(" h |", columns)+g.newline+"|"+strings.Repeat(" - |", columns)+g.newline, "")
	for range 1 + g.IntN(3) {
		g.put("| ", "")
		for c := range columns {
			switch {
			case c == 0:
			case c+1 < columns && g.IntN(5) == 0:
				g.put(" |  ", " |")
				continue
			default:
				g.put("  | ", " | ")
			}
			g.text("none", 2)
		}
		g.put(" |", "")
		g.end()
	}
}

func generate(seed uint64) *generator {
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 2)), newline: "\n"}
	if g.IntN(3) == 0 {
		g.newline = "\r\n"
	}
	if g.IntN(4) == 0 {
		g.put(bom, "")
	}
	if g.IntN(4) == 0 {
		g.put("---"+g.newline+"title: Bees"+g.newline+"---"+g.newline, "")
	}
	g.put("# Bees"+g.newline, "")
	for range 1 + g.IntN(5) {
		g.put(g.newline, "")
		g.block.Reset()
		switch g.IntN(5) {
		case 0:
			g.list()
			g.put(g.newline+"## Wax"+g.newline, "") // so that two lists don't meet
		case 1:
			g.table()
		case 2:
			g.put("> ", "")
			g.text("> ", 3)
			g.end()
		default:
			g.text("", 12)
			g.end()
		}
	}
	return g
}

func (g *generator) raw() string {
	var b strings.Builder
	for _, a := range g.atoms {
		b.WriteString(a.raw)
	}
	return b.String()
}

// cleanAt returns the clean text of a span of the file, as the generator knows it.
func (g *generator) cleanAt(span cite.Span) string {
	var b strings.Builder
	i := sort.Search(len(g.atoms), func(i int) bool { return g.atoms[i].at+len(g.atoms[i].raw) > span.Start })
	for ; i < len(g.atoms) && g.atoms[i].at < span.End; i++ {
		a := g.atoms[i]
		from, to := max(0, span.Start-a.at), min(len(a.raw), span.End-a.at)
		switch {
		case from == 0 && to == len(a.raw):
			b.WriteString(a.clean)
		case a.raw == a.clean:
			b.WriteString(a.raw[from:to])
		case a.clean != "":
			fmt.Fprintf(&b, "(a part of %q)", a.raw)
		}
	}
	return b.String()
}

// TestSegmentMap checks for generated files that the text of every block,
// sentence, scope and passage is the clean text of the file at its source.
func TestSegmentMap(t *testing.T) {
	for seed := range uint64(2500) {
		g := generate(seed)
		raw := g.raw()
		a := parse(t, "x.md", raw)
		i := 0
		for b := range a.Blocks() {
			if i >= len(g.blocks) || b.Text() != g.blocks[i] {
				t.Fatalf("seed %d: block %d is %q, want %q in\n%q", seed, i, b.Text(), g.blocks[min(i, len(g.blocks)-1)], raw)
			}
			i++
			check := func(what string, span cite.Span) {
				if got, want := g.cleanAt(b.Source(span)), span.Of(b.Text()); got != want {
					t.Errorf("seed %d: the source of %s %q is %q of %q", seed, what, want, got, raw)
				}
			}
			check("block", cite.Span{End: len(b.Text())})
			for s := range b.Sentences() {
				check("sentence", s)
			}
			for r := range b.References() {
				check("scope", r.Scope())
				check("strict scope", r.SentenceScope())
			}
			for p := range b.Passages() {
				if got := g.cleanAt(p.Source()); got != p.Text() {
					t.Errorf("seed %d: the source of passage %s %q is %q", seed, p.ID(), p.Text(), got)
				}
			}
			for range 4 { // and any other span
				from := g.IntN(len(b.Text()))
				span := cite.Span{Start: from, End: from + g.IntN(len(b.Text())-from+1)}
				if span.Valid(b.Text()) && !span.IsEmpty() && !splitsAtom(g, b.Source(span)) {
					check("span", span)
				}
			}
		}
		if i != len(g.blocks) {
			t.Fatalf("seed %d: %d blocks, want %d in\n%q", seed, i, len(g.blocks), raw)
		}
		var marks []string
		for r := range a.References() {
			marks = append(marks, r.Label())
			if got := r.Source().Of(raw); got != "[^"+r.Label()+"]" {
				t.Errorf("seed %d: mark of %s is %q", seed, r.Label(), got)
			}
		}
		if got, want := strings.Join(marks, " "), strings.Join(g.marks, " "); got != want {
			t.Errorf("seed %d: marks %s, want %s", seed, got, want)
		}
		checkInvariants(t, a)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// splitsAtom reports whether a span of the file lies next to clean text of
// several characters that stands for other bytes as a whole: then a part of the
// one maps to all of the other.
func splitsAtom(g *generator, span cite.Span) bool {
	for _, a := range g.atoms {
		if a.raw != a.clean && len([]rune(a.clean)) > 1 && a.at < span.End && span.Start < a.at+len(a.raw) {
			return true
		}
	}
	return false
}

// checkInvariants checks what holds for every article.
func checkInvariants(t testing.TB, a *corpus.Article) {
	t.Helper()
	raw := a.Raw()
	seen := map[cite.PassageID]bool{}
	for b := range a.Blocks() {
		text := b.Text()
		whole := cite.Span{End: len(text)}
		if src := b.Source(whole); src.Start < 0 || src.End < src.Start || src.End > len(raw) {
			t.Errorf("block %q has source %v of %d bytes", text, src, len(raw))
		}
		var sentences []cite.Span
		end := 0
		for s := range b.Sentences() {
			if !s.Valid(text) || s.IsEmpty() || s.Start < end {
				t.Errorf("sentence %v after %d in %q", s, end, text)
			}
			end = s.End
			sentences = append(sentences, s)
		}
		n := 0
		for p := range b.Passages() {
			if _, err := cite.ParsePassageID(string(p.ID())); err != nil || seen[p.ID()] {
				t.Errorf("ID %s: %v, or seen before", p.ID(), err)
			}
			seen[p.ID()] = true
			if got, ok := a.Passage(p.ID()); !ok || got != p {
				t.Errorf("Passage(%s) is another", p.ID())
			}
			if p.Digest() != cite.DigestOf(p.Text()) {
				t.Errorf("digest of %s", p.ID())
			}
			checkPassage(t, p, sentences, &n)
		}
		if n != len(sentences) {
			t.Errorf("%d of %d sentences are in passages: %q", n, len(sentences), text)
		}
		last := -1
		linked := 0
		for l := range b.Links() {
			if l.Start < linked || l.IsEmpty() || !l.Valid(b.Text()) {
				t.Fatalf("link %v of %q", l, b.Text())
			}
			linked = l.End
		}
		for r := range b.References() {
			if !r.Scope().Valid(text) || !r.SentenceScope().Valid(text) || !r.Scope().Contains(r.SentenceScope()) {
				t.Errorf("^%s: scope %v, strictly %v, in %q", r.Label(), r.Scope(), r.SentenceScope(), text)
			}
			if r.Scope().End < last {
				t.Errorf("^%s: scope %v ends before the last one", r.Label(), r.Scope())
			}
			last = r.Scope().End
			if src := r.Source(); src.Start < 0 || src.End > len(raw) || src.IsEmpty() {
				t.Errorf("^%s: source %v of %d bytes", r.Label(), src, len(raw))
			}
		}
	}
	for d := range a.Diagnostics() {
		if d.Offset < 0 || d.File == "" && d.Offset > len(raw) {
			t.Errorf("%v is at %d of %d", d, d.Offset, len(raw))
		}
	}
	for d := range a.Definitions() {
		if !d.Span.IsEmpty() && !(0 <= d.Span.Start && d.Span.End <= len(raw)) {
			t.Errorf("definition ^%s at %v of %d bytes", d.Label, d.Span, len(raw))
		}
	}
}

// checkPassage checks a passage of a block with the given sentences, of which n
// are in passages before it.
func checkPassage(t testing.TB, p corpus.Passage, sentences []cite.Span, n *int) {
	t.Helper()
	var span cite.Span // in the block
	words := 0
	first := *n
	for s := range p.Sentences() {
		if *n == first {
			span.Start = sentences[first].Start - s.Span().Start
			span.End = span.Start + len(p.Text())
		}
		if *n >= len(sentences) || s.Text() != sentences[*n].Of(p.Block().Text()) {
			t.Errorf("%s has the sentence %q, which is not the next of its block", p.ID(), s.Text())
		}
		words += len(strings.Fields(s.Text()))
		*n++
	}
	if !span.Valid(p.Block().Text()) || span.Of(p.Block().Text()) != p.Text() {
		t.Errorf("%s is not at %v of its block", p.ID(), span)
		return
	}
	if got, want := p.Source(), p.Block().Source(span); got != want {
		t.Errorf("%s has the source %v, its span in the block %v", p.ID(), got, want)
	}
	if words > corpus.MaxWords && *n > first+1 {
		t.Errorf("%s has %d words in %d sentences", p.ID(), words, *n-first)
	}
	// Its labels are those of the scopes that overlap it.
	var labels []string
	for r := range p.Block().References() {
		if r.Scope().Overlaps(span) && !slices.Contains(labels, r.Label()) {
			labels = append(labels, r.Label())
		}
	}
	if !slices.Equal(labels, p.Labels()) {
		t.Errorf("%s has the labels %q, want %q", p.ID(), p.Labels(), labels)
	}
	var whole strings.Builder
	for _, c := range p.Citations() {
		whole.WriteString(c.Quote)
		if c.Of(p.Text()) != c.Quote {
			t.Errorf("%s: the citation of %q is not there", p.ID(), c.Quote)
		}
	}
	if strings.Join(strings.Fields(whole.String()), "") != strings.Join(strings.Fields(p.Text()), "") && !strings.Contains(p.Text(), " |") {
		t.Errorf("%s: its citations are not the whole passage", p.ID())
	}
}
