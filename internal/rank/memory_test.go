package rank

import (
	"errors"
	"fmt"
	"slices"
)

// calls counts the calls of postings.
type calls struct{ next, advance int }

// memory is the Postings of a slice. It panics if the contract is broken.
type memory struct {
	list  []Posting
	at    int // of the posting behind the one returned last
	ended bool
	calls *calls
	// fail makes the call of this number, from 1, return errPostings.
	fail, called int
}

var errPostings = errors.New("postings can't be read")

func (m *memory) Next() (Posting, error) {
	if m.calls != nil {
		m.calls.next++
	}
	return m.give("Next")
}

func (m *memory) Advance(doc uint64) (Posting, error) {
	if m.calls != nil {
		m.calls.advance++
	}
	switch {
	case doc == Done:
		panic("Advance(Done)")
	case m.at == 0:
		panic("Advance before Next")
	case doc <= m.list[m.at-1].Doc:
		panic(fmt.Sprintf("Advance(%d) behind %d", doc, m.list[m.at-1].Doc))
	}
	n, _ := slices.BinarySearchFunc(m.list[m.at:], doc, func(p Posting, doc uint64) int {
		switch {
		case p.Doc < doc:
			return -1
		case p.Doc > doc:
			return 1
		}
		return 0
	})
	m.at += n
	return m.give("Advance")
}

func (m *memory) give(method string) (Posting, error) {
	if m.ended {
		panic(method + " behind the end")
	}
	if m.called++; m.called == m.fail {
		m.ended = true
		return Posting{}, errPostings
	}
	if m.at == len(m.list) {
		m.ended = true
		return Posting{Doc: Done}, nil
	}
	m.at++
	return m.list[m.at-1], nil
}

// rewind makes the postings as new.
func (m *memory) rewind() { m.at, m.called, m.ended = 0, 0, false }
