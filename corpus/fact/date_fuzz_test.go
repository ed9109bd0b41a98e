package fact_test

import (
	"errors"
	"testing"

	"github.com/footnote-go/footnote/corpus/fact"
)

// FuzzParseDate reads two texts. What is read is written the same again; what
// is refused has evidence; two dates stand in relations that fit together.
func FuzzParseDate(f *testing.F) {
	for i, s := range sortedDates {
		f.Add(s, sortedDates[(i*7+1)%len(sortedDates)])
	}
	f.Add("2023-02-29", "202X")
	f.Add("2024~/2023", "-0044/Y12023")
	f.Fuzz(func(t *testing.T, s, s2 string) {
		d, ok := fuzzParse(t, s)
		e, ok2 := fuzzParse(t, s2)
		if !ok || !ok2 {
			return
		}
		c := fact.CompareDates(d, e)
		if back := fact.CompareDates(e, d); c != -back || (c == 0) != (d == e) || (d == e) != (s == s2) {
			t.Errorf("%q and %q: compare as %d and %d, equal: %t", s, s2, c, back, d == e)
		}
		if d.Before(e) && c >= 0 || d.After(e) && c <= 0 {
			t.Errorf("%q and %q: CompareDates = %d, but Before = %t, After = %t", s, s2, c, d.Before(e), d.After(e))
		}
		relations, want := 0, 1
		if d.IsZero() || e.IsZero() {
			want = 0
		}
		for _, holds := range []bool{d.Before(e), d.After(e), d.Overlaps(e)} {
			if holds {
				relations++
			}
		}
		if relations != want {
			t.Errorf("%q and %q: %d of Before, After and Overlaps hold, want %d", s, s2, relations, want)
		}
		if d.Contains(e) && !d.Overlaps(e) {
			t.Errorf("%q contains %q but does not overlap it", s, s2)
		}
	})
}

// fuzzParse reads s and checks what holds of one date.
func fuzzParse(t *testing.T, s string) (d fact.Date, ok bool) {
	t.Helper()
	d, err := fact.ParseDate(s)
	var unmarshalled fact.Date
	if err2 := unmarshalled.UnmarshalText([]byte(s)); unmarshalled != d || (err2 == nil) != (err == nil) {
		t.Errorf("%q: ParseDate says %v, %v, UnmarshalText %v, %v", s, d, err, unmarshalled, err2)
	}
	if err != nil {
		var de *fact.DateError
		if !errors.As(err, &de) || de.Reason == "" || de.Offset < 0 || de.Offset > len(de.Input) || len(de.Input) > 64 {
			t.Errorf("%q: error %#v", s, err)
		}
		return fact.Date{}, false
	}
	if d.String() != s {
		t.Errorf("%q is written %q", s, d)
	}
	if d.IsZero() != (s == "") || (d.Text() == "") != (s == "") {
		t.Errorf("%q: IsZero = %t, Text = %q", s, d.IsZero(), d.Text())
	}
	if !d.IsZero() && (!d.Contains(d) || d.Before(d)) {
		t.Errorf("%q doesn't contain itself, or is before itself", s)
	}
	for _, end := range []fact.Date{d.Start(), d.End()} {
		if !end.IsZero() && !d.Overlaps(end) {
			t.Errorf("%q doesn't overlap its end %v", s, end)
		}
	}
	return d, true
}
