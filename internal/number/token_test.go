package number_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/internal/number"
)

// groups are forms that say the same; those of different groups don't.
var groups = [][]string{
	{"700M", "700m", "700 mn", "700 million", "700-million", "seven hundred million", "700,000,000", "0.7 billion", "7e8", "about 700 million", "over 700M"},
	{"$700M", "700 million dollars", "USD 700m", "US$ 0.7 bn", "seven hundred million US dollars"},
	{"€700M", "700 million euros", "EUR 700,000,000"},
	{"$1–3 billion", "1 to 3 billion dollars", "$1bn-$3bn", "USD 1–3bn", "$1 billion to $3 billion"},
	{"89%", "89 percent", "89 per cent", "89 pct", "eighty-nine percent", "89.0 %"},
	{"25%", "a quarter of", "one in four", "1/4 of", "twenty-five percent", "one quarter", "¼ of", "roughly 25%"},
	{"50%", "half of", "one in two", "5 in 10", "fifty per cent"},
	{"a third of", "one-third", "⅓ of", "1/3 of", "one in three", "one out of three"},
	{"two thirds", "2/3 of", "two in three", "⅔"},
	{"3.5x", "3.5 times", "a factor of 3.5", "3.5-fold", "three and a half times"},
	{"12", "twelve", "a dozen", "12.0"},
	{"189,719", "189719", "189\u00a0719", "189.719 thousand"},
	{"July 2024", "July of 2024", "Jul. 2024", "2024-07", "07/2024", "in july 2024", "July, 2024"},
	{"2024-07-23", "July 23, 2024", "23 July 2024", "the 23rd of July 2024", "7/23/2024", "23.7.2024", "Jul 23rd 2024"},
	{"July 23", "23 July", "the 23rd of July"},
	{"mid-2025", "the middle of 2025", "mid 2025"},
	{"2024", "in 2024", "FY24", "twenty twenty-four", "2,024"},
	{"2023 to 2025", "2023–25", "between 2023 and 2025", "from 2023 until 2025"},
	{"Q3 2024", "2024-Q3", "the third quarter of 2024", "3Q24"},
	{"the second half of 2024", "H2 2024"},
	{"the 1990s", "1990s"},
	{"summer 2023", "the summer of 2023"},
	{"v1.1", "version 1.1", "1.1"},
	{"v1.10"},
	{"third", "3rd"},
}

func TestForms(t *testing.T) {
	seen := map[string]string{}
	for _, forms := range groups {
		want := ""
		for _, form := range forms {
			all := number.Append(nil, form)
			if len(all) == 0 {
				t.Errorf("%q has no mention", form)
				continue
			}
			token := all[len(all)-1].Token()
			if want == "" {
				want = token
				if other, ok := seen[token]; ok {
					t.Errorf("%q is %s, and so is %q of another group", form, token, other)
				}
				seen[token] = form
			}
			if token != want {
				t.Errorf("%q is %s, but %q is %s", form, token, forms[0], want)
			}
		}
	}
}

func TestTokens(t *testing.T) {
	for _, test := range []struct {
		in, reason string
		want       []string
	}{
		{"700M", "a number has one", []string{"=700000000"}},
		{"25%", "a share, too", []string{"=25%"}},
		{"$45bn", "money is found by its number", []string{"=45000000000usd", "=45000000000"}},
		{"3.5x", "a factor as well", []string{"=3.5x", "=3.5"}},
		{"$1–3bn", "a range by its ends", []string{"=1000000000usd..3000000000usd", "=1000000000usd", "=3000000000usd", "=1000000000", "=3000000000"}},
		{"-5%", "what is negative without the sign", []string{"=-5%", "=5%"}},
		{"Apache 2.0", "a label by its number", []string{"=2.0", "=2"}},
		{"v1.2.3", "unless it is none", []string{"=1.2.3"}},
		{"2024", "a year has one", []string{"=2024"}},
		{"July 2024", "a month is in a year", []string{"=2024-07", "=2024"}},
		{"2024-07-23", "a day is in a month, and in each year", []string{"=2024-07-23", "=2024-07", "=2024", "=xxxx-07-23"}},
		{"mid-2025", "a part of a year is in it", []string{"=2025mid", "=2025"}},
		{"early July 2024", "or of a month", []string{"=2024-07early", "=2024-07", "=2024"}},
		{"Q3 2024", "a quarter is, too", []string{"=2024-35", "=2024"}},
		{"2023–25", "an interval is found by its ends", []string{"=2023/2025", "=2023", "=2025"}},
		{"July to May 2025", "an interval backwards is none", []string{"=2025-05", "=2025"}},
		{"2023 to the present", "or by its one end", []string{"=2023/..", "=2023"}},
		{"the 1990s", "a decade is in nothing", []string{"=199x"}},
		{"third", "nor is an ordinal", []string{"=3#"}},
	} {
		var got []string
		for _, m := range number.Append(nil, test.in) {
			got = m.AppendTokens(got)
		}
		if d := cmp.Diff(test.want, got); d != "" {
			t.Errorf("%s: %q (-want +got):\n%s", test.reason, test.in, d)
		}
	}
}
