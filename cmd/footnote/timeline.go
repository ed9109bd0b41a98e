package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/fact"
)

func (a *app) timelineCommand() *cobra.Command {
	var filter factFilter
	var after, before dateReader
	cmd := &cobra.Command{
		Use:   "timeline",
		Short: "Print the facts that have a date, in its order",
		Long: `timeline prints the facts that have a date, in the order of their dates; of several dates the first counts. A year stands before its months.

--after and --before take a date as EDTF writes it, such as 2024, 2024-07 or 2024-07-03, and keep what is surely after or before all of it: 2024 is after 2023 and before 2025, but neither after nor before 2024-07. An approximate date (2024~) may be a year, month or day off, by its precision.`,
		Example: `  footnote timeline --kind release
  footnote timeline --after 2023 --before 2025`,
		Args:              noArgs,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			c, err := a.openFacts()
			if err != nil {
				return err
			}
			facts, err := findDated(c, filter.query, after, before)
			if err != nil {
				return err
			}
			if a.json {
				for _, f := range facts {
					a.out.json(f)
				}
				return nil
			}
			a.printTimeline(facts)
			return nil
		},
	}
	filter.register(a, cmd)
	after, before = registerDates(cmd, "only what is surely after `DATE`", "only what is surely before `DATE`")
	return cmd
}

// findDated returns the facts with a date that fit, in the order of their dates.
func findDated(c *corpus.Corpus, q corpus.FactQuery, after, before dateReader) ([]fact.Fact, error) {
	var err error
	if q.After, err = after(); err != nil {
		return nil, err
	}
	if q.Before, err = before(); err != nil {
		return nil, err
	}
	out, err := c.Timeline(q)
	if err != nil {
		return nil, err
	}
	if len(out) == 0 {
		return nil, nothingFound("no fact with a date fits")
	}
	return out, nil
}

// The column of dates in a timeline: its greatest width, and how much room has to
// be left beside it. Where either doesn't do, a date has a line of its own.
const (
	maxDateColumn  = 17 // "29 September 2024"
	minBesideDates = 24
)

// printTimeline prints facts behind their dates, each date once.
func (a *app) printTimeline(facts []fact.Fact) {
	column := 0
	for _, f := range facts {
		if n := columns(plain(f.Date().Text())); n <= maxDateColumn {
			column = max(column, n+2)
		}
	}
	if a.out.width-column < minBesideDates {
		column = 2
	}
	indent := styled(strings.Repeat(" ", column))
	last := ""
	for _, f := range facts {
		label := indent
		if date := f.Date().Text(); date != last {
			last = date
			text := a.out.strong(date)
			if pad := column - columns(text); pad > 0 {
				label = text + styled(strings.Repeat(" ", pad))
			} else {
				a.out.wrap("", text)
			}
		}
		a.printFact(label, indent, f, a.aboutFact(f, a.otherwise(f)...))
	}
	if notes := a.factNotes(facts); len(notes) > 0 {
		a.out.blank()
		a.printNotes(notes)
	}
}
