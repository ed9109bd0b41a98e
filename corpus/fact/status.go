package fact

import (
	"encoding/json"
	"fmt"
	"strings"
)

// A Status says on what a statement rests. It is a set: an estimate may be
// contested, too. The zero Status says nothing.
type Status uint16

const (
	// StatusStated: the article says it as plain fact.
	StatusStated Status = 1 << iota
	// StatusApproximate: the article gives it as approximate.
	StatusApproximate
	// StatusEstimated: it is somebody's estimate.
	StatusEstimated
	// StatusReported: the article passes on what is reported.
	StatusReported
	// StatusClaimedByMeta: it rests on the word of Meta or of its people.
	StatusClaimedByMeta
	// StatusSaidByCritics: it rests on the word of critics.
	StatusSaidByCritics
	// StatusAnnounced: it is a plan that was made public.
	StatusAnnounced
	// StatusContested: the article says that others dispute it.
	StatusContested
	// StatusUnresolved: the article says that it is open.
	StatusUnresolved
	// StatusAssessment: it is the article's own judgement.
	StatusAssessment

	statusEnd
)

// statusNames are the names of the statuses as JSON has them, in order of their
// bits.
var statusNames = [...]string{
	"stated", "approximate", "estimated", "reported", "claimed-by-meta",
	"said-by-critics", "announced", "contested", "unresolved", "assessment",
}

// ParseStatus returns the single status of a name, such as "said-by-critics".
func ParseStatus(name string) (Status, error) {
	for i, n := range statusNames {
		if n == name {
			return 1 << i, nil
		}
	}
	return 0, fmt.Errorf("fact: no status %q; there is %s", name, strings.Join(statusNames[:], ", "))
}

// Has reports whether s holds every status of t. No status holds the zero one.
func (s Status) Has(t Status) bool { return t != 0 && s&t == t }

// Names returns the names of the statuses that s holds.
func (s Status) Names() []string {
	var out []string
	for i, n := range statusNames {
		if s&(1<<i) != 0 {
			out = append(out, n)
		}
	}
	return out
}

// String returns the names of the statuses that s holds, separated by commas.
func (s Status) String() string { return strings.Join(s.Names(), ", ") }

// MarshalJSON writes the names as an array. Bits that no constant names are an
// error.
func (s Status) MarshalJSON() ([]byte, error) {
	if s >= statusEnd {
		return nil, fmt.Errorf("fact: no status has the bits %#x", uint16(s))
	}
	names := s.Names()
	if names == nil {
		names = []string{}
	}
	return json.Marshal(names)
}

// UnmarshalJSON reads an array of names.
func (s *Status) UnmarshalJSON(data []byte) error {
	var names []string
	if err := json.Unmarshal(data, &names); err != nil {
		return err
	}
	var out Status
	for _, n := range names {
		one, err := ParseStatus(n)
		if err != nil {
			return err
		}
		out |= one
	}
	*s = out
	return nil
}
