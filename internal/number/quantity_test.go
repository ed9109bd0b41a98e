package number_test

import "testing"

func TestMoney(t *testing.T) {
	check(t, []row{
		{"‹$45bn›", "money 45000000000usd", "a sign and an abbreviation"},
		{"‹$45 billion›", "money 45000000000usd", "a word"},
		{"‹$45b›", "money 45000000000usd", "a small b in a sum"},
		{"a ‹$45-billion› plan", "money 45000000000usd", "with a hyphen"},
		{"‹US$45 billion›", "money 45000000000usd", "letters before the sign"},
		{"‹45 billion dollars›", "money 45000000000usd", "the currency in words"},
		{"a ‹45-billion-dollar› plan", "money 45000000000usd", "all hyphens"},
		{"‹45 billion US dollars›", "money 45000000000usd", "and whose it is"},
		{"‹45 billion U.S. dollars›", "money 45000000000usd", "with points"},
		{"‹USD 45bn›, ‹USD45bn›, ‹45bn USD›", "money 45000000000usd; money 45000000000usd; money 45000000000usd", "the code"},
		{"‹forty-five billion dollars›", "money 45000000000usd", "all in words"},
		{"‹$100,000,000›", "money 100000000usd", "all digits"},
		{"‹$1.5MM›", "money 1500000usd", "bankers write a million so"},
		{"‹€3.5m›", "money 3500000eur", "euros"},
		{"‹3bn€›, ‹45 €›", "money 3000000000eur; money 45eur", "a sign behind"},
		{"‹£200k›", "money 200000gbp", "pounds"},
		{"‹5 million pounds›", "money 5000000gbp", "in words"},
		{"‹5› pounds of flour", "number 5", "a weight"},
		{"‹5 pounds sterling›", "money 5gbp", "which this is not"},
		{"‹A$5 million›, ‹C$5m›", "money 5000000aud; money 5000000cad", "other dollars"},
		{"‹5 million Canadian dollars›", "money 5000000cad", "in words"},
		{"‹5 million› Namibian dollars", "number 5000000", "dollars that aren't known are not American"},
		{"‹¥500›, ‹500 yen›, ‹JPY 500›", "money 500jpy; money 500jpy; money 500jpy", "yen"},
		{"billions of dollars", "", "nothing exact"},
		{"‹3› won", "number 3", "a verb"},
	})
}

func TestShares(t *testing.T) {
	check(t, []row{
		{"‹89%› of it", "share 89%", "a sign"},
		{"‹89 %›, ‹89 percent›, ‹89 per cent›, ‹89 pct›", "share 89%; share 89%; share 89%; share 89%", "words"},
		{"a ‹25-percent› cut", "share 25%", "with a hyphen"},
		{"‹twenty-five percent›", "share 25%", "all in words"},
		{"‹one percent›", "share 1%", "one counts before percent"},
		{"‹0.25› of it", "number 0.25", "a decimal fraction may be anything"},
		{"‹a quarter› of users", "share 25%", "a quarter of something"},
		{"cut by ‹a quarter›.", "share 25%", "at the end"},
		{"‹one quarter› of it", "share 25%", "with one"},
		{"‹three quarters› of it, ‹three-quarters›", "share 75%; share 75%", "three of them"},
		{"the quarter, last quarter, a quarter ago", "", "quarters of a year"},
		{"‹two› quarters, ‹three› quarters in a row", "number 2; number 3", "several of them"},
		{"‹half› of it, ‹half› the users", "share 50%; share 50%", "a half"},
		{"half-hearted, on behalf", "", "no half"},
		{"the latter half", "", "which one"},
		{"cut by ‹a third›", "share 1/3", "a third has no exact percents"},
		{"‹a third› of them, ‹one third›, ‹one-third›", "share 1/3; share 1/3; share 1/3", "other ways to say so"},
		{"‹two thirds›, ‹two-thirds›", "share 2/3; share 2/3", "two of them"},
		{"‹three fifths›", "share 60%", "fifths have percents"},
		{"‹1/3› of it, ‹3/4› of it", "share 1/3; share 75%", "with a slash before of"},
		{"‹¾› of it, ‹⅓›", "share 75%; share 1/3", "one character"},
		{"‹nine in ten›", "share 90%", "so many in so many"},
		{"‹one in four› users, ‹1 in 4›", "share 25%; share 25%", "with one"},
		{"‹9 out of 10›", "share 90%", "out of"},
		{"‹two› in ‹24› hours", "number 2; number 24", "in a time"},
		{"‹12› of ‹44› paragraphs", "number 12; number 44", "two counts that a reader may divide"},
		{"up ‹5› percentage points", "number 5", "points are no share of anything"},
	})
}

func TestFactors(t *testing.T) {
	check(t, []row{
		{"‹3.5x› cheaper", "factor 3.5x", "a letter"},
		{"‹3.5×› cheaper", "factor 3.5x", "the sign"},
		{"‹3.5 times› cheaper", "factor 3.5x", "a word"},
		{"by a factor of ‹3.5›", "factor 3.5x", "a noun"},
		{"‹3.5-fold›, ‹3.5 fold›", "factor 3.5x; factor 3.5x", "an ending"},
		{"‹threefold›, ‹twice›, ‹three times›", "factor 3x; factor 2x; factor 3x", "words"},
		{"‹2-3x›, ‹2 to 3 times›", "factor 2x..3x; factor 2x..3x", "ranges"},
		{"the ‹3› Times reporters", "number 3", "a newspaper"},
	})
}

func TestRanges(t *testing.T) {
	check(t, []row{
		{"‹$1–3 billion›", "money 1000000000usd..3000000000usd", "sign and scale belong to both"},
		{"‹$1 to $3 billion›", "money 1000000000usd..3000000000usd", "the sign twice"},
		{"‹1-3 billion dollars›", "money 1000000000usd..3000000000usd", "the currency behind"},
		{"between ‹$500 million and $1 billion›", "money 500000000usd..1000000000usd", "two scales"},
		{"between ‹10 and 20›", "number 10..20", "and, behind between"},
		{"‹10› and ‹20›", "number 10; number 20", "else two numbers"},
		{"from ‹10 to 20›, ‹10 to 20›", "number 10..20; number 10..20", "to"},
		{"‹10–20%›, ‹10 to 20 percent›, ‹10%–20%›", "share 10%..20%; share 10%..20%; share 10%..20%", "percents"},
		{"‹two to three million›", "number 2000000..3000000", "in words"},
		{"between ‹one hundred and two hundred›", "number 100..200", "and that doesn't add"},
		{"‹500 to 5,000›", "number 500..5000", "nothing shared"},
		{"‹700› to ‹5›", "number 700; number 5", "backwards"},
		{"‹5%› to ‹700 million› people", "share 5%; number 700000000", "of two kinds"},
		{"from ‹10%› in ‹2023› to ‹20%› in ‹2024›", "share 10%; date 2023; share 20%; date 2024", "not side by side"},
		{"‹10 – 20›", "number 10..20", "a dash with spaces"},
		{"‹10› - ‹20›", "number 10; number 20", "a hyphen with spaces is anything"},
		{"claude-‹3›-‹5›", "number 3; number 5", "a name"},
	})
}

func TestQualifiers(t *testing.T) {
	check(t, []row{
		{"about ‹187›, roughly ‹25%›, approximately ‹$3 billion›", "number 187 about; share 25% about; money 3000000000usd about", "words"},
		{"~‹187›, ≈ ‹3.5›", "number 187 about; number 3.5 about", "signs"},
		{"nearly ‹half›, almost ‹700M›, close to ‹50›", "share 50% about; number 700000000 about; number 50 about", "more words"},
		{"some ‹40› models", "number 40 about", "some"},
		{"around ‹50›, approx. ‹50›, ‹50› or so", "number 50 about; number 50 about; number 50 about", "before and behind"},
		{"an estimated ‹50›", "number 50 about", "by somebody's estimate"},
		{"more than ‹700M›, over ‹700M›, exceed ‹700M›, above ‹700M›, >‹700M›",
			"number 700000000 over; number 700000000 over; number 700000000 over; number 700000000 over; number 700000000 over", "over"},
		{"exceeds the ‹700M› threshold", "number 700000000 over", "the known number"},
		{"about the ‹700M› threshold", "number 700000000", "what it is about"},
		{"at least ‹three›, ‹50› or more, ‹700›+, no fewer than ‹50›, ≥ ‹10›",
			"number 3 at least; number 50 at least; number 700 at least; number 50 at least; number 10 at least", "at least"},
		{"less than ‹50%›, under ‹10›, fewer than ‹a dozen›, < ‹5›", "share 50% under; number 10 under; number 12 under; number 5 under", "under"},
		{"up to ‹10›, at most ‹10›, no more than ‹five›, ‹ten› or fewer, <= ‹5›",
			"number 10 at most; number 10 at most; number 5 at most; number 10 at most; number 5 at most", "at most"},
		{"more than about ‹$3 billion›", "money 3000000000usd about over", "both"},
		{"more than ‹10 to 20›", "number 10..20", "a range has its own bounds"},
		{"It is over.\n\n‹700› users", "number 700", "not from the paragraph before"},
	})
}

func TestOrdinals(t *testing.T) {
	check(t, []row{
		{"the ‹third› model, the ‹3rd› one", "ordinal 3#; ordinal 3#", "a word and digits"},
		{"‹twenty-third›, ‹23rd›", "ordinal 23#; ordinal 23#", "two words"},
		{"a ‹third› model", "ordinal 3#", "no share"},
		{"third-party code, a third party", "", "an outsider"},
		{"per second, ‹3› second delay", "number 3", "a unit"},
		{"the ‹second› release", "ordinal 2#", "no unit"},
	})
}
