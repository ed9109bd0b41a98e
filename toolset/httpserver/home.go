package httpserver

import (
	"context"
	"errors"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/index"
	"github.com/footnote-go/footnote/toolset"
)

// A homeView is the page with the form.
type homeView struct {
	frame
	Articles []entryView
	Question string
	Asked    bool
	// Message says that nothing, or probably nothing, was found.
	Message   string
	Corrected string
	Answer    []answerView
	Hits      []hitView
	Notes     []noteEntry
}

type entryView struct {
	Href, Title, Description, Revised string
	Footnotes                         int
}

// An answerView is a sentence that answers, or a part of it, with its marks.
type answerView struct {
	Href   template.URL
	Pieces []pieceView
	// Passage is its place where a part of it has no footnote.
	Passage string
}

type hitView struct {
	Href   template.URL
	Where  string
	Lead   string
	Pieces []shinyPiece
}

// A shinyPiece is a piece in which words of the question stand out.
type shinyPiece struct {
	Texts []highlight
	Marks []markView
	Rest  string
	// Bare says that no footnote vouches for it.
	Bare bool
}

type highlight struct {
	Text string
	Hit  bool
}

type noteEntry struct {
	Mark, Text string
	Href       template.URL
}

// Bounds of the page of results.
const (
	maxQuestion     = 2000 // characters
	pageHits        = 6
	answerSentences = 3
)

func (p *pages) home(w http.ResponseWriter, r *http.Request) {
	view := homeView{frame: p.frame("footnote"), Question: strings.TrimSpace(r.URL.Query().Get("q"))}
	view.Description = "Footnoted articles that answer with the footnote for each sentence."
	for a := range p.server.set.Corpus().Articles() {
		title := a.Title()
		if title == "" {
			title = a.ID()
		}
		view.Articles = append(view.Articles, entryView{p.server.root + "/a/" + url.PathEscape(a.ID()), title, a.Description(), a.RevisionDate(), a.Counts().Footnotes})
	}
	if view.Question != "" {
		if p.server.options.LogQuestions {
			note(r, "question", view.Question)
		}
		if utf8.RuneCountInString(view.Question) > maxQuestion {
			p.failed(w, http.StatusRequestEntityTooLarge, "The question is too long", "A question has at most 2000 characters.")
			return
		}
		view.Asked, view.Title = true, view.Question+" – footnote"
		switch err := p.ask(r.Context(), &view); {
		case err == nil:
		case errors.Is(err, index.ErrEmptyQuestion):
			view.Message = "The question has no word in it."
		case errors.Is(err, toolset.ErrBusy), errors.Is(err, context.DeadlineExceeded):
			p.failed(w, http.StatusServiceUnavailable, "Too much to do", "The server has too much to do at the moment. Please try again.")
			return
		default:
			p.broken(w, err)
			return
		}
	}
	body, err := p.render("home.html", view)
	if err != nil {
		p.broken(w, err)
		return
	}
	pageHeader(w)
	w.Header().Set("Cache-Control", "no-cache")
	_, _ = w.Write(body) // a client that is gone
}

// ask answers the question of a page.
func (p *pages) ask(ctx context.Context, view *homeView) error {
	x, err := p.server.set.Index()
	if err != nil {
		return err
	}
	var found index.Results
	err = p.server.within(ctx, func(ctx context.Context) error {
		found, err = x.Search(ctx, index.Query{Text: view.Question, K: pageHits})
		return err
	})
	if err != nil {
		return err
	}
	switch {
	case len(found.Hits) == 0:
		view.Message = "No passage has a word of this question."
		return nil
	case !found.Answerable:
		view.Message = "I found no passage that answers this."
		if len(found.Lacks) > 0 {
			view.Message += " None has “" + strings.Join(found.Lacks, "”, “") + "”."
		}
		view.Message += " These are the nearest:"
	}
	var corrected []string
	for wrong, right := range found.Corrected {
		corrected = append(corrected, "“"+right+"” for “"+wrong+"”")
	}
	slices.Sort(corrected)
	view.Corrected = strings.Join(corrected, ", ")
	if found.Answerable {
		for _, s := range found.Answer(answerSentences) {
			view.Answer = append(view.Answer, p.sentence(s.Citation))
		}
	}
	for _, h := range found.Hits {
		view.Hits = append(view.Hits, p.hit(h))
	}
	for _, f := range found.Footnotes() {
		view.Notes = append(view.Notes, noteEntry{label(p.server.set.Corpus(), f), f.Text, p.noteHref(f)})
	}
	return nil
}

// sentence shows a sentence with its marks.
func (p *pages) sentence(c cite.Citation) answerView {
	passage, _ := p.server.set.Corpus().Passage(c.Passage)
	out := answerView{Href: p.href(p.server.set.CitationURL(c), c)}
	for _, piece := range passage.Pieces(c.Span) {
		text, rest := piece.Marked(passage.Text())
		view := pieceView{Texts: []linkView{{"", text}}, Rest: rest}
		if !piece.Silent {
			view.Marks = p.marks(piece.Footnotes)
			if len(piece.Footnotes) == 0 {
				out.Passage = string(c.Passage)
			}
		}
		out.Pieces = append(out.Pieces, view)
	}
	return out
}

// href returns the address of a quotation on this server, also where the set has no
// base URL.
func (p *pages) href(address string, c cite.Citation) template.URL {
	if base := p.server.set.BaseURL(); base != "" {
		return template.URL(p.server.root + strings.TrimPrefix(address, base))
	}
	return template.URL("/a/"+url.PathEscape(c.Article)) + fragment(c.Passage.Place())
}

func (p *pages) noteHref(f cite.Footnote) template.URL {
	return template.URL(p.server.root+"/a/"+url.PathEscape(f.Article)) + fragment(toolset.NoteAnchor(f.Label))
}

func (p *pages) marks(notes []cite.Footnote) []markView {
	var out []markView
	for _, f := range notes {
		out = append(out, markView{Label: label(p.server.set.Corpus(), f), Href: p.noteHref(f), Note: f.Text})
	}
	return out
}

// label returns what a mark shows: with the article where there are several.
func label(c *corpus.Corpus, f cite.Footnote) string {
	if c.Len() > 1 {
		return f.Ref()
	}
	return f.Label
}

func (p *pages) hit(h index.Hit) hitView {
	passage := h.Passage
	where := passage.Section().Path()
	if p.server.set.Corpus().Len() > 1 || len(where) == 0 {
		where = append([]string{passage.Article().Title()}, where...)
	}
	out := hitView{
		Href:  template.URL(p.server.root+"/a/"+url.PathEscape(passage.Article().ID())) + fragment(passage.ID().Place()),
		Where: strings.Join(where, " › "), Lead: passage.Lead(),
	}
	spans := h.Highlights()
	for _, piece := range passage.Pieces(cite.Span{End: len(passage.Text())}) {
		text, rest := piece.Marked(passage.Text())
		out.Pieces = append(out.Pieces, shinyPiece{
			shine(passage.Text(), cite.Span{Start: piece.Start, End: piece.Start + len(text)}, spans),
			p.marks(piece.Footnotes), rest, !piece.Silent && len(piece.Footnotes) == 0,
		})
	}
	return out
}

// shine cuts a span of a text where highlights start and end.
func shine(text string, span cite.Span, highlights []cite.Span) []highlight {
	var out []highlight
	at := span.Start
	for _, h := range highlights {
		if h.Start < at || h.End > span.End {
			continue
		}
		if h.Start > at {
			out = append(out, highlight{text[at:h.Start], false})
		}
		out = append(out, highlight{h.Of(text), true})
		at = h.End
	}
	return append(out, highlight{text[at:span.End], false})
}
