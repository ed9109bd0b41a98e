package fact_test

import (
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus/fact"
)

func mustMoney(t testing.TB, q fact.Quantity) fact.Money {
	t.Helper()
	m, err := fact.NewMoney(q)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func mustShare(t testing.TB, q fact.Quantity, of string) fact.Share {
	t.Helper()
	s, err := fact.NewShare(q, of)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestMoney(t *testing.T) {
	for _, tt := range []struct {
		reason string
		q      fact.Quantity
		want   string
	}{
		{"dollars", fact.Exactly(20, "USD"), "$20"},
		{"billions", fact.About(45e9, "USD"), "about $45 billion"},
		{"a range has the sign twice", fact.Range(1e9, 3e9, "USD"), "$1 billion to $3 billion"},
		{"more than", fact.MoreThan(1234567, "USD"), "more than $1,234,567"},
		{"at most about", fact.AtMost(2.5e6, "USD").Approximate(), "at most about $2.5 million"},
		{"without its ends", between(t, 1, 3, "USD"), "between $1 and $3, exclusive"},
		{"euros", fact.Exactly(0.5, "EUR"), "€0.5"},
		{"pounds", fact.Exactly(1e3, "GBP"), "£1,000"},
		{"yen", fact.Exactly(1e3, "JPY"), "¥1,000"},
		{"a currency without a sign", fact.Exactly(20, "CHF"), "CHF 20"},
		{"a loss", fact.Exactly(-4.2e9, "USD"), "-$4.2 billion"},
		{"a loss without a sign", fact.Exactly(-20, "CHF"), "CHF -20"},
		{"nothing spent", fact.Exactly(0, "USD"), "$0"},
	} {
		m, err := fact.NewMoney(tt.q)
		if err != nil {
			t.Errorf("%s: %v", tt.reason, err)
			continue
		}
		if got := m.String(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.reason, got, tt.want)
		}
		if m.IsZero() || m.Currency() != tt.q.Unit() || m.Quantity() != tt.q {
			t.Errorf("%s: %t, %q, %v", tt.reason, m.IsZero(), m.Currency(), m.Quantity())
		}
	}
	for _, tt := range []struct {
		reason string
		q      fact.Quantity
	}{
		{"no currency", fact.Exactly(20, "dollars")},
		{"small letters", fact.Exactly(20, "usd")},
		{"a sign", fact.Exactly(20, "$")},
		{"three bytes that are one letter", fact.Exactly(20, "€")},
		{"four letters", fact.Exactly(20, "USDT")},
		{"a digit", fact.Exactly(20, "US1")},
		{"a bare number", fact.Exactly(20, fact.Unit1)},
		{"nothing", fact.Quantity{}},
	} {
		if m, err := fact.NewMoney(tt.q); err == nil || !strings.Contains(err.Error(), "currency code") || m != (fact.Money{}) {
			t.Errorf("%s: %v, %v", tt.reason, m, err)
		}
	}
	if m := (fact.Money{}); !m.IsZero() || m.String() != "" || m.Currency() != "" || !m.Quantity().IsZero() {
		t.Errorf("the zero Money: %q, %q, %v", m, m.Currency(), m.Quantity())
	}
}

func TestShare(t *testing.T) {
	unit := fact.Unit1
	for _, tt := range []struct {
		reason string
		q      fact.Quantity
		of     string
		want   string
	}{
		{"of something", fact.About(0.25, unit), "contributions", "about 25% of contributions"},
		{"of what isn't said", fact.MoreThan(0.5, unit), "", "more than 50%"},
		{"none of it", fact.Exactly(0, unit), "users", "0% of users"},
		{"all of it", fact.Exactly(1, unit), "users", "100% of users"},
		{"a range", fact.Range(0.1, 0.2, unit), "users", "10% to 20% of users"},
		{"a part of a percent", fact.Exactly(0.045, unit), "", "4.5%"},
		{"a fraction whose hundredfold is no short number", fact.Exactly(0.07, unit), "", "7%"},
		{"another one", fact.Exactly(0.29, unit), "", "29%"},
		{"a third, as exactly as it is stated", fact.Exactly(0.333, unit), "", "33.3%"},
		{"a tiny part isn't none", fact.Exactly(1e-12, unit), "", "0.0000000001%"},
		{"almost all isn't all", fact.LessThan(0.9999999999999, unit), "", "less than 99.99999999999%"},
		{"at least none of it is any share", fact.AtLeast(0, unit), "", "at least 0%"},
		{"at least all of it is all", fact.AtLeast(1, unit), "", "at least 100%"},
		{"more than nothing", fact.MoreThan(0, unit), "", "more than 0%"},
		{"without the ends", between(t, 0, 1, unit), "", "between 0% and 100%, exclusive"},
	} {
		s, err := fact.NewShare(tt.q, tt.of)
		if err != nil {
			t.Errorf("%s: %v", tt.reason, err)
			continue
		}
		if got := s.String(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.reason, got, tt.want)
		}
		if s.IsZero() || s.Of() != tt.of || s.Fraction() != tt.q {
			t.Errorf("%s: %t, %q, %v", tt.reason, s.IsZero(), s.Of(), s.Fraction())
		}
	}
	for _, tt := range []struct {
		reason string
		q      fact.Quantity
		says   string
	}{
		{"another unit", fact.Exactly(0.25, "percent"), `the unit "1", not "percent"`},
		{"percent instead of a fraction", fact.Exactly(25, unit), "25 does not"},
		{"more than the whole", fact.Exactly(1.01, unit), "between 0 and 1"},
		{"a negative share", fact.Exactly(-0.01, unit), "between 0 and 1"},
		{"a range that leaves the whole", fact.Range(0.5, 1.5, unit), "between 0 and 1"},
		{"a range from below", fact.Range(-0.5, 0.5, unit), "between 0 and 1"},
		{"more than all", fact.MoreThan(1, unit), "more than 1 does not"},
		{"less than none", fact.LessThan(0, unit), "less than 0 does not"},
		{"nothing", fact.Quantity{}, `not ""`},
	} {
		if s, err := fact.NewShare(tt.q, "users"); err == nil || !strings.Contains(err.Error(), tt.says) || s != (fact.Share{}) {
			t.Errorf("%s: %v, %v", tt.reason, s, err)
		}
	}
	if s := (fact.Share{}); !s.IsZero() || s.String() != "" || s.Of() != "" || !s.Fraction().IsZero() {
		t.Errorf("the zero Share: %q, %q, %v", s, s.Of(), s.Fraction())
	}
}
