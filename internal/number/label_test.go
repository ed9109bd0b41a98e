package number_test

import "testing"

func TestLabels(t *testing.T) {
	check(t, []row{
		{"the Framework ‹v1.1›", "label 1.1", "a version"},
		{"‹v1.10›", "label 1.10", "another one than 1.1"},
		{"version ‹2›, release ‹1.2.3›", "label 2; label 1.2.3", "other versions"},
		{"Llama ‹3.1› ‹405B› was", "label 3.1; number 405000000000", "a name, and how many parameters"},
		{"Llama-‹3.1›-‹405B›", "label 3.1; number 405000000000", "with hyphens"},
		{"with Llama ‹2› (‹July 2023›)", "label 2; date 2023-07", "a name and a date"},
		{"Llama ‹4› (‹2025›)", "label 4; date 2025", "at the start"},
		{"llama ‹3.1›", "number 3.1", "a question in lower case; the token is the same"},
		{"California SB ‹1047›, SB-‹1047›", "label 1047; label 1047", "a bill"},
		{"AB ‹2013›, RFC ‹2119›", "label 2013; label 2119", "no years"},
		{"GPT-‹4›, GPT-‹3.5›, COVID-‹19›", "label 4; label 3.5; label 19", "joined to a name"},
		{"CVE-‹2024›-‹1234›", "label 2024; label 1234", "twice"},
		{"MIT or Apache ‹2.0›", "label 2.0", "a license"},
		{"Section ‹230›, ‹§230›, Fig. ‹3›, p. ‹12›, p.‹12›, No. ‹5›",
			"label 230; label 230; label 3; label 12; label 12; label 5", "places"},
		{"the table. ‹5› models", "number 5", "a sentence between"},
		{"issue ‹#123›", "label 123", "an issue"},
		{"GPT4, A100, x86, H100s, 4o", "", "digits in words"},
		{"Over ‹700› models; Companies with ‹50› people", "number 700 over; number 50", "a capital at the start of a sentence"},
		{"Top ‹10 percent›, Meta ‹5%› down", "share 10%; share 5%", "a quantity by itself"},
		{"Meta's ‹3› labs", "number 3", "a possessive"},
		{"CES ‹2024›", "date 2024", "a year behind a name"},
	})
}

func TestShelter(t *testing.T) {
	check(t, []row{
		{"https://a.org/2024/07?x=3 in ‹2024›", "date 2024", "an address"},
		{"[‹2024›](https://a.org/2024)", "date 2024", "a link"},
		{"www.a1.org/5, arxiv.org/abs/2407.21783", "", "without a scheme"},
		{"a5@b6.org", "", "of mail"},
		{"fell.[^4] It [^rc-0e12] rose [4, 7], fell [12]", "", "footnote marks"},
		{"‹700 million›[^4]", "number 700000000", "behind a number"},
		{"rose【4:0†source】 by ‹5›", "number 5", "another mark"},
		{"at 12:30, a 3:1 ratio", "", "times and ratios"},
		{"24/7, 2024/1689", "", "slashes"},
		{"file_2024.txt, a.b2", "", "names of files"},
		{"1. The ‹first›\n2. The ‹second›\n3.1 Overview\n‹5› models", "ordinal 1#; ordinal 2#; number 5", "items and headings"},
		{"# 2 Results\n\n## 2.1 Data", "", "headings in Markdown"},
		{"**‹700M›** and `‹3.5›` and \"‹256›\"", "number 700000000; number 3.5; number 256", "markup"},
		{"| ‹2023 to the present› | ‹25%› |", "date 2023/..; share 25%", "a table"},
		{"用户‹700› 万", "number 700", "a script without spaces"},
	})
}
