package fact_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus/fact"
)

// statusNames are the names that the contract has, with their statuses.
var statusNames = []struct {
	name   string
	status fact.Status
}{
	{"stated", fact.StatusStated},
	{"approximate", fact.StatusApproximate},
	{"estimated", fact.StatusEstimated},
	{"reported", fact.StatusReported},
	{"claimed-by-meta", fact.StatusClaimedByMeta},
	{"said-by-critics", fact.StatusSaidByCritics},
	{"announced", fact.StatusAnnounced},
	{"contested", fact.StatusContested},
	{"unresolved", fact.StatusUnresolved},
	{"assessment", fact.StatusAssessment},
}

func TestStatusNames(t *testing.T) {
	var all fact.Status
	for _, tt := range statusNames {
		if got, err := fact.ParseStatus(tt.name); err != nil || got != tt.status {
			t.Errorf("ParseStatus(%q) = %d, %v; want %d", tt.name, got, err, tt.status)
		}
		if d := cmp.Diff([]string{tt.name}, tt.status.Names()); d != "" || tt.status.String() != tt.name {
			t.Errorf("%s: String = %q, Names (-want +got):\n%s", tt.name, tt.status, d)
		}
		if all.Has(tt.status) {
			t.Errorf("%s shares a bit with one before it", tt.name)
		}
		all |= tt.status
	}
	if len(all.Names()) != len(statusNames) || all+1 != 1<<len(statusNames) {
		t.Errorf("%d statuses have %d names: %v", len(statusNames), len(all.Names()), all)
	}
	for _, tt := range []struct{ reason, name string }{
		{"unknown", "rumoured"},
		{"empty", ""},
		{"capital letters", "Stated"},
		{"two at once", "stated, reported"},
		{"white space", " stated"},
	} {
		got, err := fact.ParseStatus(tt.name)
		if got != 0 || err == nil || !strings.Contains(err.Error(), "said-by-critics") {
			t.Errorf("%s: ParseStatus(%q) = %v, %v", tt.reason, tt.name, got, err)
		}
	}
}

func TestStatusHas(t *testing.T) {
	const both = fact.StatusEstimated | fact.StatusContested
	for _, tt := range []struct {
		reason string
		s, of  fact.Status
		want   bool
	}{
		{"itself", fact.StatusReported, fact.StatusReported, true},
		{"one of two", both, fact.StatusContested, true},
		{"both of two", both, both, true},
		{"both of one", fact.StatusContested, both, false},
		{"another", both, fact.StatusStated, false},
		{"nothing, of something", both, 0, false},
		{"nothing, of nothing", 0, 0, false},
		{"something, of nothing", 0, fact.StatusStated, false},
	} {
		if got := tt.s.Has(tt.of); got != tt.want {
			t.Errorf("%s: %q.Has(%q) = %t", tt.reason, tt.s, tt.of, got)
		}
	}
}

func TestStatusJSON(t *testing.T) {
	for _, tt := range []struct {
		reason string
		s      fact.Status
		want   string
		text   string
	}{
		{"none", 0, `[]`, ""},
		{"one", fact.StatusReported, `["reported"]`, "reported"},
		{"several, in one order", fact.StatusContested | fact.StatusEstimated, `["estimated","contested"]`, "estimated, contested"},
	} {
		out, err := json.Marshal(tt.s)
		if err != nil || string(out) != tt.want || tt.s.String() != tt.text {
			t.Errorf("%s: %s, %q, %v", tt.reason, out, tt.s, err)
		}
		back := fact.StatusStated
		if err := json.Unmarshal(out, &back); err != nil || back != tt.s {
			t.Errorf("%s: read as %v, %v", tt.reason, back, err)
		}
	}
	for _, tt := range []struct {
		reason, in string
		want       fact.Status
		says       string // of the error, if it is one
	}{
		{"in any order, and twice", `["contested","estimated","contested"]`, fact.StatusEstimated | fact.StatusContested, ""},
		{"null is none", `null`, 0, ""},
		{"an unknown name", `["reported","rumoured"]`, fact.StatusStated, `no status "rumoured"`},
		{"one name alone", `"reported"`, fact.StatusStated, "cannot unmarshal string"},
		{"bits", `8`, fact.StatusStated, "cannot unmarshal number"},
	} {
		got := fact.StatusStated
		err := json.Unmarshal([]byte(tt.in), &got)
		if (err != nil) != (tt.says != "") || err != nil && !strings.Contains(err.Error(), tt.says) || got != tt.want {
			t.Errorf("%s: %s is %q, %v", tt.reason, tt.in, got, err)
		}
	}
	if out, err := fact.Status(1 << 15).MarshalJSON(); err == nil {
		t.Errorf("bits without a name are written as %s", out)
	}
}
