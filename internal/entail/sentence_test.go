package entail

import "testing"

// TestAnalyze: names, numbers and what they count, clauses, what is negated; written as
// showSentence does.
func TestAnalyze(t *testing.T) {
	for _, tt := range []struct{ reason, in, want string }{
		{"a known name and an alias are one", "The Harbour Board bought the MS Anna; the Board paid.", "the {harbour board}=harbour board bought the {ms anna}=anna / {the board}=harbour board paid"},
		{"without a capital it is no name", "the anna is an anna", "the anna is an anna"},
		{"a surname of a person", "Mr. Berg met Holm.", "mr {berg}=olaf berg met {holm}=ida holm"},
		{"the longest name wins", "The Anna 2 sails.", "the {anna #2}=anna 2 sails"},
		{"a concept is no name", "Tide Table books help.", "tide table books help"},
		{"a run of capitalised words", "Bakeries in Lower Eastwick close early.", "bakeries in {lower eastwick} close early"},
		{"with an of within", "He moved to the Isle of Wight.", "he moved to the {isle of wight}"},
		{"the first word of a sentence is no name if it is in a dictionary", "Ferries run daily.", "ferries run daily"},
		{"an acronym is one", "NASA paid.", "{nasa} paid"},
		{"names with commas between are several", "Holm, Berg and Kray left.", "{holm}=ida holm {berg}=olaf berg / and {kray} left"},
		{"a quotation mark ends no name", "The \"Old Mill\" stands.", "the {old mill} stands"},
		{"a possessive", "Berta's captain left.", "{berta}=berta captain left"},
		{"after a colon a word begins a sentence", "said: Bakers left.", "said bakers left"},
		{"a number and what it counts", "The library lends 300 old books a week.", "the library lends #300(books) old books a week"},
		{"the last noun before a preposition", "It has 12 of its 20 berths.", "it has #12 of its #20(berths) berths"},
		{"a share and what it is of", "25% of the readers borrow books.", "#25(readers) of the readers borrow books"},
		{"a number of several words counts nothing before an of", "It costs 3 million of them.", "it costs #3 million of them"},
		{"dates count nothing", "The ferry opened in May 1998.", "the ferry opened in #may 1998"},
		{"not, to the end of the clause", "The ferry did not sail on Sunday, but it sailed on Monday.", "the ferry did not -sail -on -sunday / but it sailed on monday"},
		{"no", "No ferry sails on Sunday.", "no -ferry -sails -on -sunday"},
		{"not only negates nothing", "Not only the ferry sails on Sunday.", "not only the ferry sails on sunday"},
		{"no doubt negates nothing", "It is no doubt late.", "it is no doubt late"},
		{"two negations are none", "The ferry never failed to sail.", "the ferry never -failed to sail"},
		{"a contraction", "The ferry hasn't sailed since June.", "the ferry hasnt -sailed / since june"},
		{"to lack is to have not", "The board lacks money for the bridge while towns pay.", "{the board}=harbour board lacks -money -for -the -bridge / while towns pay"},
		{"to fail to is not to", "The ferry failed to sail in June.", "the ferry failed -to -sail -in -june"},
		{"without", "Without wind the mill stands.", "without -wind -the -mill -stands"},
		{"a comma ends the scope", "A line, not a bridge, was built.", "a line not -a -bridge was built"},
		{"a comparison ends the scope", "It has no fewer berths than before.", "it has no -fewer -berths than before"},
		{"clauses at semicolons", "The ferry opened in 1998; the bridge followed in 2004.", "the ferry opened in #1998 / the bridge followed in #2004"},
		{"clauses at a conjunction with enough after it", "The ferry opened in 1998, and the bridge opened in 2004.", "the ferry opened in #1998 / and the bridge opened in #2004"},
		{"none at a conjunction with too little after it", "The old ferry sailed and sank.", "the old ferry sailed and sank"},
		{"clauses at brackets, dashes and colons", "The ferry (built in 1998) sails the bay daily – in summer: twice.", "the ferry built in #1998 / sails the bay daily / in summer #twice"},
		{"clauses before because", "The ferry sailed because the wind was strong.", "the ferry sailed / because the wind was strong"},
		{"scripts without spaces", "船は六時に出る", "船は は六 六時 時に に出 出る"},
		{"nothing", "", ""},
		{"no word", "… — !", ""},
	} {
		a := Analyzer{Names: testNames()}
		if got := showSentence(a.Analyze(tt.in)); got != tt.want {
			t.Errorf("%s: %q:\n%s\ninstead of\n%s", tt.reason, tt.in, got, tt.want)
		}
	}
}
