package entail

import "testing"

// TestDerived: numbers that the claim reckons, and says so.
func TestDerived(t *testing.T) {
	for _, tt := range []struct{ reason, claim, evidence, want string }{
		{"a sum", "The Anna and the Berta together carry 700 cars.", "The Anna carries 300 cars, and the Berta carries 400 cars.", `derived "700" of "300 + 400"`},
		{"no sum", "The Anna and the Berta together carry 900 cars.", "The Anna carries 300 cars, and the Berta carries 400 cars.", `derived-number "900"`},
		{"a difference", "There are 100 more cars on the Berta.", "There are 300 cars on the Anna and 400 cars on the Berta.", `derived "100" of "400 - 300"`},
		{"a sum of money", "Together the two boats cost $9 million.", "One boat cost $4 million and the other cost $5 million.", `derived-number "two"; derived "$9 million" of "$4 million + $5 million"`},
		{"money of two sorts has no sum", "Together the two boats cost $9 million.", "One boat cost $4 million and the other cost €5 million.", `derived-number "two"; derived-number "$9 million"`},
		{"a ratio", "The fleet grew to three times its size.", "The fleet grew from 10 ferries in the beginning, and now has 30 ferries.", `derived "three times" of "30 / 10"`},
		{"another ratio", "The fleet grew to four times its size.", "The fleet grew from 10 ferries in the beginning, and now has 30 ferries.", `derived-number "four times"`},
		{"a share of the whole", "A quarter of the ferries are new.", "Of 40 ferries, 10 are new.", `derived "A quarter" of "10 / 40"`},
		{"another share", "A third of the ferries are new.", "Of 40 ferries, 10 are new.", `number-absent "A third"`},
		{"a share about right", "About a quarter of the ferries are new.", "Of 41 ferries, 10 are new.", `derived "a quarter" of "10 / 41"`},
		{"the rest of a share", "The remaining 75% of the money is lent.", "The town spends 25% of the money.", `derived "75%" of "100% - 25%"`},
		{"another rest", "The remaining 70% of the money is lent.", "The town spends 25% of the money.", `number-mismatch "70%" of "25%"`},
		{"the whole, from a part and its share", "There are 400 readers altogether.", "In all 100 readers, or 25%, borrow.", `derived "400" of "100 / 25%"`},
		{"a reciprocal", "The fare is a tenth of that of the bus.", "The bus fare is 10 times that of the ferry.", `derived "a tenth" of "1 / 10 times"`},
		{"another reciprocal", "The fare is a fifth of that of the bus.", "The bus fare is 10 times that of the ferry.", `number-absent "a fifth"`},
		{"a month of a year's sum", "The ferry costs $2 million a month.", "The ferry costs $24 million a year.", `derived "$2 million" of "$24 million / 12"`},
		{"years between two years", "The bridge opened six years after the ferry.", "The ferry opened in 1998 and the bridge opened in 2004.", `derived "six" of "1998 to 2004"`},
		{"wrong years", "The bridge opened seven years after the ferry.", "The ferry opened in 1998 and the bridge opened in 2004.", `count-absent "seven"`},
		{"months between two months", "The bridge opened 18 months after the ferry.", "The ferry opened in January 2003 and the bridge opened in July 2004.", `derived "18" of "January 2003 to July 2004"`},
		{"wrong months", "The bridge opened 12 months after the ferry.", "The ferry opened in January 2003 and the bridge opened in July 2004.", `number-absent "12"`},
		{"years between two months, a half", "The bridge opened 1.5 years after the ferry.", "The ferry opened in January 2003 and the bridge opened in July 2004.", `derived "1.5" of "January 2003 to July 2004"`},
		{"percentage points", "The share rose by 15 percentage points.", "The share was 25% in May 2003, and it was 40% in May 2004.", `derived "15" of "40% - 25%"`},
		{"the text has it: nothing to reckon", "The Anna and the Berta together carry 700 cars.", "The Anna and the Berta carry 700 cars, 300 and 400.", ""},
	} {
		_, c := hold(tt.claim, "", tt.evidence)
		if got := showFindings(c.Findings); got != tt.want {
			t.Errorf("%s: %q against %q:\n%s\ninstead of\n%s", tt.reason, tt.claim, tt.evidence, got, tt.want)
		}
	}
}
