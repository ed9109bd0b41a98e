package text

import "strings"

// stopWords are English function words: articles, pronouns, prepositions,
// conjunctions, auxiliaries and question words, with their contractions, and the
// "s" that is left of "U.S.'s". "us" is not among them, since "U.S." is the same
// term, nor are "ill" and "id", which are words without their apostrophe.
var stopWords = func() map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(`
		a an the
		i me my mine myself we our ours ourselves you your yours yourself yourselves
		he him his himself she her hers herself it its itself they them their theirs themselves
		this that these those here there one ones
		who whom whose what which when where why how whether
		am is are was were be been being do does did doing done have has had having
		can could may might must shall should will would ought need needs
		and or but nor so yet if then than because as while until unless though although
		of in on at to from by for with without within about against between among into onto
		through during before after above below over under up down out off upon via per
		not no any some each every either neither both all such same other another own
		more most less least very too also just only even still again further once ever
		im ive youre youve youll hes shes theyre theyve weve thats whats whos
		dont doesnt didnt cant couldnt wont wouldnt shouldnt isnt arent wasnt werent hasnt havent hadnt
		aint mightnt mustnt neednt shant
		s eg ie etc
	`) {
		m[w] = true
	}
	return m
}()
