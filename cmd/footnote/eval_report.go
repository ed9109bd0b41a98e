package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/footnote-go/footnote/eval"
)

// retrievalOutput is what eval retrieval says.
type retrievalOutput struct {
	report             eval.Report
	documents, queries int
	compared           *comparison // nil for none
}

// A comparison holds a run against another one, for each metric of the report.
type comparison struct {
	run         string // the other's file
	others      []float64
	differences []eval.Difference
}

// compare compares the metrics of a report with those of the run in a file.
func compare(file string, report, other eval.Report) (*comparison, error) {
	c := &comparison{run: file}
	for _, m := range report.Metrics() {
		d, err := eval.PairedBootstrap(report.Scores(m), other.Scores(m), eval.BootstrapOptions{})
		if err != nil {
			return nil, err
		}
		c.others = append(c.others, other.Mean(m))
		c.differences = append(c.differences, d)
	}
	return c, nil
}

func (o retrievalOutput) write(a *app, format string) {
	switch format {
	case "json":
		a.out.json(o)
	case "md":
		o.print(a, markdownTable)
	default:
		o.print(a, a.textTable)
	}
}

// print writes what was measured and a table of it.
func (o retrievalOutput) print(a *app, table func(rows [][]string) string) {
	what := counted(o.queries, "query", "queries") + ", " + counted(o.documents, "document", "documents")
	if o.compared != nil {
		what += "; other is " + oneLine(o.compared.run)
	}
	a.out.wrap("", plain(what))
	a.out.blank()
	a.out.write(plain(table(o.rows())))
}

// rows returns the table for people, its header first.
func (o retrievalOutput) rows() [][]string {
	rows := [][]string{{"metric", "value"}}
	if o.compared != nil {
		rows[0] = append(rows[0], "other", "difference", "95% interval", "p")
	}
	for i, m := range o.report.Metrics() {
		row := []string{m.String(), fmt.Sprintf("%.3f", o.report.Mean(m))}
		if c := o.compared; c != nil {
			d := c.differences[i]
			row = append(row, fmt.Sprintf("%.3f", c.others[i]), fmt.Sprintf("%+.3f", d.Mean),
				fmt.Sprintf("%+.3f to %+.3f", d.Low, d.High), fmt.Sprintf("%.4f", d.P))
		}
		rows = append(rows, row)
	}
	return rows
}

// textTable sets rows in columns, the first at the left and the others at the
// right; where they have no room, each value on a line of its own.
func (a *app) textTable(rows [][]string) string {
	widths := make([]int, len(rows[0]))
	total := 0
	for i := range widths {
		for _, row := range rows {
			widths[i] = max(widths[i], len(row[i]))
		}
		total += widths[i] + 2
	}
	var b strings.Builder
	for _, row := range rows {
		if total-2 > a.out.width {
			narrowRow(&b, rows[0], row)
			continue
		}
		fmt.Fprintf(&b, "%-*s", widths[0], row[0])
		for i, cell := range row[1:] {
			fmt.Fprintf(&b, "  %*s", widths[i+1], cell)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// narrowRow writes a row under the name of its metric; of the header nothing.
func narrowRow(b *strings.Builder, header, row []string) {
	if &header[0] == &row[0] {
		return
	}
	b.WriteString(row[0] + "\n")
	for i, cell := range row[1:] {
		fmt.Fprintf(b, "  %s\n  %s\n", header[i+1], cell)
	}
}

// markdownTable sets rows as a table in Markdown.
func markdownTable(rows [][]string) string {
	var b strings.Builder
	for i, row := range rows {
		b.WriteString("| " + strings.Join(row, " | ") + " |\n")
		if i == 0 {
			b.WriteString("| ---" + strings.Repeat(" | ---:", len(row)-1) + " |\n")
		}
	}
	return b.String()
}

// MarshalJSON writes the report with the schema before it and the comparison
// behind.
func (o retrievalOutput) MarshalJSON() ([]byte, error) {
	report, err := json.Marshal(o.report)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, `{"schema":%q,`, schema)
	b.Write(bytes.TrimSuffix(report, []byte("}"))[1:])
	if o.compared != nil {
		compared, err := json.Marshal(o.comparedJSON())
		if err != nil {
			return nil, err
		}
		b.WriteString(`,"compared":`)
		b.Write(compared)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// comparedJSON is the comparison as JSON has it.
type comparedJSON struct {
	Run     string           `json:"run"`
	Metrics []comparedMetric `json:"metrics"`
}

type comparedMetric struct {
	Metric     string          `json:"metric"`
	Other      float64         `json:"other"`
	Difference eval.Difference `json:"difference"`
}

func (o retrievalOutput) comparedJSON() comparedJSON {
	out := comparedJSON{Run: o.compared.run}
	for i, m := range o.report.Metrics() {
		out.Metrics = append(out.Metrics, comparedMetric{m.String(), o.compared.others[i], o.compared.differences[i]})
	}
	return out
}
