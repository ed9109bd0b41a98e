package entail

// HasName reports whether the sentence has a name.
func (s *Sentence) HasName() bool { return len(s.names) > 0 }

// HasNumber reports whether the sentence has a number or a date that is no part of a
// known name.
func (s *Sentence) HasNumber() bool {
	for i := range s.mentions {
		n := s.words[s.mentions[i].from].name
		if n < 0 || !s.names[n].known {
			return true
		}
	}
	return false
}

// HasContent reports whether the sentence states anything: whether a word of it is
// more than a function word.
func (s *Sentence) HasContent() bool {
	for i := range s.words {
		w := &s.words[i]
		if w.number >= 0 || w.name >= 0 || w.Term != "" && w.class&light == 0 {
			return true
		}
	}
	return false
}

// IsQuestion reports whether the sentence ends in a question mark.
func (s *Sentence) IsQuestion() bool { return s.question }

// Len returns how many words the sentence has.
func (s *Sentence) Len() int { return len(s.words) }
