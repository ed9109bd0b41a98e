package index

import (
	"context"
	"math/bits"
)

// leastHalf is how many content words a half of a question has at least: with
// fewer, "and" joins words and not questions.
const leastHalf = 2

// diverseRanks is how many of the first ranks the halves of a question share.
const diverseRanks = 5

// halves returns the two halves of a question that asks for two things, such as
// "What did it cost, and who objected?": the second begins with a word that a
// question can begin with.
func (r *reading) halves(question string) (first, second string, ok bool) {
	for i := 1; i < len(r.words); i++ {
		if !joins(r.words[i-1].Folded) || !asks(r.words[i].Folded) {
			continue
		}
		var a, b uint64
		for j, x := range r.aspects {
			switch {
			case !x.known:
			case x.at < i:
				a |= 1 << j
			default:
				b |= 1 << j
			}
		}
		if bits.OnesCount64(a) >= leastHalf && bits.OnesCount64(b) >= leastHalf {
			return question[:r.words[i-1].Start], question[r.words[i].Start:], true
		}
	}
	return "", "", false
}

// joins reports whether a word joins two questions.
func joins(word string) bool {
	switch word {
	case "and", "but", "also", "plus", "while":
		return true
	}
	return false
}

// asks reports whether a question can begin with a word.
func asks(word string) bool {
	switch word {
	case "who", "whom", "whose", "what", "which", "when", "where", "why", "how",
		"is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "can", "could", "will", "would", "should":
		return true
	}
	return false
}

// diversify sees to it that each half of a question in two parts has its two best
// passages among the first five, the best first. The best passage of the whole
// stays where it is. One that moves up has the score of the one that stood there.
func (x *Index) diversify(ctx context.Context, list []ranked, first, second string, conditions []condition) error {
	list = list[:min(Depth, len(list))]
	if len(list) <= 1 {
		return nil
	}
	at := make(map[uint32]int, len(list))
	for i, c := range list {
		at[c.hit.Order] = i
	}
	var halves [2][]int
	for h, question := range []string{first, second} {
		best, err := x.bestOf(ctx, question, conditions)
		if err != nil {
			return err
		}
		for _, passage := range best {
			if i, ok := at[passage]; ok {
				halves[h] = append(halves[h], i)
			}
		}
	}
	taken := map[int]bool{0: true}
	order := []int{0}
	for place := range 2 {
		for _, half := range halves {
			if place < len(half) && !taken[half[place]] && len(order) < diverseRanks {
				taken[half[place]] = true
				order = append(order, half[place])
			}
		}
	}
	for i := range list {
		if !taken[i] {
			order = append(order, i)
		}
	}
	moved := make([]ranked, len(list))
	for i, from := range order {
		moved[i] = list[from]
		moved[i].score = list[i].score
	}
	copy(list, moved)
	return nil
}

// bestOf returns the two best passages for a half of a question, by ordinal.
func (x *Index) bestOf(ctx context.Context, question string, conditions []condition) ([]uint32, error) {
	s := x.borrow()
	defer x.pool.Put(s)
	list, err := s.rank(ctx, x, question, 2, conditions)
	out := make([]uint32, len(list))
	for i, c := range list {
		out[i] = c.hit.Order
	}
	return out, err
}
