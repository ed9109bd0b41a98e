package schemaorg_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/corpus/fact/schemaorg"
	"github.com/footnote-go/footnote/metapolicy"
)

// exactly compares dates and values by ==; nil and empty lists differ.
var exactly = cmp.Options{
	cmp.Comparer(func(a, b fact.Date) bool { return a == b }),
	cmp.Comparer(func(a, b fact.Value) bool { return a == b }),
}

// checkRoundTrip writes facts, reads them back, and writes them again.
func checkRoundTrip(t *testing.T, records []fact.Record, entities []fact.Entity) []byte {
	t.Helper()
	doc, err := schemaorg.Marshal(records, entities)
	if err != nil {
		t.Fatal(err)
	}
	gotRecords, gotEntities, err := schemaorg.Unmarshal(doc)
	if err != nil {
		t.Fatalf("%v\n%s", err, doc)
	}
	if diff := cmp.Diff(records, gotRecords, exactly); diff != "" {
		t.Fatalf("facts (-written +read):\n%s\n%s", diff, doc)
	}
	if diff := cmp.Diff(entities, gotEntities); diff != "" {
		t.Fatalf("entities (-written +read):\n%s\n%s", diff, doc)
	}
	again, err := schemaorg.Marshal(gotRecords, gotEntities)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(doc, again) {
		t.Fatalf("written again it differs (-first +second):\n%s", cmp.Diff(string(doc), string(again)))
	}
	return doc
}

// builtIn returns the facts and entities of the built-in article.
func builtIn(t testing.TB) (records []fact.Record, entities []fact.Entity) {
	set := metapolicy.Article().Facts()
	for f := range set.All() {
		records = append(records, f.Record())
	}
	entities = slices.Collect(set.Entities())
	if len(records) == 0 || len(entities) == 0 {
		t.Fatal("the built-in article has no facts")
	}
	return records, entities
}

func TestBuiltInArticle(t *testing.T) {
	records, entities := builtIn(t)
	doc := checkRoundTrip(t, records, entities)
	checkJSONLD(t, doc)
	checkJSONLD(t, checkRoundTrip(t, records, nil)) // names without entities
	got, gotEntities, err := schemaorg.Unmarshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	if _, problems := fact.NewSet(got, gotEntities); len(problems) > 0 {
		t.Errorf("the facts that were read make no set: %v", problems)
	}
	t.Logf("%d facts in %d bytes", len(records), len(doc))
}

func TestNothing(t *testing.T) {
	checkJSONLD(t, checkRoundTrip(t, nil, nil))
}

// TestRandomFacts writes and reads small sets of facts that take their parts from
// few odd ones, so that they collide.
func TestRandomFacts(t *testing.T) {
	for seed := range uint64(500) {
		r := random{rand.New(rand.NewPCG(seed, 1))}
		records, entities := r.facts()
		checkJSONLD(t, checkRoundTrip(t, records, entities))
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// odd are texts that something on the way could take for its own, or change.
var odd = []string{
	"Llama 2", "llama-2", "LLAMA 2", " ", "a", "", "a/b", "a%2Fb", "a~2", "a b", "4",
	"<script>&amp;</script>", "\"quoted\"\\", "\u2028\u2029", "\x00\x1f\x7f", "蜂\U0001F41D", "e\u0301", "\ufffd", "\ufeff",
	"@id", "@type", "_:b0", "https://example.org/?a=b#c", "#fact/a", "../a", "footnote:data", "null", "%", strings.Repeat("long ", 99),
}

type random struct{ *rand.Rand }

func (r random) text() string { return odd[r.IntN(len(odd))] }

// some returns a text that a record has to have.
func (r random) some() string { return "x" + r.text() }

// list returns nil, an empty list, or a few.
func list[T any](r random, one func() T) []T {
	n := r.IntN(5) - 2
	if n < -1 {
		return nil
	}
	out := []T{}
	for range n {
		out = append(out, one())
	}
	return out
}

func pick[T any](r random, of ...T) T { return of[r.IntN(len(of))] }

func (r random) facts() (records []fact.Record, entities []fact.Entity) {
	for range r.IntN(4) {
		entities = append(entities, fact.Entity{
			ID: r.text(), Name: pick(r, r.text(), r.some()), Aliases: list(r, r.text),
			Kind: pick(r, "", "person", "model", "work", "country", "Person", "group", r.text()),
		})
	}
	taken := map[[2]string]bool{}
	for range r.IntN(4) {
		rec := r.record()
		if key := [2]string{rec.Article(), rec.ID}; !taken[key] && rec.Check() == nil {
			taken[key] = true
			records = append(records, rec)
		}
	}
	return records, entities
}

func (r random) record() fact.Record {
	article := pick(r, "bees", "bees/2", "蜂", "a%b")
	out := fact.Record{
		ID:   pick(r, "a/b", "a/b/c", "llama-2/released", "ü/<&>%2F\"", "a/~2"),
		Kind: pick(r, "release", fact.KindTension, r.some()), Statement: r.some(), Subject: r.some(), Property: r.some(),
		Entities: list(r, r.text), AttributedTo: list(r, r.text), Section: list(r, r.text), Footnotes: list(r, r.text),
		Values: list(r, r.value),
		Status: fact.Status(r.IntN(int(fact.StatusAssessment) << 1)),
		AsOf:   fact.MustParseDate(pick(r, "", "2024", "2023-07/..", "../2024-02-29", "2025~", "0044?/2026%", "0000", "2023/")),
	}
	if n := r.IntN(4); n > 0 {
		out.Data = []byte(pick(r, `{}`, `null`, `{"z":1,"a":[1.0,1e999,-0,"\u003c<\ud800"],"a":null}`, `{"@id":"#nowhere","@type":"Nothing"}`,
			`{"a":`+strings.Repeat("[", 63)+strings.Repeat("]", 63)+`}`))
	}
	first := r.citation(article)
	for range 1 + r.IntN(3) {
		out.Evidence = append(out.Evidence, pick(r, first, r.citation(article)))
	}
	return out
}

func (r random) citation(article string) cite.Citation {
	return cite.Citation{
		Article: pick(r, "", article, article), Passage: cite.PassageID(article + pick(r, "#honey.2", "#はちみつ.1.3")),
		Digest: cite.Digest(pick(r, "", string(cite.DigestOf("a")), r.text())),
		Span:   pick(r, cite.Span{}, cite.Span{Start: 1, End: 7}, cite.Span{Start: -1 << 63, End: 1<<63 - 1}),
		Quote:  r.some(), Prefix: r.text(), Suffix: r.text(),
		Footnotes: list(r, func() cite.Footnote {
			return cite.Footnote{
				Article: pick(r, article, article, "", "other"), Label: r.text(), Text: pick(r, "", r.text()),
				Links: list(r, r.text), Source: pick(r, "", cite.SourceNone, cite.SourceExternal, "else"),
			}
		}),
	}
}

func (r random) value() fact.Value {
	number := func() float64 {
		return pick(r, 0, 1, -1, 0.1, 1e300, 5e-324, 700e6, 1<<53, r.NormFloat64())
	}
	a, b := number(), number()
	unit := pick(r, "1", "users", r.some())
	if r.IntN(3) == 0 {
		return fact.OfDate(fact.MustParseDate(pick(r, "2023-07", "2025~/..", "0000-12-31")))
	}
	var q fact.Quantity
	switch lo, hi := min(a, b), max(a, b); r.IntN(7) {
	case 0:
		q = fact.Exactly(a, unit)
	case 1:
		q = fact.MoreThan(a, unit)
	case 2:
		q = fact.AtLeast(a, unit)
	case 3:
		q = fact.LessThan(a, unit)
	case 4:
		q = fact.AtMost(a, unit)
	case 5:
		q = fact.Range(lo, hi, unit)
	case 6:
		return exclusiveRange(lo, hi+1)
	}
	if r.IntN(3) == 0 {
		q = q.Approximate()
	}
	if m, err := fact.NewMoney(fact.About(a, "USD")); err == nil && r.IntN(4) == 0 {
		return fact.OfMoney(m)
	}
	if s, err := fact.NewShare(q, r.text()); err == nil && r.IntN(2) == 0 {
		return fact.OfShare(s)
	}
	return fact.OfQuantity(q)
}

// exclusiveRange returns a range without its bounds, which only JSON has.
func exclusiveRange(lo, hi float64) (v fact.Value) {
	if lo >= hi { // too large to differ by one
		hi = lo * 2
	}
	in := fmt.Sprintf(`{"kind":"money","min":%v,"max":%v,"exclusive":true,"unit":"EUR"}`, lo, hi)
	if err := v.UnmarshalJSON([]byte(in)); err != nil {
		panic(err)
	}
	return v
}
