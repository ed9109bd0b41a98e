package number_test

import "testing"

func TestDays(t *testing.T) {
	check(t, []row{
		{"‹2024-07-23›", "date 2024-07-23", "ISO 8601"},
		{"‹2024-07-23›T12:00:00Z", "date 2024-07-23", "with a time"},
		{"‹2024/07/23›", "date 2024-07-23", "with slashes"},
		{"‹July 23, 2024›", "date 2024-07-23", "American"},
		{"‹July 23rd, 2024›", "date 2024-07-23", "with an ending"},
		{"‹23 July 2024›", "date 2024-07-23", "British"},
		{"the ‹23rd of July 2024›", "date 2024-07-23", "of"},
		{"‹23-Jul-2024›", "date 2024-07-23", "hyphens"},
		{"‹Mar. 5, 2024›", "date 2024-03-05", "an abbreviation"},
		{"‹march 5 2024›", "date 2024-03-05", "a month in lower case with day and year"},
		{"‹07/23/2024›, ‹23/07/2024›", "date 2024-07-23; date 2024-07-23", "one order has such a day"},
		{"‹03/04/2024›", "date 2024", "both have"},
		{"‹23.07.2024›", "date 2024-07-23", "with points"},
		{"‹July 23›, ‹23 July›", "date xxxx-07-23; date xxxx-07-23", "no year"},
		{"‹2024-02-29›, ‹2000-02-29›", "date 2024-02-29; date 2000-02-29", "leap days"},
		{"2023-02-29, 31/04/2024, 2024-13-01", "", "no such days"},
		{"call 555-123-4567", "", "other digits with hyphens"},
		{"‹July 23–25, 2024›, ‹23–25 July 2024›", "date 2024-07-23/2024-07-25; date 2024-07-23/2024-07-25", "days of a month"},
		{"‹July 23 to August 5, 2024›", "date 2024-07-23/2024-08-05", "the year behind belongs to both"},
		{"‹May 5›, he may ‹5›", "date xxxx-05-05; number 5", "a month, a verb"},
		{"‹July 2024›, ‹10,000› people", "date 2024-07; number 10000", "no day"},
		{"in July ‹10,000› came", "number 10000", "no day either"},
	})
}

func TestMonths(t *testing.T) {
	check(t, []row{
		{"‹July 2024›, ‹July of 2024›, ‹July, 2024›", "date 2024-07; date 2024-07; date 2024-07", "with a year"},
		{"‹Jul. 2024›, ‹Sept 2024›", "date 2024-07; date 2024-09", "abbreviations"},
		{"in ‹july 2024›", "date 2024-07", "lower case, as in questions"},
		{"‹07/2024›, ‹7/2024›, ‹2024-07›, ‹2024/07›", "date 2024-07; date 2024-07; date 2024-07; date 2024-07", "digits"},
		{"‹July ’24›", "date 2024-07", "an apostrophe"},
		{"in ‹may 2024›, ‹May 2024›", "date 2024-05; date 2024-05", "the month of May"},
		{"it may ‹2024› be, a march ‹2024›", "date 2024; date 2024", "verb and noun"},
		{"‹July–September 2024›, ‹July to September 2024›", "date 2024-07/2024-09; date 2024-07/2024-09", "the year belongs to both"},
		{"between ‹July 2023 and April 2024›", "date 2023-07/2024-04", "two years"},
		{"July, in July, the July", "", "no year"},
		{"‹early July 2024›, the ‹end of July 2024›", "date 2024-07early 2024-07; date 2024-07late 2024-07", "parts of a month"},
	})
}

func TestYears(t *testing.T) {
	check(t, []row{
		{"In ‹2024› Meta launched it.", "date 2024", "four digits"},
		{"‹1500›, ‹2199›, ‹1499›, ‹2200›", "date 1500; date 2199; number 1499; number 2200", "from 1500 to 2199"},
		{"‹2,024› and ‹2024.5›", "number 2024; number 2024.5", "a grouping, a fraction"},
		{"‹$2024›, ‹2024%›, ‹2024 million›", "money 2024usd; share 2024%; number 2024000000", "a unit, a scale"},
		{"‹2024›'s results, a ‹2024›-style deal", "date 2024; date 2024", "what is joined to it"},
		{"with ‹1600› contributors", "number 1600", "a plural is counted"},
		{"with ‹1600› new contributors", "number 1600", "an adjective between"},
		{"more than ‹2000› models", "number 2000 over", "behind a bound"},
		{"of ‹2000› users, of the ‹2024› commits", "number 2000; date 2024", "a noun that is hardly said of a year; behind the article it is"},
		{"the ‹2024› elections, of ‹2024› results", "date 2024; date 2024", "one that is"},
		{"in ‹2024› commits rose", "date 2024", "behind in"},
		{"Meta's ‹2024› commits, a Linux Foundation ‹2025› study", "date 2024; date 2025", "behind a name"},
		{"‹2024› marks the turn", "date 2024", "a verb"},
		{"‹2000› users", "number 2000", "at the start"},
		{"‹1500 to 2000› users", "number 1500..2000", "a range of a count"},
		{"‹2023 to 2025›, from ‹2023 to 2025›, between ‹2023 and 2025›", "date 2023/2025; date 2023/2025; date 2023/2025", "ranges of years"},
		{"‹2023–24›, ‹2023-25›, ‹2023/24›", "date 2023/2024; date 2023/2025; date 2023/2024", "two digits"},
		{"‹2003-04›, ‹2003–04›", "date 2003-04; date 2003/2004", "a hyphen before a month, a dash"},
		{"‹2023 - 2025›, ‹2023—2025›", "date 2023/2025; date 2023/2025", "other dashes"},
		{"‹2025› and ‹early 2026›", "date 2025; date 2026early 2026", "two dates"},
		{"‹2023 to the present›, ‹2023–present›", "date 2023/..; date 2023/..", "it lasts"},
		{"since ‹2023›, after ‹2023›, before ‹2023›, until ‹2023›, by ‹2026›",
			"date 2023 at least; date 2023 over; date 2023 under; date 2023 at most; date 2026 at most", "bounds"},
		{"around ‹2024›, circa ‹2024›, c. ‹1900›", "date 2024 2024~ about; date 2024 2024~ about; date 1900 1900~ about", "approximately"},
		{"about ‹2024›, over ‹2024›", "date 2024; date 2024", "other prepositions"},
		{"‹nineteen eighty-four›, ‹twenty twenty-four›", "date 1984; date 2024", "words"},
		{"pre-‹2023› models, post-‹2024›", "date 2023; date 2024", "prefixes"},
		{"[‹2024›], (‹2024›), Smith et al., ‹2023›", "date 2024; date 2024; date 2023", "in brackets"},
	})
}

func TestPartsOfYears(t *testing.T) {
	check(t, []row{
		{"‹mid-2025›, ‹mid 2025›, the ‹middle of 2025›", "date 2025mid 2025; date 2025mid 2025; date 2025mid 2025", "the middle"},
		{"‹early 2026›, the ‹beginning of 2026›", "date 2026early 2026; date 2026early 2026", "the beginning"},
		{"‹late 2024›, ‹late in 2024›, ‹end-2024›", "date 2024late 2024; date 2024late 2024; date 2024late 2024", "the end"},
		{"the ‹summer of 2023›, ‹summer 2023›", "date 2023-22; date 2023-22", "a season"},
		{"‹fall 2024›, ‹autumn 2024›", "date 2024-23; date 2024-23", "both sides of the Atlantic"},
		{"a fall of ‹20› points", "number 20", "another fall"},
		{"‹Q3 2024›, ‹Q3 of 2024›, ‹2024 Q3›, ‹2024-Q3›, ‹3Q24›", "date 2024-35; date 2024-35; date 2024-35; date 2024-35; date 2024-35", "a quarter"},
		{"the ‹third quarter of 2024›, ‹third-quarter 2024›", "date 2024-35; date 2024-35", "in words"},
		{"the ‹first quarter of fiscal 2024›", "date 2024-33", "of a fiscal year"},
		{"‹H1 2025›, the ‹first half of 2025›, ‹1H 2025›", "date 2025-40; date 2025-40; date 2025-40", "a half"},
		{"Q3, H2", "", "of no year"},
		{"‹FY24›, ‹FY2024›, fiscal ‹2024›", "date 2024; date 2024; date 2024", "fiscal years"},
		{"the ‹1990s›, the ‹1990's›", "date 199x; date 199x", "a decade"},
		{"the ‹mid-1990s›, the ‹early 2020s›", "date 199xmid 199X; date 202xearly 202X", "a part of one"},
		{"the ‹19th century›, ‹nineteenth-century›, the ‹1800s›", "date 18xx; date 18xx; date 18xx", "a century"},
		{"the ‹2000s›", "date 200x", "a decade, since the century isn't over"},
	})
}
