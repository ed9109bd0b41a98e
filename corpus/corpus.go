package corpus

import (
	"fmt"
	"strings"
	"sync"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
)

// A Corpus is one or more articles with all that belongs to them. It is
// immutable. The zero Corpus has no articles.
type Corpus struct {
	articles []*Article
	byID     map[string]*Article
	revision cite.Digest
	facts    func() *fact.Set // of all articles, made once
}

// A DuplicateIDError tells of two articles with the same ID.
type DuplicateIDError struct {
	ID    string
	Names [2]string // of the files
}

func (e *DuplicateIDError) Error() string {
	return fmt.Sprintf("two articles have the ID %q: %s and %s", e.ID, e.Names[0], e.Names[1])
}

// New makes a corpus of articles, in the given order. Two with the same ID are a
// [*DuplicateIDError]; a nil article is an error, too.
func New(articles ...*Article) (*Corpus, error) {
	c := &Corpus{byID: make(map[string]*Article, len(articles))}
	var revisions strings.Builder
	for i, a := range articles {
		if a == nil {
			return nil, fmt.Errorf("corpus: article %d of %d is nil", i+1, len(articles))
		}
		if have, ok := c.byID[a.id]; ok {
			return nil, fmt.Errorf("corpus: %w", &DuplicateIDError{a.id, [2]string{have.name, a.name}})
		}
		c.byID[a.id] = a
		c.articles = append(c.articles, a)
		revisions.WriteString(a.id + " " + string(a.revision) + "\n")
	}
	switch len(articles) {
	case 0:
	case 1:
		c.revision = articles[0].revision
	default:
		c.revision = cite.DigestOf(revisions.String())
	}
	c.facts = sync.OnceValue(func() *fact.Set { return joinFacts(c.articles) })
	return c, nil
}

// Join makes one corpus of the articles of several, in order.
func Join(corpora ...*Corpus) (*Corpus, error) {
	var all []*Article
	for _, c := range corpora {
		all = append(all, c.articles...)
	}
	return New(all...)
}

// Revision returns a digest of the texts of all articles, with their IDs and in
// their order. That of a corpus of one article is [Article.Revision], whatever the
// article's ID; that of one without articles is "". Sidecars don't count.
func (c *Corpus) Revision() cite.Digest { return c.revision }
