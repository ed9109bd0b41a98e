package citefmt

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

// scheme is that of a passage's address where the caller has no site.
const scheme = "footnote:"

// address returns the address of a passage: its ID, percent-encoded, behind the
// base or, without one, behind "footnote:".
func address(base string, id cite.PassageID) string {
	if base == "" {
		base = scheme
	}
	return base + url.PathEscape(string(id))
}

// parseAddress reads an address of a passage. A query, as some services append,
// is passed over; the fragment is returned without "#".
func parseAddress(base, s string) (id cite.PassageID, fragment string, err error) {
	bare, fragment, _ := strings.Cut(s, "#")
	bare, _, _ = strings.Cut(bare, "?")
	rest, ok := strings.CutPrefix(bare, scheme)
	if !ok && base != "" {
		rest, ok = strings.CutPrefix(bare, base)
	}
	if !ok {
		return "", "", fmt.Errorf("%w: %q is no address of one", ErrUnknownPassage, short(s))
	}
	raw, err := url.PathUnescape(rest)
	if err == nil && !utf8.ValidString(raw) {
		err = errors.New("not UTF-8")
	}
	if err == nil {
		id, err = cite.ParsePassageID(raw)
	}
	if err != nil {
		return "", "", fmt.Errorf("%w: %q: %w", ErrUnknownPassage, short(s), errors.New(short(err.Error())))
	}
	return id, fragment, nil
}

// title returns the headings that a passage stands under, the article's first.
func title(p corpus.Passage) string {
	return strings.Join(append([]string{p.Article().Title()}, p.Section().Path()...), " › ")
}

// leadTitle returns the title and, behind it, what the passage's text needs to be
// understood but doesn't contain. No citation quotes a title.
func leadTitle(p corpus.Passage) string {
	if p.Lead() == "" {
		return title(p)
	}
	return title(p) + ": " + p.Lead()
}

// titleOf returns the title of a passage, its ID where the corpus doesn't have it.
func titleOf(c *corpus.Corpus, id cite.PassageID) string {
	if p, ok := lookup(c, id); ok {
		return title(p)
	}
	return string(id)
}
