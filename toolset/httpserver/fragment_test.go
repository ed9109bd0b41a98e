package httpserver_test

import (
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/metapolicy"
	"github.com/footnote-go/footnote/toolset"
	"github.com/footnote-go/footnote/toolset/httpserver"
)

var tagPattern = regexp.MustCompile(`<[^>]*>`)

// TestTextFragments: what the address of a sentence has a browser look for stands on the
// page, marks and all that people see included.
func TestTextFragments(t *testing.T) {
	set := newSet(t, metapolicy.Corpus(), toolset.Options{BaseURL: base})
	s := serverOf(t, set, httpserver.Options{})
	for a := range set.Corpus().Articles() {
		page := do(s, request(http.MethodGet, "/a/"+a.ID(), "")).Body.String()
		seen := strings.Join(strings.Fields(html.UnescapeString(tagPattern.ReplaceAllString(page, ""))), " ")
		n := 0
		for p := range a.Passages() {
			for sentence := range p.Sentences() {
				address := set.CitationURL(sentence.Cite())
				_, directive, ok := strings.Cut(address, ":~:text=")
				if !ok {
					continue // all of the passage
				}
				n++
				for _, part := range strings.Split(directive, ",") {
					words, err := url.PathUnescape(part)
					if err != nil || !strings.Contains(seen, words) {
						t.Errorf("%s: %q does not stand on the page (%v)", p.ID(), words, err)
					}
				}
			}
		}
		if n < 100 {
			t.Errorf("%d sentences have an address of their own", n)
		}
	}
}
