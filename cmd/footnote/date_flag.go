package main

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/corpus/fact"
)

// A dateReader reads the date that a flag gives, the zero Date where it isn't
// there.
type dateReader func() (fact.Date, error)

// registerDates registers --after and --before and returns what reads them.
func registerDates(cmd *cobra.Command, after, before string) (readAfter, readBefore dateReader) {
	read := func(name, usage string) dateReader {
		cmd.Flags().String(name, "", usage)
		_ = cmd.RegisterFlagCompletionFunc(name, cobra.NoFileCompletions)
		return func() (fact.Date, error) { return dateFlag(cmd, name) }
	}
	return read("after", after), read("before", before)
}

// dateFlag reads the date that a flag gives, the zero Date where it isn't there.
func dateFlag(cmd *cobra.Command, name string) (fact.Date, error) {
	flag := cmd.Flags().Lookup(name)
	if !flag.Changed {
		return fact.Date{}, nil
	}
	const dates = "a date is 2024, 2024-07 or 2024-07-03"
	text := flag.Value.String()
	if text == "" {
		return fact.Date{}, usageError("--%s is empty; %s", name, dates)
	}
	d, err := fact.ParseDate(text)
	if e, ok := errors.AsType[*fact.DateError](err); ok {
		return d, usageError("--%s %q: %s; %s", name, e.Input, e.Reason, dates)
	}
	return d, err
}
