package sentence

// shelterReach is how many bytes after an opening bracket its closing one is
// looked for.
const shelterReach = 512

// shelter knows the outermost bracket pair the scanner is in, if any.
type shelter struct {
	// until is the position of the closing bracket.
	until int
	// searched is where the last search stopped. No search starts before it:
	// that keeps the time linear, as no byte is looked at in two searches.
	searched int
}

// open tells s of the opening bracket at text[i].
func (s *shelter) open(text string, i int) {
	if i < s.searched {
		return
	}
	end, found := closingBracket(text, i)
	s.searched = end
	if found {
		s.until = end
	}
}

// covers reports whether position i is inside the bracket pair.
func (s *shelter) covers(i int) bool {
	return i < s.until
}

// closingBracket looks for the bracket that closes the one at text[i], within
// the block and within reach. It returns where it is, or where the search was
// given up.
func closingBracket(text string, i int) (end int, found bool) {
	opening, closing := text[i], byte(')')
	if opening == '[' {
		closing = ']'
	}
	limit := min(len(text), i+shelterReach)
	for depth := 0; i < limit; i++ {
		switch text[i] {
		case opening:
			depth++
		case closing:
			depth--
			if depth == 0 {
				return i, true
			}
		case '\n':
			next, blank := skipSpace(text, i)
			if blank {
				return i, false
			}
			i = next - 1
		}
	}
	return i, false
}
