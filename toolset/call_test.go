package toolset_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/toolset"
)

// A goodCall is one that succeeds.
type goodCall struct {
	reason    string
	set       func() *toolset.Set
	name      string
	arguments string
}

var goodCalls = []goodCall{
	{"a question that the article answers", article, "search_passages", `{"question":"When was Llama 2 released?","k":1}`},
	{"a question that it doesn't answer, with a word that it lacks", article, "search_passages", `{"question":"What do zebras eat?","k":1}`},
	{"no passage has a word of it", article, "search_passages", `{"question":"zyzzyva"}`},
	{"of two articles", two, "search_passages", `{"question":"Who built the mill?","k":2}`},
	{"only where all filters fit", two, "search_passages", `{"question":"mill","articles":["lock"],"sections":["the-mill"],"footnotes":["lock^1"],"after":"1830","before":"1840"}`},
	{"no passage is left by the filters", two, "search_passages", `{"question":"mill","after":"2020"}`},
	{"only what speaks of an entity", two, "search_passages", `{"question":"museum","entities":["Old Mill"],"k":1}`},
	{"null counts as left out, a whole number may have a point", two, "search_passages", `{"question":"wheel","k":1.0,"after":null,"articles":null}`},
	{"a passage by its ID", article, "read_passage", `{"passage":"meta-open-source-strategy#overview.3"}`},
	{"without the article, where there is one", article, "read_passage", `{"passage":"#overview.3"}`},
	{"a row of a table, with neighbours", two, "read_passage", `{"passage":"mill#water-wheel.2","before":1,"after":1}`},
	{"by its key", two, "read_passage", `{"passage":"[mill#today.1]"}`},
	{"a note by its label", article, "read_footnote", `{"footnote":"3"}`},
	{"as it stands in a text, with an odd label", two, "read_footnote", `{"footnote":"[mill^fact:f_x]"}`},
	{"a note without text", two, "read_footnote", `{"footnote":"mill^ä"}`},
	{"facts of an entity, property and status", article, "find_facts", `{"entities":["Llama 2"],"properties":["released"],"statuses":["stated"]}`},
	{"a fact by its ID, with the article where two have it", two, "find_facts", `{"ids":["lock/mill/built"]}`},
	{"facts by who says so", two, "find_facts", `{"by":["critics"]}`},
	{"facts by kind, passage and footnote", two, "find_facts", `{"kinds":["figure","criticism"],"passages":["mill#water-wheel.1"],"footnotes":["mill^fact:f_x","mill^ä"],"limit":1}`},
	{"going on where that ended", two, "find_facts", `{"kinds":["figure","criticism"],"offset":1,"limit":1}`},
	{"behind the last one", two, "find_facts", `{"offset":100}`},
	{"no fact fits", two, "find_facts", `{"after":"2020"}`},
	{"dated facts by date", two, "timeline", `{"before":"1831"}`},
	{"dated facts of the article", article, "timeline", `{"entities":["Llama 3"],"limit":1}`},
	{"a draft that passes", two, "check_answer", `{"answer":"The mill was built in 1768.[mill^1]"}`},
	{"one that is contradicted, miscited, undecided, uncited and made up", two, "check_answer", `{"answer":"The mill was built in 1786.[mill^1] It ground rye until 1931.[lock^1] The wheel was never efficient because it is wide.[mill^fact:f_x] The wheel has 32 blades. The king came.[^9]"}`},
	{"a quotation", article, "check_answer", `{"answer":"Its threshold is “700 million daily active users”.[^4]"}`},
	{"nothing is stated", two, "check_answer", `{"answer":""}`},
	{"a refusal that is wrong", two, "check_answer", `{"answer":"The article doesn't say.","question":"Who built the mill?"}`},
	{"a refusal that is allowed", two, "check_answer", `{"answer":"The article doesn't say.","question":"What do giraffes eat?","allow_refusal":true}`},
	{"uncited sentences are allowed", two, "check_answer", `{"answer":"The wheel has 32 blades.","allow_uncited":true,"context":["mill#water-wheel.1"]}`},
	{"a draft without marks", two, "cite_answer", `{"answer":"The mill was built in 1768. It is haunted.","question":"What of the mill?"}`},
	{"one that has the right marks", two, "cite_answer", `{"answer":"The mill was built in 1768.[mill^1]"}`},
	{"all articles", two, "list_sections", `{}`},
	{"the first sections of the article", article, "list_sections", `{"articles":["meta-open-source-strategy"],"max_tokens":400}`},
	{"for connectors", two, "search", `{"query":"Who built the lock?"}`},
	{"nothing is found", two, "search", `{"query":"zyzzyva"}`},
	{"a passage with its notes", two, "fetch", `{"id":"mill#top.1"}`},
	{"a passage with a lead and no note", two, "fetch", `{"id":"mill#water-wheel.3"}`},
}

// long are numbers with more digits than every architecture agrees on.
var long = regexp.MustCompile(`\b(\d+\.\d{4})\d+\b`)

func rounded(text string) string { return long.ReplaceAllString(text, "$1") }

// TestCalls shows each result as JSON and as text.
func TestCalls(t *testing.T) {
	var b strings.Builder
	called := map[string]bool{}
	for _, tt := range goodCalls {
		called[tt.name] = true
		r := call(t, tt.set(), tt.name, tt.arguments)
		fmt.Fprintf(&b, "=== %s: %s %s\n%s\n", tt.reason, tt.name, tt.arguments, rounded(indented(t, r.JSON)))
		if r.Text != string(r.JSON) {
			fmt.Fprintf(&b, "--- as text\n%s", r.Text)
		}
		b.WriteByte('\n')
	}
	for _, o := range toolset.Operations() {
		if !called[o.Name] {
			t.Errorf("%s is not called", o.Name)
		}
	}
	golden(t, "calls.golden", b.String())
}
