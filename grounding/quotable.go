package grounding

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

// A quotable is the text of a corpus made ready for looking up quotations: each
// passage folded, one after the other.
type quotable struct {
	text     string // folded, passages parted by line feeds
	lower    string // in lower case, "" if that has another length
	passages []folded
	// grams are, by each two and three words in a row, the passages that have them.
	grams map[string][]int32
}

// A folded text knows where each of its bytes comes from.
type folded struct {
	passage corpus.Passage
	start   int // in quotable.text
	text    string
	at      []int32 // the offset in the passage of each byte, and of the end
}

func newQuotable(c *corpus.Corpus) *quotable {
	size := 0
	for p := range c.Passages() {
		size += len(p.Text())
	}
	q := &quotable{grams: make(map[string][]int32, size/4)} // two for each word, most of them new
	var b strings.Builder
	for p := range c.Passages() {
		f := folded{passage: p, start: b.Len()}
		f.text, f.at = foldQuote(p.Text())
		b.WriteString(f.text)
		b.WriteByte('\n')
		i := int32(len(q.passages))
		for g := range gramsOf(f.text) {
			if l := q.grams[g]; len(l) == 0 || l[len(l)-1] != i {
				q.grams[g] = append(l, i)
			}
		}
		q.passages = append(q.passages, f)
	}
	q.text = b.String()
	if lower := strings.ToLower(q.text); len(lower) == len(q.text) {
		q.lower = lower
	}
	return q
}

// gramsOf returns each two and three words in a row of a folded text, in lower case.
func gramsOf(s string) func(func(string) bool) {
	return func(yield func(string) bool) {
		ws := strings.Fields(strings.ToLower(s))
		starts := make([]int, len(ws)+1) // of the words in all of them, joined by spaces
		for i := range ws {
			ws[i] = strings.Trim(ws[i], ".,;:!?()'\"")
			starts[i+1] = starts[i] + len(ws[i]) + 1
		}
		all := strings.Join(ws, " ")
		for i := 0; i+2 <= len(ws); i++ {
			if !yield(all[starts[i]:starts[i+2]-1]) || i+3 <= len(ws) && !yield(all[starts[i]:starts[i+3]-1]) {
				return
			}
		}
	}
}

// foldQuote folds typography: quotation marks, dashes, spaces, ligatures and
// invisible characters. Letters, digits and signs stay as they are.
func foldQuote(s string) (string, []int32) {
	out := make([]byte, 0, len(s))
	at := make([]int32, 0, len(s)+1)
	put := func(from int, t string) {
		for range len(t) {
			at = append(at, int32(from))
		}
		out = append(out, t...)
	}
	for i, r := range s {
		switch {
		case unicode.IsSpace(r):
			if len(out) > 0 && out[len(out)-1] != ' ' {
				put(i, " ")
			}
		case strings.ContainsRune("“”„«»‟〝〞″", r):
			put(i, `"`)
		case strings.ContainsRune("‘’‚‛′`´ʼ", r):
			put(i, "'")
		case strings.ContainsRune("‐‑‒–—―−", r):
			put(i, "-")
		case r == '…':
			put(i, "...")
		case r >= 'ﬀ' && r <= 'ﬆ':
			put(i, norm.NFKC.String(string(r)))
		case unicode.In(r, unicode.Cf):
		case r == utf8.RuneError:
			put(i, "\ufffd")
		default:
			put(i, string(r))
		}
	}
	at = append(at, int32(len(s)))
	if t := string(out); !norm.NFC.IsNormalString(t) {
		// Composed forms are rare; where there are any, places are found by rune.
		return norm.NFC.String(t), spread(at, len(norm.NFC.String(t)))
	}
	return string(out), at
}

// spread gives a text of n bytes the places of one of about as many.
func spread(at []int32, n int) []int32 {
	out := make([]int32, n+1)
	for i := range out {
		out[i] = at[min(i*len(at)/(n+1), len(at)-1)]
	}
	out[n] = at[len(at)-1]
	return out
}

// span maps a span of the folded text of a passage to the passage.
func (f *folded) span(start, end int) cite.Span {
	from, to := int(f.at[start]), int(f.at[end])
	for !utf8.RuneStart(byteAt(f.passage.Text(), to)) {
		to++
	}
	return cite.Span{Start: from, End: to}
}

func byteAt(s string, i int) byte {
	if i < len(s) {
		return s[i]
	}
	return 'a'
}

// holder returns the passage that holds a place of q.text.
func (q *quotable) holder(at int) *folded {
	i, ok := slices.BinarySearchFunc(q.passages, at, func(f folded, at int) int { return f.start - at })
	if !ok {
		i--
	}
	return &q.passages[i]
}

// cite cites a span of q.text.
func (q *quotable) cite(start, end int) cite.Citation {
	f := q.holder(start)
	return f.passage.Cite(f.span(start-f.start, min(end-f.start, len(f.text))))
}

// index returns the first place at or after from where text holds s as whole words,
// or -1. Text that differs in case counts if fold is true.
func index(text, s string, from int) int {
	if s == "" {
		return -1
	}
	for from <= len(text)-len(s) {
		i := strings.Index(text[from:], s)
		if i < 0 {
			return -1
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(s):])
		first, _ := utf8.DecodeRuneInString(s)
		last, _ := utf8.DecodeLastRuneInString(s)
		if !(wordRune(before) && wordRune(first)) && !(wordRune(last) && wordRune(after)) && !decimal(text, i, i+len(s)) {
			return i
		}
		from = i + 1
	}
	return -1
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// decimal reports whether text[start:end] begins or ends within a number such as
// 4.5 or 189,719, or leaves out the sign or the unit of one.
func decimal(text string, start, end int) bool {
	digit := func(i int) bool { return i >= 0 && i < len(text) && text[i] >= '0' && text[i] <= '9' }
	sign := func(i int) bool { return i >= 0 && i < len(text) && (text[i] == '.' || text[i] == ',') }
	return digit(start) && (sign(start-1) && digit(start-2) || start > 0 && strings.ContainsRune("$€£-", rune(text[start-1]))) ||
		digit(end-1) && (sign(end) && digit(end+1) || end < len(text) && text[end] == '%')
}
