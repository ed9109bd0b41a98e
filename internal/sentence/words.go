package sentence

import "strings"

// abbreviations are looked up as they are written, case included and without
// the last full stop: "Art. 5" is not "art", and "the sun" not "Sun.".
// Dotted acronyms (U.S., a.m.) need no entry; see isDotted.
var abbreviations = func() map[string]before {
	set := make(map[string]before)
	add := func(kind before, words string) {
		for word := range strings.FieldsSeq(words) {
			set[word] = kind
		}
	}

	// Titles and ranks.
	add(never, `Dr Drs Mr Mrs Ms Mx Messrs Mme Mlle Prof Rev Hon Fr
		Gen Sen Sens Rep Reps Gov Govs Amb Lt Col Capt Cmdr Maj Sgt Cpl Pvt Adm Brig`)
	// Names of places.
	add(never, `Mt Ft`)
	// Words that introduce something.
	add(never, `vs v viz cf Cf e.g E.g eg i.e I.e ie approx ca resp incl esp`)
	// References to parts of a text.
	add(never, `Fig Figs Eq Eqs Sec Secs`)

	// References that are words, or look like words, without their number.
	add(numbered, `No no Nos nos Vol vol Vols vols p pp Pp Art Arts art arts
		Ch ch Chap chap Para para cl fig figs eq eqs sec secs col Pt pt Op op
		Tab tab Ref Refs ref refs App app n nn ver Ver`)
	// Years: circa, born, died, established.
	add(numbered, `c b d est`)
	// Weekdays that are words; the others are below.
	add(numbered, `Sat Sun`)

	// Companies and institutions.
	add(perhaps, `Inc Corp Ltd Co Cos Bros Dept Univ Assn Assoc Intl Natl Govt`)
	// What follows a name, and degrees that isDotted does not know.
	add(perhaps, `Jr Sr Esq Ph.D M.Sc B.Sc D.Phil Ed.D Pharm.D`)
	// What ends a list.
	add(perhaps, `etc al`)
	// Streets. Saints are here too: no saint is called The or In.
	add(perhaps, `St Ave Blvd Rd`)
	// Months and weekdays.
	add(perhaps, `Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
		Mon Tue Tues Wed Thu Thur Thurs Fri`)
	// States of the U.S. whose abbreviation is not a word.
	add(perhaps, `Ala Ariz Calif Colo Conn Fla Kan Md Mich Minn Neb Nev Okla
		Ore Penn Tenn Tex Va Vt Wis Wyo`)
	return set
}()

// openers are capitalised words which tell that a new sentence has begun even
// after an abbreviation. Words that also begin names (First Lady, Under
// Secretary) or are names (Will, May, Mark) are left out.
var openers = func() map[string]bool {
	set := make(map[string]bool)
	add := func(words string) {
		for word := range strings.FieldsSeq(words) {
			set[word] = true
		}
	}

	// Articles, pronouns and determiners.
	add(`The A An This That These Those I He She It We You They His Her Its
		Their Our My Your There Here Both Each Every Some Many Most Several Few
		All Any Another Other Others Such No Not None Neither Either One
		Nothing Everyone Everything Someone Something Nobody`)
	// Question words.
	add(`What Who Whom Whose Why How Where Which When`)
	// Conjunctions.
	add(`And But Or Nor So Yet If While Although Though Because Since As After
		Before Until Unless Once Whereas Whether`)
	// Prepositions.
	add(`In On At By For From With Without Within Of To During Through Between
		Among Against About Across Despite Unlike Like Beyond According`)
	// Adverbs.
	add(`However Moreover Furthermore Meanwhile Then Thus Therefore Hence
		Nevertheless Nonetheless Instead Also Still Even Only Now Later Today
		Yesterday Tomorrow Again Perhaps Maybe Indeed Similarly Finally
		Additionally Overall Recently Currently Previously Eventually
		Subsequently Consequently Otherwise Likewise Often Sometimes Usually`)
	// Verbs that open questions.
	add(`Is Are Was Were Do Does Did Has Have Had Can Could Should Would Might`)
	return set
}()
