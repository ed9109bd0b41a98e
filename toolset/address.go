package toolset

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

// Scheme is the scheme of addresses without a server.
const Scheme = "footnote"

// addresses are where people find articles, passages and footnotes: below base on a
// server, or without one as URIs of our own.
type addresses struct{ base string }

// newAddresses checks the start of addresses.
func newAddresses(base string) (addresses, error) {
	if base == "" {
		return addresses{}, nil
	}
	u, err := url.Parse(base)
	switch {
	case err != nil:
		return addresses{}, fmt.Errorf("toolset: base URL: %w", err)
	case u.Scheme != "http" && u.Scheme != "https" || u.Host == "":
		return addresses{}, fmt.Errorf("toolset: base URL %q: it is http://HOST or https://HOST, with a path or not", base)
	case u.RawQuery != "" || u.ForceQuery || u.Fragment != "" || u.User != nil:
		return addresses{}, fmt.Errorf("toolset: base URL %q has more than a host and a path", base)
	}
	return addresses{strings.TrimRight(u.String(), "/")}, nil
}

// ArticleURL returns the address of an article: BASE/a/ARTICLE, or footnote:ARTICLE
// without a base URL.
func (s *Set) ArticleURL(a *corpus.Article) string { return s.addresses.article(a.ID()) }

// SectionURL returns the address of a section.
func (s *Set) SectionURL(sec corpus.Section) string {
	return s.addresses.place(sec.Article().ID(), "section", sec.Slug())
}

// PassageURL returns the address of a passage: BASE/a/ARTICLE#SECTION.N, which is the
// passage's ID after BASE/a/, or footnote:ARTICLE/passage/SECTION.N without a base URL.
func (s *Set) PassageURL(id cite.PassageID) string {
	return s.addresses.place(id.Article(), "passage", id.Place())
}

// FootnoteURL returns the address of a footnote: BASE/a/ARTICLE#fn:LABEL, or
// footnote:ARTICLE/footnote/LABEL without a base URL.
func (s *Set) FootnoteURL(f cite.Footnote) string {
	if s.addresses.base == "" {
		return s.addresses.place(f.Article, "footnote", f.Label)
	}
	return s.addresses.place(f.Article, "", NoteAnchor(f.Label))
}

// FactURL returns the address of a fact without a server, footnote:ARTICLE/fact/ID. On
// one, it is that of its first quotation.
func (s *Set) FactURL(article, id string, first cite.Citation) string {
	if s.addresses.base == "" {
		parts := strings.Split(id, "/")
		for i, p := range parts {
			parts[i] = uriEscape(p)
		}
		return s.addresses.article(article) + "/fact/" + strings.Join(parts, "/")
	}
	return s.CitationURL(first)
}

// CitationURL returns the address of a quotation. On a server it is that of the
// passage; where the quotation is a part of it only, with a text fragment, by which
// browsers scroll to the very words and mark them
// (https://wicg.github.io/scroll-to-text-fragment/).
func (s *Set) CitationURL(c cite.Citation) string {
	address := s.PassageURL(c.Passage)
	if s.addresses.base == "" || c.Prefix == "" && c.Suffix == "" {
		return address
	}
	return address + ":~:" + textDirective(c.Quote)
}

// ArticleURI returns the URI of an article by its ID, footnote:ARTICLE: its address where
// there is no base URL.
func ArticleURI(id string) string { return Scheme + ":" + uriEscape(id) }

// NoteAnchor is the anchor of a footnote on the page of its article.
func NoteAnchor(label string) string { return "fn:" + label }

func (a addresses) article(id string) string {
	if a.base == "" {
		return ArticleURI(id)
	}
	return a.base + "/a/" + url.PathEscape(id)
}

// place returns the address of a place in an article; without a server with what kind
// of place it is.
func (a addresses) place(article, kind, name string) string {
	if a.base == "" {
		return a.article(article) + "/" + kind + "/" + uriEscape(name)
	}
	fragment := (&url.URL{Fragment: name}).EscapedFragment()
	// No label can begin a text directive.
	return a.article(article) + "#" + strings.ReplaceAll(fragment, ":~:", ":%7E:")
}

// Words at the ends of a quotation that a text fragment names, if it is longer than
// both.
const fragmentWords = 5

// textDirective returns the text fragment directive of a quotation: all of it, or of a
// long one its first and last words.
func textDirective(quote string) string {
	words := strings.Fields(quote)
	if len(words) <= 2*fragmentWords {
		return "text=" + fragmentEscape(quote)
	}
	first, last := words[:fragmentWords], words[len(words)-fragmentWords:]
	return "text=" + fragmentEscape(strings.Join(first, " ")) + "," + fragmentEscape(strings.Join(last, " "))
}

// fragmentEscape escapes a part of a text directive, in which "-", "," and "&" have a
// meaning.
func fragmentEscape(s string) string {
	return strings.ReplaceAll(uriEscape(s), "-", "%2D")
}

// uriEscape escapes all but what RFC 3986 has unreserved, so that templates of URIs
// match.
func uriEscape(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }

// BaseURL returns the start of addresses without a slash at its end, "" if there is
// none.
func (s *Set) BaseURL() string { return s.addresses.base }
