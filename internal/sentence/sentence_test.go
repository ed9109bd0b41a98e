package sentence_test

import (
	"slices"
	"testing"

	"github.com/footnote-go/footnote/internal/sentence"
)

// splitTest is one row of a table; reason says which rule it is there for.
type splitTest struct {
	name   string
	text   string
	want   []string
	reason string
}

func TestTerminators(t *testing.T) {
	run(t, []splitTest{
		{"empty", "", nil, "no text, no sentences"},
		{"white space", " \t\r\n\u00a0\u3000", nil, "white space is in no span"},
		{"none", "no terminator at all", []string{"no terminator at all"}, "the end of the text ends a sentence"},
		{"full stop", "It rained. We left.", []string{"It rained.", "We left."}, "the plain case"},
		{"exclamation", "Stop! We left.", []string{"Stop!", "We left."}, "! is a terminator"},
		{"question", "Why? We left.", []string{"Why?", "We left."}, "? is a terminator"},
		{"interrobang", "What?! We left.", []string{"What?!", "We left."}, "adjacent terminators are one tail"},
		{"many", "No!!! We left.", []string{"No!!!", "We left."}, "adjacent terminators are one tail"},
		{"trimmed", "  It rained.  We left.\t\n", []string{"It rained.", "We left."}, "spans hold no outer white space"},
		{"no-break space", "It rained.\u00a0We left.", []string{"It rained.", "We left."}, "U+00A0 is white space"},
		{"no space", "It rained.We left.", []string{"It rained.We left."}, "an ASCII terminator needs white space after it"},
		{"colon", "Note: It rained; We left.", []string{"Note: It rained; We left."}, "colon and semicolon are no terminators"},
		{"dash", "It rained — We left – Now.", []string{"It rained — We left – Now."}, "dashes are no terminators"},
		{"dash opens", "He came. — Why?", []string{"He came.", "— Why?"}, "a dash before a capital belongs to what follows"},
		{"dash carries on", "“Why?” — he asked.", []string{"“Why?” — he asked."}, "the word after the dash is lower case"},
		{"comma after", "Stop! , he said.", []string{"Stop! , he said."}, "no sentence begins with a comma"},
		{"space before", "Vraiment ? Oui.", []string{"Vraiment ?", "Oui."}, "French sets terminators off"},
		{"symbol after", "It fell. $5 was left.", []string{"It fell.", "$5 was left."}, "a sum of money can open a sentence"},
		{"number after", "It fell. 15 were left.", []string{"It fell.", "15 were left."}, "a number can open a sentence"},
	})
}

func TestBlocks(t *testing.T) {
	run(t, []splitTest{
		{"line feed", "It rained\nIn Paris.", []string{"It rained\nIn Paris."}, "a line feed alone is white space"},
		{"line feed after stop", "It rained.\nWe left.", []string{"It rained.", "We left."}, "a line feed is white space after a terminator"},
		{"blank line", "A title\n\nIt rained.", []string{"A title", "It rained."}, "a blank line needs no terminator"},
		{"blank line with spaces", "A title \n \t\n it rained.", []string{"A title", "it rained."}, "white space may stand in a blank line; case does not matter"},
		{"CRLF", "A title\r\n\r\nIt rained.\r\nWe left.", []string{"A title", "It rained.", "We left."}, "a carriage return is white space"},
		{"abbreviation", "See Dr.\n\nSmith left.", []string{"See Dr.", "Smith left."}, "a blank line outdoes every rule"},
		{"bracket", "It grew (see\n\nThen. It) fell.", []string{"It grew (see", "Then.", "It) fell."}, "brackets do not shelter beyond their block"},
		{"mark", "It grew.\n\n[4] Then", []string{"It grew.", "[4] Then"}, "marks do not reach over a blank line"},
	})
}

func TestQuotations(t *testing.T) {
	run(t, []splitTest{
		{"straight", `He said "Stop." Then he left.`, []string{`He said "Stop."`, "Then he left."}, "the closing quotation mark belongs to the sentence it closes"},
		{"curly", "He said “Stop.” Then he left.", []string{"He said “Stop.”", "Then he left."}, "likewise"},
		{"single", "He said ‘Stop.’ Then he left.", []string{"He said ‘Stop.’", "Then he left."}, "likewise"},
		{"nested", "“He said ‘Stop.’” Then he left.", []string{"“He said ‘Stop.’”", "Then he left."}, "several closing marks"},
		{"guillemets", "Il dit «Non.» Puis il part.", []string{"Il dit «Non.»", "Puis il part."}, "» closes"},
		{"spaced guillemets", "« Non ! » Puis il part.", []string{"« Non ! »", "Puis il part."}, "French guillemets are set off by a space"},
		{"spaced guillemets, lower case", "« Non ! » dit-il.", []string{"« Non ! » dit-il."}, "the sentence goes on in lower case"},
		{"German", "Er rief „Halt!“ Dann ging er.", []string{"Er rief „Halt!“", "Dann ging er."}, "“ closes when no word follows it directly"},
		{"German guillemets", "Er ging. »Halt!« Dann nichts.", []string{"Er ging.", "»Halt!«", "Dann nichts."}, "» with a word after it opens"},
		{"asked", `"Why?" he asked.`, []string{`"Why?" he asked.`}, "lower case after the quotation"},
		{"cried", "“Go!” she cried. “Now!”", []string{"“Go!” she cried.", "“Now!”"}, "lower case after the quotation, then a real end"},
		{"stop after quotation", `He said "Stop!". Then he left.`, []string{`He said "Stop!".`, "Then he left."}, "terminators may come again after closers"},
		{"opens next", `He left. "Why?" Nobody knew.`, []string{"He left.", `"Why?"`, "Nobody knew."}, "a quotation mark after white space opens"},
		{"inside", "“I know. You do too.” They left.", []string{"“I know.", "You do too.”", "They left."}, "quotations do not shelter what is in them"},
		{"emphasis", "*It rained.* _We left._ So.", []string{"*It rained.*", "_We left._", "So."}, "Markdown emphasis closes like quotation marks"},
		{"Spanish", "Se fue. ¿Por qué? ¡Nada!", []string{"Se fue.", "¿Por qué?", "¡Nada!"}, "inverted marks open"},
		{"speaker", `"Why?" Anna asked.`, []string{`"Why?"`, "Anna asked."}, "a known limit: the name looks like a new sentence"},
	})
}

func TestAbbreviations(t *testing.T) {
	run(t, []splitTest{
		{"titles", "Dr. Smith met Mrs. Jones and Prof. Lee.", []string{"Dr. Smith met Mrs. Jones and Prof. Lee."}, "a title needs its name"},
		{"ranks", "Gen. Grant, Lt. Col. Ray and Capt. Cook.", []string{"Gen. Grant, Lt. Col. Ray and Capt. Cook."}, "a rank needs its name"},
		{"politics", "Sen. Warren, Rep. Lee and Gov. Newsom.", []string{"Sen. Warren, Rep. Lee and Gov. Newsom."}, "an office needs its name"},
		{"title before opener", "A. met Dr. No and Mr. The.", []string{"A. met Dr. No and Mr. The."}, "a title never ends a sentence, even before an opener"},
		{"versus", "Kramer vs. Kramer and Roe v. Wade.", []string{"Kramer vs. Kramer and Roe v. Wade."}, "there are two parties"},
		{"Latin", "Use it, e.g. The Times, i.e. It, cf. Fig. 3.", []string{"Use it, e.g. The Times, i.e. It, cf. Fig. 3."}, "these introduce something"},
		{"viz", "Two rivers, viz. Rhine and Rhone, ca. 1900.", []string{"Two rivers, viz. Rhine and Rhone, ca. 1900."}, "these introduce something"},
		{"approx", "It cost approx. $5. We paid.", []string{"It cost approx. $5.", "We paid."}, "a symbol follows"},
		{"figures", "See Fig. A and Eq. (4). Then go.", []string{"See Fig. A and Eq. (4).", "Then go."}, "a reference needs its label"},
		{"number", "He lives at No. 5 now.", []string{"He lives at No. 5 now."}, "No. before a digit"},
		{"no", "He said no. We left.", []string{"He said no.", "We left."}, "no is a word unless a number follows"},
		{"Roman", "See Vol. IV and Art. XII there.", []string{"See Vol. IV and Art. XII there."}, "a Roman numeral is a number"},
		{"pages", "See p. 5 and pp. 6–7. Then go.", []string{"See p. 5 and pp. 6–7.", "Then go."}, "pages before a digit"},
		{"section", "Under Sec. 5 and § 6. The court left.", []string{"Under Sec. 5 and § 6.", "The court left."}, "the section sign is no abbreviation"},
		{"art", "It is art. We like it.", []string{"It is art.", "We like it."}, "art is a word unless a number follows"},
		{"Article", "See Art. 5 of it.", []string{"See Art. 5 of it."}, "Art. before a digit"},
		{"born", "Bach (b. 1685) was c. 60.", []string{"Bach (b. 1685) was c. 60."}, "years after born and circa"},
		{"etc opener", "Nuts, bolts, etc. The rest is here.", []string{"Nuts, bolts, etc.", "The rest is here."}, "an opener ends it"},
		{"etc lower", "Nuts, etc. are here.", []string{"Nuts, etc. are here."}, "lower case never ends"},
		{"company name", "Apple Inc. Chief Executive Tim Cook left.", []string{"Apple Inc. Chief Executive Tim Cook left."}, "a capital that is no opener does not end it"},
		{"company opener", "It was bought by Apple Inc. However, it failed.", []string{"It was bought by Apple Inc.", "However, it failed."}, "an opener ends it"},
		{"corp", "Ford Corp. Ltd. Co. They left.", []string{"Ford Corp. Ltd. Co.", "They left."}, "several in a row"},
		{"junior", "Sammy Davis Jr. He sang. King Jr. Day", []string{"Sammy Davis Jr.", "He sang.", "King Jr. Day"}, "what follows decides"},
		{"US name", "The U.S. Congress met.", []string{"The U.S. Congress met."}, "a capital that is no opener does not end it"},
		{"US opener", "He left the U.S. In Paris he stayed.", []string{"He left the U.S.", "In Paris he stayed."}, "an opener ends it"},
		{"US hyphen", "The U.S.-led force left.", []string{"The U.S.-led force left."}, "no white space follows"},
		{"USA", "He left the U.S.A. This was new.", []string{"He left the U.S.A.", "This was new."}, "any dotted acronym"},
		{"UK", "The U.K. government and the E.U. Commission.", []string{"The U.K. government and the E.U. Commission."}, "any dotted acronym"},
		{"DC", "He is in Washington, D.C. It rained.", []string{"He is in Washington, D.C.", "It rained."}, "any dotted acronym"},
		{"am pm", "From 9 a.m. Monday to 5 p.m. Then go.", []string{"From 9 a.m. Monday to 5 p.m.", "Then go."}, "what follows decides"},
		{"et al", "Vaswani et al. (2017) and Lee et al. We cite both.", []string{"Vaswani et al. (2017) and Lee et al.", "We cite both."}, "what follows decides, through a bracket too"},
		{"PhD", "She has a Ph.D. She is 30.", []string{"She has a Ph.D.", "She is 30."}, "a degree can end a sentence"},
		{"month", "On Jan. 5 and in Sept. It rained.", []string{"On Jan. 5 and in Sept.", "It rained."}, "what follows decides"},
		{"weekday", "On Mon. Bob left. On Fri. He came.", []string{"On Mon. Bob left.", "On Fri.", "He came."}, "what follows decides"},
		{"sun", "Around the Sun. Venus is next. On Sun. 5 came.", []string{"Around the Sun.", "Venus is next.", "On Sun. 5 came."}, "the Sun is a word unless a number follows"},
		{"saint", "St. Louis is on Main St. The end.", []string{"St. Louis is on Main St.", "The end."}, "St. is a saint or a street"},
		{"opener in quotation", "He left the U.S. “The end.”", []string{"He left the U.S.", "“The end.”"}, "openers are found behind quotation marks"},
		{"quoted abbreviation", `The “U.S.” Congress met.`, []string{"The “U.S.” Congress met."}, "a closer after the stop changes nothing"},
		{"abbreviation and question", "Is it Apple Inc.? Bob knew.", []string{"Is it Apple Inc.?", "Bob knew."}, "abbreviations matter to single full stops only"},
		{"long word", "Pneumonoultramicroscopicsilico. Bob left.", []string{"Pneumonoultramicroscopicsilico.", "Bob left."}, "no abbreviation is that long"},
		{"name after", "He came to the U.S. Apple said so.", []string{"He came to the U.S. Apple said so."}, "a known limit: Apple is no opener"},
	})
}

func TestInitials(t *testing.T) {
	run(t, []splitTest{
		{"Tolkien", "J. R. R. Tolkien wrote.", []string{"J. R. R. Tolkien wrote."}, "initials before a name"},
		{"Tolkien, tight", "By J.R.R. Tolkien. He wrote.", []string{"By J.R.R. Tolkien.", "He wrote."}, "initials make a dotted acronym"},
		{"middle", "Ahmad K. Al-Dahle left.", []string{"Ahmad K. Al-Dahle left."}, "an initial before a name"},
		{"Cyrillic", "Стихи А. С. Пушкина. Он жил.", []string{"Стихи А. С. Пушкина.", "Он жил."}, "capitals of any script"},
		{"plan B", "There is a plan B. Then we go.", []string{"There is a plan B.", "Then we go."}, "an opener follows"},
		{"vitamin C", "Take vitamin C. It helps.", []string{"Take vitamin C.", "It helps."}, "an opener follows"},
		{"A is an initial", "By J. A. Smith.", []string{"By J. A. Smith."}, "A with a stop is no article"},
		{"pronoun", "So do I. The rest left.", []string{"So do I.", "The rest left."}, "an opener follows"},
	})
}

func TestNumbers(t *testing.T) {
	run(t, []splitTest{
		{"version", "Use v1.1 of Llama 3.1 405B. It is new.", []string{"Use v1.1 of Llama 3.1 405B.", "It is new."}, "no white space follows an inner stop"},
		{"decimal", "It rose 3.5 percent to $1.5 billion.", []string{"It rose 3.5 percent to $1.5 billion."}, "no white space follows an inner stop"},
		{"section", "See section 4.2.1. The next is 5.", []string{"See section 4.2.1.", "The next is 5."}, "a number ends a sentence like a word"},
		{"year", "It began in 2024. The end is near.", []string{"It began in 2024.", "The end is near."}, "a number ends a sentence like a word"},
		{"year first", "When? 2024. The end.", []string{"When?", "2024.", "The end."}, "four digits are no list number"},
		{"list number", "1. First item. 2. Second item.", []string{"1. First item.", "2. Second item."}, "a list number belongs to what follows"},
		{"list letter", "A. The first. B. The second.", []string{"A. The first.", "B. The second."}, "so does a list letter, even before an opener"},
		{"list section", "4.2.1. Overview", []string{"4.2.1. Overview"}, "a section number is a list number"},
		{"list in second block", "It ended\n\n12. The last item", []string{"It ended", "12. The last item"}, "a list number begins a sentence, not a text"},
		{"leading dot", "It rose. .5 percent is little.", []string{"It rose.", ".5 percent is little."}, "a stop before a digit is no terminator of what follows"},
		{"NET", "We use .NET. We like it. .NET is old.", []string{"We use .NET.", "We like it.", ".NET is old."}, "a stop before a letter opens a word"},
		{"Node.js", "Node.js is on example.com now. Go there.", []string{"Node.js is on example.com now.", "Go there."}, "no white space follows an inner stop"},
		{"file", "Read config.yaml. Then main.go.", []string{"Read config.yaml.", "Then main.go."}, "a file name ends a sentence like a word"},
		{"URL", "See https://a.example/b.html?q=1&r=A.B! Then go.", []string{"See https://a.example/b.html?q=1&r=A.B!", "Then go."}, "terminators in a URL have no white space after them"},
	})
}

func TestEllipses(t *testing.T) {
	run(t, []splitTest{
		{"lower", "Well... maybe.", []string{"Well... maybe."}, "lower case carries on"},
		{"upper", "He left... Then he came.", []string{"He left...", "Then he came."}, "a capital opens"},
		{"one rune", "Well… maybe… Then.", []string{"Well… maybe…", "Then."}, "… is three stops"},
		{"spaced", "He left . . . and came.", []string{"He left . . . and came."}, "a stop after a stop carries on"},
		{"spaced, upper", "He left. . . . Then.", []string{"He left. . . .", "Then."}, "only the last stop can end"},
		{"after etc", "Nuts, etc... Bolts too.", []string{"Nuts, etc...", "Bolts too."}, "an ellipsis is no abbreviation's stop"},
		{"elision", "He came, […] He left.", []string{"He came, […] He left."}, "a terminator right after a bracket ends nothing"},
		{"elision opens", "He came. [...] The rest left.", []string{"He came.", "[...] The rest left."}, "an elision belongs to what follows"},
		{"doubt", "All 12 (?) Apostles left.", []string{"All 12 (?) Apostles left."}, "a terminator right after a bracket ends nothing"},
	})
}

func TestMarks(t *testing.T) {
	run(t, []splitTest{
		{"footnote", "It fell.[^4] It rose.", []string{"It fell.[^4]", "It rose."}, "a mark after the stop belongs before"},
		{"number", "It fell.[4] It rose.", []string{"It fell.[4]", "It rose."}, "likewise"},
		{"list", "It fell.[4, 7] It rose.", []string{"It fell.[4, 7]", "It rose."}, "spaces after separators"},
		{"range", "It fell.[4-6] It rose.[4–6] So.", []string{"It fell.[4-6]", "It rose.[4–6]", "So."}, "hyphen and en dash"},
		{"lenticular", "It fell.【4】 It rose.【4:0†source】 So.", []string{"It fell.【4】", "It rose.【4:0†source】", "So."}, "lenticular brackets"},
		{"superscript", "It fell.¹ It rose.²,³ So.¹⁰", []string{"It fell.¹", "It rose.²,³", "So.¹⁰"}, "superscript digits"},
		{"passage", "It fell.[passage#id.2] It rose.", []string{"It fell.[passage#id.2]", "It rose."}, "a label with #"},
		{"several", "It fell.[^4][^5] It rose.", []string{"It fell.[^4][^5]", "It rose."}, "marks in a row"},
		{"after quotation", "He said “No.”[^4] It rose.", []string{"He said “No.”[^4]", "It rose."}, "a mark after a closer"},
		{"no space", "It fell.[^4]It rose.", []string{"It fell.[^4]", "It rose."}, "a bracketed mark stands for white space"},
		{"detached", "He said. [4] Next.", []string{"He said. [4]", "Next."}, "a detached mark followed by white space"},
		{"detached, several", "He said. [4][5] [6]\nNext.", []string{"He said. [4][5] [6]", "Next."}, "detached marks in a row"},
		{"detached at end", "He said. [4]", []string{"He said. [4]"}, "a detached mark followed by the end"},
		{"detached, word", "He said. [4]th place.", []string{"He said.", "[4]th place."}, "no white space after the mark"},
		{"detached, lower", "He said. [4] next.", []string{"He said. [4] next."}, "lower case carries on behind a mark"},
		{"before stop", "It helps positioning[^1]. Next.", []string{"It helps positioning[^1].", "Next."}, "a mark before the stop is inside"},
		{"both sides", "It fell[1].[2] Next.", []string{"It fell[1].[2]", "Next."}, "a mark on each side"},
		{"applause", "He said. [Applause] Then he left.", []string{"He said.", "[Applause] Then he left."}, "ordinary words are no mark"},
		{"year", "He said. [2024] Then he left.", []string{"He said.", "[2024] Then he left."}, "four digits are no mark"},
		{"broken", "He said. [4, ] Then. [^] So. [4a] So.", []string{"He said.", "[4, ] Then.", "[^] So.", "[4a] So."}, "a separator needs a number after it, a label a letter"},
		{"laughs", "He left. [laughs] Then he came.", []string{"He left. [laughs] Then he came."}, "a known limit: lower case carries on"},
		{"open", "He said. [4 Then he left.", []string{"He said.", "[4 Then he left."}, "an open bracket is no mark"},
		{"abbreviation", "It was Apple Inc.[^4] Bob left.", []string{"It was Apple Inc.[^4]", "Bob left."}, "marks are put at ends of sentences"},
		{"title", "It was Dr.[^4] Smith.", []string{"It was Dr.[^4] Smith."}, "a title needs its name all the same"},
	})
}

func TestBrackets(t *testing.T) {
	run(t, []splitTest{
		{"reference", "It grew (see Fig. 3. and 4) fast.", []string{"It grew (see Fig. 3. and 4) fast."}, "lower case follows"},
		{"sheltered", "It grew (fast. It fell. So) again.", []string{"It grew (fast. It fell. So) again."}, "an inner bracket shelters"},
		{"sheltered, nested", "It grew (a (b. C) d. E) again. So.", []string{"It grew (a (b. C) d. E) again.", "So."}, "the outermost bracket counts"},
		{"sheltered, square", "It grew [fast. It fell] again.", []string{"It grew [fast. It fell] again."}, "square brackets shelter too"},
		{"whole", "(It failed.) Then he left.", []string{"(It failed.)", "Then he left."}, "a whole sentence in brackets"},
		{"whole, after another", "It grew. (It failed.) Then he left.", []string{"It grew.", "(It failed.)", "Then he left."}, "likewise"},
		{"several in one", "(It grew. It fell.) Then he left.", []string{"(It grew.", "It fell.)", "Then he left."}, "a bracket that opens the sentence does not shelter"},
		{"reaches out, opener", "It grew (it failed!) Then he left.", []string{"It grew (it failed!)", "Then he left."}, "an opener ends it at the bracket"},
		{"reaches out, name", "It grew (it was big!) Bob left.", []string{"It grew (it was big!) Bob left."}, "anything else does not"},
		{"stop after", "It grew (it failed). Then he left.", []string{"It grew (it failed).", "Then he left."}, "the stop is outside"},
		{"never closed", "It grew (fast. It fell.", []string{"It grew (fast.", "It fell."}, "an open bracket does not shelter"},
		{"bracket opens next", "It grew. (see Fig. 3)", []string{"It grew. (see Fig. 3)"}, "lower case carries on behind a bracket"},
	})
}

func TestCase(t *testing.T) {
	run(t, []splitTest{
		{"lower", "It fell. and rose.", []string{"It fell. and rose."}, "lower case carries on"},
		{"brand", "We sold it. iPhone sales rose.", []string{"We sold it.", "iPhone sales rose."}, "a capital inside the word"},
		{"brand late capital", "We sold it. macOS is old.", []string{"We sold it.", "macOS is old."}, "a capital inside the word"},
		{"brand after abbreviation", "Phones, etc. iPhone sales rose.", []string{"Phones, etc. iPhone sales rose."}, "a brand is no opener"},
		{"Georgian", "ის წავიდა. მე დავრჩი.", []string{"ის წავიდა.", "მე დავრჩი."}, "Georgian is lower case throughout"},
	})
}

func TestScripts(t *testing.T) {
	run(t, []splitTest{
		{"Chinese", "他走了。我留下！为什么？不知道。", []string{"他走了。", "我留下！", "为什么？", "不知道。"}, "no space is needed"},
		{"Chinese quotation", "他说：“走吧。”然后他走了。", []string{"他说：“走吧。”", "然后他走了。"}, "the closing mark belongs before"},
		{"Chinese and Latin", "他走了。iPhone很好。ok。", []string{"他走了。", "iPhone很好。", "ok。"}, "case says nothing after 。"},
		{"Japanese", "彼は行った。私は残った｡終わり。", []string{"彼は行った。", "私は残った｡", "終わり。"}, "half-width stop"},
		{"Japanese quotation", "「行く。」と言った。終わり。", []string{"「行く。」と言った。", "終わり。"}, "hiragana after a quotation is its particle"},
		{"full-width decimal", "値は３．５です。", []string{"値は３．５です。"}, "the full-width full stop needs a space"},
		{"Cyrillic", "Он ушел. Я остался. и т. д.", []string{"Он ушел.", "Я остался. и т. д."}, "case counts"},
		{"Greek", "Γιατί\u037e Δεν ξέρω; Όχι.", []string{"Γιατί\u037e", "Δεν ξέρω; Όχι."}, "U+037E is a question mark, the semicolon is not"},
		{"Arabic", "هل ذهب؟ نعم. انتهى", []string{"هل ذهب؟", "نعم.", "انتهى"}, "a script without case"},
		{"Urdu", "وہ گیا۔ میں رہا۔", []string{"وہ گیا۔", "میں رہا۔"}, "U+06D4"},
		{"Hindi", "वह गया। मैं रुका।", []string{"वह गया।", "मैं रुका।"}, "the danda"},
		{"Hebrew", "הוא הלך. אני נשארתי.", []string{"הוא הלך.", "אני נשארתי."}, "a script without case"},
		{"Armenian", "Նա գնաց։ Ես մնացի։", []string{"Նա գնաց։", "Ես մնացի։"}, "U+0589"},
	})
}

func TestInvisible(t *testing.T) {
	run(t, []splitTest{
		{"NUL after", "It fell.\x00 It rose.", []string{"It fell.\x00", "It rose."}, "a control belongs to the tail"},
		{"NUL before", "It fell. \x00It rose.", []string{"It fell.", "\x00It rose."}, "a control is passed over before a word"},
		{"NUL for space", "It fell.\x00It rose.", []string{"It fell.\x00It rose."}, "a control is no white space"},
		{"replacement", "It fell.\ufffd It rose.", []string{"It fell.\ufffd", "It rose."}, "U+FFFD may have been a quotation mark"},
		{"invalid", "It fell.\x93 \x94It rose.\xe2\x80", []string{"It fell.\x93", "\x94It rose.\xe2\x80"}, "bytes of another encoding may have been quotation marks"},
		{"zero width", "It fell.\u200b\u200d It rose.", []string{"It fell.\u200b\u200d", "It rose."}, "joiners belong to the tail"},
		{"direction", "ذهب.\u200f نعم.\u200e", []string{"ذهب.\u200f", "نعم.\u200e"}, "direction marks belong to the tail"},
		{"only invisible", "\ufeff", []string{"\ufeff"}, "not white space, so in a span"},
		{"trailing invisible", "It fell. \u200b", []string{"It fell. \u200b"}, "no sentence is made of nothing visible"},
		{"lower behind", "It fell.\u200b \u2060and rose.", []string{"It fell.\u200b \u2060and rose."}, "case is seen through joiners"},
		{"emoji", "Wow‼\ufe0f We left.", []string{"Wow‼\ufe0f", "We left."}, "a variation selector belongs to its terminator"},
	})
}

// run checks each row, and that the spans are those of the wanted strings.
func run(t *testing.T, tests []splitTest) {
	t.Helper()
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, span := range sentence.Split(test.text) {
				got = append(got, test.text[span.Start:span.End])
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("Split(%q)\n got %q\nwant %q\nbecause %s", test.text, got, test.want, test.reason)
			}
			checkInvariants(t, test.text)
		})
	}
}

func TestAppend(t *testing.T) {
	const text = "It rained. We left."
	dst := make([]sentence.Span, 1, 8)
	dst[0] = sentence.Span{Start: 7, End: 9}
	got := sentence.Append(dst, text)
	want := []sentence.Span{{Start: 7, End: 9}, {Start: 0, End: 10}, {Start: 11, End: 19}}
	if !slices.Equal(got, want) {
		t.Errorf("Append = %v, want %v", got, want)
	}
	if &got[0] != &dst[0] {
		t.Error("Append allocated although there was room")
	}
}
