package grounding

import (
	"strings"
	"unicode"
)

// functionWords are common words of languages other than English that hardly ever occur
// in English text.
var functionWords = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`
		der das und ist nicht ein eine einen dem den von mit auf für wurde sich auch als bei nach
		le les des une est dans pour que qui avec sur pas par plus sont ses cette été aux
		el los las una del por para con como más fue sus esta pero entre
		il lo gli della che per sono nella anche stato delle degli
		het een van niet met zijn voor aan ook werd
		och att det som på av för inte är har
		nie jest się na przez oraz`) {
		m[w] = true
	}
	return m
}()

// english are the most common English words that aren't in functionWords.
var english = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`the of and to that it was for on are with they be at this from have or by had but
		what were when your can said there an each which their will its has been not is`) {
		m[w] = true
	}
	return m
}()

// foreign reports whether a text is in another language than English: in other letters
// for the most part, or with other function words.
func foreign(text string) bool {
	latin, other, words, theirs, ours := 0, 0, 0, 0, 0
	for _, r := range text {
		if unicode.Is(unicode.Latin, r) {
			latin++
		} else if unicode.IsLetter(r) {
			other++
		}
	}
	if other > latin {
		return true
	}
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
		if english[w] {
			ours++
		} else if functionWords[w] {
			theirs++
		}
	}
	return theirs >= 2 && theirs > 2*ours && theirs*6 >= words
}
