package text

import "unicode/utf8"

// A Word is a word of a text, whether it gives a term or not. A run of characters
// that are written without spaces is one Word for each of its terms.
type Word struct {
	Token
	// Folded is the word in the one form of its spelling that has no case,
	// accents or inner punctuation, without a possessive, but not stemmed.
	Folded string
}

// IsStop reports whether the word gives no term.
func (w Word) IsStop() bool { return w.Term == "" }

// AppendWords appends the words of s to dst, in order.
func (a *Analyzer) AppendWords(dst []Word, s string) []Word {
	var pairs []Token
	for i := 0; i < len(s); {
		if !startsWord(s, i) {
			i += size(s, i)
			continue
		}
		if r, _ := utf8.DecodeRuneInString(s[i:]); r >= utf8.RuneSelf && unspaced(r) {
			end := runEnd(s, i)
			pairs = appendPairs(pairs[:0], s, i, end)
			for _, t := range pairs {
				dst = append(dst, Word{t, t.Term})
			}
			i = end
			continue
		}
		end := wordEnd(s, i)
		f := a.form(s[i:end])
		dst = append(dst, Word{Token{f.term, i, end}, f.folded})
		i = end
	}
	return dst
}

// Fold returns a word in the form that Word.Folded has.
func Fold(word string) string {
	w, _ := fold(bare(word))
	return cut(w)
}

// Term returns the term of a single word, "" for a stop word.
func Term(word string) string { return formOf(word).term }
