package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/grounding"
)

// answerReport is what check says of an answer.
type answerReport struct {
	id       json.RawMessage
	report   grounding.Report
	failures []grounding.Failure
	ok       bool
	right    func(*grounding.Claim) []string // the markers that would be right, for print
	// citationErrors tell of citations beside the answer that could not be used.
	citationErrors []string
}

func (o answerReport) passed() bool { return o.ok }

// MarshalJSON writes the report with the ID as the input has it, and what keeps it
// from passing behind.
func (o answerReport) MarshalJSON() ([]byte, error) {
	r := o.report
	r.ID = ""
	report, err := marshal(r)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	head := fmt.Sprintf(`{"schema":%q,`, grounding.Schema)
	b.WriteString(head)
	if o.id != nil {
		b.WriteString(`"id":` + string(o.id) + ",")
	}
	b.Write(bytes.TrimSuffix(bytes.TrimPrefix(report, []byte(head)), []byte("}")))
	failures, err := marshal(append([]grounding.Failure{}, o.failures...))
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(&b, `,"passed":%t,"failures":%s`, o.ok, failures)
	if o.citationErrors != nil {
		wrong, err := marshal(o.citationErrors)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, `,"citation_errors":%s`, wrong)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// marshal writes JSON without escaping what HTML would need.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSpace(b.Bytes()), err
}

// print writes the claims that don't pass with what the article says, and a summary.
func (o answerReport) print(a *app) {
	for _, f := range o.failures {
		if f.Claim < 0 {
			a.out.wrap("", a.out.strong("no claim")+plain(": "+f.Message))
			a.out.blank()
			continue
		}
		c := &o.report.Claims[f.Claim]
		a.printClaim(c, f, o.right(c))
	}
	if r := o.report.Refusal; r.Refused {
		a.out.wrap("", plain("Refusal: "+r.Reason))
		a.out.blank()
	}
	a.out.wrap("", plain(o.summary()))
	a.out.wrap("", a.out.faint(o.report.Notice))
}

// printClaim writes a claim with its problems and the evidence.
func (a *app) printClaim(c *grounding.Claim, f grounding.Failure, right []string) {
	verdict := strings.ReplaceAll(string(c.Verdict), "_", " ")
	if c.Verdict == grounding.Supported {
		verdict = "uncited"
	}
	if f.Warning {
		verdict += " (warning)"
	}
	a.out.hang(a.out.strong(verdict)+"  ", "    ", plain(c.Text+" "+markersOf(c)))
	told := map[string]bool{f.Message: true}
	a.out.hang("    ", "      ", plain(f.Message))
	for _, p := range c.Problems {
		if !told[p.Message] && p.Code != grounding.Uncited {
			told[p.Message] = true
			a.out.hang("    ", "      ", plain(p.Message))
		}
	}
	for i, e := range c.Evidence {
		if i == 2 {
			break
		}
		a.out.hang("    ", "      ", a.out.faint("the article: ")+plain("“"+e.Quote+"”")+a.evidenceMarks(e))
	}
	if len(right) > 0 {
		a.out.hang("    ", "      ", plain("right would be ")+a.out.strong(strings.Join(right, " or ")))
	}
	a.out.blank()
}

// evidenceMarks returns the marks of a place of the article, or its passage where it
// has none.
func (a *app) evidenceMarks(c cite.Citation) styled {
	if len(c.Footnotes) == 0 {
		return plain(" ") + a.out.strong("["+string(c.Passage)+"]")
	}
	return a.marks(c.Footnotes)
}

func markersOf(c *grounding.Claim) string {
	var out []string
	for _, m := range c.Markers {
		if m.Text != "" && (len(out) == 0 || out[len(out)-1] != m.Text) {
			out = append(out, m.Text)
		}
	}
	return strings.Join(out, "")
}

// summary counts the claims by their verdicts.
func (o answerReport) summary() string {
	counts := map[grounding.Verdict]int{}
	n, uncited := 0, 0
	for i := range o.report.Claims {
		c := &o.report.Claims[i]
		if c.Verdict == grounding.NoClaim {
			continue
		}
		n++
		counts[c.Verdict]++
		if c.Verdict == grounding.Supported && c.Citation == grounding.CitationNone {
			uncited++
		}
	}
	var parts []string
	for i := len(grounding.Verdicts) - 1; i >= 0; i-- {
		v := grounding.Verdicts[i]
		if counts[v] > 0 {
			part := fmt.Sprintf("%d %s", counts[v], strings.ReplaceAll(string(v), "_", " "))
			if v == grounding.Supported && uncited > 0 {
				part += fmt.Sprintf(" (%d without a marker)", uncited)
			}
			parts = append(parts, part)
		}
	}
	s := counted(n, "claim", "claims")
	if len(parts) > 0 {
		s += ": " + strings.Join(parts, ", ")
	}
	if o.ok {
		return s + ". Passed."
	}
	return s + ". Not passed."
}
