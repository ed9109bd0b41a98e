package fact_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus/fact"
)

// tensionOf makes a record a tension with the given data.
func tensionOf(data string) func(*fact.Record) {
	return func(r *fact.Record) { r.Kind, r.Data = fact.KindTension, json.RawMessage(data) }
}

func TestTensions(t *testing.T) {
	const two = `{"sides":[{"statement":"forty","facts":["bees/1","bees/2"]},{"statement":"fifty","facts":["bees/3"]}],"note":"is passed over"}`
	s := mustSet(t, []fact.Record{
		rec("bees/t1", tensionOf(two)), // before its facts
		rec("bees/1"), rec("bees/2"), rec("bees/3"), rec("bees/4"),
		rec("bees/3", at("wasps#top.1")), // of another article
		rec("bees/t2", tensionOf(`{"sides":[{"facts":["bees/3"]},{"facts":["bees/3"]},{"facts":["bees/4"]}]}`)),
	})
	type sideOf struct {
		Statement string
		Facts     []string
	}
	got := map[string][]sideOf{}
	var order []string
	for x := range s.Tensions() {
		order = append(order, x.ID())
		for side := range x.Sides() {
			got[x.ID()] = append(got[x.ID()], sideOf{side.Statement(), factIDs(side.Facts())})
			for range side.Facts() {
				break
			}
		}
		for range x.Sides() {
			break
		}
		if f := mustFact(t, s, x.ID()); x.Fact != f || x.Kind() != fact.KindTension {
			t.Errorf("the tension %s is not its fact", x.ID())
		}
	}
	for range s.Tensions() {
		break
	}
	if d := cmp.Diff([]string{"bees/t1", "bees/t2"}, order); d != "" {
		t.Errorf("tensions (-want +got):\n%s", d)
	}
	if d := cmp.Diff(map[string][]sideOf{
		"bees/t1": {{"forty", []string{"bees/1", "bees/2"}}, {"fifty", []string{"bees/3"}}},
		"bees/t2": {{"", []string{"bees/3"}}, {"", []string{"bees/3"}}, {"", []string{"bees/4"}}},
	}, got); d != "" {
		t.Errorf("sides (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"bees/t1", "bees/t2"}, factIDs(s.OfKind(fact.KindTension))); d != "" {
		t.Errorf("tensions are facts (-want +got):\n%s", d)
	}
	for _, tt := range []struct {
		reason, id string
		want       []string
	}{
		{"of one side", "bees/1", []string{"bees/t1"}},
		{"of the same side", "bees/2", []string{"bees/t1"}},
		{"of two tensions, twice in the second", "bees/bees/3", []string{"bees/t1", "bees/t2"}},
		{"of a later one", "bees/4", []string{"bees/t2"}},
		{"of another article", "wasps/bees/3", nil},
		{"a tension itself", "bees/t1", nil},
	} {
		f := mustFact(t, s, tt.id)
		var ids []string
		for x := range f.Tensions() {
			ids = append(ids, x.ID())
		}
		if d := cmp.Diff(tt.want, ids); d != "" {
			t.Errorf("%s: the tensions of %s (-want +got):\n%s", tt.reason, tt.id, d)
		}
		x, ok := f.Conflict()
		if ok != (tt.want != nil) || ok && x.ID() != tt.want[0] || !ok && x != (fact.Tension{}) {
			t.Errorf("%s: Conflict of %s is %q, %t", tt.reason, tt.id, x.ID(), ok)
		}
		if ok && !slices.ContainsFunc(slices.Collect(x.Sides()), func(s fact.Side) bool {
			return slices.Contains(slices.Collect(s.Facts()), f)
		}) {
			t.Errorf("%s: no side of its conflict has %s", tt.reason, tt.id)
		}
	}
	stated := fact.NewStated(40, mustFact(t, s, "bees/1"))
	if x, ok := stated.Conflict(); !ok || x.ID() != "bees/t1" || stated.Value != 40 {
		t.Errorf("a stated value doesn't know its conflict: %q, %t", x.ID(), ok)
	}
}

func TestBadTensions(t *testing.T) {
	for _, tt := range []struct{ reason, data, says string }{
		{"no data", "", "needs data with sides"},
		{"null", "null", "at least two sides; this has 0"},
		{"no sides", `{}`, "at least two sides; this has 0"},
		{"one side", `{"sides":[{"facts":["bees/1"]}]}`, "at least two sides; this has 1"},
		{"sides that are no list", `{"sides":"bees/1"}`, "the data of a tension"},
		{"a side without facts", `{"sides":[{"facts":["bees/1"]},{"statement":"fifty"}]}`, "side 2 names no fact"},
		{"a side with an empty list", `{"sides":[{"facts":[]},{"facts":["bees/1"]}]}`, "side 1 names no fact"},
		{"a fact that there is not", `{"sides":[{"facts":["bees/1"]},{"facts":["bees/2","bees/9"]}]}`, `side 2 names "bees/9"`},
		{"a fact of another article", `{"sides":[{"facts":["bees/1"]},{"facts":["wasps/1"]}]}`, `side 2 names "wasps/1"`},
		{"that with its article", `{"sides":[{"facts":["bees/1"]},{"facts":["wasps/wasps/1"]}]}`, `side 2 names "wasps/wasps/1"`},
		{"a fact that was left out", `{"sides":[{"facts":["bees/1"]},{"facts":["bees/broken"]}]}`, `side 2 names "bees/broken"`},
		{"another tension", `{"sides":[{"facts":["bees/1"]},{"facts":["bees/t"]}]}`, `side 2 names "bees/t", which is no fact of the article, or a tension`},
		{"a tension that comes later", `{"sides":[{"facts":["bees/u"]},{"facts":["bees/1"]}]}`, `side 1 names "bees/u"`},
		{"itself", `{"sides":[{"facts":["bees/x"]},{"facts":["bees/1"]}]}`, `side 1 names "bees/x"`},
	} {
		const good = `{"sides":[{"facts":["bees/1"]},{"facts":["bees/2"]}]}`
		records := []fact.Record{
			rec("bees/t", tensionOf(good)), rec("bees/1"), rec("bees/2"), rec("wasps/1", at("wasps#top.1")), rec("bees/broken", kind("")),
			rec("bees/x", tensionOf(tt.data)), rec("bees/u", tensionOf(good)),
		}
		s, problems := fact.NewSet(records, nil)
		if len(problems) != 2 || problems[1].Index != 5 || !strings.Contains(problems[1].Error(), tt.says) || !strings.Contains(problems[1].Error(), "bees/x") {
			t.Errorf("%s: %v, want %q", tt.reason, problems, tt.says)
		}
		if d := cmp.Diff([]string{"bees/t", "bees/u"}, factIDs(s.OfKind(fact.KindTension))); d != "" {
			t.Errorf("%s: tensions (-want +got):\n%s", tt.reason, d)
		}
	}
}
