package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus/cite"
)

// A Reference is a place in a block that points at a footnote label, which the
// article may or may not define. The zero Reference is none; its methods return
// zero values.
type Reference struct {
	a *Article
	i int
}

type reference struct {
	label    string
	block    int
	cell     int       // of a table row, else 0
	at       int       // in the block's text
	source   cite.Span // of the mark in the file
	scope    cite.Span // in the block's text
	sentence cite.Span // likewise, the part of scope that the mark's own sentence has
}

var noReference reference

func (r Reference) data() *reference {
	if r.a == nil {
		return &noReference
	}
	return &r.a.references[r.i]
}

// IsZero reports whether r is no reference.
func (r Reference) IsZero() bool { return r.a == nil }

// Label returns the label that the reference points at.
func (r Reference) Label() string { return r.data().label }

// Footnote returns the footnote that the reference points at, and false where
// the article doesn't define it: then the footnote has a label and no text.
func (r Reference) Footnote() (cite.Footnote, bool) {
	if r.a == nil {
		return cite.Footnote{}, false
	}
	_, ok := r.a.byLabel[r.Label()]
	return r.a.footnote(r.Label()), ok
}

// Block returns the block in which the reference stands.
func (r Reference) Block() Block {
	if r.a == nil {
		return Block{}
	}
	return Block{r.a, r.data().block}
}

// At returns the offset in the block's text at which the mark was.
func (r Reference) At() int { return r.data().at }

// Source returns the mark's span in [Article.Raw].
func (r Reference) Source() cite.Span { return r.data().source }

// Scope returns the span of the block's text that the reference vouches for, as
// the package documentation defines it. It is empty where nothing stands before
// the mark.
func (r Reference) Scope() cite.Span { return r.data().scope }

// SentenceScope returns the part of Scope that lies in the sentence which the mark
// closes or stands in: the stricter reading of what it vouches for.
func (r Reference) SentenceScope() cite.Span { return r.data().sentence }

// setScopes computes the scopes of the references of one block, whose text,
// cells (one for a block that is no table row) and sentences are given.
func setScopes(refs []reference, text string, cells, sentences []cite.Span) {
	from, cell := 0, -1
	for i := 0; i < len(refs); {
		j := i + 1 // the end of a row: nothing but closing punctuation stands between
		for j < len(refs) && refs[j].cell == refs[i].cell && onlyClosing(text[refs[j-1].at:refs[j].at]) {
			j++
		}
		if refs[i].cell != cell {
			cell = refs[i].cell
			from = cells[cell].Start
		}
		at := refs[j-1].at
		own := sentenceAt(sentences, at)
		end := at
		if at < own.End && onlyClosing(text[at:own.End]) {
			end = own.End
		}
		start := from + leadingSpace(text[from:max(from, end)])
		scope := cite.Span{Start: min(start, end), End: end}
		strict := cite.Span{Start: min(max(scope.Start, own.Start), end), End: end}
		for ; i < j; i++ {
			refs[i].scope, refs[i].sentence = scope, strict
		}
		from = end
	}
}

// sentenceAt returns the sentence that a mark at the given offset closes or
// stands in, the zero Span if it stands before the first.
func sentenceAt(sentences []cite.Span, at int) cite.Span {
	lo, hi := 0, len(sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if sentences[mid].Start < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == 0 {
		return cite.Span{}
	}
	return sentences[lo-1]
}

// onlyClosing reports whether s consists of nothing but what may stand between
// the last word of a sentence and its end.
func onlyClosing(s string) bool {
	for _, r := range s {
		if !strings.ContainsRune("…,;:\"'．", r) && !unicode.In(r, unicode.Sentence_Terminal, unicode.Pe, unicode.Pf, unicode.Cf, unicode.White_Space) {
			return false
		}
	}
	return true
}

func leadingSpace(s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !unicode.IsSpace(r) {
			break
		}
		n += size
	}
	return n
}
