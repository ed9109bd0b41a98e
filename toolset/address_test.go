package toolset_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/toolset"
)

// TestAddresses: where people find things, on a server and without one.
func TestAddresses(t *testing.T) {
	none, server := newSet(t, town(), toolset.Options{}), newSet(t, town(), toolset.Options{BaseURL: "https://example.org/notes/"})
	note := func(label string) func(s *toolset.Set) string {
		return func(s *toolset.Set) string { return s.FootnoteURL(cite.Footnote{Article: "mill", Label: label}) }
	}
	passage := func(id cite.PassageID) func(s *toolset.Set) string {
		return func(s *toolset.Set) string { return s.PassageURL(id) }
	}
	quotation := func(quote, prefix, suffix string) func(s *toolset.Set) string {
		return func(s *toolset.Set) string {
			return s.CitationURL(cite.Citation{Passage: "mill#today.1", Quote: quote, Prefix: prefix, Suffix: suffix})
		}
	}
	for _, tt := range []struct {
		reason           string
		of               func(s *toolset.Set) string
		without, address string
	}{
		{"an article", func(s *toolset.Set) string {
			a, _ := s.Corpus().Article("mill")
			return s.ArticleURL(a)
		}, "footnote:mill", "https://example.org/notes/a/mill"},
		{"a section", func(s *toolset.Set) string {
			a, _ := s.Corpus().Article("mill")
			sec, _ := a.Section("water-wheel")
			return s.SectionURL(sec)
		}, "footnote:mill/section/water-wheel", "https://example.org/notes/a/mill#water-wheel"},
		{"a passage", passage("mill#water-wheel.2"), "footnote:mill/passage/water-wheel.2", "https://example.org/notes/a/mill#water-wheel.2"},
		{"a passage in another script", passage("mühle#wörter-2.1"), "footnote:m%C3%BChle/passage/w%C3%B6rter-2.1", "https://example.org/notes/a/m%C3%BChle#w%C3%B6rter-2.1"},
		{"a footnote", note("4"), "footnote:mill/footnote/4", "https://example.org/notes/a/mill#fn:4"},
		{"one with a colon", note("fact:f_x"), "footnote:mill/footnote/fact%3Af_x", "https://example.org/notes/a/mill#fn:fact:f_x"},
		{"one in another script", note("ä"), "footnote:mill/footnote/%C3%A4", "https://example.org/notes/a/mill#fn:%C3%A4"},
		{"one with white space", note("a b"), "footnote:mill/footnote/a%20b", "https://example.org/notes/a/mill#fn:a%20b"},
		{"one with all that is special in an address", note("a/b?c#d%e&f+g"), "footnote:mill/footnote/a%2Fb%3Fc%23d%25e%26f%2Bg", "https://example.org/notes/a/mill#fn:a/b?c%23d%25e&f+g"},
		{"one that would begin a text directive", note("a:~:text=b"), "footnote:mill/footnote/a%3A~%3Atext%3Db", "https://example.org/notes/a/mill#fn:a:%7E:text=b"},
		{"a fact: on a server its quotation", func(s *toolset.Set) string {
			return s.FactURL("mill", "mill/wheel/ü b", cite.Citation{Passage: "mill#today.1", Quote: "It opens at noon", Prefix: "café. "})
		}, "footnote:mill/fact/mill/wheel/%C3%BC%20b", "https://example.org/notes/a/mill#today.1:~:text=It%20opens%20at%20noon"},
		{"a whole passage", quotation("It opens.", "", ""), "footnote:mill/passage/today.1", "https://example.org/notes/a/mill#today.1"},
		{"a part of one", quotation("It opens", "", " at noon."), "footnote:mill/passage/today.1", "https://example.org/notes/a/mill#today.1:~:text=It%20opens"},
		{"what has a meaning in a directive", quotation("so-called, & ä", "", "x"), "footnote:mill/passage/today.1", "https://example.org/notes/a/mill#today.1:~:text=so%2Dcalled%2C%20%26%20%C3%A4"},
		{"ten words", quotation("1 2 3 4 5 6 7 8 9 10", "x", ""), "footnote:mill/passage/today.1", "https://example.org/notes/a/mill#today.1:~:text=1%202%203%204%205%206%207%208%209%2010"},
		{"eleven: the first and the last five", quotation("1 2 3 4 5 6 7 8 9 10 11", "x", ""), "footnote:mill/passage/today.1", "https://example.org/notes/a/mill#today.1:~:text=1%202%203%204%205,7%208%209%2010%2011"},
	} {
		if diff := cmp.Diff([]string{tt.without, tt.address}, []string{tt.of(none), tt.of(server)}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
	if got := toolset.NoteAnchor("4"); got != "fn:4" {
		t.Errorf("the anchor of a note is %q", got)
	}
}

// TestAddressesInResults: on a server no result has an address that only MCP knows.
func TestAddressesInResults(t *testing.T) {
	server := newSet(t, town(), toolset.Options{BaseURL: "https://example.org"})
	for _, tt := range goodCalls {
		if tt.set() != two() {
			continue
		}
		r := call(t, server, tt.name, tt.arguments)
		if strings.Contains(string(r.JSON), `"footnote:`) {
			t.Errorf("%s: %s", tt.reason, r.JSON)
		}
	}
}

func TestBaseURL(t *testing.T) {
	for _, tt := range []struct{ reason, base, problem string }{
		{"none", "", ""},
		{"a host", "https://example.org", ""},
		{"with port and path", "http://localhost:8080/a%20b/", ""},
		{"no address", "http://[", `toolset: base URL: parse "http://[": missing ']' in host`},
		{"another scheme", "ftp://example.org", `toolset: base URL "ftp://example.org": it is http://HOST or https://HOST, with a path or not`},
		{"no host", "https:///a", `toolset: base URL "https:///a": it is http://HOST or https://HOST, with a path or not`},
		{"a path", "/a", `toolset: base URL "/a": it is http://HOST or https://HOST, with a path or not`},
		{"a query", "https://example.org/?a", `toolset: base URL "https://example.org/?a" has more than a host and a path`},
		{"an empty query", "https://example.org/?", `toolset: base URL "https://example.org/?" has more than a host and a path`},
		{"a fragment", "https://example.org/#a", `toolset: base URL "https://example.org/#a" has more than a host and a path`},
		{"a user", "https://me@example.org/", `toolset: base URL "https://me@example.org/" has more than a host and a path`},
	} {
		s, err := toolset.New(town(), toolset.Options{BaseURL: tt.base})
		got := ""
		if err != nil {
			got = err.Error()
		} else if err := s.Close(); err != nil {
			t.Error(err)
		}
		if diff := cmp.Diff(tt.problem, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
}
