package entail

import "testing"

// TestHedges: a reserve or a speaker that the claim leaves out.
func TestHedges(t *testing.T) {
	checkFindings(t, []findingTest{
		{
			"a word of reserve",
			"The ferry lost money in June.", "",
			[]string{"The ferry reportedly lost money in June."},
			`hedge-dropped "ferry" of "reportedly"`,
		},
		{
			"kept",
			"The ferry reportedly lost money in June.", "",
			[]string{"The ferry reportedly lost money in June."},
			"",
		},
		{
			"another reserve",
			"The ferry possibly lost money in June.", "",
			[]string{"The ferry reportedly lost money in June."},
			"",
		},
		{
			"none to drop",
			"The ferry lost money in June.", "",
			[]string{"The ferry lost money in June."},
			"",
		},
		{
			"a reserve of another clause",
			"The ferry lost money in June.", "",
			[]string{"The ferry lost money in June, and the bus line reportedly closed in July."},
			"",
		},
		{
			"a speaker that nothing names",
			"According to Ida Holm, the ferry lost money.", "",
			[]string{"The ferry lost money."},
			`name-absent "Ida Holm"; attribution-absent "Ida Holm"`,
		},
		{
			"the right speaker",
			"Ida Holm said the ferry lost money.", "",
			[]string{"Ida Holm said the ferry lost money."},
			"",
		},
		{
			"a fact with a reserve",
			"The ferry lost money in June.", "",
			[]string{"The ferry is said to have lost money in June.", "note:reported||The ferry lost money in June."},
			`hedge-dropped "The ferry lost money in June" of "reported"`,
		},
		{
			"a fact with a reserve, kept",
			"The ferry reportedly lost money in June.", "",
			[]string{"The ferry is said to have lost money in June.", "note:reported||The ferry lost money in June."},
			"",
		},
		{
			"one of two facts that say so has none",
			"The ferry lost money in June.", "",
			[]string{"The ferry is said to have lost money in June.", "note:reported||The ferry lost money in June.", "note:||The ferry lost money in June."},
			"",
		},
		{
			"what critics say",
			"The ferry is unsafe.", "",
			[]string{"Critics such as Olaf Berg call the ferry unsafe.", "note:said by critics|Olaf Berg|The ferry is unsafe."},
			`attribution-dropped "The ferry is unsafe" of "said by critics"`,
		},
		{
			"what a critic says, with his name",
			"Olaf Berg says the ferry is unsafe.", "",
			[]string{"Critics such as Olaf Berg call the ferry unsafe.", "note:said by critics|Olaf Berg|The ferry is unsafe."},
			"",
		},
		{
			"what a critic says, of critics",
			"Critics call the ferry unsafe.", "",
			[]string{"Critics such as Olaf Berg call the ferry unsafe.", "note:said by critics|Olaf Berg|The ferry is unsafe."},
			"",
		},
		{
			"put in the mouth of another",
			"Ida Holm says the ferry lost money and passengers in June.", "",
			[]string{"Olaf Berg told Ida Holm that the ferry lost money and passengers in June.", "note:said by critics|Olaf Berg|The ferry lost money and passengers in June."},
			`attribution-swapped "Ida Holm" of "olaf berg"`,
		},
		{
			"what an organization says of itself",
			"The ferry is the safest.", "",
			[]string{"The Board calls the ferry the safest.", "note:said by the organization itself|Harbour Board|The ferry is the safest."},
			`attribution-dropped "The ferry is the safest" of "said by the organization itself"`,
		},
		{
			"what is open, said to be open",
			"It is unclear whether the ferry lost money.", "",
			[]string{"Nobody knows whether the ferry lost money.", "note:unresolved||The ferry lost money."},
			"",
		},
	})
}
