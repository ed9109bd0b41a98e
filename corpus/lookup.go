package corpus

import (
	"fmt"
	"iter"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
)

// Len returns the number of articles.
func (c *Corpus) Len() int { return len(c.articles) }

// Articles returns the articles in order.
func (c *Corpus) Articles() iter.Seq[*Article] {
	return func(yield func(*Article) bool) {
		for _, a := range c.articles {
			if !yield(a) {
				return
			}
		}
	}
}

// Article returns the article of the given ID.
func (c *Corpus) Article(id string) (*Article, bool) {
	a, ok := c.byID[id]
	return a, ok
}

// Passages returns the passages of all articles in order.
func (c *Corpus) Passages() iter.Seq[Passage] {
	return func(yield func(Passage) bool) {
		for _, a := range c.articles {
			for p := range a.Passages() {
				if !yield(p) {
					return
				}
			}
		}
	}
}

// Passage returns the passage of the given ID.
func (c *Corpus) Passage(id cite.PassageID) (Passage, bool) {
	a, ok := c.byID[id.Article()]
	if !ok {
		return Passage{}, false
	}
	return a.Passage(id)
}

// An UnknownArticleError tells of an ID that no article of the corpus has.
type UnknownArticleError struct {
	ID string
	// Known are the IDs that there are, at most ten.
	Known []string
}

func (e *UnknownArticleError) Error() string {
	return fmt.Sprintf("no article %q; %s", e.ID, thereIs(e.Known, false))
}

func (c *Corpus) unknownArticle(id string) *UnknownArticleError {
	e := &UnknownArticleError{ID: id}
	for _, a := range c.articles[:min(10, len(c.articles))] {
		e.Known = append(e.Known, a.id)
	}
	return e
}

// Only returns the corpus of the given articles alone, in the order of c. An ID
// that c doesn't have is an [*UnknownArticleError].
func (c *Corpus) Only(ids ...string) (*Corpus, error) {
	want := map[string]bool{}
	for _, id := range ids {
		if _, ok := c.byID[id]; !ok {
			return nil, fmt.Errorf("corpus: %w", c.unknownArticle(id))
		}
		want[id] = true
	}
	var articles []*Article
	for _, a := range c.articles {
		if want[a.id] {
			articles = append(articles, a)
		}
	}
	return New(articles...)
}

// An AmbiguousLabelError tells of a label without an article in a corpus of
// several: labels belong to an article.
type AmbiguousLabelError struct {
	Label      string
	Candidates []string // the footnotes that have it, in full: ARTICLE^LABEL
}

func (e *AmbiguousLabelError) Error() string {
	return fmt.Sprintf("several articles are in scope; say %[2]s, not ^%[1]s", e.Label, strings.Join(e.Candidates, " or "))
}

// An UnknownLabelError tells of a footnote that there is not.
type UnknownLabelError struct {
	Article string // "" where none was named
	Label   string
}

func (e *UnknownLabelError) Error() string {
	if e.Article == "" {
		return fmt.Sprintf("no footnote ^%s", e.Label)
	}
	return fmt.Sprintf("no footnote ^%s in the article %s", e.Label, e.Article)
}

// Footnote returns the footnote that ref names: ARTICLE^LABEL, or ^LABEL where
// the corpus has one article. Brackets as in "[^4]" are allowed.
// The error is an [*AmbiguousLabelError], [*UnknownArticleError],
// [*UnknownLabelError], or says that ref has neither form.
func (c *Corpus) Footnote(ref string) (cite.Footnote, error) {
	id, label, ok := strings.Cut(Unbracket(ref), "^")
	if !ok || label == "" {
		return cite.Footnote{}, fmt.Errorf("corpus: %q names no footnote (^LABEL or ARTICLE^LABEL)", ref)
	}
	if id != "" {
		a, ok := c.byID[id]
		if !ok {
			return cite.Footnote{}, fmt.Errorf("corpus: %w", c.unknownArticle(id))
		}
		if f, ok := a.Footnote(label); ok {
			return f, nil
		}
		return cite.Footnote{}, fmt.Errorf("corpus: %w", &UnknownLabelError{id, label})
	}
	var found []cite.Footnote
	for _, a := range c.articles {
		if f, ok := a.Footnote(label); ok {
			found = append(found, f)
		}
	}
	switch {
	case len(found) == 0:
		return cite.Footnote{}, fmt.Errorf("corpus: %w", &UnknownLabelError{"", label})
	case len(c.articles) == 1:
		return found[0], nil
	}
	e := &AmbiguousLabelError{Label: label}
	for _, f := range found {
		e.Candidates = append(e.Candidates, f.Ref())
	}
	return cite.Footnote{}, fmt.Errorf("corpus: %w", e)
}

// Key returns how an answer over the corpus c cites the passage: the marks of
// its footnotes ("[^4][^7]"), with the article where c has several
// ("[ARTICLE^4]"), or its ID in brackets where it has no footnote.
func (c *Corpus) Key(p Passage) string {
	labels := p.Labels()
	if len(labels) == 0 {
		return "[" + string(p.ID()) + "]"
	}
	var b strings.Builder
	for _, l := range labels {
		b.WriteString(c.Mark(cite.Footnote{Article: p.a.id, Label: l}))
	}
	return b.String()
}

// CitationKey returns how an answer over the corpus c cites the quotation: as Key does,
// by the footnotes in force for it alone.
func (c *Corpus) CitationKey(q cite.Citation) string {
	if len(q.Footnotes) == 0 {
		return "[" + string(q.Passage) + "]"
	}
	var b strings.Builder
	for _, f := range q.Footnotes {
		b.WriteString(c.Mark(f))
	}
	return b.String()
}

// Mark returns how an answer over the corpus c cites the footnote: "[^4]", or
// "[ARTICLE^4]" where c has several articles.
func (c *Corpus) Mark(f cite.Footnote) string {
	if len(c.articles) > 1 {
		return "[" + f.Ref() + "]"
	}
	return f.Mark()
}
