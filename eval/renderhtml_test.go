package eval_test

import (
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/eval"
	"github.com/footnote-go/footnote/grounding"
)

// An element of a page, with all text inside it.
type element struct {
	name  string
	attrs map[string]string
	text  string
	in    []string // the names around it
}

// elements reads a page. encoding/xml reads HTML that closes what it opens, which a
// page does that nothing broke out of.
func elements(t *testing.T, page string) []*element {
	t.Helper()
	script := regexp.MustCompile(`(?s)<script>.*?</script>`)
	if n := len(script.FindAllString(page, -1)); n != 1 {
		t.Fatalf("%d scripts", n)
	}
	// A browser takes nothing in a script for markup; encoding/xml does.
	d := xml.NewDecoder(strings.NewReader(script.ReplaceAllString(page, "<script></script>")))
	d.Strict, d.AutoClose, d.Entity = false, []string{"meta", "input"}, xml.HTMLEntity
	var all, open []*element
	for {
		token, err := d.Token()
		if err == io.EOF && len(open) == 0 {
			return all
		}
		if err != nil {
			t.Fatalf("the page is broken: %v", err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			e := &element{name: x.Name.Local, attrs: map[string]string{}}
			for _, a := range x.Attr {
				if _, ok := e.attrs[a.Name.Local]; ok || a.Name.Space != "" {
					t.Errorf("<%s> has %s twice, or in a space", e.name, a.Name.Local)
				}
				e.attrs[a.Name.Local] = a.Value
			}
			for _, o := range open {
				e.in = append(e.in, o.name)
			}
			all, open = append(all, e), append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			for _, o := range open {
				o.text += string(x)
			}
		case xml.Comment, xml.ProcInst:
			t.Errorf("the page has %T", x)
		}
	}
}

func page(t *testing.T, r eval.AnswersReport, name string) string {
	t.Helper()
	return rendered(t, func(w io.Writer) error { return r.WriteHTML(w, name) })
}

func TestHTML(t *testing.T) {
	golden(t, "answers.golden.html", page(t, rendering(), "answers.jsonl"))
	golden(t, "answers-none.golden.html", page(t, eval.AnswersReport{Rules: "test", Summary: eval.Summary{Passed: eval.Rate{High: 1}}}, ""))
}

// TestHTMLIsText: what stands in answers, IDs, tags, evidence and the name of the file
// is text, all of it.
func TestHTMLIsText(t *testing.T) {
	// What the page has of its own.
	known := map[string]bool{}
	for _, name := range strings.Fields("html head meta title style body h1 h2 p ul ol li b bdi details summary div table thead tbody tr th td form fieldset legend label input select option output main article span a sup blockquote script") {
		known[name] = true
	}
	attrs := map[string]bool{}
	for _, name := range strings.Fields("lang charset name content http-equiv class id aria-label hidden type value data-verdicts data-rules data-tags data-passed href title") {
		attrs[name] = true
	}
	for _, h := range hostile {
		r := rendering()
		all := elements(t, page(t, r, h.text))
		var headings, quotes []string
		for _, e := range all {
			if !known[e.name] {
				t.Errorf("%s: the page has a <%s>", h.why, e.name)
			}
			for a := range e.attrs {
				if !attrs[a] {
					t.Errorf("%s: a <%s> has the attribute %s", h.why, e.name, a)
				}
			}
			switch e.name {
			case "title", "h1":
				if e.text != "Checked answers: "+h.text {
					t.Errorf("%s: <%s> is %q", h.why, e.name, e.text)
				}
			case "h2":
				headings = append(headings, e.text)
			case "blockquote":
				quotes = append(quotes, e.text)
			}
		}
		has := func(list []string, prefix string) bool {
			for _, s := range list {
				if strings.HasPrefix(s, prefix) {
					return true
				}
			}
			return false
		}
		if !has(headings, h.text+": ∅ unsupported") {
			t.Errorf("%s: no heading is the ID with its verdict: %q", h.why, headings)
		}
		if !has(quotes, "“"+h.text+"” ["+h.text+"]") {
			t.Errorf("%s: no evidence is what was quoted: %q", h.why, quotes)
		}
	}
}

// TestHTMLDirection: foreign text is isolated wherever something of ours stands behind
// it on its line, so that a mark of direction in it can't turn a verdict round.
func TestHTMLDirection(t *testing.T) {
	const turned = "\u202e"
	var r eval.AnswersReport
	for _, a := range rendering().Answers {
		if strings.Contains(a.ID, turned) {
			r.Answers = append(r.Answers, a)
		}
	}
	if len(r.Answers) != 1 {
		t.Fatal("no such answer")
	}
	text := page(t, r, "x")
	for _, e := range elements(t, text) {
		switch e.name {
		case "h2", "blockquote":
			if !strings.Contains(text, "<"+e.name+"><bdi>") {
				t.Errorf("<%s> is not isolated", e.name)
			}
		case "span": // verdicts, rules and notes of evidence
			if slices.Contains(e.in, "bdi") || strings.HasPrefix(e.attrs["class"], "v ") && strings.Contains(e.text, turned) {
				t.Errorf("a verdict stands within foreign text: %q", e.text)
			}
		}
	}
	for _, class := range []string{"answer", "c"} {
		if !regexp.MustCompile(`\n\.` + class + ` \{[^}]*unicode-bidi: isolate`).MatchString(text) {
			t.Errorf("what has the class %s is not isolated", class)
		}
	}
}

// TestHTMLAlone: the page needs nothing that is elsewhere, and says so to the browser.
func TestHTMLAlone(t *testing.T) {
	text := page(t, rendering(), "answers.jsonl")
	ids, links := map[string]bool{}, []string{}
	policy := ""
	for _, e := range elements(t, text) {
		for _, a := range []string{"src", "srcset", "action", "data", "poster", "background", "style"} {
			if v, ok := e.attrs[a]; ok {
				t.Errorf("<%s %s=%q>", e.name, a, v)
			}
		}
		if href, ok := e.attrs["href"]; ok {
			links = append(links, href)
		}
		if id := e.attrs["id"]; id != "" {
			if ids[id] {
				t.Errorf("the ID %s is there twice", id)
			}
			ids[id] = true
		}
		if e.attrs["http-equiv"] == "Content-Security-Policy" {
			policy = e.attrs["content"]
		}
		if e.name == "style" && (strings.Contains(e.text, "@import") || strings.Contains(e.text, "url(")) {
			t.Error("the style loads something")
		}
	}
	if len(links) == 0 {
		t.Error("no links to claims")
	}
	for _, href := range links {
		if !strings.HasPrefix(href, "#") || !ids[href[1:]] {
			t.Errorf("the link %q leads nowhere on the page", href)
		}
	}
	if !strings.HasPrefix(policy, "default-src 'none';") {
		t.Errorf("the policy is %q", policy)
	}
	if regexp.MustCompile(`(?i)(src|href)\s*=\s*["']?\s*(https?:|//|javascript:|data:)`).MatchString(text) {
		t.Error("the page refers to something outside")
	}
}

// TestHTMLSigns: each verdict has a sign of its own, in the key, in the answer, at the
// claim and at the answer's head: colour is not needed.
func TestHTMLSigns(t *testing.T) {
	signs := map[string]string{} // by the verdict's name
	taken := map[string]string{}
	r := rendering()
	all := elements(t, page(t, r, "x"))
	for _, e := range all {
		if e.name == "li" && e.in[len(e.in)-1] == "ul" {
			for _, v := range grounding.Verdicts {
				name := strings.ReplaceAll(string(v), "_", " ")
				if sign, ok := strings.CutSuffix(e.text, name); ok && e.attrs["class"] == string(v) {
					signs[name] = sign
					if sign == "" || taken[sign] != "" {
						t.Errorf("%s has the sign %q, which %q has, too", name, sign, taken[sign])
					}
					taken[sign] = name
				}
			}
		}
	}
	if len(signs) != len(grounding.Verdicts) {
		t.Fatalf("the key has %d verdicts of %d: %v", len(signs), len(grounding.Verdicts), signs)
	}
	links, claims, heads := 0, 0, 0
	for _, e := range all {
		name := strings.ReplaceAll(strings.TrimPrefix(strings.TrimPrefix(e.attrs["class"], "c "), "v "), "_", " ")
		switch {
		case e.name == "a":
			links++
			if !strings.HasPrefix(e.text, signs[name]) || signs[name] == "" || e.attrs["title"] != name {
				t.Errorf("a link of class %q begins with no sign: %.30q, title %q", name, e.text, e.attrs["title"])
			}
		case e.name == "span" && strings.HasPrefix(e.attrs["class"], "v "):
			if e.in[len(e.in)-1] == "h2" {
				heads++
			} else {
				claims++
			}
			if e.text != signs[name]+" "+name {
				t.Errorf("a verdict of class %q is %q", name, e.text)
			}
		}
	}
	n := 0
	for _, a := range r.Answers {
		n += len(a.Report.Claims)
	}
	if links != n || claims != n || heads != len(r.Answers) {
		t.Errorf("%d claims are %d links and %d entries; %d answers are %d heads", n, links, claims, len(r.Answers), heads)
	}
}

// TestHTMLWithoutScripts: all is there and to be seen; only the filters, which would do
// nothing, are hidden.
func TestHTMLWithoutScripts(t *testing.T) {
	r := rendering()
	text := page(t, r, "x")
	articles := 0
	for _, e := range elements(t, text) {
		if _, ok := e.attrs["hidden"]; ok != (e.name == "form") {
			t.Errorf("<%s %v> is hidden: %v", e.name, e.attrs, ok)
		}
		if (e.name == "input" || e.name == "select" || e.name == "output") && !strings.Contains(strings.Join(e.in, " "), "form") {
			t.Errorf("<%s> stands outside of the filters", e.name)
		}
		if e.name == "article" {
			a := r.Answers[articles]
			articles++
			if !strings.Contains(e.text, a.Question) || e.attrs["id"] != fmt.Sprintf("a%d", articles) || e.attrs["data-passed"] != fmt.Sprint(a.Passed) {
				t.Errorf("answer %d: %v", articles, e.attrs)
			}
			if strings.Contains(e.text, "does not pass") == a.Passed {
				t.Errorf("answer %d passes: %v, and the page says otherwise", articles, a.Passed)
			}
		}
	}
	if articles != len(r.Answers) {
		t.Errorf("%d answers of %d", articles, len(r.Answers))
	}
	if !strings.Contains(text, "form.hidden = false") {
		t.Error("the script doesn't show the filters")
	}
}

// TestHTMLFilters: what answers are filtered by are words that the filters offer.
func TestHTMLFilters(t *testing.T) {
	offered := map[string]map[string]bool{"verdict": {}, "rule": {}, "tag": {}}
	selected := ""
	all := elements(t, page(t, rendering(), "x"))
	for _, e := range all {
		switch e.name {
		case "select":
			selected = e.attrs["name"]
		case "option":
			if _, any := e.attrs["value"]; !any {
				offered[selected][e.text] = true
			}
		case "input":
			if e.attrs["name"] == "verdict" {
				offered["verdict"][e.attrs["value"]] = true
			}
		}
	}
	used := map[string]map[string]bool{"verdict": {}, "rule": {}, "tag": {}}
	for _, e := range all {
		if e.name == "article" {
			for of, attr := range map[string]string{"verdict": "data-verdicts", "rule": "data-rules", "tag": "data-tags"} {
				for _, word := range strings.Fields(e.attrs[attr]) {
					used[of][word] = true
				}
			}
		}
	}
	if diff := cmp.Diff(used, offered); diff != "" {
		t.Errorf("(-used +offered):\n%s", diff)
	}
	if !used["tag"]["two-words"] {
		t.Error("a tag of two words is not one")
	}
}

// TestHTMLSpans: a claim whose span doesn't fit is listed, and the answer stays whole.
func TestHTMLSpans(t *testing.T) {
	r := rendering()
	r.Answers = r.Answers[1:2]
	claims := r.Answers[0].Report.Claims
	claims[1].Span = claims[0].Span                                 // overlaps
	claims[2].End = len(r.Answers[0].Answer) + 1                    // behind the end
	claims[3].Start, claims[3].End = claims[5].Start, claims[5].End // out of order
	for _, e := range elements(t, page(t, r, "x")) {
		if e.attrs["class"] == "answer" {
			plain := e.text
			for _, sign := range []string{"✗", "∅", "◐", "?", "‽", "↷", "✓", "·"} {
				plain = strings.ReplaceAll(plain, sign, "")
			}
			if plain != r.Answers[0].Answer {
				t.Errorf("%q, want %q", plain, r.Answers[0].Answer)
			}
		}
	}
}
