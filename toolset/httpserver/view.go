package httpserver

import (
	"cmp"
	"html/template"
	"net/url"
	"strconv"
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/toolset"
)

// An articleView is an article as its page shows it.
type articleView struct {
	frame
	ID       string
	Revised  string
	Path     string
	Sections []sectionView
	Notes    []noteView
	// Unmarked says that some text has no mark.
	Unmarked bool
}

type sectionView struct {
	Anchor  string
	Href    template.URL
	Heading string
	// Level is that of the heading on the page, from 2; 0 is none.
	Level  int
	Groups []groupView
}

// A groupView is a paragraph, a list, a table, a quotation or code.
type groupView struct {
	Kind  string
	Items []itemView // of a list
	Head  []string   // of a table
	Rows  []rowView
	Runs  []runView // of the others
}

type itemView struct{ Runs []runView }

type rowView struct {
	Anchor string
	Href   template.URL
	ID     string
	Cells  [][]runView
}

// A runView is a passage, or the part of it that stands in a cell.
type runView struct {
	Anchor string // "" where it is not the passage's first part
	Href   template.URL
	ID     string
	Space  bool // it follows another in the same block
	Pieces []pieceView
}

type pieceView struct {
	Texts []linkView // without a link where Href is ""
	Marks []markView
	Rest  string
}

type markView struct {
	Label  string
	Anchor string
	Href   template.URL
	Note   string
}

type noteView struct {
	Label  string
	Anchor string
	Text   string
	Links  []linkView
	Backs  []backView
}

type linkView struct{ Href, Text string }

type backView struct {
	Href template.URL
	Text string
}

// A viewer makes the view of an article.
type viewer struct {
	article *corpus.Article
	marks   map[string]int // how many marks each label has so far
	order   []string       // labels in the order of their first marks
	seen    map[cite.PassageID]bool
	bare    bool
}

// view makes the view of an article.
func (p *pages) view(a *corpus.Article) articleView {
	v := &viewer{article: a, marks: map[string]int{}, seen: map[cite.PassageID]bool{}}
	title := a.Title()
	if title == "" {
		title = a.ID()
	}
	out := articleView{frame: p.frame(title), ID: a.ID(), Revised: a.RevisionDate(), Path: p.server.root + "/a/" + url.PathEscape(a.ID())}
	out.Description = a.Description()
	least := 0
	for s := range a.Sections() {
		if s.Slug() != "top" && s.LevelKnown() && (least == 0 || s.Level() < least) {
			least = s.Level()
		}
	}
	for s := range a.Sections() {
		out.Sections = append(out.Sections, v.section(s, least))
	}
	for f := range a.Footnotes() {
		out.Notes = append(out.Notes, v.note(f))
	}
	for _, label := range v.order {
		if f, ok := a.Footnote(label); ok && !hasNote(out.Notes, label) {
			out.Notes = append(out.Notes, v.note(f)) // one that the article doesn't define
		}
	}
	out.Unmarked = v.bare
	return out
}

func hasNote(notes []noteView, label string) bool {
	for _, n := range notes {
		if n.Label == label {
			return true
		}
	}
	return false
}

// Levels of headings on the page: the title has 1.
const (
	firstLevel = 2
	lastLevel  = 6
)

func (v *viewer) section(s corpus.Section, least int) sectionView {
	out := sectionView{Anchor: s.Slug(), Href: fragment(s.Slug())}
	if s.Slug() != "top" {
		out.Heading, out.Level = s.Heading(), firstLevel
		if s.LevelKnown() {
			out.Level = min(lastLevel, firstLevel+s.Level()-least)
		}
	}
	lead := ""
	for b := range s.Blocks() {
		n := len(out.Groups)
		switch b.Kind() {
		case corpus.ListItem:
			kind := "list"
			if isNumbered(v.article.Raw(), b) {
				kind = "numbers"
			}
			if n == 0 || out.Groups[n-1].Kind != kind || lead != b.Lead() {
				out.Groups = append(out.Groups, groupView{Kind: kind})
			}
			g := &out.Groups[len(out.Groups)-1]
			g.Items = append(g.Items, itemView{v.runs(b, cite.Span{End: len(b.Text())})})
		case corpus.TableRow:
			if n == 0 || out.Groups[n-1].Kind != "table" || lead != b.Lead() {
				out.Groups = append(out.Groups, groupView{Kind: "table", Head: head(b)})
			}
			g := &out.Groups[len(out.Groups)-1]
			g.Rows = append(g.Rows, v.row(b))
		default:
			out.Groups = append(out.Groups, groupView{Kind: strings.ReplaceAll(b.Kind().String(), " ", "-"), Runs: v.runs(b, cite.Span{End: len(b.Text())})})
		}
		lead = b.Lead()
	}
	return out
}

// head returns the cells of a table's header. Where they can't be told apart, all of it
// is one.
func head(b corpus.Block) []string {
	if b.Lead() == "" {
		return nil
	}
	cells := strings.Split(b.Lead(), " | ")
	n := 0
	for range b.Cells() {
		n++
	}
	if len(cells) > n {
		return []string{b.Lead()}
	}
	return cells
}

// isNumbered reports whether a list item has a number in the file.
func isNumbered(raw string, b corpus.Block) bool {
	at := b.Source(cite.Span{End: min(1, len(b.Text()))}).Start
	if at > len(raw) {
		return false
	}
	line := raw[strings.LastIndexByte(raw[:at], '\n')+1 : at]
	mark := strings.TrimLeft(line, " \t>")
	return mark != "" && mark[0] >= '0' && mark[0] <= '9'
}

func (v *viewer) row(b corpus.Block) rowView {
	var out rowView
	for p := range b.Passages() {
		out.Anchor, out.Href, out.ID = p.ID().Place(), fragment(p.ID().Place()), string(p.ID())
		v.seen[p.ID()] = true
		break
	}
	for cell := range b.Cells() {
		out.Cells = append(out.Cells, v.runs(b, cell))
	}
	return out
}

// runs returns the passages in a span of a block. A mark stands where what its note
// vouches for ends, also where that goes on from one passage to the next.
func (v *viewer) runs(b corpus.Block, span cite.Span) []runView {
	var out []runView
	pieces := b.Pieces(span)
	for p := range b.Passages() {
		part := cite.Span{Start: max(span.Start, p.Span().Start), End: min(span.End, p.Span().End)}
		if part.Start >= part.End {
			continue
		}
		run := runView{Space: len(out) > 0}
		if !v.seen[p.ID()] {
			v.seen[p.ID()] = true
			run.Anchor, run.Href, run.ID = p.ID().Place(), fragment(p.ID().Place()), string(p.ID())
		}
		for _, piece := range pieces {
			goesOn := piece.End > part.End && strings.TrimSpace(b.Text()[part.End:piece.End]) != ""
			piece.Start, piece.End = max(piece.Start, part.Start), min(piece.End, part.End)
			if piece.Start < piece.End {
				run.Pieces = append(run.Pieces, v.piece(b, piece, !goesOn))
			}
		}
		if n := len(out); n > 0 {
			out[n-1].Href = "" // one link to each block
		}
		out = append(out, run)
	}
	return out
}

// linked cuts a span of a block's text where links start and end.
func linked(b corpus.Block, span cite.Span) []linkView {
	var out []linkView
	add := func(from, to int, href string) {
		if from < to {
			out = append(out, linkView{href, b.Text()[from:to]})
		}
	}
	at := span.Start
	for l := range b.Links() {
		from, to := max(l.Start, at), min(l.End, span.End)
		if from >= to || !leadsOut(l.URL) {
			continue
		}
		add(at, from, "")
		add(from, to, l.URL)
		at = to
	}
	add(at, span.End, "")
	return out
}

// leadsOut reports whether an address is one that a page may link to: of the web, or of
// mail. What it is relative to a page doesn't know.
func leadsOut(address string) bool {
	u, err := url.Parse(address)
	return err == nil && ((u.Scheme == "http" || u.Scheme == "https") && u.Host != "" || u.Scheme == "mailto")
}

// piece shows a piece of a block, with its marks if it ends there.
func (v *viewer) piece(b corpus.Block, piece corpus.Piece, ends bool) pieceView {
	said, rest := piece.Marked(b.Text())
	out := pieceView{Texts: linked(b, cite.Span{Start: piece.Start, End: piece.Start + len(said)}), Rest: rest}
	if piece.Silent || !ends {
		return out
	}
	v.bare = v.bare || len(piece.Footnotes) == 0
	for _, f := range piece.Footnotes {
		if v.marks[f.Label] == 0 {
			v.order = append(v.order, f.Label)
		}
		v.marks[f.Label]++
		anchor := markAnchor(f.Label, v.marks[f.Label])
		out.Marks = append(out.Marks, markView{f.Label, anchor, fragment(toolset.NoteAnchor(f.Label)), f.Text})
	}
	return out
}

// note describes a footnote with links back to its marks.
func (v *viewer) note(f cite.Footnote) noteView {
	out := noteView{Label: f.Label, Anchor: toolset.NoteAnchor(f.Label), Text: f.Text}
	for _, link := range f.Links {
		if u, err := url.Parse(link); err == nil && leadsOut(link) {
			out.Links = append(out.Links, linkView{link, cmp.Or(u.Host, u.Opaque)})
		}
	}
	for i := 1; i <= v.marks[f.Label]; i++ {
		text := "↩"
		if v.marks[f.Label] > 1 {
			text += strconv.Itoa(i)
		}
		out.Backs = append(out.Backs, backView{fragment(markAnchor(f.Label, i)), text})
	}
	return out
}

// markAnchor is the anchor of the nth mark of a footnote. The number stands first, since
// a label may end in one.
func markAnchor(label string, n int) string { return "fnref:" + strconv.Itoa(n) + ":" + label }

// fragment returns a link to an anchor of the same page.
func fragment(anchor string) template.URL {
	return template.URL("#" + (&url.URL{Fragment: anchor}).EscapedFragment())
}
