package number

// A class says what a word may be the beginning of, or a part of.
type class uint8

const (
	noClass    class = iota
	cardinal         // zero to nineteen
	tens             // twenty, thirty, …
	hundred          //
	scale            // thousand and more: the power of ten
	shortScale       // k, mn, bn, …: the power of ten
	dozen            // 12
	decades          // a decade or a century: 10, 100
	half             //
	ordinal          // first, third, …
	fraction         // quarter, thirds, fifths: the divisor
	fold             // threefold
	often            // twice
	article          // a, an
	month            //
	season           // as EDTF counts them
	part             // early, mid, late
	code             // of a currency: its number
	coins            // the name of a currency: its number
)

// An entry is what the dictionary has of a word.
type entry struct {
	class class
	arg   uint8
}

// longest is the length of the longest word in the dictionary.
const longest = len("quadrillion")

var (
	dictionary = makeDictionary()
	// lengths has a bit for each length that words with the first letter have, so
	// that most words needn't be looked up.
	lengths = makeLengths(dictionary)
)

// lookup returns the entry of a word in any case.
func lookup(w string) entry {
	if len(w) > longest || len(w) == 0 {
		return entry{}
	}
	first := w[0] | 0x20
	if first < 'a' || first > 'z' || lengths[first-'a']&(1<<len(w)) == 0 {
		return entry{}
	}
	var buf [longest]byte
	for i := range len(w) {
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		buf[i] = c
	}
	return dictionary[string(buf[:len(w)])]
}

func makeLengths(words map[string]entry) (out [26]uint32) {
	for w := range words {
		out[w[0]-'a'] |= 1 << len(w)
	}
	return out
}

func makeDictionary() map[string]entry {
	d := make(map[string]entry)
	list := func(c class, from, step int, words ...string) {
		for i, w := range words {
			d[w] = entry{c, uint8(from + i*step)}
		}
	}
	list(cardinal, 0, 1, "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
		"eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
	list(tens, 20, 10, "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
	list(tens, 40, 0, "fourty")
	list(hundred, 100, 0, "hundred")
	list(scale, 3, 3, "thousand", "million", "billion", "trillion", "quadrillion")
	list(scale, 5, 2, "lakh", "crore")
	list(shortScale, 3, 0, "k")
	list(shortScale, 6, 0, "m", "mn", "mln", "mio", "mm")
	list(shortScale, 9, 0, "b", "bn", "bln")
	list(shortScale, 12, 0, "t", "tn", "trn")
	list(dozen, 12, 0, "dozen")
	list(decades, 10, 0, "decade", "decades")
	list(decades, 100, 0, "century", "centuries")
	list(half, 2, 0, "half")
	list(ordinal, 1, 1, "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
		"eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth")
	list(ordinal, 20, 10, "twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth")
	list(ordinal, 100, 0, "hundredth")
	list(fraction, 2, 0, "halves")
	list(fraction, 4, 0, "quarter", "quarters")
	list(fraction, 3, 1, "thirds", "fourths", "fifths", "sixths", "sevenths", "eighths", "ninths", "tenths")
	list(fraction, 100, 0, "hundredths")
	list(fold, 2, 1, "twofold", "threefold", "fourfold", "fivefold", "sixfold", "sevenfold", "eightfold", "ninefold", "tenfold")
	list(fold, 100, 0, "hundredfold")
	list(often, 2, 1, "twice", "thrice")
	list(article, 0, 0, "a", "an")
	list(month, 1, 1, "january", "february", "march", "april", "may", "june",
		"july", "august", "september", "october", "november", "december")
	list(month, 1, 1, "jan", "feb", "mar", "apr")
	list(month, 6, 1, "jun", "jul", "aug", "sep", "oct", "nov", "dec")
	list(month, 9, 0, "sept")
	list(season, Season, 1, "spring", "summer", "autumn", "winter")
	list(season, Season+2, 0, "fall")
	list(part, int(Early), 1, "early", "mid", "late")
	list(part, int(Early), 1, "beginning", "middle", "end")
	list(part, int(Early), 0, "start")
	for i, c := range currencies {
		list(code, i, 0, c.code)
		list(coins, i, 0, c.names...)
	}
	return d
}
