package schemaorg

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
)

// The beginnings of @ids; they say what a node is.
const (
	articlePrefix   = "#article/"
	entityPrefix    = "#entity/"
	namePrefix      = "#name/"
	notePrefix      = "#footnote/"
	quotationPrefix = "#quotation/"
	factPrefix      = "#fact/"
)

func articleID(article string) string { return articlePrefix + escape(article) }

func nameID(name string) string { return namePrefix + escape(name) }

func entityID(e fact.Entity) string {
	if e.ID == "" {
		return nameID(e.Name)
	}
	return entityPrefix + escape(e.ID)
}

func noteID(article, label string) string {
	return notePrefix + escape(article) + "/" + escape(label)
}

func quotationID(c cite.Citation) string {
	article, place, _ := strings.Cut(string(c.Passage), "#")
	return quotationPrefix + escape(article) + "/" + escape(place) + "/" +
		strconv.Itoa(c.Start) + "-" + strconv.Itoa(c.End)
}

// factID returns the @id of a fact. The slashes of its own ID stay: that of the
// article has none left.
func factID(article, id string) string {
	return factPrefix + escape(article) + "/" + strings.ReplaceAll(escape(id), "%2F", "/")
}

// escape percent-encodes everything but letters, digits, "-", "." and "_". What it
// returns has no "~", with which ids numbers nodes.
func escape(s string) string {
	return strings.NewReplacer("+", "%20", "~", "%7E").Replace(url.QueryEscape(s))
}

// ids gives out @ids, each once.
type ids map[string]int // how often each was asked for

// next returns id, or id~2, id~3 and so on if it was given out before.
func (s ids) next(id string) string {
	s[id]++
	if n := s[id]; n > 1 {
		return id + "~" + strconv.Itoa(n)
	}
	return id
}

// A noteKey is all that there is of a footnote, so that equal ones are one node.
type noteKey struct {
	article, label, text, links string
	source                      cite.Source
}

func keyOfNote(f cite.Footnote) noteKey {
	return noteKey{f.Article, f.Label, f.Text, join(f.Links), f.Source}
}

// A quotationKey is all that there is of a quotation, with the @ids of its footnotes.
// Passage and span, which tell most apart, come first.
type quotationKey struct {
	passage                               cite.PassageID
	span                                  cite.Span
	article, quote, prefix, suffix, notes string
	digest                                cite.Digest
}

func keyOfQuotation(c cite.Citation, notes []link) quotationKey {
	ids := each(notes, func(l link) string { return l.ID })
	return quotationKey{c.Passage, c.Span, c.Article, c.Quote, c.Prefix, c.Suffix, join(ids), c.Digest}
}

// join makes one string of a list, another one of every other list, and of nil.
func join(list []string) string {
	if list == nil {
		return ""
	}
	var b strings.Builder
	b.WriteByte('[')
	for _, s := range list {
		b.WriteString(strconv.Itoa(len(s)))
		b.WriteByte(':')
		b.WriteString(s)
	}
	return b.String()
}
