package number_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/internal/number"
)

// A row is a text whose mentions stand in ‹ ›, and what they are, with "; " between.
type row struct{ in, want, reason string }

func check(t *testing.T, rows []row) {
	t.Helper()
	for _, r := range rows {
		plain := strings.NewReplacer("‹", "", "›", "").Replace(r.in)
		var said []string
		var marked strings.Builder
		at := 0
		for _, m := range number.Append(nil, plain) {
			said = append(said, describe(m))
			marked.WriteString(plain[at:m.Start] + "‹" + plain[m.Start:m.End] + "›")
			at = m.End
		}
		marked.WriteString(plain[at:])
		if d := cmp.Diff(r.in, marked.String()); d != "" {
			t.Errorf("%s: spans (-want +got):\n%s", r.reason, d)
		}
		if d := cmp.Diff(r.want, strings.Join(said, "; ")); d != "" {
			t.Errorf("%s: mentions of %q (-want +got):\n%s", r.reason, plain, d)
		}
	}
}

// describe writes a mention as its kind, its token without "=", its EDTF if that is
// another, and how it is meant.
func describe(m number.Mention) string {
	token := strings.TrimPrefix(m.Token(), "=")
	out := m.Kind.String() + " " + token
	if edtf := m.EDTF(); edtf != "" && !strings.EqualFold(edtf, token) {
		out += " " + edtf
	}
	if m.Approximate {
		out += " about"
	}
	return out + [...]string{"", " over", " at least", " under", " at most"}[m.Bound]
}

func TestDigits(t *testing.T) {
	check(t, []row{
		{"", "", "no text"},
		{"No figure at all.", "", "no number"},
		{"‹256› new repositories", "number 256", "plain digits"},
		{"‹189,719› commits", "number 189719", "commas group in threes"},
		{"‹1,234,567›", "number 1234567", "twice"},
		{"‹12,34,567› people", "number 1234567", "the Indian way"},
		{"‹1\u00a0234\u00a0567›, ‹1\u2009234›, ‹1\u202f234›", "number 1234567; number 1234; number 1234", "no-break and thin spaces group"},
		{"‹1'234'567›", "number 1234567", "the Swiss way"},
		{"‹1.234.567› people", "number 1234567", "two groups with points can't be a fraction"},
		{"‹1.234› people", "number 1.234", "one group can"},
		{"‹1.234,56›", "number 1234.56", "a comma behind a group with a point is decimal"},
		{"‹3,5%› of it", "share 3.5%", "a decimal comma before a unit"},
		{"‹3›,‹5› and ‹7›", "number 3; number 5; number 7", "a list without spaces"},
		{"a ratio of ‹3.5›", "number 3.5", "decimals"},
		{"‹.5%› of it", "share 0.5%", "nothing before the point"},
		{"‹3.50›", "number 3.5", "a zero at the end says how exactly, not what"},
		{"agent 007", "", "a code"},
		{"key 12345678901234567890123", "", "too long for a number that somebody means"},
		{"‹18446744073709551609› atoms", "number 18446744073709551609", "twenty digits that fit"},
		{"by ‹-3.5› or ‹−4› points", "number -3.5; number -4", "a hyphen or a minus before digits"},
		{"by ‹minus 4› degrees", "number -4", "in words"},
		{"lost ‹-$5m›", "money -5000000usd", "before a sum"},
		{"a ‹2›-‹1› vote", "number 2; number 1", "no range runs backwards, and no vote is negative"},
		{"‹10^26› FLOP", "number 100000000000000000000000000", "a power of ten"},
		{"‹10^{25}› or ‹10²⁵›", "number 10000000000000000000000000; number 10000000000000000000000000", "other ways to write one"},
		{"‹3.8 × 10^25›, ‹3.8e25›", "number 38000000000000000000000000; number 38000000000000000000000000", "times a number"},
		{"‹1½› cups, ‹2½ million›", "number 1.5; number 2500000", "a fraction behind digits"},
		{"‹80›GB or ‹80› GB", "number 80; number 80", "a unit without a space"},
		{"5G, 3D and a 4x4", "", "digits in words"},
	})
}

func TestScales(t *testing.T) {
	check(t, []row{
		{"‹700M› MAUs", "number 700000000", "a letter"},
		{"‹700m› users", "number 700000000", "a small one"},
		{"‹700 mn›", "number 700000000", "an abbreviation"},
		{"‹700 million›", "number 700000000", "a word"},
		{"a ‹700-million› threshold", "number 700000000", "with a hyphen"},
		{"‹1.8\nmillion› stars", "number 1800000", "across a line"},
		{"‹1.8›\n\nMillion Dollar Baby", "number 1.8", "but not across paragraphs"},
		{"‹45bn›, ‹45B›", "number 45000000000; number 45000000000", "billions"},
		{"‹200k› and ‹128K›", "number 200000; number 128000", "thousands"},
		{"‹15T› tokens", "number 15000000000000", "trillions"},
		{"‹5 hundred thousand›", "number 500000", "two words"},
		{"‹5 crore›, ‹2 lakh›", "number 50000000; number 200000", "Indian words"},
		{"Section 4b", "", "a small b counts paragraphs, not billions"},
		{"the ‹100›m race", "number 100", "metres"},
		{"‹3 dozen›", "number 36", "dozens"},
		{"‹3 decades›", "number 30", "decades are ten years each"},
	})
}

func TestWords(t *testing.T) {
	check(t, []row{
		{"‹seven hundred million›", "number 700000000", "words"},
		{"‹Forty-five billion›", "number 45000000000", "a capital and a hyphen"},
		{"‹forty five›", "number 45", "without a hyphen"},
		{"‹two hundred and fifty-six›", "number 256", "with and"},
		{"‹two hundred and fifty thousand›", "number 250000", "hundreds of thousands"},
		{"‹ten thousand two hundred and five›", "number 10205", "a scale and what is left"},
		{"‹one and a half million›", "number 1500000", "a half of a scale"},
		{"‹two and a half› years", "number 2.5", "a half"},
		{"‹two and three quarter million›", "number 2750000", "three quarters"},
		{"‹a hundred›, ‹a million›", "number 100; number 1000000", "an article for one"},
		{"‹a dozen›, ‹half a dozen›, ‹two dozen›", "number 12; number 6; number 24", "dozens"},
		{"more than ‹a decade› older", "number 10 over", "a decade is ten years"},
		{"the decade, the hundred", "", "which one, not how many"},
		{"‹half a million›, ‹half a billion›", "number 500000; number 500000000", "halves of scales"},
		{"‹a quarter of a million›", "number 250000", "a quarter of one"},
		{"‹a quarter century›", "number 25", "of years"},
		{"‹half› an hour", "number 0.5", "of a unit"},
		{"one of us, no one, one another", "", "one is a pronoun"},
		{"‹one million›, ‹one hundred›", "number 1000000; number 100", "but counts before a scale"},
		{"‹two› models", "number 2", "a small number"},
		{"hundreds of thousands, several million, dozens, a few hundred, billions", "", "nothing exact"},
		{"zero-shot learning", "", "a compound"},
		{"‹five› ‹six› ‹seven›", "number 5; number 6; number 7", "three numbers"},
	})
}

// TestLongTexts: a text of which the parser sees a part at a time has the mentions of
// its parts, wherever they fall.
func TestLongTexts(t *testing.T) {
	const sentence = "In July of 2024, more than two hundred and fifty-six million users spent $1–3 billion on Llama 3.1.\n\n"
	want := number.Append(nil, sentence)
	for before := range 100 {
		lead := strings.Repeat("So it is. ", before) + "\n\n"
		all := number.Append(nil, lead+strings.Repeat(sentence, 10))
		if len(all) != 10*len(want) {
			t.Fatalf("%d mentions behind %d sentences, want %d", len(all), before, 10*len(want))
		}
		for i, m := range all {
			shift := len(lead) + i/len(want)*len(sentence)
			m.Start, m.End = m.Start-shift, m.End-shift
			if d := cmp.Diff(want[i%len(want)], m, cmp.Comparer(func(a, b number.Value) bool { return a == b })); d != "" {
				t.Fatalf("mention %d behind %d sentences (-alone +there):\n%s", i, before, d)
			}
		}
	}
}
