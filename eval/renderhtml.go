package eval

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/grounding"
)

//go:embed report.html.tmpl
var pageText string

var page = template.Must(template.New("report").Parse(pageText))

// signs tell verdicts apart without colour.
var signs = map[grounding.Verdict]string{
	grounding.Contradicted: "✗", grounding.Unsupported: "∅", grounding.Partial: "◐", grounding.Undecided: "?",
	grounding.BadCitation: "‽", grounding.Miscited: "↷", grounding.Supported: "✓", grounding.NoClaim: "·",
}

type pageData struct {
	Name          string
	Passed, Total int
	Rules         string
	Verdicts      []pageVerdict
	Rows          [][4]string
	RuleNames     []string
	Tags          []string
	Answers       []pageAnswer
}

type pageVerdict struct{ Class, Name, Sign string }

func verdictOnPage(v grounding.Verdict) pageVerdict {
	return pageVerdict{string(v), strings.ReplaceAll(string(v), "_", " "), signs[v]}
}

type pageAnswer struct {
	Number                                  int
	ID, Question, Class, Verdict, Expected  string
	Passed                                  bool
	VerdictList, RuleList, TagList, Refusal string
	Pieces                                  []pagePiece
	Claims                                  []pageClaim
	CitationErrors                          []string
}

type pagePiece struct{ Text, Link, Class, Verdict, Sign string }

type pageClaim struct {
	Link, Class, Verdict, Sign, Text, Rule, Suggested string
	Problems                                          []string
	Evidence                                          []pageEvidence
}

type pageEvidence struct{ Quote, Notes string }

// WriteHTML writes the report as one page that needs nothing else: each answer with its
// sentences coloured by verdict and marked with a sign, the evidence beside them, and
// filters. It can be read without colour and without scripts.
func (r AnswersReport) WriteHTML(w io.Writer, name string) error {
	d := pageData{Name: name, Passed: r.Summary.Passed.Count, Total: len(r.Answers), Rules: r.Rules, Rows: r.Rows()}
	for i := len(grounding.Verdicts) - 1; i >= 0; i-- {
		d.Verdicts = append(d.Verdicts, verdictOnPage(grounding.Verdicts[i]))
	}
	rules, tags := map[string]bool{}, map[string]bool{}
	for i := range r.Answers {
		a := answerOnPage(i, &r.Answers[i])
		for _, x := range strings.Fields(a.RuleList) {
			rules[x] = true
		}
		for _, x := range strings.Fields(a.TagList) {
			tags[x] = true
		}
		d.Answers = append(d.Answers, a)
	}
	d.RuleNames, d.Tags = slices.Sorted(maps.Keys(rules)), slices.Sorted(maps.Keys(tags))
	return page.Execute(w, d)
}

func answerOnPage(i int, r *AnswerResult) pageAnswer {
	v := verdictOnPage(r.Verdict)
	a := pageAnswer{
		Number: i + 1, ID: r.name(i), Question: r.Question, Class: v.Class, Verdict: v.Sign + " " + v.Name, Expected: string(r.Expected),
		Passed: r.Passed, Refusal: r.Report.Refusal.Reason, CitationErrors: r.CitationErrors,
	}
	verdicts, rules := map[string]bool{}, map[string]bool{}
	at := 0
	for j := range r.Report.Claims {
		c := &r.Report.Claims[j]
		link := fmt.Sprintf("a%d.%d", i+1, j+1)
		v := verdictOnPage(c.Verdict)
		verdicts[v.Class] = true
		if c.Rule != "" {
			rules[c.Rule] = true
		}
		if c.Start >= at && c.End <= len(r.Answer) {
			a.Pieces = append(a.Pieces, pagePiece{Text: r.Answer[at:c.Start]})
			a.Pieces = append(a.Pieces, pagePiece{r.Answer[c.Start:c.End], link, v.Class, v.Name, v.Sign})
			at = c.End
		}
		a.Claims = append(a.Claims, claimOnPage(link, v, c))
	}
	a.Pieces = append(a.Pieces, pagePiece{Text: r.Answer[at:]})
	a.VerdictList = strings.Join(slices.Sorted(maps.Keys(verdicts)), " ")
	a.RuleList = strings.Join(slices.Sorted(maps.Keys(rules)), " ")
	list := make([]string, len(r.Tags))
	for k, tag := range r.Tags {
		list[k] = strings.Join(strings.Fields(tag), "-")
	}
	a.TagList = strings.Join(list, " ")
	return a
}

func claimOnPage(link string, v pageVerdict, c *grounding.Claim) pageClaim {
	out := pageClaim{Link: link, Class: v.Class, Verdict: v.Name, Sign: v.Sign, Text: c.Text, Rule: c.Rule}
	for _, p := range c.Problems {
		out.Problems = append(out.Problems, string(p.Code)+": "+p.Message)
	}
	for k, e := range c.Evidence {
		if k == 3 {
			break
		}
		out.Evidence = append(out.Evidence, pageEvidence{"“" + e.Quote + "”", marksOf(e)})
	}
	var right []string
	for _, label := range c.Suggested {
		right = append(right, "[^"+label+"]")
	}
	for _, id := range c.SuggestedPassages {
		right = append(right, "["+string(id)+"]")
	}
	out.Suggested = strings.Join(right, " ")
	return out
}

func marksOf(c cite.Citation) string {
	if len(c.Footnotes) == 0 {
		return "[" + string(c.Passage) + "]"
	}
	out := ""
	for _, f := range c.Footnotes {
		out += f.Mark() + " "
	}
	return out + string(c.Passage)
}
