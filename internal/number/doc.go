// Package number finds the numbers, sums of money, shares and dates in English
// prose and brings each to one value and one token, however it is written: "700M",
// "700 million" and "seven hundred million" are 700000000, "July of 2024" and
// "2024-07" the same month. Texts and questions go through it alike, so that they
// agree. It refuses to guess: what gives no exact value ("hundreds", "several
// million", "last quarter", "in July") gives no [Mention], and what may be two
// things is read by the rules below, which are the same on both sides.
//
// # Numbers
//
// Digits may be grouped in threes by commas, apostrophes, thin or no-break spaces,
// by points where there are two or more of them, and the Indian way ("12,34,567").
// The decimal sign is a point; it is a comma only where nothing else makes sense
// ("1.234,56", "3,5%"). Words go up to quadrillions: "two hundred and fifty-six",
// "one and a half million", "half a dozen", "a decade" (10). "One" alone is a
// pronoun as often as a number and gives nothing. A letter at the digits multiplies
// them: k, m or M, bn or B, T. A small b does so only in a sum of money, since it
// also tells sections apart ("4b"); "100m" is a hundred million, unless a word such
// as "race" or "tall" follows. Powers of ten are read: "10^26", "1e26".
//
// "3.5x", "3.5 times", "3.5-fold" and "a factor of 3.5" are a factor.
//
// # Shares
//
// "25%", "25 percent", "a quarter", "one in four" and "1/4 of" are one share. "A
// third" and the like are shares before "of", a comparative or a full stop, else
// they count ("a third model"); "the quarter" and "last quarter" are of a year and
// no share. Percentage points are plain numbers.
//
// # Money
//
// "$" is the US dollar unless letters before it say otherwise ("A$"). "Pounds" are
// money from a thousand up and a weight below.
//
// # Dates
//
// Four digits from 1500 to 2199 are a year, without a sign, a grouping, a fraction,
// or anything that makes them a quantity or a label, unless they count: the next
// word is a plural ("1600 contributors", "1600 new contributors") and the word
// before is not one that goes with years ("in", "since", "the", a name). After
// "of", "from", "by" and "to", and at the start of a text, only a noun that is
// hardly ever said of a year counts ("of 2000 users"). Since a year and a number of
// the same digits have the same token, they meet even where this goes wrong.
//
// Two digits after a year and a hyphen are a month ("2003-04"), after a dash or
// where there is no such month a year ("2003–04"). "03/04/2024" is two things and
// gives the year alone. A month needs a capital if it is also a verb ("may",
// "march"), or a word before it that goes with dates ("in may 2024").
//
// # Names
//
// Digits in a name are a label and never a year or a quantity: "v1.1", "GPT-4",
// "SB 1047", "Llama 3.1", "Section 230". Its token is that of the number. Nothing
// is found in addresses, in footnote marks ("[^4]", "[4, 7]"), in numbers of list
// items, in times of day, and in words such as "A100".
package number
