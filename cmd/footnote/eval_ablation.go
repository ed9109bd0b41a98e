package main

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"github.com/footnote-go/footnote/eval"
	"github.com/footnote-go/footnote/index"
)

// ablationMetric is what an ablation compares by.
var ablationMetric = eval.MustParseMetric("ndcg@10")

// parseParts returns the parts of the given names.
func parseParts(names []string) (index.Parts, error) {
	var parts index.Parts
	for _, name := range names {
		p, err := index.ParsePart(name)
		if err != nil {
			return 0, usageError("--without %q: there is %s", name, strings.ReplaceAll(index.AllParts.String(), ",", ", "))
		}
		parts |= p
	}
	return parts, nil
}

// An ablationRow is what a search without some of its parts finds, compared with one
// that has them all.
type ablationRow struct {
	Without    string  `json:"without"` // parts, "" for none
	Mean       float64 `json:"mean"`
	Difference float64 `json:"difference"` // what the parts add
	Low        float64 `json:"low"`        // of the 95% interval of the difference
	High       float64 `json:"high"`
	P          float64 `json:"p"`
}

// ablationOutput is what eval retrieval --ablation says.
type ablationOutput struct {
	Schema  string        `json:"schema"`
	Queries int           `json:"queries"`
	Metric  string        `json:"metric"`
	Rows    []ablationRow `json:"ablation"`
}

// ablate measures the search as a whole, without each of its parts, and without
// all.
func (a *app) ablate(ctx context.Context, data *eval.Dataset, without index.Parts, format string) error {
	measure := func(without index.Parts) (eval.Report, error) {
		run, err := searchDataset(ctx, data, without)
		if err != nil {
			return eval.Report{}, err
		}
		return eval.Evaluate(data, run, ablationMetric), nil
	}
	whole, err := measure(without)
	if err != nil {
		return err
	}
	out := ablationOutput{Schema: schema, Metric: ablationMetric.String()}
	_, out.Queries = data.Size()
	out.Rows = append(out.Rows, ablationRow{Without: without.String(), Mean: whole.Mean(ablationMetric), P: 1})
	for _, part := range append(index.AllParts.Each(), index.AllParts) {
		if without.Has(part) {
			continue
		}
		r, err := measure(without | part)
		if err != nil {
			return err
		}
		d, err := eval.PairedBootstrap(whole.Scores(ablationMetric), r.Scores(ablationMetric), eval.BootstrapOptions{})
		if err != nil {
			return err
		}
		name := (without | part).String()
		if part == index.AllParts {
			name = "all"
		}
		out.Rows = append(out.Rows, ablationRow{name, r.Mean(ablationMetric), d.Mean, d.Low, d.High, d.P})
	}
	out.write(a, format)
	return nil
}

func (o ablationOutput) write(a *app, format string) {
	if format == "json" {
		a.out.json(o)
		return
	}
	row, head := "%-34s %7s %8s  %-18s %6s\n", ""
	if format == "md" {
		row, head = "| %s | %s | %s | %s | %s |\n", "| --- | --- | --- | --- | --- |\n"
	}
	a.out.write(plain(fmt.Sprintf(row, "without", o.Metric, "adds", "95% interval", "p") + head))
	for i, r := range o.Rows {
		adds, interval, p := "", "", ""
		if i > 0 {
			adds = fmt.Sprintf("%+.4f", r.Difference)
			interval = fmt.Sprintf("%+.4f to %+.4f", r.Low, r.High)
			p = fmt.Sprintf("%.3f", r.P)
		}
		line := fmt.Sprintf(row, cmp.Or(r.Without, "nothing"), fmt.Sprintf("%.4f", r.Mean), adds, interval, p)
		a.out.write(plain(strings.TrimRight(line, " \n") + "\n"))
	}
}
