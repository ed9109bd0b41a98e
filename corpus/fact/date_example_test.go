package fact_test

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/footnote-go/footnote/corpus/fact"
)

func ExampleParseDate() {
	for _, s := range []string{"2023-07", "2025~", "2023-07-03/..", "2023-02-29", "202X"} {
		d, err := fact.ParseDate(s)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%s: %s\n", d, d.Text())
	}
	// Output:
	// 2023-07: July 2023
	// 2025~: about 2025
	// 2023-07-03/..: since 3 July 2023
	// fact: date "2023-02-29", byte 8: February 2023 has no day 29
	// fact: date "202X", byte 3: an unspecified digit (X) is not supported
}

// A year is not before a month of it: whatever happened in 2023 may have
// happened in July.
func ExampleDate_Before() {
	year, month := fact.MustParseDate("2023"), fact.MustParseDate("2023-07")
	fmt.Println(year.Before(month), month.Before(year), year.Overlaps(month))

	next, about := fact.MustParseDate("2024"), fact.MustParseDate("2023~")
	fmt.Println(year.Before(next), about.Before(next))
	// Output:
	// false false true
	// true false
}

func ExampleDate_Contains() {
	since := fact.MustParseDate("2023-07/..")
	for _, s := range []string{"2023-07-03", "2024", "2023"} {
		fmt.Println(s, since.Contains(fact.MustParseDate(s)))
	}
	// Output:
	// 2023-07-03 true
	// 2024 true
	// 2023 false
}

// An open end goes on; of an unknown one nobody has said when it was.
func ExampleDate_End() {
	for _, s := range []string{"2023/2024-05", "2023/..", "2023/", "2023"} {
		d := fact.MustParseDate(s)
		fmt.Printf("%q open: %t\n", d.End(), d.OpenEnd())
	}
	// Output:
	// "2024-05" open: false
	// "" open: true
	// "" open: false
	// "2023" open: false
}

func ExampleCompareDates() {
	var dates []fact.Date
	for _, s := range []string{"", "2024", "2023-07", "2023~", "2023", "2023-01", "2022/.."} {
		dates = append(dates, fact.MustParseDate(s))
	}
	slices.SortFunc(dates, fact.CompareDates)
	fmt.Printf("%q\n", dates)
	// Output: ["2022/.." "2023" "2023~" "2023-01" "2023-07" "2024" ""]
}

// In JSON a date is a string; IsZero serves the option omitzero.
func ExampleDate_MarshalText() {
	type release struct {
		Day       fact.Date `json:"day"`
		Withdrawn fact.Date `json:"withdrawn,omitzero"`
	}
	out, err := json.Marshal(release{Day: fact.MustParseDate("2023-07-18")})
	if err != nil {
		panic(err)
	}
	fmt.Println(string(out))
	// Output: {"day":"2023-07-18"}
}
