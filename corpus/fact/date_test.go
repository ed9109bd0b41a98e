package fact_test

import (
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
	"unsafe"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus/fact"
)

var _ interface {
	fmt.Stringer
	encoding.TextMarshaler
	encoding.TextAppender
} = fact.Date{}

// dateFields is what a date's methods say of it.
type dateFields struct {
	Precision              fact.Precision
	Year                   int
	Month                  time.Month
	Day                    int
	Approximate, Uncertain bool
	Interval               bool
	Start, End             string // "self" where that is the date
	OpenStart, OpenEnd     bool
	Text                   string
}

func fieldsOf(d fact.Date) dateFields {
	end := func(e fact.Date) string {
		if e == d {
			return "self"
		}
		return e.String()
	}
	return dateFields{
		d.Precision(), d.Year(), d.Month(), d.Day(), d.IsApproximate(), d.IsUncertain(),
		d.IsInterval(), end(d.Start()), end(d.End()), d.OpenStart(), d.OpenEnd(), d.Text(),
	}
}

func TestDate(t *testing.T) {
	const none, year, month, day = fact.PrecisionNone, fact.PrecisionYear, fact.PrecisionMonth, fact.PrecisionDay
	for _, tt := range []struct {
		reason, edtf string
		want         dateFields
	}{
		{"the zero Date", "", dateFields{none, 0, 0, 0, false, false, false, "self", "self", false, false, ""}},
		{"a year", "2023", dateFields{year, 2023, 0, 0, false, false, false, "self", "self", false, false, "2023"}},
		{"a month", "2023-07", dateFields{month, 2023, 7, 0, false, false, false, "self", "self", false, false, "July 2023"}},
		{"a day", "2023-07-03", dateFields{day, 2023, 7, 3, false, false, false, "self", "self", false, false, "3 July 2023"}},
		{"the first year there is", "0000", dateFields{year, 0, 0, 0, false, false, false, "self", "self", false, false, "1 BC"}},
		{"the last day there is", "9999-12-31", dateFields{day, 9999, 12, 31, false, false, false, "self", "self", false, false, "31 December 9999"}},
		{"people write no leading zeros", "0800-12-25", dateFields{day, 800, 12, 25, false, false, false, "self", "self", false, false, "25 December 800"}},
		{"approximate", "2025~", dateFields{year, 2025, 0, 0, true, false, false, "self", "self", false, false, "about 2025"}},
		{"uncertain", "2023-07?", dateFields{month, 2023, 7, 0, false, true, false, "self", "self", false, false, "perhaps July 2023"}},
		{"both", "2023-07-03%", dateFields{day, 2023, 7, 3, true, true, false, "self", "self", false, false, "perhaps about 3 July 2023"}},
		{"an interval", "2025/2026", dateFields{none, 0, 0, 0, false, false, true, "2025", "2026", false, false, "2025 to 2026"}},
		{"the ends have their own precision", "2023-07-03/2024-05", dateFields{none, 0, 0, 0, false, false, true, "2023-07-03", "2024-05", false, false, "3 July 2023 to May 2024"}},
		{"and their own qualifier", "2023~/2024?", dateFields{none, 0, 0, 0, true, true, true, "2023~", "2024?", false, false, "about 2023 to perhaps 2024"}},
		{"one end's qualifier is the interval's", "2023/2024~", dateFields{none, 0, 0, 0, true, false, true, "2023", "2024~", false, false, "2023 to about 2024"}},
		{"both ends alike is still an interval", "2023/2023", dateFields{none, 0, 0, 0, false, false, true, "2023", "2023", false, false, "2023 to 2023"}},
		{"still going on", "2023/..", dateFields{none, 0, 0, 0, false, false, true, "2023", "", false, true, "since 2023"}},
		{"since about", "2023~/..", dateFields{none, 0, 0, 0, true, false, true, "2023~", "", false, true, "since about 2023"}},
		{"since ever", "../2024", dateFields{none, 0, 0, 0, false, false, true, "", "2024", true, false, "until 2024"}},
		{"an unknown end is not open", "2023/", dateFields{none, 0, 0, 0, false, false, true, "2023", "", false, false, "2023 to an unknown date"}},
		{"an unknown start is not open", "/2024", dateFields{none, 0, 0, 0, false, false, true, "", "2024", false, false, "an unknown date to 2024"}},
		{"a month may start what its year ends", "2023-07/2023", dateFields{none, 0, 0, 0, false, false, true, "2023-07", "2023", false, false, "July 2023 to 2023"}},
	} {
		d, err := fact.ParseDate(tt.edtf)
		if err != nil {
			t.Errorf("%s: %v", tt.reason, err)
			continue
		}
		if diff := cmp.Diff(tt.want, fieldsOf(d)); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", tt.reason, tt.edtf, diff)
		}
		if d.String() != tt.edtf || d.IsZero() != (tt.edtf == "") {
			t.Errorf("%s: String = %q, IsZero = %t; want %q", tt.reason, d, d.IsZero(), tt.edtf)
		}
	}
}

func TestDateIsSmall(t *testing.T) {
	if size := unsafe.Sizeof(fact.Date{}); size > 16 {
		t.Errorf("a Date has %d bytes", size)
	}
}

func TestPrecisionString(t *testing.T) {
	var got []string
	for p := range fact.PrecisionDay + 2 {
		got = append(got, p.String())
	}
	if d := cmp.Diff([]string{"none", "year", "month", "day", "Precision(4)"}, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestParseDateRefusals(t *testing.T) {
	long := strings.Repeat("2", 63) + "é"
	for _, tt := range []struct {
		reason, edtf string
		want         fact.DateError // Input is edtf unless set
	}{
		{"two digits of a year", "20", fact.DateError{Offset: 2, Reason: "a year has 4 digits"}},
		{"five digits of a year", "12023", fact.DateError{Offset: 4, Reason: "a year has 4 digits"}},
		{"no hyphens", "20230703", fact.DateError{Offset: 4, Reason: "a year has 4 digits"}},
		{"one digit of a month", "2023-7", fact.DateError{Offset: 6, Reason: "a month has 2 digits"}},
		{"one digit and a qualifier", "2023-7~", fact.DateError{Offset: 6, Reason: "a month has 2 digits"}},
		{"a day of the year", "2023-184", fact.DateError{Offset: 7, Reason: "a month has 2 digits"}},
		{"no month after the hyphen", "2023-/2024", fact.DateError{Offset: 5, Reason: "a month has 2 digits"}},
		{"one digit of a day", "2023-07-3", fact.DateError{Offset: 9, Reason: "a day has 2 digits"}},
		{"month 0", "2023-00", fact.DateError{Offset: 5, Reason: "there is no month 00"}},
		{"month 13", "2023-13-01", fact.DateError{Offset: 5, Reason: "there is no month 13"}},
		{"day 0", "2023-07-00", fact.DateError{Offset: 8, Reason: "July 2023 has no day 00"}},
		{"a short month", "2023-04-31", fact.DateError{Offset: 8, Reason: "April 2023 has no day 31"}},
		{"no leap year", "2023-02-29", fact.DateError{Offset: 8, Reason: "February 2023 has no day 29"}},
		{"a century that is no leap year", "1900-02-29", fact.DateError{Offset: 8, Reason: "February 1900 has no day 29"}},
		{"no leap year at the end of an interval", "2020-02-29/2021-02-29", fact.DateError{Offset: 19, Reason: "February 2021 has no day 29"}},

		{"a negative year", "-0044", fact.DateError{Offset: 0, Reason: "a negative year is not supported"}},
		{"a long year", "Y12023", fact.DateError{Offset: 0, Reason: "a year with Y is not supported"}},
		{"significant digits", "1950S2", fact.DateError{Offset: 4, Reason: "a number of significant digits (S) is not supported"}},
		{"a decade", "202X", fact.DateError{Offset: 3, Reason: "an unspecified digit (X) is not supported"}},
		{"some month", "2023-XX", fact.DateError{Offset: 5, Reason: "an unspecified digit (X) is not supported"}},
		{"a season", "2023-21", fact.DateError{Offset: 5, Reason: "a season or other part of a year (21) is not supported"}},
		{"a semester", "2023-41", fact.DateError{Offset: 5, Reason: "a season or other part of a year (41) is not supported"}},
		{"a time of day", "2023-07-03T10:20:30Z", fact.DateError{Offset: 10, Reason: "a time of day is not supported"}},
		{"one of a set", "[2023,2024]", fact.DateError{Offset: 0, Reason: "a set of dates is not supported"}},
		{"all of a set", "{2023,2024}", fact.DateError{Offset: 0, Reason: "a set of dates is not supported"}},
		{"a qualified component", "2023-?07", fact.DateError{Offset: 5, Reason: "a qualifier (?) elsewhere than at the end of a date is not supported"}},
		{"a qualified group", "2023~-07", fact.DateError{Offset: 4, Reason: "a qualifier (~) elsewhere than at the end of a date is not supported"}},
		{"a qualifier in front", "%2023", fact.DateError{Offset: 0, Reason: "a qualifier (%) elsewhere than at the end of a date is not supported"}},
		{"two qualifiers", "2023?~", fact.DateError{Offset: 5, Reason: "a qualifier (~) elsewhere than at the end of a date is not supported"}},

		{"the end first", "2024/2023", fact.DateError{Offset: 5, Reason: "the interval ends before it starts"}},
		{"the end first, of two precisions", "2024-01-01/2023-12", fact.DateError{Offset: 11, Reason: "the interval ends before it starts"}},
		{"a qualifier is no excuse", "2024~/2023~", fact.DateError{Offset: 6, Reason: "the interval ends before it starts"}},
		{"three ends", "2023/2024/2025", fact.DateError{Offset: 9, Reason: "an interval has two ends"}},
		{"open alone", "..", fact.DateError{Offset: 0, Reason: "only an end of an interval is open"}},
		{"open at both ends", "../..", fact.DateError{Offset: 0, Reason: "an interval has a date at one end at least"}},
		{"unknown at both ends", "/", fact.DateError{Offset: 0, Reason: "an interval has a date at one end at least"}},
		{"unknown and open", "/..", fact.DateError{Offset: 0, Reason: "an interval has a date at one end at least"}},
		{"a qualified open end", "2023/..~", fact.DateError{Offset: 7, Reason: "a qualifier (~) elsewhere than at the end of a date is not supported"}},

		{"space is not trimmed", " 2023", fact.DateError{Offset: 0, Reason: "unexpected ' '"}},
		{"words", "July 2023", fact.DateError{Offset: 0, Reason: "unexpected 'J'"}},
		{"a dash that is no hyphen", "2023–2024", fact.DateError{Offset: 4, Reason: "unexpected '–'"}},
		{"two hyphens", "2023--07", fact.DateError{Offset: 5, Reason: "unexpected '-'"}},
		{"a hyphen too many", "2023-07-03-", fact.DateError{Offset: 10, Reason: "unexpected '-'"}},
		{"no character", "2023\xff", fact.DateError{Offset: 4, Reason: "unexpected '�'"}},
		{"a byte 0 is not the end", "2023\x00", fact.DateError{Offset: 4, Reason: `unexpected '\x00'`}},
		{"long, and cut between characters", long, fact.DateError{Input: long[:63], Offset: 63, Reason: "longer than 64 bytes"}},
		{"long, and no text", strings.Repeat("\x80", 99), fact.DateError{Input: strings.Repeat("\x80", 60), Offset: 60, Reason: "longer than 64 bytes"}},
	} {
		d, err := fact.ParseDate(tt.edtf)
		var got *fact.DateError
		if !errors.As(err, &got) || !d.IsZero() {
			t.Errorf("%s: %q is read as %v, %v", tt.reason, tt.edtf, d, err)
			continue
		}
		if tt.want.Input == "" {
			tt.want.Input = tt.edtf
		}
		if diff := cmp.Diff(tt.want, *got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
}

func TestMustParseDate(t *testing.T) {
	if got := fact.MustParseDate("2023-07"); got.Month() != time.July {
		t.Errorf("2023-07 is %v", got)
	}
	defer func() {
		if _, ok := recover().(*fact.DateError); !ok {
			t.Error("MustParseDate doesn't panic with a *DateError")
		}
	}()
	fact.MustParseDate("2023-13")
}

func TestDateJSON(t *testing.T) {
	type record struct {
		When  fact.Date `json:"when"`
		Until fact.Date `json:"until,omitzero"`
	}
	for _, tt := range []struct {
		reason, json string
		want         record
	}{
		{"a date is a string", `{"when":"2023-07~"}`, record{When: fact.MustParseDate("2023-07~")}},
		{"the zero Date is empty, or left out", `{"when":""}`, record{}},
		{"an interval", `{"when":"2023","until":"../2024"}`, record{fact.MustParseDate("2023"), fact.MustParseDate("../2024")}},
	} {
		var got record
		if err := json.Unmarshal([]byte(tt.json), &got); err != nil || got != tt.want {
			t.Errorf("%s: read as %v, %v", tt.reason, got, err)
		}
		if out, err := json.Marshal(tt.want); err != nil || string(out) != tt.json {
			t.Errorf("%s: written as %s, %v", tt.reason, out, err)
		}
	}
}

func TestDateUnmarshalRefusals(t *testing.T) {
	for _, tt := range []struct{ reason, text string }{
		{"no date", "soon"},
		{"much text", strings.Repeat("2023", 1<<20)},
	} {
		d := fact.MustParseDate("2023")
		err := d.UnmarshalText([]byte(tt.text))
		var de *fact.DateError
		if !errors.As(err, &de) || len(de.Input) > 64 {
			t.Errorf("%s: error %v", tt.reason, err)
		}
		if d != fact.MustParseDate("2023") {
			t.Errorf("%s: the date is changed to %v", tt.reason, d)
		}
	}
}

func TestDateRelations(t *testing.T) {
	for _, tt := range []struct {
		reason, d, e string
		// relation is "before", "contains", "within" (e contains d), "alike"
		// (both contain each other), "overlaps" (neither) or "none".
		relation string
	}{
		{"two years", "2022", "2023", "before"},
		{"a year and a month of it", "2023", "2023-07", "contains"},
		{"a year and its first day", "2023", "2023-01-01", "contains"},
		{"a year and its last day", "2023", "2023-12-31", "contains"},
		{"the day before a year", "2022-12-31", "2023", "before"},
		{"a year and the day after it", "2023", "2024-01-01", "before"},
		{"a leap day is in its month", "2024-02", "2024-02-29", "contains"},
		{"a leap day and the day after", "2024-02-29", "2024-03-01", "before"},
		{"itself", "2023-07", "2023-07", "alike"},
		{"the same days, written differently", "2023", "2023-01/2023-12", "alike"},

		{"about 2023 is not before 2024", "2023~", "2024", "contains"},
		{"but before 2025", "2023~", "2025-01-01", "before"},
		{"nor is about 2023 after 2022", "2022-01-01", "2023~", "within"},
		{"but after 2021", "2021-12-31", "2023~", "before"},
		{"two approximate years may be the same", "2022~", "2024~", "overlaps"},
		{"three years apart they may not", "2021~", "2024~", "before"},
		{"uncertain reaches as far as approximate", "2023?", "2023~", "alike"},
		{"both no further", "2023%", "2023~", "alike"},
		{"about a month reaches a month", "2023-01~", "2022-12-01", "contains"},
		{"and no further", "2022-11-30", "2023-01~", "before"},
		{"also into the next year", "2023-12~", "2024-01-31", "contains"},
		{"and no further there", "2023-12~", "2024-02-01", "before"},
		{"about a day reaches a day", "2023-03-01~", "2023-02-28", "contains"},
		{"and no further than that", "2023-02-27", "2023-03-01~", "before"},
		{"even before the first year", "0001-01-01", "0000~", "within"},

		{"an interval has the days between", "2021/2024", "2022-06", "contains"},
		{"it starts with the first day of its start", "2020-12-31", "2021/2024", "before"},
		{"it ends with the last day of its end", "2021/2024-02", "2024-03-01", "before"},
		{"its ends reach as dates do", "2021/2023~", "2024", "contains"},
		{"in both directions", "2020-01-01", "2021~/2023", "within"},
		{"intervals that share a year", "2021/2023", "2023/2025", "overlaps"},
		{"open at the end is for ever", "2023/..", "9999-12-31", "contains"},
		{"but not before its start", "2022", "2023/..", "before"},
		{"open at the start is since ever", "../2023", "0000-01-01", "contains"},
		{"but not after its end", "../2023", "2024", "before"},
		{"unknown may be any day too", "2023/", "9999-12-31", "contains"},
		{"so it has the same days as open", "/2023", "../2023", "alike"},
		{"two open ones of which one starts earlier", "2023/..", "2024/..", "contains"},

		{"the zero Date is beside all", "", "2023", "none"},
		{"and all beside it", "../2023", "", "none"},
		{"even itself", "", "", "none"},
	} {
		d, e := fact.MustParseDate(tt.d), fact.MustParseDate(tt.e)
		type relations struct{ Before, After, Overlaps, Contains, Within bool }
		want := map[string]relations{
			"before":   {Before: true},
			"contains": {Overlaps: true, Contains: true},
			"within":   {Overlaps: true, Within: true},
			"alike":    {Overlaps: true, Contains: true, Within: true},
			"overlaps": {Overlaps: true},
			"none":     {},
		}[tt.relation]
		got := relations{d.Before(e), d.After(e), d.Overlaps(e), d.Contains(e), e.Contains(d)}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %q and %q (-want +got):\n%s", tt.reason, d, e, diff)
		}
		want.Before, want.After, want.Contains, want.Within = want.After, want.Before, want.Within, want.Contains
		got = relations{e.Before(d), e.After(d), e.Overlaps(d), e.Contains(d), d.Contains(e)}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s, in reverse: %q and %q (-want +got):\n%s", tt.reason, e, d, diff)
		}
	}
}

// sortedDates is in the order of CompareDates.
var sortedDates = []string{
	"../2023", "/2023", // since ever: an open start before an unknown one
	"../2022",                       // the later end first
	"2022-12-31",                    // before all that starts in 2023
	"2023/..", "2023/", "2023/2024", // the widest first
	"2023",                      // heads its months
	"2023/2023", "2023/2023-12", // an interval after a date with the same days
	"2023-01/2023", "2023-01-01/2023-12", // the coarser start first
	"2023?", "2023~", "2023~/2023", "2023%", // certain first, whatever the form
	"2023-01", "2023-01~", "2023-01-01",
	"2023-02", "2024~", "2024-01", "9999-12-31",
	"", // not stated
}

func TestCompareDates(t *testing.T) {
	for i, a := range sortedDates {
		for j, b := range sortedDates {
			want := max(-1, min(1, i-j))
			if got := fact.CompareDates(fact.MustParseDate(a), fact.MustParseDate(b)); got != want {
				t.Errorf("CompareDates(%q, %q) = %d, want %d", a, b, got, want)
			}
		}
	}
}

// TestCompareDatesIsTotal checks what sorting needs, on random triples of dates
// so close that all rules have their say.
func TestCompareDatesIsTotal(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	one := func() string {
		s := []string{"2023", "2023-01", "2023-12", "2023-01-01", "2023-12-31", "2024", "2024-01"}[rng.IntN(7)]
		return s + []string{"", "", "?", "~", "%"}[rng.IntN(5)]
	}
	random := func() fact.Date {
		for {
			s := one()
			switch rng.IntN(8) {
			case 0, 1, 2:
				s += "/" + one()
			case 3:
				s += []string{"/", "/.."}[rng.IntN(2)]
			case 4:
				s = []string{"/", "../"}[rng.IntN(2)] + s
			}
			if d, err := fact.ParseDate(s); err == nil {
				return d
			}
		}
	}
	for range 50_000 {
		s := []fact.Date{random(), random(), random()}
		slices.SortFunc(s, fact.CompareDates)
		a, b, c := s[0], s[1], s[2]
		if fact.CompareDates(a, b) > 0 || fact.CompareDates(b, c) > 0 || fact.CompareDates(a, c) > 0 {
			t.Fatalf("%v, %v, %v: no order", a, b, c)
		}
		if (fact.CompareDates(a, c) == 0) != (a == c) || fact.CompareDates(a, c) != -fact.CompareDates(c, a) {
			t.Fatalf("%v and %v compare as %d and %d", a, c, fact.CompareDates(a, c), fact.CompareDates(c, a))
		}
		if c.Before(a) || c.Before(b) || b.Before(a) {
			t.Fatalf("%v, %v, %v: sorted against Before", a, b, c)
		}
	}
}

// TestCalendar walks through years from 0 to 9999 beside package time: one year
// from each place in the 400 after which the calendar repeats.
func TestCalendar(t *testing.T) {
	for y := 0; y <= 9999; y += 23 {
		year := fact.MustParseDate(fmt.Sprintf("%04d", y))
		for m := time.January; m <= time.December; m++ {
			month := fact.MustParseDate(fmt.Sprintf("%04d-%02d", y, m))
			if !year.Contains(month) {
				t.Fatalf("%v is not in its year", month)
			}
			for n := 1; n <= 31; n++ {
				text := fmt.Sprintf("%04d-%02d-%02d", y, m, n)
				d, err := fact.ParseDate(text)
				at := time.Date(y, m, n, 0, 0, 0, 0, time.UTC)
				if exists := at.Month() == m; exists != (err == nil) {
					t.Fatalf("%s: %v; package time says that it exists: %t", text, err, exists)
				}
				if err != nil {
					continue
				}
				if d.Year() != y || d.Month() != m || d.Day() != n || !month.Contains(d) {
					t.Fatalf("%s is %v", text, d)
				}
				if next := at.AddDate(0, 0, 1); next.Year() <= 9999 {
					checkNextDay(t, d, fact.MustParseDate(next.Format(time.DateOnly)))
				}
			}
		}
	}
}

// checkNextDay checks that next follows d without a gap.
func checkNextDay(t *testing.T, d, next fact.Date) {
	t.Helper()
	about := fact.MustParseDate(d.String() + "~") // the days before and after too
	if !d.Before(next) || !about.Contains(next) {
		t.Fatalf("%v does not follow %v", next, d)
	}
	for _, of := range []string{d.String()[:4], d.String()[:7]} {
		if fact.MustParseDate(of).Contains(next) != strings.HasPrefix(next.String(), of) {
			t.Fatalf("%s does not end where package time says, by %v", of, next)
		}
	}
}

// TestDateBeforeTime compares days that lie far apart as package time does.
func TestDateBeforeTime(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	random := func() (fact.Date, time.Time) {
		at := time.Date(rng.IntN(9999), 1, 1+rng.IntN(366), 0, 0, 0, 0, time.UTC)
		return fact.MustParseDate(at.Format(time.DateOnly)), at
	}
	for range 20_000 {
		d, dt := random()
		e, et := random()
		if d.Before(e) != dt.Before(et) || fact.CompareDates(d, e) != dt.Compare(et) {
			t.Fatalf("%v and %v: Before = %t, CompareDates = %d", d, e, d.Before(e), fact.CompareDates(d, e))
		}
	}
}
