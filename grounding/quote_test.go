package grounding_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/grounding"
)

func TestQuotes(t *testing.T) {
	type edits = []grounding.Edit
	for _, tt := range []struct {
		reason, text string
		class        grounding.QuoteClass
		verdict      grounding.Verdict
		found        []string
		edits        edits
	}{
		{"curly marks", "The register says “the crossing of 14 miles”.[^3]",
			grounding.QuoteExact, grounding.Supported, []string{"the crossing of 14 miles"}, nil},
		{"straight marks and apostrophe", `It is said that "The company's first ship, the Marigold, took 90 minutes".[^3]`,
			grounding.QuoteExact, grounding.Supported, []string{"The company’s first ship, the Marigold, took 90 minutes"}, nil},
		{"German marks", "Ines Calder said: „We have waited for this ship for twenty years“.[^14]",
			grounding.QuoteExact, grounding.Supported, []string{"We have waited for this ship for twenty years"}, nil},
		{"French marks with spaces", "Ines Calder said: «\u00a0We have waited for this ship for twenty years\u00a0».[^14]",
			grounding.QuoteExact, grounding.Supported, []string{"We have waited for this ship for twenty years"}, nil},
		{"block quote", "> We have waited for this ship for twenty years, and we will not wait another twenty.[^14]",
			grounding.QuoteExact, grounding.Supported, []string{"We have waited for this ship for twenty years, and we will not wait another twenty"}, nil},
		{"ligatures", "The article says: “The company’s ﬁrst ship, the Marigold, took 90 minutes”.[^3]",
			grounding.QuoteExact, grounding.Supported, []string{"The company’s first ship, the Marigold, took 90 minutes"}, nil},
		{"other dashes", "The article says: “from Kelling — a well‑known spa — on a day trip”. [ferry#the-new-ship.8]",
			grounding.QuoteExact, grounding.Supported, []string{"from Kelling – a well-known spa – on a day trip"}, nil},
		{"markup", "The article says: “**The service** opened in *May 1887*”.[^3]",
			grounding.QuoteExact, grounding.Supported, []string{"The service opened in May 1887"}, nil},
		{"its first letter small, in the middle of a sentence", "The article says that “the service opened in May 1887”.[^3]",
			grounding.QuoteExact, grounding.Supported, []string{"The service opened in May 1887"}, nil},
		{"a final stop that the article hasn't there", "The article says: “The service opened in May 1887.”[^3]",
			grounding.QuoteExact, grounding.Supported, []string{"The service opened in May 1887"}, nil},
		{"ellipsis within a passage", "It is said that “The service opened in May 1887 … the Marigold, took 90 minutes”.[^3]",
			grounding.QuoteEllipsis, grounding.Supported, []string{"The service opened in May 1887", "the Marigold, took 90 minutes"}, nil},
		{"in brackets", "It is said that “The service opened […] under the Dunmore Steam Company”.[^3]",
			grounding.QuoteEllipsis, grounding.Supported, []string{"The service opened", "under the Dunmore Steam Company"}, nil},
		{"insertion", "It is said that “The service [of the ferry] opened in May 1887”.[^3]",
			grounding.QuoteInsertion, grounding.Supported, []string{"The service", "opened in May 1887"}, nil},
		{"case", "It is said that “The Service Opened in May 1887 under the Dunmore Steam Company”.[^3]",
			grounding.QuoteOtherCase, grounding.Supported, []string{"The service opened in May 1887 under the Dunmore Steam Company"}, nil},
		{"cut before what limits it", "The rules say “Dogs are not allowed in the saloon”.[^11]",
			grounding.QuoteCut, grounding.Supported, []string{"Dogs are not allowed in the saloon"}, nil},
		{"what negates it is cut off", "The rules say “allowed in the saloon unless they are kept on a lead”.[^11]",
			grounding.QuoteCut, grounding.Contradicted, []string{"allowed in the saloon unless they are kept on a lead"}, nil},
		{"stitched without a sign", "It is said that “Storms sank the Marigold in May 1887 under the Dunmore Steam Company”.[^3]",
			grounding.QuoteIsStitched, grounding.Contradicted, []string{"Storms sank the Marigold in", "May 1887 under the Dunmore Steam Company"}, nil},
		{"an ellipsis from passage to passage", "It is said that “Storms sank the Marigold … renamed it Skarrow Lines”.[^4]",
			grounding.QuoteIsStitched, grounding.Contradicted, []string{"Storms sank the Marigold", "renamed it Skarrow Lines"}, nil},
		{"a year changed", "It is said that “Storms sank the Marigold in November 1903”.[^4]",
			grounding.QuoteIsAltered, grounding.Contradicted, []string{"Storms sank the Marigold in November 1902"}, edits{{Text: "1902", Quote: "1903"}}},
		{"a word left out", "The rules say “Dogs are allowed in the saloon unless they are kept on a lead”.[^11]",
			grounding.QuoteIsAltered, grounding.Contradicted, []string{"Dogs are not allowed in the saloon unless they are kept on a lead"}, edits{{Text: "not"}}},
		{"a word put in", "The plan “might never enter service in 2028”.[^13]",
			grounding.QuoteIsAltered, grounding.Contradicted, []string{"might enter service in 2028"}, edits{{Quote: "never"}}},
		{"a word replaced", "The Association called the plan “a costly experiment with public funds”.[^15]",
			grounding.QuoteIsAltered, grounding.Contradicted, []string{"a costly experiment with public money"}, edits{{Text: "money", Quote: "funds"}}},
		{"a decimal point moved", "The Gannet “cost £62 million” and the Plover “was built in Bergen and cost £45 million”.[^9]",
			grounding.QuoteIsAltered, grounding.Contradicted, []string{"was built in Bergen and cost £4.5 million"}, edits{{Text: "£4.5", Quote: "£45"}}},
		{"a part of a number", "Fuel “had become 5% dearer since 2021”.[^10]",
			grounding.QuoteIsAltered, grounding.Contradicted, []string{"had become 45% dearer since 2021"}, edits{{Text: "45%", Quote: "5%"}}},
		{"a currency left out", "The Plover “was built in Bergen and cost 4.5 million”.[^9]",
			grounding.QuoteIsAltered, grounding.Contradicted, []string{"was built in Bergen and cost £4.5 million"}, edits{{Text: "£4.5", Quote: "4.5"}}},
		{"missing", "The article says that “whales swam beside the ship every single day”.[^4]",
			grounding.QuoteIsMissing, grounding.Unsupported, nil, nil},
		{"true, and under another note", "“The service opened in May 1887 under the Dunmore Steam Company.”[^9]",
			grounding.QuoteExact, grounding.Miscited, []string{"The service opened in May 1887 under the Dunmore Steam Company"}, nil},
	} {
		r := checkText(t, tt.text)
		c := r.Claims[0]
		if len(r.Claims) != 1 || len(c.Quotes) != 1 {
			t.Errorf("%s: %q: %d claims, %d quotations", tt.reason, tt.text, len(r.Claims), len(c.Quotes))
			continue
		}
		q := c.Quotes[0]
		if q.Class != tt.class || c.Verdict != tt.verdict {
			t.Errorf("%s: %q: %s, %s; want %s, %s", tt.reason, tt.text, q.Class, c.Verdict, tt.class, tt.verdict)
		}
		var found []string
		for _, f := range q.Found {
			found = append(found, strings.Trim(f.Quote, " .;“”")) // words with what stands at them
		}
		if diff := cmp.Diff(tt.found, found); diff != "" {
			t.Errorf("%s: %q: found (-want +got):\n%s", tt.reason, tt.text, diff)
		}
		if diff := cmp.Diff(tt.edits, q.Edits); diff != "" {
			t.Errorf("%s: %q: edits (-want +got):\n%s", tt.reason, tt.text, diff)
		}
		if !q.Valid(tt.text) || q.Of(tt.text) == "" {
			t.Errorf("%s: %q: no quotation at %v", tt.reason, tt.text, q.Span)
		}
	}
}

// TestNoQuotation: fewer than four words are a term or a title.
func TestNoQuotation(t *testing.T) {
	for _, text := range []string{
		"The Gannet “cost £6.2 million”.[^9]",
		"The ferry is called “The Skarrow Ferry”.[^1]",
		"The company’s ships weren’t the harbour’s.[^3]",
	} {
		if c := checkText(t, text).Claims[0]; len(c.Quotes) > 0 {
			t.Errorf("%q: quotes %q", text, c.Quotes[0].Text)
		}
	}
}

// accepted reports whether the article has what a quotation says it has.
func accepted(q grounding.Quote) bool {
	switch q.Class {
	case grounding.QuoteExact, grounding.QuoteCut:
		return true
	}
	return false
}

// quoteOne checks the quotation of words alone.
func quoteOne(t *testing.T, words string) (grounding.Claim, grounding.Quote) {
	t.Helper()
	c := checkText(t, "It is written that «"+words+"»")
	for _, cl := range c.Claims {
		if len(cl.Quotes) > 0 {
			return cl, cl.Quotes[0]
		}
	}
	t.Fatalf("%q is no quotation", words)
	return grounding.Claim{}, grounding.Quote{}
}

// runs calls f with runs of four words and more of each passage of the ferry.
func runs(f func(words []string)) {
	for p := range ferry().Passages() {
		words := strings.Fields(p.Text())
		for _, n := range []int{4, 5, 7, 11, 18, len(words)} {
			for i := 0; i+n <= len(words) && n >= 4; i++ {
				f(words[i : i+n])
			}
		}
	}
}

// typographies write a text in another way that is as true.
var typographies = map[string]func(string) string{
	"as it is":       func(s string) string { return s },
	"straight marks": strings.NewReplacer("’", "'", "“", `"`, "”", `"`, "–", "-").Replace,
	"long dashes":    strings.NewReplacer("–", "—", "-", "‐").Replace,
	"no-break space": strings.NewReplacer(" ", "\u00a0").Replace,
	"line breaks":    strings.NewReplacer(" ", "\n").Replace,
	"ligatures":      strings.NewReplacer("ffi", "ﬃ", "fi", "ﬁ", "ff", "ﬀ").Replace,
	"soft hyphens":   strings.NewReplacer("er", "e\u00adr").Replace,
	"decomposed":     strings.NewReplacer("é", "e\u0301").Replace,
}

// TestTrueQuotations: every true quotation of four words or more is accepted, in
// whatever typography.
func TestTrueQuotations(t *testing.T) {
	n := 0
	for name, write := range typographies {
		runs(func(words []string) {
			s := strings.Join(words, " ")
			written := write(s)
			if name != "as it is" && written == s {
				return
			}
			if name == "line breaks" && strings.ContainsAny(s, "|-–") {
				return // a line that begins with it would be another block
			}
			n++
			if _, q := quoteOne(t, written); !accepted(q) {
				t.Errorf("%s: %q is %s %v", name, written, q.Class, q.Edits)
			}
		})
	}
	if n < 1000 {
		t.Errorf("only %d quotations", n)
	}
}

// spoilers make a true text false; "" where they can't.
var spoilers = map[string]func(words []string) string{
	"digit changed": func(words []string) string {
		s := []byte(strings.Join(words, " "))
		for i := len(s) - 1; i >= 0; i-- {
			if s[i] >= '0' && s[i] <= '9' {
				s[i] = '0' + (s[i]-'0'+3)%10
				return string(s)
			}
		}
		return ""
	},
	"not dropped": func(words []string) string {
		for i := 1; i+1 < len(words) && len(words) > 4; i++ {
			if words[i] == "not" {
				return strings.Join(append(append([]string{}, words[:i]...), words[i+1:]...), " ")
			}
		}
		return ""
	},
	"not put in": func(words []string) string {
		for i := 1; i+1 < len(words); i++ {
			if words[i-1] == "was" || words[i-1] == "will" || words[i-1] == "would" || words[i-1] == "might" {
				return strings.Join(append(append(append([]string{}, words[:i]...), "not"), words[i:]...), " ")
			}
		}
		return ""
	},
	"hedge dropped": func(words []string) string {
		s := strings.Join(words, " ")
		return changed(s, strings.NewReplacer(" might ", " will ", " about £", " £", " would ", " will ").Replace(s))
	},
	"name swapped": func(words []string) string {
		s := strings.Join(words, " ")
		return changed(s, strings.NewReplacer("Plover", "Gannet", "Gannet", "Plover", "Marigold", "Tern", "Tern", "Marigold",
			"Dunmore", "Kelling", "Kelling", "Dunmore", "Calder", "Bergen", "Bergen", "Calder").Replace(s))
	},
	"currency swapped": func(words []string) string {
		s := strings.Join(words, " ")
		return changed(s, strings.ReplaceAll(s, "£", "$"))
	},
}

func changed(from, to string) string {
	if from == to || len(strings.Fields(to)) < 4 {
		return ""
	}
	return to
}

// TestFalseQuotations: none is accepted that has another digit, negation, hedge, name
// or currency.
func TestFalseQuotations(t *testing.T) {
	var all strings.Builder
	for p := range ferry().Passages() {
		all.WriteString(p.Text() + "\n")
	}
	for name, spoil := range spoilers {
		n := 0
		runs(func(words []string) {
			false_ := spoil(words)
			if false_ == "" || strings.Contains(all.String(), strings.Trim(false_, ".,;")) {
				return
			}
			n++
			c, q := quoteOne(t, false_)
			if q.Class != grounding.QuoteIsAltered && q.Class != grounding.QuoteIsStitched && q.Class != grounding.QuoteIsMissing {
				t.Errorf("%s: %q is %s", name, false_, q.Class)
			}
			if c.Verdict != grounding.Contradicted && c.Verdict != grounding.Unsupported && c.Verdict != grounding.Partial {
				t.Errorf("%s: %q is %s: %v", name, false_, c.Verdict, codes(c))
			}
		})
		if n < 10 {
			t.Errorf("%s: only %d quotations", name, n)
		}
	}
}
