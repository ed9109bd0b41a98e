package metapolicy_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/metapolicy"
)

// digestOf returns eight digits that change with what a fact states.
func digestOf(t *testing.T, f fact.Fact) string {
	t.Helper()
	r := f.Record()
	data, err := json.Marshal([]any{r.Statement, r.Values, r.AsOf, compact(t, r.Data)})
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:4])
}

// idsOfNames returns the IDs of entities.
func idsOfNames(names []string) string {
	var out []string
	for _, name := range names {
		e, _ := facts().Entity(name)
		out = append(out, e.ID)
	}
	return strings.Join(out, ",")
}

// TestFactsGolden pins the facts: their IDs, which last for ever, on what each rests,
// who says it, what it is about, where it stands, and by a digest what it states.
func TestFactsGolden(t *testing.T) {
	var b strings.Builder
	for f := range facts().All() {
		var places []string
		for _, e := range f.Evidence() {
			places = append(places, fmt.Sprintf("%s:%d-%d", where(passageOf(t, e)), e.Start, e.End))
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", f.ID(), f.Kind(), strings.Join(f.Record().Footnotes, ","), f.Status(),
			idsOfNames(f.AttributedTo()), idsOfNames(f.Entities()), strings.Join(places, ","), digestOf(t, f))
	}
	golden(t, "facts.golden", b.String())
}

// TestOrder: the facts stand in the order of their first evidence in the article,
// the tensions after them in theirs.
func TestOrder(t *testing.T) {
	number := map[cite.PassageID]int{}
	for p := range metapolicy.Article().Passages() {
		number[p.ID()] = len(number)
	}
	var last fact.Fact
	var lastPlace []int
	for f := range facts().All() {
		e := f.Evidence()[0]
		place := []int{number[e.Passage], e.Start}
		switch {
		case last.IsZero():
		case isTension(last) && !isTension(f):
			t.Errorf("%s stands behind the tension %s", f.ID(), last.ID())
		case isTension(last) == isTension(f) && slices.Compare(lastPlace, place) > 0:
			t.Errorf("%s stands behind %s, its evidence before", f.ID(), last.ID())
		}
		last, lastPlace = f, place
	}
}

var notSlug = regexp.MustCompile(`[^a-z0-9]+`)

func slug(s string) string {
	return strings.Trim(notSlug.ReplaceAllString(strings.ToLower(s), "-"), "-")
}

// TestIDs: the ID of a fact begins with that of its subject and with its property.
func TestIDs(t *testing.T) {
	for f := range facts().All() {
		subject, _ := facts().Entity(f.Subject())
		part := strings.Split(f.ID(), "/")
		if len(part) > 3 || part[0] != subject.ID || part[1] != slug(f.Property()) {
			t.Errorf("%s: the subject is %q, the property %q", f.ID(), subject.ID, f.Property())
		}
	}
}

// dataNames are the keys of a fact's data that hold IDs of entities, one or a list.
var dataNames = []string{
	"series", "license", "models", "organization", "organizations", "jurisdiction",
	"person", "critics", "by", "on", "of", "from", "to",
}

// names returns the IDs of entities in the data of a fact, and checks what the
// other keys hold.
func names(t *testing.T, f fact.Fact) []string {
	t.Helper()
	var data map[string]any
	if err := f.Decode(&data); err != nil {
		t.Fatal(err)
	}
	var out []string
	for key, v := range data {
		list, ok := v.([]any)
		if !ok {
			list = []any{v}
		}
		for _, v := range list {
			s, _ := v.(string)
			switch {
			case slices.Contains(dataNames, key):
				out = append(out, s)
			case key == "answer":
				if _, err := facts().Fact(s); err != nil {
					t.Errorf("%s: answer: %v", f.ID(), err)
				}
			case key == "relation" && s != slug(f.Property()):
				t.Errorf("%s: the relation is %q", f.ID(), s)
			}
		}
	}
	return out
}

// TestEntities: every name in a fact is that of an entity of the sidecar, which has
// none that no fact names.
func TestEntities(t *testing.T) {
	byName, byID := map[string]fact.Entity{}, map[string]fact.Entity{}
	for _, e := range fileLines[fact.Entity](t, "article.aliases.jsonl") {
		if _, twice := byID[e.ID]; twice || e.ID == "" || e.Kind == "" {
			t.Errorf("%q has the ID %q and the kind %q", e.Name, e.ID, e.Kind)
		}
		byName[e.Name], byID[e.ID] = e, e
	}
	used := map[string]bool{}
	for f := range facts().All() {
		for _, name := range slices.Concat([]string{f.Subject()}, f.Entities(), f.AttributedTo()) {
			e, ok := byName[name]
			if !ok {
				t.Errorf("%s: there is no entity %q", f.ID(), name)
			}
			used[e.ID] = true
		}
		for _, id := range names(t, f) {
			if _, ok := byID[id]; !ok {
				t.Errorf("%s: data: there is no entity %q", f.ID(), id)
			}
			used[id] = true
		}
		if !slices.Contains(f.Entities(), f.Subject()) {
			t.Errorf("%s: the subject is not among the entities", f.ID())
		}
	}
	for id := range byID {
		if !used[id] {
			t.Errorf("no fact names %q", id)
		}
	}
}

// compact returns JSON without white space, as MarshalJSON writes it.
func compact(t *testing.T, data json.RawMessage) json.RawMessage {
	t.Helper()
	if len(data) == 0 {
		return nil
	}
	var b bytes.Buffer
	if err := json.Compact(&b, data); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestRoundTrip: a record written as JSON and read again is the same, and so is
// the set of them all.
func TestRoundTrip(t *testing.T) {
	var records []fact.Record
	for f := range facts().All() {
		data, err := json.Marshal(f.Record())
		if err != nil {
			t.Fatalf("%s: %v", f.ID(), err)
		}
		var r fact.Record
		if err := json.Unmarshal(data, &r); err != nil {
			t.Fatalf("%s: %v", f.ID(), err)
		}
		want := f.Record()
		want.Data = compact(t, want.Data)
		if d := cmp.Diff(want, r, cmpopts.EquateEmpty(), cmpopts.EquateComparable(fact.Date{}, fact.Value{})); d != "" {
			t.Errorf("%s (-record +read):\n%s", f.ID(), d)
		}
		records = append(records, r)
	}
	again, problems := fact.NewSet(records, slices.Collect(facts().Entities()))
	if len(problems) > 0 {
		t.Error(problems)
	}
	if d := cmp.Diff(describe(facts()), describe(again)); d != "" {
		t.Errorf("set (-read +again):\n%s", d)
	}
}

// describe returns what the methods of a set say of it.
func describe(s *fact.Set) []string {
	var out []string
	write := func(v any) {
		data, err := json.Marshal(v)
		if err != nil {
			panic(err)
		}
		out = append(out, string(data))
	}
	for f := range s.All() {
		write(f)
	}
	for f := range s.Timeline() {
		write(f.ID())
	}
	for e := range s.Entities() {
		write(e)
		for f := range s.About(e.Name) {
			write(f.ID())
		}
	}
	for x := range s.Tensions() {
		for side := range x.Sides() {
			write(side.Statement())
			for f := range side.Facts() {
				write(f.ID())
			}
		}
	}
	return out
}
