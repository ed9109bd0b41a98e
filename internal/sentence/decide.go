package sentence

// ends reports whether the present sentence ends with the tail t.
func (s *scanner) ends(t tail) bool {
	switch {
	case t.blank:
		return true
	case !t.detached && !t.wide:
		return false
	case s.elides(t):
		return false
	}
	sheltered := s.shelter.covers(t.start)
	if sheltered && s.shelter.covers(t.end) {
		return false
	}

	kind := ordinary
	if t.lone {
		kind = kindBefore(s.text, s.start, t.start)
		if kind == perhaps && t.marked {
			kind = ordinary
		}
	}
	if sheltered && kind == ordinary {
		kind = perhaps
	}

	following := kindAfter(s.text, t.next)
	switch following {
	case nothing:
		return false
	case small:
		return t.wide && !t.closed
	case camel:
		return kind == ordinary
	case kana:
		if t.closed && t.next == t.end {
			return false
		}
	}
	switch kind {
	case never:
		return false
	case numbered:
		return following != number
	case perhaps:
		return following == opener
	default:
		return true
	}
}

// elides reports whether the terminators of t stand alone in a bracket, as in
// "[...]" and "(?)".
func (s *scanner) elides(t tail) bool {
	if t.start == s.start {
		return false
	}
	switch s.text[t.start-1] {
	case '(', '[', '{':
		return true
	}
	return false
}
