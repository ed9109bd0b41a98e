package eval

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/footnote-go/footnote/grounding"
)

// WriteMarkdown writes the report as Markdown: a summary and the answers that don't
// pass.
func (r AnswersReport) WriteMarkdown(w io.Writer) error {
	var b strings.Builder
	s := &r.Summary
	fmt.Fprintf(&b, "# Answers\n\n%d of %d answers pass (rules %s).\n\n", s.Passed.Count, s.Answers, r.Rules)
	b.WriteString("| what | value | 95% interval | n |\n| --- | ---: | ---: | ---: |\n")
	for _, row := range r.Rows() {
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", row[0], row[1], row[2], row[3])
	}
	if c := s.Compared; c != nil {
		fmt.Fprintf(&b, "\nAgainst the baseline: %d new failures, %d known, %d fixed.\n", c.New, c.Known, c.Fixed)
	}
	if x := s.Waivers; x != nil {
		fmt.Fprintf(&b, "\nWaived: %d failures. Expired waivers: %s. Unused: %s.\n", x.Waived, orNone(x.Expired), orNone(x.Unused))
	}
	if len(s.Claims.Confusion) > 0 {
		b.WriteString("\n## Verdicts\n\n" + confusionTable(s.Claims.Confusion))
	}
	if len(s.Claims.Rules) > 0 {
		b.WriteString("\n## Rules\n\n" + ruleTable(s.Claims.Rules))
	}
	failed := false
	for i := range r.Answers {
		a := &r.Answers[i]
		if a.Passed {
			continue
		}
		if !failed {
			b.WriteString("\n## Answers that do not pass\n")
			failed = true
		}
		fmt.Fprintf(&b, "\n### %s\n\n", inMarkdown(a.name(i)))
		for _, e := range a.CitationErrors {
			fmt.Fprintf(&b, "- citation: %s\n", inMarkdown(e))
		}
		for j := range a.Failures {
			if f := &a.Failures[j]; f.counts() {
				text := ""
				if f.Text != "" { // it is of a claim
					text = inMarkdown(f.Text) + " — "
				}
				fmt.Fprintf(&b, "- **%s**: %s%s\n", f.Verdict, text, inMarkdown(f.Message))
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// name returns the ID, or what the answer is called without: it is the ith.
func (r *AnswerResult) name(i int) string {
	if r.ID == "" {
		return fmt.Sprintf("answer %d", i+1)
	}
	return r.ID
}

func orNone(list []string) string {
	if len(list) == 0 {
		return "none"
	}
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = inMarkdown(s)
	}
	return strings.Join(out, ", ")
}

// inMarkdown escapes text so that it stays text on its line.
func inMarkdown(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", "|", `\|`, "#", `\#`, "~", `\~`).Replace(s)
}

// Rows returns the figures of the summary for a table: what, value, interval, n.
func (r AnswersReport) Rows() [][4]string {
	s := &r.Summary
	rows := [][4]string{rateRow("answers that pass", s.Passed, s.Answers)}
	add := func(what string, x Rate, n int) {
		if n > 0 {
			rows = append(rows, rateRow(what, x, n))
		}
	}
	claims, cited := 0, 0
	for i := range r.Answers {
		cited += r.Answers[i].Report.Metrics.Cited
	}
	for v, k := range s.ClaimVerdicts {
		if v != grounding.NoClaim {
			claims += k
		}
	}
	add("citation recall", s.Citations.Recall, claims)
	add("citation precision", s.Citations.Precision, cited)
	add("superfluous citations", s.Citations.Superfluous, cited)
	g := &s.Claims
	if g.Labelled > 0 {
		add("accuracy", g.Accuracy, g.Labelled)
		add("coverage", g.Coverage, g.Labelled)
		add("accuracy of what is decided", g.Decided, g.Coverage.Count)
		rows = append(rows, [4]string{"macro-F1", number3(g.MacroF1.Value), interval(g.MacroF1.Low, g.MacroF1.High), fmt.Sprint(g.Labelled)})
		good := 0
		for _, k := range g.Confusion[grounding.Supported] {
			good += k
		}
		add("false accepts", g.FalseAccepts, g.Labelled-good)
		add("false alarms", g.FalseAlarms, good)
		rows = append(rows,
			[4]string{"balanced accuracy by score", number3(g.Binary.BalancedAccuracy), "", fmt.Sprint(g.Labelled)},
			[4]string{"AUROC", number3(g.Binary.AUROC), "", fmt.Sprint(g.Labelled)},
			[4]string{"Brier score", number3(g.Binary.Brier), "base rate " + number3(g.Binary.BrierBase), fmt.Sprint(g.Labelled)},
			[4]string{"log loss", number3(g.Binary.LogLoss), "base rate " + number3(g.Binary.LogLossBase), fmt.Sprint(g.Labelled)})
		add("accuracy, footnoted places", s.Footnoted.Accuracy, s.Footnoted.Labelled)
		add("accuracy, unfootnoted places", s.Unfootnoted.Accuracy, s.Unfootnoted.Labelled)
	}
	return rows
}

func rateRow(what string, r Rate, n int) [4]string {
	return [4]string{what, number3(r.Share), interval(r.Low, r.High), fmt.Sprint(n)}
}

func number3(v float64) string          { return fmt.Sprintf("%.3f", v) }
func interval(low, high float64) string { return number3(low) + " to " + number3(high) }

// confusionTable sets verdicts as a table: a row for what people say.
func confusionTable(c map[grounding.Verdict]map[grounding.Verdict]int) string {
	var b strings.Builder
	var columns []grounding.Verdict
	for _, v := range grounding.Verdicts {
		if slices.ContainsFunc(grounding.Verdicts[:], func(want grounding.Verdict) bool { return c[want][v] > 0 }) {
			columns = append(columns, v)
		}
	}
	b.WriteString("| people say \\ checker says |")
	for _, v := range columns {
		b.WriteString(" " + string(v) + " |")
	}
	b.WriteString("\n| --- |" + strings.Repeat(" ---: |", len(columns)) + "\n")
	for _, want := range grounding.Verdicts {
		if c[want] == nil {
			continue
		}
		b.WriteString("| " + string(want) + " |")
		for _, got := range columns {
			fmt.Fprintf(&b, " %d |", c[want][got])
		}
		b.WriteString("\n")
	}
	return b.String()
}

func ruleTable(rules []RuleGrade) string {
	var b strings.Builder
	b.WriteString("| rule | says | fired | precision | 95% interval | base rate | lift |\n| --- | --- | ---: | ---: | ---: | ---: | ---: |\n")
	for _, x := range rules {
		says := "not supported"
		if x.Supports {
			says = "supported"
		}
		fmt.Fprintf(&b, "| %s | %s | %d | %s | %s | %s | %.2f |\n", x.Rule, says, x.Fired, number3(x.Precision), interval(x.Low, x.High), number3(x.BaseRate), x.Lift)
	}
	return b.String()
}

// WriteMarkdown writes the report as Markdown.
func (r ClaimsReport) WriteMarkdown(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# Claims\n\n%d claims (rules %s).\n\n| what | value | 95%% interval | n |\n| --- | ---: | ---: | ---: |\n", r.Items, r.Rules)
	for _, row := range r.Rows() {
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", row[0], row[1], row[2], row[3])
	}
	if len(r.Confusion) > 0 {
		b.WriteString("\n## Verdicts\n\n" + confusionTable(r.Confusion))
	}
	if len(r.RuleGrades) > 0 {
		b.WriteString("\n## Rules\n\n" + ruleTable(r.RuleGrades))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Rows returns the figures for a table.
func (r ClaimsReport) Rows() [][4]string {
	labelled := 0
	for _, row := range r.Confusion {
		for _, k := range row {
			labelled += k
		}
	}
	n := fmt.Sprint(labelled)
	return [][4]string{
		{"accuracy by score", number3(r.Accuracy), "", n},
		{"balanced accuracy by score", number3(r.BalancedAccuracy), "", n},
		{"AUROC", number3(r.AUROC), "", n},
		rateRow("coverage", r.Coverage, labelled),
		{"accuracy of what is decided", number3(r.DecidedAccuracy), "", fmt.Sprint(r.Coverage.Count)},
		rateRow("accuracy of verdicts", r.ThreeWay, labelled),
		{"macro-F1", number3(r.MacroF1.Value), interval(r.MacroF1.Low, r.MacroF1.High), n},
		{"Brier score", number3(r.Brier), "base rate " + number3(r.BrierBase), n},
		{"log loss", number3(r.LogLoss), "base rate " + number3(r.LogLossBase), n},
	}
}

// The form of JUnit that CI systems read.
type junitSuites struct {
	XMLName xml.Name     `xml:"testsuites"`
	Suites  []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Class   string        `xml:"classname,attr"`
	Name    string        `xml:"name,attr"`
	Failure *junitFailure `xml:"failure"`
	Skipped *junitSkipped `xml:"skipped"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

type junitSkipped struct {
	Message string `xml:"message,attr"`
}

// WriteJUnit writes the report as JUnit has it: a suite of the given name with a case
// for each answer. The names are the answers' IDs, and nothing in it changes from run to
// run but what the answers do.
func (r AnswersReport) WriteJUnit(w io.Writer, suite string) error {
	out := junitSuite{Name: suite, Tests: len(r.Answers)}
	for i := range r.Answers {
		a := &r.Answers[i]
		c := junitCase{Class: suite, Name: a.name(i)}
		var messages, waived []string
		kind := ""
		for _, e := range a.CitationErrors {
			messages, kind = append(messages, e), "citation"
		}
		for j := range a.Failures {
			f := &a.Failures[j]
			switch {
			case f.counts():
				parts := []string{string(f.Verdict), f.Text, f.Message}
				messages = append(messages, strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ": "))
				if kind == "" {
					kind = string(f.Verdict)
				}
			case f.Waived != "":
				waived = append(waived, f.Waived)
			}
		}
		switch {
		case len(messages) > 0:
			out.Failures++
			c.Failure = &junitFailure{inXML(messages[0]), kind, inXML(strings.Join(messages, "\n"))}
		case len(waived) > 0:
			out.Skipped++
			c.Skipped = &junitSkipped{inXML("waived: " + waived[0])}
		}
		c.Name = inXML(c.Name)
		out.Cases = append(out.Cases, c)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(junitSuites{Suites: []junitSuite{out}}); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// inXML leaves out what XML can't hold.
func inXML(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xfffe || r == 0xffff {
			return 0xfffd
		}
		return r
	}, s)
}
