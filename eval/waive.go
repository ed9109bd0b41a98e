package eval

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/footnote-go/footnote/grounding"
)

// Waivers let failures pass for a time, each with a reason.
type Waivers struct{ list []waiver }

// A waiver is a line of a file of waivers.
type waiver struct {
	ID      string         `json:"id"`    // of the answer
	Claim   string         `json:"claim"` // its text, "" for all
	Code    grounding.Code `json:"code"`  // of the failure, "" for all
	Reason  string         `json:"reason"`
	Expires string         `json:"expires"` // the last day, 2027-01-31

	expired bool
}

// ReadWaivers reads a file of waivers, {"id","claim","code","reason","expires"} a line:
// claim and code may be left out, reason and expires may not. A waiver holds up to the
// day it names, with day as today. A line that can't be used is an error.
func ReadWaivers(name string, r io.Reader, day time.Time) (*Waivers, error) {
	today := day.Format(time.DateOnly)
	w := &Waivers{}
	list, err := readItems(name, r, func(x *waiver) (string, error) {
		if x.ID == "" || x.Reason == "" || x.Expires == "" {
			return "", errors.New(`a waiver has an "id", a "reason" and a day when it "expires"`)
		}
		if _, err := time.Parse(time.DateOnly, x.Expires); err != nil {
			return "", fmt.Errorf("expires: %s is no day such as 2027-01-31", quoted(x.Expires))
		}
		x.expired = x.Expires < today
		return "", nil
	})
	if err != nil {
		return nil, err
	}
	w.list = list
	return w, nil
}

// reason returns why a failure may be, "" if it may not. Nil waivers waive nothing.
func (w *Waivers) reason(id string, f *AnswerFailure) string {
	if i := w.find(id, f); i >= 0 {
		return w.list[i].Reason
	}
	return ""
}

// find returns the waiver of a failure, or -1.
func (w *Waivers) find(id string, f *AnswerFailure) int {
	if w == nil || f.Warning {
		return -1
	}
	return slices.IndexFunc(w.list, func(x waiver) bool {
		return x.ID == id && (x.Claim == "" || x.Claim == f.Text) && (x.Code == "" || x.Code == f.Code) && !x.expired
	})
}

// A WaiverSummary tells what waivers did.
type WaiverSummary struct {
	Waived int `json:"waived"` // failures
	// Expired and Unused are the answers' IDs of waivers that are over, and of those
	// that no failure needed.
	Expired []string `json:"expired"`
	Unused  []string `json:"unused"`
}

// summary tells what the waivers did for results.
func (w *Waivers) summary(results []AnswerResult) *WaiverSummary {
	if w == nil {
		return nil
	}
	s := &WaiverSummary{Expired: []string{}, Unused: []string{}}
	used := make([]bool, len(w.list))
	for i := range results {
		for j := range results[i].Failures {
			if k := w.find(results[i].ID, &results[i].Failures[j]); k >= 0 {
				used[k] = true
				s.Waived++
			}
		}
	}
	for i, x := range w.list {
		switch {
		case x.expired:
			s.Expired = append(s.Expired, x.ID)
		case !used[i]:
			s.Unused = append(s.Unused, x.ID)
		}
	}
	return s
}
