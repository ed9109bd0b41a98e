package entail

import "testing"

// String names the fit in the failures of tests.
func (f fit) String() string { return [...]string{"fits not", "fits rounded", "fits"}[f] }

// TestNumbersFit: what a number of a claim is when the evidence has another: the claim
// may be coarser, never finer, and a bound has to hold and to say something.
func TestNumbersFit(t *testing.T) {
	for _, tt := range []struct {
		reason, claim, evidence string
		want                    fit
	}{
		{"the same", "300 cars", "300 cars", fits},
		{"in words and in digits", "two books", "2 books", fits},
		{"a dozen is twelve", "a dozen books", "12 books", fits},
		{"a round number for one close to it", "300 cars", "312 cars", fitsRounded},
		{"one digit less", "310 cars", "312 cars", fitsRounded},
		{"hardly rounded", "300 cars", "301 cars", fitsRounded},
		{"finer than the evidence", "312 cars", "300 cars", fitsNot},
		{"finer than an approximate number", "312 cars", "about 300 cars", fitsNot},
		{"about, within four in a hundred", "about 300 cars", "312 cars", fitsRounded},
		{"about, but further off", "about 300 cars", "350 cars", fitsNot},
		{"two digits of seven", "1.2 million books", "1,234,567 books", fitsRounded},
		{"three digits of seven", "1.23 million books", "1,234,567 books", fitsRounded},
		{"rounded the wrong way", "1.3 million books", "1,234,567 books", fitsNot},
		{"one digit, a fifth off", "1 million books", "1,234,567 books", fitsNot},
		{"more digits than the evidence has", "1.235 million books", "1.2 million books", fitsNot},
		{"the sign counts", "minus 5 degrees", "5 degrees", fitsNot},
		{"nothing is nothing", "0 cars", "0 cars", fits},
		{"nothing is not one", "0 cars", "1 car", fitsNot},

		{"the bound holds, and is near", "more than 300 cars", "312 cars", fitsRounded},
		{"the bound holds, but says nothing so far off", "more than 300 cars", "400 cars", fitsNot},
		{"the bound doesn't hold", "more than 300 cars", "299 cars", fitsNot},
		{"the bound itself", "more than 300 cars", "300 cars", fitsRounded},
		{"the same bound", "more than 300 cars", "more than 300 cars", fits},
		{"the evidence has a bound, the claim drops it", "300 cars", "more than 300 cars", fits},
		{"bounds that exclude one another", "more than 300 cars", "fewer than 300 cars", fitsNot},
		{"at least and at most", "at least 300 cars", "at most 300 cars", fitsNot},
		{"an upper bound that holds", "fewer than 300 cars", "290 cars", fitsRounded},
		{"an upper bound that doesn't", "fewer than 300 cars", "310 cars", fitsNot},
		{"nearly, and quite", "nearly 300 cars", "300 cars", fits},
		{"nearly, and a little less", "nearly 300 cars", "290 cars", fitsRounded},

		{"the same range", "between 20 and 30 ships", "20 to 30 ships", fits},
		{"another end", "20 to 30 ships", "20 to 40 ships", fitsNot},
		{"one end of the range", "20 ships", "20 to 30 ships", fitsRounded},
		{"in the middle of the range", "25 ships", "20 to 30 ships", fitsNot},
		{"a range for a number", "20 to 30 ships", "25 ships", fitsNot},

		{"a fraction and its percentage", "25% of readers", "a quarter of readers", fits},
		{"half", "half of readers", "50% of readers", fits},
		{"less than half a point off", "25% of readers", "25.4% of readers", fitsRounded},
		{"a whole point off", "25% of readers", "26% of readers", fitsNot},
		{"about, a point off", "about a quarter of readers", "26% of readers", fitsRounded},
		{"a third is no whole percentage", "a third of readers", "33% of readers", fitsRounded},
		{"two thirds", "two thirds of readers", "66% of readers", fitsRounded},
		{"two in three", "two in three readers", "66.4% of readers", fitsRounded},
		{"a third, more than a point and a half off", "a third of readers", "35% of readers", fitsNot},
		{"more than half", "more than half of readers", "53% of readers", fitsRounded},
		{"more than half of less", "more than half of readers", "47% of readers", fitsNot},
		{"a share is no count", "25% of readers", "25 readers", fitsNot},
		{"a count is no share", "25 readers", "25% of readers", fitsNot},

		{"other money", "$5 million", "€5 million", fitsNot},
		{"money whose currency isn't said", "5 million", "$5 million", fits},
		{"money in digits", "$5.2 million", "$5,200,000", fits},
		{"pounds", "£5 million", "5 million pounds", fits},

		{"an ordinal", "the first ship", "the first ship", fits},
		{"another ordinal", "the second ship", "the first ship", fitsNot},
		{"an ordinal is no count", "the first ship", "1 ship", fitsNot},
		{"a label", "version 2 of it", "version 2 of it", fits},
		{"another label", "version 2 of it", "version 3 of it", fitsNot},
		{"a factor in words", "twice as many", "a factor of two", fits},
		{"a factor in signs", "3 times", "3x", fits},

		{"a year of a month", "in 1998", "in May 1998", fits},
		{"a month of a year: finer", "in May 1998", "in 1998", fitsNot},
		{"a month of a day", "in May 1998", "on 4 May 1998", fits},
		{"a day of a month: finer", "on 4 May 1998", "in May 1998", fitsNot},
		{"a day written otherwise", "on 4 May 1998", "on May 4, 1998", fits},
		{"another day", "on 4 May 1998", "on 5 May 1998", fitsNot},
		{"another month", "in June 1998", "in May 1998", fitsNot},
		{"another year", "in 1998", "in 1999", fitsNot},
		{"a decade of a year", "in the 1990s", "in 1998", fitsRounded},
		{"a year of a decade: finer", "in 1998", "in the 1990s", fitsNot},
		{"another decade", "in the 1990s", "in 2001", fitsNot},
		{"a season of a month", "in the spring of 1998", "in April 1998", fitsRounded},
		{"another season", "in the spring of 1998", "in October 1998", fitsNot},
		{"winter has December", "in the winter of 1998", "in December 1998", fitsRounded},
		{"a quarter of a month", "in the third quarter of 1998", "in August 1998", fitsRounded},
		{"another quarter", "in the third quarter of 1998", "in October 1998", fitsNot},
		{"a half of a month", "in the second half of 1998", "in July 1998", fitsRounded},
		{"the other half", "in the first half of 1998", "in July 1998", fitsNot},
		{"early in a year", "in early 1998", "in February 1998", fits},
		{"late is not early", "in early 1998", "in November 1998", fitsNot},
		{"late in a year", "in late 1998", "in November 1998", fits},
		{"in the middle of a year", "in mid-1998", "in June 1998", fits},
		{"early, of which the evidence says nothing", "in early 1998", "in 1998", fitsNot},
		{"early and late", "in early 1998", "in late 1998", fitsNot},
		{"early and early", "in early 1998", "in early 1998", fits},
		{"the year of what was early in it", "in 1998", "in early 1998", fits},
		{"the same interval", "from 1998 to 2004", "from 1998 to 2004", fits},
		{"its beginning", "in 1998", "from 1998 to 2004", fits},
		{"its end", "in 2004", "from 1998 to 2004", fits},
		{"a year within", "in 2000", "from 1998 to 2004", fitsNot},
		{"an interval for a year", "from 1998 to 2004", "in 1998", fitsNot},
		{"a coarser interval", "from 1998 to 2004", "from May 1998 to June 2004", fits},
		{"a year that was read as a number", "in 1998", "1998 ships", fits},
	} {
		var a Analyzer
		c, e := a.Analyze(tt.claim), a.Analyze(tt.evidence)
		if len(c.mentions) != 1 || len(e.mentions) != 1 {
			t.Errorf("%s: %d numbers in %q, %d in %q", tt.reason, len(c.mentions), tt.claim, len(e.mentions), tt.evidence)
			continue
		}
		if got := fitMentions(&c.mentions[0], &e.mentions[0]); got != tt.want {
			t.Errorf("%s: %q of %q %v instead of %v", tt.reason, tt.claim, tt.evidence, got, tt.want)
		}
	}
}
