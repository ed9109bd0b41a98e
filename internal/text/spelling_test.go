package text_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBritishSpelling(t *testing.T) {
	for _, test := range []struct{ pairs, reason string }{
		{"organise/organize organised/organized organising/organizing organiser/organizer organisation/organization organisational/organizational", "-ise"},
		{"recognise/recognize prioritises/prioritizes incentivise/incentivize ionised/ionized utilise/utilize authorisation/authorization", "-ise"},
		{"agonisingly/agonizingly recognisable/recognizable recognisably/recognizably", "-ise, adverbs"},
		{"analyse/analyze analysed/analyzed analysing/analyzing analyser/analyzer paralyse/paralyze catalyse/catalyze", "-yse"},
		{"behaviour/behavior behavioural/behavioral behaviourist/behaviorist colour/color coloured/colored colourful/colorful", "-our"},
		{"favourite/favorite favourable/favorable favouritism/favoritism honour/honor honoured/honored humourless/humorless", "-our"},
		{"labour/labor labourers/laborers neighbour/neighbor neighbouring/neighboring neighbourhood/neighborhood neighbourly/neighborly", "-our"},
		{"odour/odor armoury/armory armouries/armories vapours/vapors endeavour/endeavor misdemeanour/misdemeanor rumoured/rumored", "-our"},
		{"centre/center centres/centers centred/centered epicentre/epicenter theatre/theater fibre/fiber calibre/caliber", "-re"},
		{"litre/liter metre/meter kilometres/kilometers centimetre/centimeter millilitres/milliliters", "-re, units"},
		{"licence/license licences/licenses licenced/licensed defence/defense defenceless/defenseless offence/offense pretence/pretense", "-ence"},
		{"practise/practice practised/practiced practising/practicing", "the verb is spelled like the noun"},
		{"modelled/modeled modelling/modeling labelled/labeled travelling/traveling traveller/traveler cancelled/canceled fuelled/fueled signalling/signaling", "doubled l"},
		{"levelled/leveled channelled/channeled counsellor/counselor councillors/councilors", "doubled l"},
		{"instalment/installment skilful/skillful wilfully/willfully fulfil/fulfill enrolment/enrollment", "single l"},
		{"catalogue/catalog catalogued/cataloged cataloguing/cataloging dialogue/dialog dialogues/dialogs analogue/analog", "-ogue"},
		{"programme/program programmes/programs", "-mme"},
		{"sceptic/skeptic sceptical/skeptical scepticism/skepticism", "sc"},
		{"judgement/judgment acknowledgement/acknowledgment ageing/aging", "an e in the middle"},
		{"manoeuvre/maneuver manoeuvres/maneuvers manoeuvred/maneuvered manoeuvring/maneuvering manoeuvrable/maneuverable", "oeu"},
		{"artefact/artifact grey/gray aluminium/aluminum", "single words"},
	} {
		for pair := range strings.FieldsSeq(test.pairs) {
			british, us, _ := strings.Cut(pair, "/")
			if diff := cmp.Diff(termsOf(analyze(us)), termsOf(analyze(british))); diff != "" {
				t.Errorf("%s (%s): -American +British\n%s", pair, test.reason, diff)
			}
		}
	}
}

// TestSpellingKeepsApart has words that a rule by endings alone would take for one.
func TestSpellingKeepsApart(t *testing.T) {
	for _, test := range []struct{ pairs, reason string }{
		{"scoured/scored scouring/scoring poured/pored pouring/poring", "-our after a cluster is no British -or"},
		{"four/for flour/floor hour/hor tours/tors your/yor pour/por", "short words in -our"},
		{"prise/prize prised/prized prises/prizes", "to prise isn't a prize"},
		{"raised/razed rise/raze wise/wize noise/noize", "vowel before -ise"},
		{"ourselves/orselves journal/jornal journey/jorney course/corse source/sorce tourist/torist", "our in the middle"},
		{"visit/vizit miser/mizer promise/promize exercise/exercize advise/advize", "-ise on both sides of the Atlantic"},
		{"metric/meter centrist/center greyish/greylag", "beginnings that only look alike"},
		{"calibre/calibrate programme/programmer", "words that only begin alike"},
		{"shell/she'll well/we'll wed/we'd ill/I'll", "contractions"},
		{"story/storey check/cheque", "no rule: either spelling has its own meaning"},
	} {
		for pair := range strings.FieldsSeq(test.pairs) {
			a, b, _ := strings.Cut(pair, "/")
			if x, y := termsOf(analyze(a)), termsOf(analyze(b)); cmp.Equal(x, y) {
				t.Errorf("%s and %s are both %q (%s)", a, b, x, test.reason)
			}
		}
	}
}
