package text_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/internal/text"
)

// analyze returns the tokens of s by a fresh Analyzer.
func analyze(s string) []text.Token {
	var a text.Analyzer
	return a.Append(nil, s)
}

// termsOf returns the terms of tokens.
func termsOf(tokens []text.Token) []string {
	var out []string
	for _, t := range tokens {
		out = append(out, t.Term)
	}
	return out
}

// marked reads a text in which brackets stand around the words that give terms.
func marked(t *testing.T, in string, terms []string) (plain string, want []text.Token) {
	t.Helper()
	var b strings.Builder
	start := -1
	for _, r := range in {
		switch r {
		case '[':
			start = b.Len()
		case ']':
			if start < 0 || len(want) == len(terms) {
				t.Fatalf("%q doesn't mark %d words", in, len(terms))
			}
			want = append(want, text.Token{Term: terms[len(want)], Start: start, End: b.Len()})
			start = -1
		default:
			b.WriteRune(r)
		}
	}
	if len(want) != len(terms) {
		t.Fatalf("%q doesn't mark %d words", in, len(terms))
	}
	return b.String(), want
}

func TestAppendWords(t *testing.T) {
	long := strings.Repeat("ab", 100)
	for _, test := range []struct{ in, terms, reason string }{
		// Case and stop words.
		{"", "", "no text"},
		{"[Sanctions]", "sanction", "upper case is folded, the stem has no plural"},
		{"[NATO] [nato] [Nato]", "nato nato nato", "case makes no difference"},
		{"The [treaty] of the [sea]", "treati sea", "stop words give nothing but count in the offsets"},
		{"THE OF And", "", "only stop words, in any case"},
		{"[us]", "us", "not a stop word, for the sake of U.S."},
		{"[ill] [id] [ID]", "ill id id", "words, though they look like I'll and I'd"},
		{"  [tab]\t[line]\n[nbsp]\u00a0[end]", "tab line nbsp end", "any space separates"},

		// Apostrophes.
		{"[Iran's] [oil]", "iran oil", "straight possessive"},
		{"[Iran’s] [oil]", "iran oil", "curly possessive"},
		{"[NASA'S] [AMERICA’S]", "nasa america", "possessive in capitals"},
		{"the [states]' [right]", "state right", "plural possessive ends before the apostrophe"},
		{"don't can’t shan't", "", "contractions of stop words are stop words"},
		{"she'll we're I'd they've I'M", "", "a contracted verb goes, a pronoun is left"},
		{"[shell] [hell] [wed]", "shell hell wed", "words, though they look like she'll, he'll and we'd"},
		{"[O'Brien]", "obrien", "an apostrophe within a name"},
		{"'[quoted]' ‘[quoted]’", "quot quot", "apostrophes around a word are not in it"},
		{"[rock'n'roll]", "rocknrol", "more than one apostrophe"},
		{"[minister'll]", "minist", "contracted verb behind a noun"},
		{"[1990's] [1990s]", "1990 1990s", "possessive of a number"},
		{"[dog]''s", "dog", "two apostrophes end a word"},

		// Full stops.
		{"the [U.S].", "us", "acronym; its last full stop is not in the span"},
		{"[US] [U.S]", "us us", "acronym with and without full stops"},
		{"[U.S].-[led]", "us led", "a hyphen ends the acronym"},
		{"the [U.S].'s [debt]", "us debt", "the s of a possessive behind a full stop is dropped"},
		{"e.g. i.e. [rice]", "rice", "Latin abbreviations are stop words"},
		{"[9] a.m. or [5] [p.m].", "9 5 pm", "a.m. is the stop word am"},
		{"[N.A.T.O]", "nato", "any number of letters"},
		{"[J.P]. [Morgan]", "jp morgan", "initials"},
		{"[Ph].[D].", "ph d", "not single letters: no acronym"},
		{"[end].[Next]", "end next", "a missing space doesn't glue sentences"},
		{"[U.S].[Army]", "us armi", "a word behind an acronym's full stop isn't its letter"},
		{"[o].[é] [o].[e\u0301]", "o e o e", "an accent doesn't make an acronym, however it is written"},
		{"[x.y].[zz]", "xy zz", "an acronym ends before a longer word"},

		// Numbers.
		{"[3.5] [3.5x]", "3.5 3.5x", "a decimal point stays, with a unit too"},
		{"[v1.1] [1.2.3]", "v1.1 1.2.3", "versions"},
		{"[14.11.2025]", "14.11.2025", "date with full stops"},
		{".[5] [5].", "5 5", "a point only counts between digits"},
		{"[189,719] [189719]", "189719 189719", "commas of a long number go"},
		{"[1,234,567]", "1234567", "all of them"},
		{"[1,234.50]", "1234.50", "comma and point"},
		{"[1],[23]", "1 23", "two digits behind the comma: a list"},
		{"[1],[2345]", "1 2345", "four digits behind the comma: a list"},
		{"[1],[2,345,678]", "1 2345678", "a list, then a long number"},
		{"[1], [234]", "1 234", "a space ends the number"},
		{"[12],[abc]", "12 abc", "a comma before letters"},
		{"[405B] [20k]", "405b 20k", "a number with a letter isn't stemmed"},
		{"$[45] €[45] [25]%", "45 45 25", "signs go"},
		{"[1]–[3] [1]-[3]", "1 3 1 3", "a range is two numbers"},
		{"[6]×[7]=[42]", "6 7 42", "arithmetic signs separate"},
		{"[G7] [F]-[35]", "g7 f 35", "a hyphen separates letter and number"},
		{"[COVID]-[19]", "covid 19", "a hyphen separates word and number"},

		// Separators.
		{"[long]-[range] [long]–[range]", "long rang long rang", "hyphen and dash separate"},
		{"and/or [km]/[h]", "km h", "a slash separates"},
		{"[snake]_[case]", "snake case", "an underscore separates"},
		{"[https]://[example].[com]/[path]?[q]=[1]#[top]", "https exampl com path q 1 top", "a URL falls apart"},
		{"[jane].[doe]@[example].[org]", "jane doe exampl org", "an e-mail address falls apart"},
		{"[C]++ [C]#", "c c", "signs behind a letter go"},
		{"?!… --- «» \"\" *", "", "only punctuation"},
		{"[nul]\x00[byte]", "nul byte", "NUL separates"},
		{"\U0001F600 [smile] ❤\ufe0f \U0001F44D\U0001F3FD", "smile", "emoji and their modifiers give nothing"},
		{"#\ufe0f\u20e3 [1\ufe0f\u20e3]", "1", "a keycap is its digit, a sign none"},
		{"\u0301[a1]", "a1", "a mark without a letter gives nothing"},

		// Invisible characters.
		{"[co\u00adopera\u00adtion]", "cooper", "soft hyphens don't end a word"},
		{"[zero\u200dwidth] [zero\u200cwidth]", "zerowidth zerowidth", "nor do zero-width joiners"},
		{"[word]\u00ad [word]\u200d", "word word", "behind a word they are not in the span"},
		{"\ufeff[start]", "start", "nor is a byte order mark before one"},

		// Accents and compatibility forms.
		{"[café] [cafe\u0301] [cafe]", "cafe cafe cafe", "é composed, decomposed and without"},
		{"[naïve] [Zürich] [São]", "naiv zurich sao", "other accents"},
		{"[résumés]", "resum", "stemmed once the accents are off"},
		{"[Łódź] [Straße]", "łodz straße", "letters that are not letter and accent stay"},
		{"[ﬁles] [ﬂoor]", "file floor", "ligatures"},
		{"[２０２５] [ＮＡＴＯ]", "2025 nato", "full-width forms"},
		{"[Ⅳ] №", "iv", "Roman numeral characters"},
		{"[m²] [x₂]", "m2 x2", "superscripts and subscripts are digits"},
		{"[İstanbul]", "istanbul", "dotted capital I"},

		// Other scripts.
		{"[ΛΌΓΟΣ] [λόγος]", "λογοσ λογοσ", "Greek: case, accents and the final sigma"},
		{"[Москва] [МОСКВА]", "москва москва", "Cyrillic: case"},
		{"[ёлка] [елка]", "елка елка", "Cyrillic: accents"},
		{"[йод] [иод]", "йод иод", "Cyrillic: й is a letter of its own"},
		{"[سلام] [عليكم]", "سلام عليكم", "Arabic"},
		{"[می\u200cخواهم]", "میخواهم", "Persian: the zero-width non-joiner goes"},
		{"[שלום]", "שלום", "Hebrew"},
		{"[हिन्दी] [में]", "हिन्दी में", "Devanagari: vowel signs stay"},
		{"[র\u200d্যাব]", "র্যাব", "Bengali: a joiner before a sign doesn't end the word"},
		{"[ภาษาไทย]", "ภาษาไทย", "Thai is one word, with its vowel signs"},
		{"[한국어] [\u1112\u1161\u11ab\u1100\u116e\u11a8\u110b\u1165]", "한국어 한국어", "Hangul composed and decomposed"},

		// Length.
		{"[" + long + "]", long[:text.MaxTerm], "a term is cut, the span isn't"},
		{"[" + strings.Repeat("ж", 100) + "]", strings.Repeat("ж", text.MaxTerm/2), "cut at a character"},
		{"[a" + strings.Repeat("ж", 100) + "]", "a" + strings.Repeat("ж", text.MaxTerm/2-1), "cut before a character that doesn't fit"},
	} {
		plain, want := marked(t, test.in, strings.Fields(test.terms))
		if diff := cmp.Diff(want, analyze(plain)); diff != "" {
			t.Errorf("%q (%s): -want +got\n%s", plain, test.reason, diff)
		}
	}
}

// TestAppendInvalid has what isn't UTF-8, which marked can't write.
func TestAppendInvalid(t *testing.T) {
	for _, test := range []struct {
		in     string
		want   []text.Token
		reason string
	}{
		{"\xff\xfe", nil, "no characters"},
		{"war\xffpeace", []text.Token{{"war", 0, 3}, {"peac", 4, 9}}, "an invalid byte separates"},
		{"caf\xc3", []text.Token{{"caf", 0, 3}}, "a character that is cut off"},
		{"caf\ufffdx1", []text.Token{{"caf", 0, 3}, {"x1", 6, 8}}, "so does the replacement character"},
		{"dog'\xe2", []text.Token{{"dog", 0, 3}}, "an apostrophe before an invalid byte"},
	} {
		if diff := cmp.Diff(test.want, analyze(test.in)); diff != "" {
			t.Errorf("%q (%s): -want +got\n%s", test.in, test.reason, diff)
		}
	}
}

func TestAppendKeepsWhatIsThere(t *testing.T) {
	var a text.Analyzer
	got := a.Append([]text.Token{{"x", 1, 2}}, "oil")
	if diff := cmp.Diff([]text.Token{{"x", 1, 2}, {"oil", 0, 3}}, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestStems(t *testing.T) {
	for _, test := range []struct{ words, term, reason string }{
		{"sanction sanctions sanctioned sanctioning", "sanction", "plural and verb forms"},
		{"policy policies", "polici", "y and ies"},
		{"negotiate negotiated negotiation negotiations", "negoti", "verb and noun"},
		{"economic economical economically", "econom", "adjective and adverb"},
		{"stopped stopping stops", "stop", "a doubled consonant"},
		{"raise raised raises raising", "rais", "no British spelling"},
		{"rise rises rising", "rise", "no British spelling"},
		{"tour toured touring tours", "tour", "no British spelling"},
		{"precise precisely precision", "precis", "no British spelling"},
		{"revise revised revision", "revis", "no British spelling"},
		{"surprise surprising surprisingly", "surpris", "no British spelling"},
		{"disable disabled disables", "disabl", "no British spelling"},
		{"programs programmed programming programmes", "program", "only the noun is British"},
		{"centre centred centring centers centered", "center", "the e before a d stays"},
	} {
		for _, w := range strings.Fields(test.words) {
			if diff := cmp.Diff([]string{test.term}, termsOf(analyze(w))); diff != "" {
				t.Errorf("%s (%s): -want +got\n%s", w, test.reason, diff)
			}
		}
	}
}
