package fact

import (
	"strconv"
	"strings"
)

// scales are the words for large numbers.
var scales = []struct {
	size float64
	word string
}{{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}}

// formatNumber writes a number as text does: 189,719, 1.8 million, 0.25. Only
// numbers that stay short get a word; others keep all their digits.
func formatNumber(n float64) string {
	if n < 0 {
		return "-" + formatNumber(-n)
	}
	for _, s := range scales {
		if n < s.size {
			continue
		}
		if short := strconv.FormatFloat(n/s.size, 'f', -1, 64); len(short) <= len("999.99") {
			return formatNumber(n/s.size) + s.word
		}
		break
	}
	whole, fraction, _ := strings.Cut(strconv.FormatFloat(n, 'f', -1, 64), ".")
	var b strings.Builder
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	if fraction != "" {
		b.WriteString("." + fraction)
	}
	return b.String()
}
