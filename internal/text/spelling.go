package text

import "strings"

// american turns the British spelling of a folded word into the American one, so
// that "licence" finds "license". The word is one of ASCII letters. The rules go by
// words, beginnings and endings and are applied to texts and questions alike. A word
// that only looks British ("contour") may become something that isn't a word, so
// long as all its forms do and no other word is the same.
func american(w string) string {
	if a, ok := britishWords[w]; ok {
		return a
	}
	for _, p := range byFirst[w[0]-'a'] {
		if rest, ok := strings.CutPrefix(w, p.british); ok {
			return p.american + rest
		}
	}
	for _, e := range byLast[w[len(w)-1]-'a'] {
		if root, ok := strings.CutSuffix(w, e.british); ok {
			if len(root) < 3 || e.british[0] == 'i' && keepsIse(root) {
				return w
			}
			return root + e.american
		}
	}
	return w
}

// keepsIse reports whether a word of the given root before "ise" is spelled so on
// both sides of the Atlantic.
func keepsIse(root string) bool {
	switch root[len(root)-1] {
	case 'a', 'o', 'u', 'w': // praise, poise, cruise, likewise
		return true
	}
	for _, r := range iseRoots {
		if strings.HasSuffix(root, r) {
			return true
		}
	}
	return false
}

// iseRoots are the ends of such roots: advise, supervise and surprise.
var iseRoots = []string{
	"adv", "dev", "rev", "perv", "lev", "improv",
	"pr", "sunr", "prom", "prem", "dem", "surm",
	"conc", "prec", "exc", "inc", "exerc", "umc",
	"advert", "expert", "treat", "chast", "merchand", "parad", "franch", "desp",
}

type spelling struct{ british, american string }

// britishWords are those that no rule fits.
var britishWords = map[string]string{
	"programme": "program", "programmes": "programs",
	"manoeuvre": "maneuver", "manoeuvres": "maneuvers",
	"centred": "centered", "catalogued": "cataloged", "cataloguing": "cataloging",
}

// britishStarts are words of which all forms change in the same way.
var britishStarts = []spelling{
	{"licenc", "licens"}, {"defenc", "defens"}, {"offenc", "offens"}, {"pretenc", "pretens"},
	{"practis", "practic"}, {"sceptic", "skeptic"}, {"odour", "odor"},
	{"centre", "center"}, {"centring", "centering"}, {"theatre", "theater"}, {"fibre", "fiber"},
	{"litre", "liter"}, {"metre", "meter"}, {"calibre", "caliber"},
	{"catalogue", "catalog"}, {"dialogue", "dialog"}, {"analogue", "analog"},
	{"modell", "model"}, {"labell", "label"}, {"travell", "travel"}, {"cancelled", "canceled"},
	{"cancelling", "canceling"}, {"fuelled", "fueled"}, {"fuelling", "fueling"}, {"signall", "signal"},
	{"channell", "channel"}, {"levelled", "leveled"}, {"levelling", "leveling"}, {"counsell", "counsel"},
	{"councillor", "councilor"},
	{"judgement", "judgment"}, {"acknowledgement", "acknowledgment"}, {"artefact", "artifact"},
	{"ageing", "aging"}, {"grey", "gray"},
	{"instalment", "installment"}, {"skilful", "skillful"}, {"wilful", "willful"},
	{"manoeuvr", "maneuver"}, {"aluminium", "aluminum"},
}

// britishEndings stand behind three letters or more: "hour", "rise" and "scoured"
// have no other spelling. The first that fits counts.
var britishEndings = []spelling{
	{"isations", "izations"}, {"isation", "ization"}, {"isational", "izational"}, {"isationally", "izationally"},
	{"ise", "ize"}, {"ises", "izes"}, {"ised", "ized"}, {"ising", "izing"}, {"isingly", "izingly"},
	{"iser", "izer"}, {"isers", "izers"}, {"isable", "izable"}, {"isably", "izably"},
	{"lyse", "lyze"}, {"lyses", "lyzes"}, {"lysed", "lyzed"}, {"lysing", "lyzing"}, {"lyser", "lyzer"}, {"lysers", "lyzers"},
	{"our", "or"}, {"ours", "ors"}, {"oured", "ored"}, {"ouring", "oring"}, {"ourer", "orer"}, {"ourers", "orers"},
	{"ourable", "orable"}, {"ourably", "orably"}, {"oural", "oral"}, {"ourally", "orally"}, {"ourless", "orless"},
	{"ourful", "orful"}, {"ourfully", "orfully"}, {"ourhood", "orhood"}, {"ourhoods", "orhoods"}, {"ourly", "orly"},
	{"ourite", "orite"}, {"ourites", "orites"}, {"ouritism", "oritism"}, {"oury", "ory"}, {"ouries", "ories"},
	{"ourist", "orist"}, {"ourists", "orists"},
	{"centre", "center"}, {"centres", "centers"}, {"metre", "meter"}, {"metres", "meters"}, {"litre", "liter"}, {"litres", "liters"},
}

// byFirst are britishStarts by their first letter, byLast britishEndings by their last
// one: few words have many to be compared with.
var (
	byFirst = byLetter(britishStarts, func(british string) byte { return british[0] })
	byLast  = byLetter(britishEndings, func(british string) byte { return british[len(british)-1] })
)

func byLetter(all []spelling, letter func(british string) byte) (out ['z' - 'a' + 1][]spelling) {
	for _, s := range all {
		i := letter(s.british) - 'a'
		out[i] = append(out[i], s)
	}
	return out
}
