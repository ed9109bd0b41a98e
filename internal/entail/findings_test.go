package entail

import "testing"

// A findingTest says what the rules find when a claim, of which subject was said before,
// is held against a group, and why it is in the list.
type findingTest struct {
	reason         string
	claim, subject string
	evidence       []string // as [hold] takes it
	want           string
}

func checkFindings(t *testing.T, tests []findingTest) {
	t.Helper()
	for _, tt := range tests {
		_, c := hold(tt.claim, tt.subject, tt.evidence...)
		if got := showFindings(c.Findings); got != tt.want {
			t.Errorf("%s: %q against %q:\n%s\ninstead of\n%s", tt.reason, tt.claim, tt.evidence, got, tt.want)
		}
	}
}

// TestNumbers: a number of the claim in the evidence.
func TestNumbers(t *testing.T) {
	checkFindings(t, []findingTest{
		{
			"the same",
			"The Anna carries 300 cars.", "",
			[]string{"The Anna carries 300 cars."},
			"",
		},
		{
			"another of the same things",
			"The Anna carries 300 cars.", "",
			[]string{"The Anna carries 350 cars."},
			`number-mismatch "300" of "350"`,
		},
		{
			"none of the kind",
			"The Anna carries 300 cars.", "",
			[]string{"The Anna carries many cars."},
			`number-absent "300"`,
		},
		{
			"a small one may have been counted",
			"The Anna carries three cars.", "",
			[]string{"The Anna carries cars."},
			`count-absent "three"`,
		},
		{
			"of other things",
			"The Anna carries 300 cars.", "",
			[]string{"The Anna carries 300 passengers."},
			`unit-mismatch "cars" of "passengers"`,
		},
		{
			"two, one of which differs",
			"The Anna carries 300 cars and 40 buses.", "",
			[]string{"The Anna carries 300 cars and 50 buses."},
			`number-mismatch "40" of "50"`,
		},
		{
			"a bound that holds",
			"The fare rose to more than 300 crowns.", "",
			[]string{"The fare rose to 310 crowns."},
			"",
		},
		{
			"as much of other money",
			"The Anna cost $5 million.", "",
			[]string{"The Anna cost €5 million."},
			`number-mismatch "$5 million" of "€5 million"`,
		},
		{
			"less of other money may have been converted",
			"The Anna cost $5 million.", "",
			[]string{"The Anna cost €4.5 million."},
			`number-absent "$5 million"`,
		},
		{
			"more of the same money",
			"The Anna cost $5 million.", "",
			[]string{"The Anna cost $6 million."},
			`number-mismatch "$5 million" of "$6 million"`,
		},
		{
			"the sentence before has it, of what this one calls it",
			"It carries 300 cars.", "The Anna is new.",
			[]string{"It carries cars.", "The Anna carries 300 cars."},
			"",
		},
		{
			"an ordinal is a word more than a number",
			"The first ferry was built by the Board.", "",
			[]string{"The ferry was built by the Board."},
			"",
		},
		{
			"another year",
			"The Anna was built in 1998.", "",
			[]string{"The Anna was built in 2004."},
			`date-mismatch "1998" of "2004"`,
		},
		{
			"no year",
			"The Anna was built in 1998.", "",
			[]string{"The Anna was built in Northport."},
			`date-absent "1998"`,
		},
		{
			"the same year as in the sentence before",
			"The Anna was built in 1998.", "",
			[]string{"The Anna was built in the same year.", "The harbour opened in 1998."},
			"",
		},
		{
			"a number in a known name is the name's",
			"The Anna 2 carries cars.", "",
			[]string{"The Anna carries cars."},
			`name-absent "Anna 2"`,
		},
		{
			"two sums that have changed places",
			"The Anna carries 300 cars and the Berta carries 400.", "",
			[]string{"The Anna carries 400 cars and the Berta carries 300."},
			`number-mismatch "300" of "400"`,
		},
		{
			"two years that have changed places",
			"The Anna was built in 1998 and the Berta in 2004.", "",
			[]string{"The Anna was built in 2004 and the Berta in 1998."},
			`date-mismatch "1998" of "2004"`,
		},
		{
			"two counts that have changed places",
			"The town has 30 bakers and 20 millers.", "",
			[]string{"The town has 20 bakers and 30 millers."},
			`roles-swapped "30 bakers and 20" of "20 bakers and 30 millers"`,
		},
	})
}

// TestNames: a name of the claim in the evidence.
func TestNames(t *testing.T) {
	checkFindings(t, []findingTest{
		{
			"another of the kind in its place",
			"The Harbour Board bought the Anna.", "",
			[]string{"The Mill Library bought the Anna."},
			`name-mismatch "Harbour Board" of "Mill Library"`,
		},
		{
			"an alias",
			"The Board bought the MS Anna.", "",
			[]string{"The Harbour Board bought the Anna."},
			"",
		},
		{
			"in the sentence before, and this one says it",
			"The Harbour Board bought the Anna.", "",
			[]string{"It bought the Anna in 1998.", "The Harbour Board was rich."},
			"",
		},
		{
			"another person",
			"Ida Holm steered the Anna.", "",
			[]string{"Olaf Berg steered the Anna."},
			`name-mismatch "Ida Holm" of "Olaf Berg"`,
		},
		{
			"nobody of the kind",
			"Ida Holm steered the Anna.", "",
			[]string{"A captain steered the Anna."},
			`name-absent "Ida Holm"`,
		},
		{
			"a name that no list has",
			"Captain Kray steered the Anna.", "",
			[]string{"Ida Holm steered the Anna."},
			`name-mismatch "Captain Kray" of "Ida Holm"`,
		},
		{
			"another place",
			"The ferry sails from Northport.", "",
			[]string{"The ferry sails from Southport."},
			`name-mismatch "Northport" of "Southport"`,
		},
		{
			"in the heading",
			"The Mill Library lends books.", "",
			[]string{"It lends books.", "heading:Mill Library"},
			"",
		},
	})
}

// TestPolarity: what is negated, and what excludes what.
func TestPolarity(t *testing.T) {
	checkFindings(t, []findingTest{
		{
			"only the evidence denies it",
			"The ferry sails on Sunday.", "",
			[]string{"The ferry does not sail on Sunday."},
			`polarity-mismatch "sails" of "ferry does not sail on Sunday"; polarity-mismatch "ferry" of "ferry does not sail on Sunday"`,
		},
		{
			"only the claim denies it",
			"The ferry does not sail on Sunday.", "",
			[]string{"The ferry sails on Sunday."},
			`polarity-mismatch "sail" of "The ferry sails on Sunday"; polarity-mismatch "not" of "ferry sails on Sunday"`,
		},
		{
			"both deny it",
			"The ferry never sails on Sunday.", "",
			[]string{"The ferry does not sail on Sunday."},
			"",
		},
		{
			"the opposite",
			"The Board supports the bridge.", "",
			[]string{"The Board opposes the bridge."},
			`polarity-mismatch "supports" of "The Board opposes the bridge"`,
		},
		{
			"not the opposite: it may say nothing of it",
			"The Board does not support the bridge.", "",
			[]string{"The Board opposes the bridge."},
			"",
		},
		{
			"opposite directions",
			"The fare increased in June.", "",
			[]string{"The fare decreased in June."},
			`polarity-mismatch "increased" of "The fare decreased in June"`,
		},
		{
			"opposite comparatives",
			"The ferry is cheaper than the bus.", "",
			[]string{"The ferry is more expensive than the bus."},
			`polarity-mismatch "cheaper" of "ferry is more expensive than the"`,
		},
		{
			"a denial that nothing matches",
			"The Board rejected the bridge plan.", "",
			[]string{"The Board discussed the bridge plan."},
			`polarity-unclear "rejected" of "The Board discussed"`,
		},
		{
			"allowed and forbidden",
			"The library allows dogs in the reading room.", "",
			[]string{"The library prohibits dogs in the reading room."},
			`polarity-mismatch "allows" of "The library prohibits dogs in"`,
		},
		{
			"open and closed",
			"The bakery is open on Sunday.", "",
			[]string{"The bakery is closed on Sunday."},
			`polarity-mismatch "open" of "The bakery is closed on Sunday"`,
		},
		{
			"unlikely denies without negating",
			"The ferry service was unlikely to sail.", "",
			[]string{"The ferry service did not sail."},
			"",
		},
		{
			"both sides are said",
			"The fare increased and later decreased in June.", "",
			[]string{"The fare decreased in June after it increased."},
			"",
		},
		{
			"not only is no negation",
			"Not only the ferry sails on Sunday.", "",
			[]string{"The ferry sails on Sunday."},
			"",
		},
	})
}

// TestRoles: who does what to whom.
func TestRoles(t *testing.T) {
	checkFindings(t, []findingTest{
		{
			"changed places",
			"The Harbour Board sued the Mill Library.", "",
			[]string{"The Mill Library sued the Harbour Board."},
			`roles-swapped "Harbour Board sued the Mill Library" of "Mill Library sued the Harbour"; roles-swapped "Harbour Board sued the Mill Library" of "Mill Library sued the Harbour"`,
		},
		{
			"changed places and passive",
			"The Harbour Board was sued by the Mill Library.", "",
			[]string{"The Mill Library sued the Harbour Board."},
			"",
		},
		{
			"the same",
			"The Harbour Board sued the Mill Library.", "",
			[]string{"The Harbour Board sued the Mill Library."},
			"",
		},
		{
			"two sides of a comparison, names",
			"The Anna is faster than the Berta.", "",
			[]string{"The Berta is faster than the Anna."},
			`roles-unclear "Anna" of "Berta"; roles-swapped "Anna is faster than the Berta" of "Berta is faster than the Anna"`,
		},
		{
			"two sides of a comparison, words",
			"Ferries are cheaper than buses.", "",
			[]string{"Buses are cheaper than ferries."},
			`roles-swapped "cheaper than buses" of "Buses are cheaper than ferries"`,
		},
		{
			"no verb says who does it",
			"The Mill Library followed the Harbour Board to Northport.", "",
			[]string{"The Harbour Board went ahead and the Mill Library followed to Northport."},
			`roles-unclear "Mill Library" of "Harbour Board"`,
		},
	})
}

// TestQuantifiers: how many it is said of.
func TestQuantifiers(t *testing.T) {
	checkFindings(t, []findingTest{
		{
			"all of some",
			"All ferries sail on Sunday.", "",
			[]string{"Some ferries sail on Sunday."},
			`quantifier-mismatch "All" of "some"`,
		},
		{
			"all of most",
			"All ferries sail on Sunday.", "",
			[]string{"Most ferries sail on Sunday."},
			`quantifier-mismatch "All" of "most"`,
		},
		{
			"most of all",
			"Most ferries sail on Sunday.", "",
			[]string{"All ferries sail on Sunday."},
			"",
		},
		{
			"most of several",
			"Most ferries sail on Sunday.", "",
			[]string{"Several ferries sail on Sunday."},
			`quantifier-mismatch "Most" of "several"`,
		},
		{
			"all, where nothing is said",
			"All ferries sail on Sunday.", "",
			[]string{"Ferries sail on Sunday."},
			`quantifier-absent "All"`,
		},
		{
			"only, where nothing is said",
			"Only ferries sail on Sunday.", "",
			[]string{"Ferries sail on Sunday."},
			`quantifier-absent "Only"`,
		},
		{
			"in all: a figure of speech",
			"In all, ferries sail on Sunday.", "",
			[]string{"Ferries sail on Sunday."},
			"",
		},
		{
			"not all says less",
			"Not all ferries sail on Sunday.", "",
			[]string{"Some ferries don't sail on Sunday."},
			"",
		},
	})
}

// TestLinks: causes, comparisons, order, certainty that nothing states.
func TestLinks(t *testing.T) {
	checkFindings(t, []findingTest{
		{
			"a cause",
			"The ferry stopped because the storm broke its rudder.", "",
			[]string{"The ferry stopped and the storm broke its rudder."},
			`cause-absent "because"`,
		},
		{
			"a cause in other words",
			"The ferry stopped because the storm broke its rudder.", "",
			[]string{"The storm caused the ferry to stop when it broke its rudder."},
			"",
		},
		{
			"a comparison",
			"The ferry is faster than the bus.", "",
			[]string{"The ferry and the bus are fast."},
			`comparison-absent "than"`,
		},
		{
			"certainty",
			"The ferry line certainly lost money.", "",
			[]string{"The ferry line lost money."},
			`certainty-absent "certainly"`,
		},
		{
			"the other order",
			"The ferry sailed before the storm reached the harbour.", "",
			[]string{"The ferry sailed after the storm reached the harbour."},
			`polarity-mismatch "before" of "The ferry sailed after the storm"; order-mismatch "before" of "after the storm reached the"`,
		},
		{
			"no order",
			"The bridge opened before the Great Storm.", "",
			[]string{"The bridge opened and the Great Storm came."},
			`order-absent "before"`,
		},
		{
			"rather than compares nothing",
			"The town built a ferry rather than a bridge.", "",
			[]string{"The town built a ferry, not a bridge."},
			"",
		},
	})
}

// TestSubject: what it and they mean.
func TestSubject(t *testing.T) {
	checkFindings(t, []findingTest{
		{
			"another than the evidence speaks of",
			"It carries 300 cars.", "The Berta is new.",
			[]string{"The Anna carries 300 cars."},
			`subject-absent "It"`,
		},
		{
			"the same",
			"It carries 300 cars.", "The Anna is new.",
			[]string{"The Anna carries 300 cars."},
			"",
		},
		{
			"in the heading",
			"They lend books.", "The Mill Library is new.",
			[]string{"They lend books.", "heading:Mill Library"},
			"",
		},
		{
			"nobody was spoken of",
			"It carries 300 cars.", "So it is.",
			[]string{"The Anna carries 300 cars."},
			"",
		},
	})
}
