package answer

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// show writes statements as a person reads them, one a line: the kind, for a cell its
// lead, the text, the marks with what they name, the quotations.
func show(statements []Statement) string {
	var b strings.Builder
	for _, s := range statements {
		b.WriteString(s.Kind.String())
		if s.Header {
			b.WriteString(" (header)")
		}
		if s.Lead != "" {
			b.WriteString(" (" + s.Lead + ")")
		}
		b.WriteString(": " + s.Text)
		for _, m := range s.Marks {
			b.WriteString(" " + m.Text)
			if m.Malformed {
				b.WriteString("!")
			}
			for _, r := range m.Refs {
				switch {
				case r.Passage != "":
					b.WriteString(" <" + r.Article + ":" + r.Passage + ">")
				default:
					b.WriteString(" <" + r.Article + "^" + r.Label + ">")
				}
			}
		}
		for _, q := range s.Quotes {
			b.WriteString(" q<" + q.Text + ">")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// A readTest says what is read of a text, and why it is in the list.
type readTest struct{ reason, in, want string }

func check(t *testing.T, tests []readTest) {
	t.Helper()
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, show(Read(tt.in))); diff != "" {
			t.Errorf("%s: %q: (-want +got)\n%s", tt.reason, tt.in, diff)
		}
	}
}

// TestBlocks: what a statement stands in.
func TestBlocks(t *testing.T) {
	check(t, []readTest{
		{
			"nothing",
			"",
			"",
		},
		{
			"white space only",
			"  \n\n\t\n",
			"",
		},
		{
			"an ordinary paragraph, two sentences",
			"The ferry leaves at six. It returns at ten.",
			"prose: The ferry leaves at six.\n" +
				"prose: It returns at ten.\n",
		},
		{
			"a wrapped line goes on, a blank line ends a paragraph",
			"The ferry\nleaves at six.\n\nIt returns",
			"prose: The ferry leaves at six.\n" +
				"prose: It returns\n",
		},
		{
			"every sort of line break",
			"Line one\r\nline two\rline three\u2028line four.",
			"prose: Line one line two line three line four.\n",
		},
		{
			"headings, with and without closing hashes",
			"# Ferries in 2024\n## History ##\nThe ferry leaves.\n#hashtag is prose",
			"heading: Ferries in 2024\n" +
				"heading: History\n" +
				"prose: The ferry leaves.\n" +
				"prose: #hashtag is prose\n",
		},
		{
			"a heading takes no line after it",
			"# Ferries\nin 1998",
			"heading: Ferries\n" +
				"prose: in 1998\n",
		},
		{
			"list markers of all sorts",
			"- dash item\n* star item\n+ plus item\n1. first item\n2) second item\n• round item\n– long dash item",
			"item: dash item\n" +
				"item: star item\n" +
				"item: plus item\n" +
				"item: first item\n" +
				"item: second item\n" +
				"item: round item\n" +
				"item: long dash item\n",
		},
		{
			"an item is continued by a plain line",
			"- the bakery opens\n  at five\n- the mill opens",
			"item: the bakery opens at five\n" +
				"item: the mill opens\n",
		},
		{
			"a year at the start of a line is no list marker",
			"It opened in\n1998. It closed in\n2004.",
			"prose: It opened in 1998.\n" +
				"prose: It closed in 2004.\n",
		},
		{
			"a task is an item, its box is text",
			"- [x] the bridge is open",
			"item: [x] the bridge is open\n",
		},
		{
			"block quotes, with lines that go on",
			"> The ferry is never late\n> in June.\n\nSo they say.",
			"block quote: The ferry is never late in June. q<The ferry is never late in June.>\n" +
				"prose: So they say.\n",
		},
		{
			"a nested block quote",
			"> > The ferry is never late in June.\n",
			"block quote: The ferry is never late in June. q<The ferry is never late in June.>\n",
		},
		{
			"a quote of fewer than four words is none",
			"> Too short.\n",
			"block quote: Too short.\n",
		},
		{
			"rules and underlines state nothing",
			"***\nText\n===\n- - -\n",
			"prose: Text\n",
		},
		{
			"a definition of a footnote states nothing",
			"It is so.[^1]\n\n[^1]: the note says so in 2023",
			"prose: It is so. [^1] <^1>\n",
		},
		{
			"a mark with a colon after it within a line is no definition",
			"Text.[^1]: not a definition",
			"prose: Text.: not a definition [^1] <^1>\n",
		},
		{
			"code in a closed fence, line by line, marks and markup are text",
			"```go\ncode 1998 [^4]\n  more *code*\n```\nText after.",
			"code: code 1998 [^4]\n" +
				"code: more *code*\n" +
				"prose: Text after.\n",
		},
		{
			"a fence of tildes",
			"~~~ text\nthe ferry\n~~~\n",
			"code: the ferry\n",
		},
		{
			"a longer fence may hold a shorter",
			"````\n```\ninner\n```\n````\nText.",
			"code: inner\n" +
				"prose: Text.\n",
		},
		{
			"a fence that is not closed is text: nothing hides in it",
			"```\nThe ferry was built in 1900.",
			"prose: The ferry was built in 1900.\n",
		},
		{
			"another sort of fence closes none",
			"```\nThe ferry was built in 1900.\n~~~\n",
			"prose: The ferry was built in 1900.\n",
		},
		{
			"a fence indented by four spaces is none",
			"    ```\nThe ferry was built.\n    ```\n",
			"prose: The ferry was built.\n",
		},
		{
			"backticks in the line are no fence",
			"```a``` is code",
			"prose: a is code\n",
		},
		{
			"a fence of more characters than anyone writes is text",
			"`````````````````\nthe ferry\n`````````````````\n",
			"prose: the ferry\n",
		},
		{
			"scripts without spaces",
			"Die Fähre fährt um sechs.[4] 船は六時に出る。【4】次の文。[^5]",
			"prose: Die Fähre fährt um sechs. [4] <^4>\n" +
				"prose: 船は六時に出る。 【4】 <^4>\n" +
				"prose: 次の文。 [^5] <^5>\n",
		},
	})
}

// TestTables: cells, what they need to be understood, and their marks.
func TestTables(t *testing.T) {
	check(t, []readTest{
		{
			"header, first cell and column are the lead",
			"| Ship | Year | Cars |\n|---|:--:|---|\n| Anna | 1998[^3] | 300 cars |\n| Berta | 2004 |  |\n",
			"cell (header): Ship\n" +
				"cell (header): Year\n" +
				"cell (header): Cars\n" +
				"cell (Ship): Anna\n" +
				"cell (Year Anna): 1998 [^3] <^3>\n" +
				"cell (Cars Anna): 300 cars\n" +
				"cell (Ship): Berta\n" +
				"cell (Year Berta): 2004\n",
		},
		{
			"marks alone in a cell are of the row, also with commas between",
			"| Ship | Year | Note |\n|---|---|---|\n| Anna | 1998 | [^3] |\n| Berta | 2004 | [4], [5] |\n",
			"cell (header): Ship\n" +
				"cell (header): Year\n" +
				"cell (header): Note\n" +
				"cell (Ship): Anna [^3] <^3>\n" +
				"cell (Year Anna): 1998 [^3] <^3>\n" +
				"cell (Ship): Berta [4] <^4> [5] <^5>\n" +
				"cell (Year Berta): 2004 [4] <^4> [5] <^5>\n",
		},
		{
			"marks in the first cell are of the row, too",
			"| Note | Ship | Year |\n|---|---|---|\n| [^3] | Anna | 1998 |\n| [^4] | Berta | 2004 |\n",
			"cell (header): Note\n" +
				"cell (header): Ship\n" +
				"cell (header): Year\n" +
				"cell (Ship): Anna [^3] <^3>\n" +
				"cell (Year): 1998 [^3] <^3>\n" +
				"cell (Ship): Berta [^4] <^4>\n" +
				"cell (Year): 2004 [^4] <^4>\n",
		},
		{
			"no header: the first cell leads",
			"| Anna | 1998 |\n| Berta | 2004 |\n",
			"cell: Anna\n" +
				"cell (Anna): 1998\n" +
				"cell: Berta\n" +
				"cell (Berta): 2004\n",
		},
		{
			"another table knows nothing of the one before",
			"| Ship | Year |\n|---|---|\n| Anna | 1998 |\n\nMore:\n\n| Clara | 2010 |\n",
			"cell (header): Ship\n" +
				"cell (header): Year\n" +
				"cell (Ship): Anna\n" +
				"cell (Year Anna): 1998\n" +
				"prose: More:\n" +
				"cell: Clara\n" +
				"cell (Clara): 2010\n",
		},
		{
			"an escaped bar is text",
			"| a \\| b | c |\n",
			"cell: a | b\n" +
				"cell (a | b): c\n",
		},
		{
			"a row without the closing bar",
			"| Anna | 1998\n| Berta | 2004\n",
			"cell: Anna\n" +
				"cell (Anna): 1998\n" +
				"cell: Berta\n" +
				"cell (Berta): 2004\n",
		},
		{
			"without an opening bar it is prose",
			"Ship | Year\n--- | ---\nAnna | 1998\n",
			"prose: Ship | Year\n" +
				"prose: Anna | 1998\n",
		},
		{
			"two sentences in a cell",
			"| Anna | It leaves at six. It returns.[^4] |\n",
			"cell: Anna\n" +
				"cell (Anna): It leaves at six.\n" +
				"cell (Anna): It returns. [^4] <^4>\n",
		},
	})
}

// TestMarks: every form of mark, and what is none.
func TestMarks(t *testing.T) {
	check(t, []readTest{
		{
			"after the stop",
			"The ferry leaves.[^4] The bakery opens.[^7]",
			"prose: The ferry leaves. [^4] <^4>\n" +
				"prose: The bakery opens. [^7] <^7>\n",
		},
		{
			"before the stop, the space goes",
			"The ferry leaves [4]. The bakery opens [4, 7]!",
			"prose: The ferry leaves. [4] <^4>\n" +
				"prose: The bakery opens! [4, 7] <^4> <^7>\n",
		},
		{
			"set off by a space",
			"The ferry leaves. [^4] The bakery opens.",
			"prose: The ferry leaves. [^4] <^4>\n" +
				"prose: The bakery opens.\n",
		},
		{
			"a range, with each kind of dash",
			"Up [4-6]. Down [4–6]. Left [^4]. Right [4 — 5].",
			"prose: Up. [4-6] <^4> <^5> <^6>\n" +
				"prose: Down. [4–6] <^4> <^5> <^6>\n" +
				"prose: Left. [^4] <^4>\n" +
				"prose: Right. [4 — 5] <^4> <^5>\n",
		},
		{
			"lenticular brackets, with what follows a dagger or a colon",
			"It returns【4】. It sinks【4:0†source】. It floats【4†source】.",
			"prose: It returns. 【4】 <^4>\n" +
				"prose: It sinks. 【4:0†source】 <^4>\n" +
				"prose: It floats. 【4†source】 <^4>\n",
		},
		{
			"a row of marks is one union",
			"The ferry leaves.[^4][^7] [^9] It returns.",
			"prose: The ferry leaves. [^4] <^4> [^7] <^7> [^9] <^9>\n" +
				"prose: It returns.\n",
		},
		{
			"a list with a caret each, commas and semicolons",
			"The ferry leaves.[^4, ^7] It returns. [^4; ^7] It sank [4; 7].",
			"prose: The ferry leaves. [^4, ^7] <^4> <^7>\n" +
				"prose: It returns. [^4; ^7] <^4> <^7>\n" +
				"prose: It sank. [4; 7] <^4> <^7>\n",
		},
		{
			"a passage, a note of an article, and one without brackets",
			"The ferry leaves. [harbour-guide#top.1] The bakery opens daily at five [harbour-guide^4], the mill opens at seven harbour-guide^7.",
			"prose: The ferry leaves. [harbour-guide#top.1] <harbour-guide:harbour-guide#top.1>\n" +
				"prose: The bakery opens daily at five, [harbour-guide^4] <harbour-guide^4>\n" +
				"prose: the mill opens at seven. harbour-guide^7 <harbour-guide^7>\n",
		},
		{
			"labels that are no number",
			"So it is.[^rc-0e12] So it was.[^12a] And so.[^fact:f_x]",
			"prose: So it is. [^rc-0e12] <^rc-0e12>\n" +
				"prose: So it was. [^12a] <^12a>\n" +
				"prose: And so. [^fact:f_x] <^fact:f_x>\n",
		},
		{
			"superscripts, with a comma between",
			"The ferry leaves at six.¹² It returns at ten.³,⁴ Then it rests.",
			"prose: The ferry leaves at six. ¹² <^12>\n" +
				"prose: It returns at ten. ³,⁴ <^3> <^4>\n" +
				"prose: Then it rests.\n",
		},
		{
			"a superscript after a year is a mark",
			"The bridge opened in 1998¹ and closed.",
			"prose: The bridge opened in 1998 and closed. ¹ <^1>\n",
		},
		{
			"an exponent of a unit or a small base is none",
			"The quay is 4 km² large. The sun has 10²⁶ watts. Speed is 5 m³ per day.",
			"prose: The quay is 4 km² large.\n" +
				"prose: The sun has 10²⁶ watts.\n" +
				"prose: Speed is 5 m³ per day.\n",
		},
		{
			"four superscript digits are none, nor are the last three of them",
			"It is so¹²³⁴ here.",
			"prose: It is so¹²³⁴ here.\n",
		},
		{
			"<sup> around a number is one, around anything else a tag",
			"The ferry leaves.<sup>4</sup> It returns.<sup>[5]</sup> E = mc<sup>x</sup> too. A<sup>7</b> B.",
			"prose: The ferry leaves. <sup>4</sup> <^4>\n" +
				"prose: It returns. <sup>[5]</sup> <^5>\n" +
				"prose: E = mcx too.\n" +
				"prose: A7 B.\n",
		},
		{
			"malformed: a caret and no form that names a note",
			"So it is.[^2,33] And so it goes.[^ 4] And so it was.[^] So.[^a b]",
			"prose: So it is. [^2,33]!\n" +
				"prose: And so it goes. [^ 4]!\n" +
				"prose: And so it was. [^]!\n" +
				"prose: So. [^a b]!\n",
		},
		{
			"no caret and no number of three digits: text",
			"The ferry opened in [1998] and [Applause] followed [sic] by [a, b].",
			"prose: The ferry opened in [1998] and [Applause] followed [sic] by [a, b].\n",
		},
		{
			"a range backwards, too long or too large is text",
			"One [7-4]. Two [1-200]. Three [1000-1002]. Four [4-].",
			"prose: One [7-4].\n" +
				"prose: Two [1-200].\n" +
				"prose: Three [1000-1002].\n" +
				"prose: Four [4-].\n",
		},
		{
			"a power written with a caret is text",
			"It has 10^26 grains and x^2 sides.",
			"prose: It has 10^26 grains and x^2 sides.\n",
		},
		{
			"escaped brackets are text",
			"The list \\[4\\] is long.",
			"prose: The list [4] is long.\n",
		},
		{
			"not closed",
			"The ferry leaves [4. It returns [^5",
			"prose: The ferry leaves [4.\n" +
				"prose: It returns [^5\n",
		},
		{
			"a mark with a link to its note",
			"It leaves [4](#fn4). It returns [^4](https://x.org/a).",
			"prose: It leaves. [4](#fn4) <^4>\n" +
				"prose: It returns. [^4](https://x.org/a) <^4>\n",
		},
		{
			"a number that links to a page is text",
			"It leaves at [4](https://x.org/4).",
			"prose: It leaves at 4.\n",
		},
		{
			"invisible characters next to a mark",
			"The ferry is here\u00ad.\u2066[^4]\u2069 Next.",
			"prose: The ferry is here. [^4] <^4>\n" +
				"prose: Next.\n",
		},
		{
			"marks alone in a paragraph are of the statement before",
			"The ferry leaves.\n\n[^4] [^5]\n\nNext.",
			"prose: The ferry leaves. [^4] <^4> [^5] <^5>\n" +
				"prose: Next.\n",
		},
		{
			"marks alone at the beginning are of the statement after",
			"[^4]\n\nThe ferry leaves.",
			"prose: The ferry leaves. [^4] <^4>\n",
		},
		{
			"marks alone under a heading are of what follows it",
			"# Ferries\n\n[^4]\n\nThe ferry leaves.",
			"heading: Ferries\n" +
				"prose: The ferry leaves. [^4] <^4>\n",
		},
		{
			"nothing but marks",
			"[^4] [^5]",
			"",
		},
		{
			"a mark behind what has no words is of the sentence before",
			"The ferry leaves. … [4]\nIt returns.",
			"prose: The ferry leaves. … [4] <^4>\n" +
				"prose: It returns.\n",
		},
	})
}

// TestClauses: which part of a sentence a mark closes.
func TestClauses(t *testing.T) {
	check(t, []readTest{
		{
			"two clauses, a mark each",
			"The ferry opened in 1998,[^4] and it carried 300 cars a day in 2004.[^5]",
			"prose: The ferry opened in 1998, [^4] <^4>\n" +
				"prose: and it carried 300 cars a day in 2004. [^5] <^5>\n",
		},
		{
			"a clause with a mark and one without",
			"The ferry opened in 1998,[^4] and then nobody heard of it again.",
			"prose: The ferry opened in 1998, [^4] <^4>\n" +
				"prose: and then nobody heard of it again.\n",
		},
		{
			"a word or two after the last mark belong to it",
			"The ferry opened in 1998[^1] too.",
			"prose: The ferry opened in 1998 too. [^1] <^1>\n",
		},
		{
			"a word or two before the first mark belong to what follows",
			"The ferry[^1] opened in 1998.",
			"prose: The ferry opened in 1998. [^1] <^1>\n",
		},
		{
			"a mark that opens a block is of the sentence after it",
			"[^4] The ferry opened in 1998.",
			"prose: The ferry opened in 1998. [^4] <^4>\n",
		},
		{
			"marks of a word or two each are one with their neighbours",
			"The bakery sells rye [1], wheat [2], and spelt [3].",
			"prose: The bakery sells rye, [1] <^1>\n" +
				"prose: wheat, and spelt. [2] <^2> [3] <^3>\n",
		},
		{
			"enough words each, three clauses",
			"The bakery sells rye bread daily [1], wheat bread on Mondays [2], and spelt bread never [3].",
			"prose: The bakery sells rye bread daily, [1] <^1>\n" +
				"prose: wheat bread on Mondays, [2] <^2>\n" +
				"prose: and spelt bread never. [3] <^3>\n",
		},
		{
			"the closing bracket is the clause's",
			"Ferries (such as the old Anna [4]) run daily in summer.",
			"prose: Ferries (such as the old Anna) [4] <^4>\n" +
				"prose: run daily in summer.\n",
		},
		{
			"the closing quotation mark is the clause's",
			"She said “the ferry is late [4]” and left the old harbour.",
			"prose: She said “the ferry is late” [4] <^4> q<the ferry is late>\n" +
				"prose: and left the old harbour.\n",
		},
		{
			"marks on both sides of the stop are one union",
			"The ferry leaves at six [4].[^7] It returns.",
			"prose: The ferry leaves at six. [4] <^4> [^7] <^7>\n" +
				"prose: It returns.\n",
		},
		{
			"where a mark parts words a space takes its place",
			"The ferry leaves at six[4]and returns at ten in the evening.",
			"prose: The ferry leaves at six [4] <^4>\n" +
				"prose: and returns at ten in the evening.\n",
		},
	})
}

// TestQuotations: what is quoted.
func TestQuotations(t *testing.T) {
	check(t, []readTest{
		{
			"straight, curly, French and German marks",
			"He said \"the ferry is never late\" and “it sails at six o'clock”, «le bac part à six heures», « le bac part à dix heures », „die Fähre fährt um sechs“ and »die Fähre fährt um zehn«.",
			"prose: He said \"the ferry is never late\" and “it sails at six o'clock”, «le bac part à six heures», « le bac part à dix heures », „die Fähre fährt um sechs“ and »die Fähre fährt um zehn«. q<the ferry is never late> q<it sails at six o'clock> q<le bac part à six heures> q<le bac part à dix heures> q<die Fähre fährt um sechs> q<die Fähre fährt um zehn>\n",
		},
		{
			"single curly marks; an apostrophe closes nothing",
			"‘The ferry’s captain is never late,’ she said of ‘The Anna’.",
			"prose: ‘The ferry’s captain is never late,’ she said of ‘The Anna’. q<The ferry’s captain is never late,>\n",
		},
		{
			"single low and Japanese marks",
			"‚Die Fähre fährt um sechs‘ and 「a b c d」 and 『e f g h』 and ‹un deux trois quatre›.",
			"prose: ‚Die Fähre fährt um sechs‘ and 「a b c d」 and 『e f g h』 and ‹un deux trois quatre›. q<Die Fähre fährt um sechs> q<a b c d> q<e f g h> q<un deux trois quatre>\n",
		},
		{
			"fewer than four words are a term or title",
			"The board calls it “Fair Winds” and \"safe\" and “a fair wind”.",
			"prose: The board calls it “Fair Winds” and \"safe\" and “a fair wind”.\n",
		},
		{
			"four words are a quotation",
			"The board calls it “a very fair wind”.",
			"prose: The board calls it “a very fair wind”. q<a very fair wind>\n",
		},
		{
			"not closed",
			"She said “the ferry is never late in June.",
			"prose: She said “the ferry is never late in June.\n",
		},
		{
			"an apostrophe opens none",
			"The captains’ boats aren’t the pilots’ boats here.",
			"prose: The captains’ boats aren’t the pilots’ boats here.\n",
		},
		{
			"inches and feet are closed like quotations where they pair",
			"A 5\" by 4\" plate.",
			"prose: A 5\" by 4\" plate.\n",
		},
		{
			"a quotation of two sentences is of the first",
			"“The ferry is never late. It sails at six.” So it is.",
			"prose: “The ferry is never late. q<The ferry is never late. It sails at six.>\n" +
				"prose: It sails at six.”\n" +
				"prose: So it is.\n",
		},
		{
			"a mark within a quotation is not of its text",
			"“The ferry [4] is never late at all,” she said to us.",
			"prose: “The ferry is never late at all,” she said to us. [4] <^4> q<The ferry is never late at all,>\n",
		},
		{
			"the mark after the closing quotation mark",
			"“The ferry is never late in June.”[^4] She left.",
			"prose: “The ferry is never late in June.” [^4] <^4> q<The ferry is never late in June.>\n" +
				"prose: She left.\n",
		},
		{
			"in code nothing is quoted",
			"```\nsay \"the ferry is never late\"\n```\n",
			"code: say \"the ferry is never late\"\n",
		},
	})
}

// TestMarkup: links, entities, escapes, tags, emphasis, what nobody sees.
func TestMarkup(t *testing.T) {
	check(t, []readTest{
		{
			"a link's text is text, its address is none",
			"See [the paper](https://x.org/a) now. ![a picture](a/b.png) is here.",
			"prose: See the paper now. a picture is here.\n",
		},
		{
			"an address with brackets",
			"See [the page](https://x.org/a_(b)) now.",
			"prose: See the page now.\n",
		},
		{
			"an address with a bracket that is not closed",
			"See [the page](https://x.org/(b) now (it is long).",
			"prose: See the page now (it is long).\n",
		},
		{
			"an address with a title",
			"See [the page](https://x.org \"A title\") now.",
			"prose: See the page now.\n",
		},
		{
			"what isn't quoted is no title: nothing hides behind a link",
			"See [the page](https://x.org the ferry was built in 1900) now.",
			"prose: See [the page](https://x.org the ferry was built in 1900) now.\n",
		},
		{
			"not an address",
			"See [the page](see below) now.",
			"prose: See [the page](see below) now.\n",
		},
		{
			"entities, known and not",
			"Salt &amp; bread, &lt;b&gt;, &nbsp;x &copy; 1998 &bogus; AT&T &#8364;5 & more.",
			"prose: Salt & bread, <b>, x © 1998 &bogus; AT&T €5 & more.\n",
		},
		{
			"an entity that nobody sees",
			"The fer&#8203;ry&shy; leaves&lrm; at&#10;six.",
			"prose: The ferry leaves at six.\n",
		},
		{
			"an ampersand that begins no entity, before one that does",
			"R&D(a)&amp; more.",
			"prose: R&D(a)& more.\n",
		},
		{
			"escapes of all punctuation, and of nothing else",
			"The price is \\$5, \\*not\\* bold, a\\b, \\| and \\^4.",
			"prose: The price is $5, *not* bold, a\\b, | and ^4.\n",
		},
		{
			"emphasis, also within words; signs between digits are kept",
			"a_b and _soft_ and 2*3*4 and **hard**er ~~gone~~ ~5 and `code`.",
			"prose: a_b and soft and 2*3*4 and harder gone ~5 and code.\n",
		},
		{
			"tags are passed over, comparisons are not",
			"<b>Bold</b> text<br/> and a < b > c and 5<6.",
			"prose: Bold text and a < b > c and 5<6.\n",
		},
		{
			"zero-width characters, marks of direction, soft hyphens",
			"Fer\u200bry is\u202e he\u00adre, \ufeffnow.",
			"prose: Ferry is here, now.\n",
		},
		{
			"homoglyphs are left as they are",
			"The f\u0435rry leaves.",
			"prose: The f\u0435rry leaves.\n",
		},
		{
			"invalid UTF-8 is replaced, one for each byte",
			"\xff\xfe The \xc3ferry leaves.\xff",
			"prose: \ufffd\ufffd The \ufffdferry leaves.\ufffd\n",
		},
		{
			"control characters",
			"The\x00 ferry\x07 leaves.",
			"prose: The ferry leaves.\n",
		},
	})
}
