package eval_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/eval"
	"github.com/footnote-go/footnote/metapolicy"
)

const harbour = `# The harbour of Stavna

Norlin Shipping runs 42 ferries, and they carry 3 million passengers every year.[^1] Norlin Shipping bought Vest Line in July 1998.[^1] Most of the crews live in Stavna, and 12% of the crews are students.[^2]

The storm of 1962 reportedly damaged the old pier.[^3] Ada Holm argued that a bridge to Osto would ruin the trade in salt.[^4] Council members announced a tunnel in a letter.[^4] The tunnel contributed to the decline of night traffic.[^4]

The pilot station (a wooden house with two rooms) was moved to the northern quay of Osto in the spring, which surprised nobody.[^5] The Baltic Freight Union paid $45 million for the quay and the cranes on it.[^5]

The lighthouse is a landmark that sailors from many countries know well.

[^1]: The company's yearbook
[^2]: A census
[^3]: Letters to the harbour master
[^4]: Minutes of the council
[^5]: The register of buildings
`

// harbourFacts are ID, status, who says it, statement, quotation, passage, entities.
var harbourFacts = [][]string{
	{"norlin/ferries", "stated", "", "Norlin Shipping runs 42 ferries for 3 million passengers every year.", "Norlin Shipping runs 42 ferries, and they carry 3 million passengers every year.", "1", "Norlin Shipping"},
	{"norlin/bought", "stated", "", "Norlin Shipping bought Vest Line in July 1998.", "Norlin Shipping bought Vest Line in July 1998.", "1", "Norlin Shipping,Vest Line"},
	{"stavna/crews", "stated", "", "Most of the crews live in Stavna.", "Most of the crews live in Stavna", "1", "Stavna"},
	{"stavna/students", "stated", "", "Students make up 12% of the crews in Stavna.", "12% of the crews are students.", "1", "Stavna"},
	{"pier/damaged", "reported", "", "The old pier was reportedly damaged by the storm of 1962.", "The storm of 1962 reportedly damaged the old pier.", "2", "old pier"},
	{"ada-holm/bridge", "reported", "Ada Holm", "Ada Holm argued that a bridge to Osto would ruin the trade in salt.", "Ada Holm argued that a bridge to Osto would ruin the trade in salt.", "2", "Ada Holm,Osto"},
	{"tunnel/traffic", "stated", "", "The tunnel contributed to the decline of night traffic.", "The tunnel contributed to the decline of night traffic.", "2", "tunnel"},
	{"tunnel/announced", "stated", "", "The council members announced the tunnel in a letter.", "Council members announced a tunnel in a letter.", "2", "tunnel"},
	{"bfu/quay", "stated", "", "The Baltic Freight Union paid $45 million for the quay.", "The Baltic Freight Union paid $45 million for the quay and the cranes on it.", "3", "Baltic Freight Union"},
	{"lighthouse/landmark", "stated", "", "The lighthouse is a landmark known to sailors from many countries.", "The lighthouse is a landmark that sailors from many countries know well.", "4", "lighthouse"},
}

const harbourAliases = `{"id":"norlin","name":"Norlin Shipping","aliases":["Norlin"],"kind":"organization"}
{"id":"vest","name":"Vest Line","kind":"organization"}
{"id":"bfu","name":"Baltic Freight Union","aliases":["BFU"],"kind":"organization"}
{"id":"ada-holm","name":"Ada Holm","aliases":["Holm"],"kind":"person"}
{"id":"per-lund","name":"Per Lund","kind":"person"}
{"id":"stavna","name":"Stavna","kind":"place"}
{"id":"osto","name":"Osto","kind":"place"}
`

func harbourCorpus(t testing.TB) *corpus.Corpus {
	t.Helper()
	var lines strings.Builder
	for _, f := range harbourFacts {
		subject := strings.Split(f[6], ",")[0]
		record := map[string]any{
			"id": f[0], "kind": "note", "statement": f[3], "subject": subject, "property": strings.Split(f[0], "/")[1],
			"entities": strings.Split(f[6], ","), "status": []string{f[1]},
			"evidence": []map[string]string{{"passage": "harbour#top." + f[5], "quote": f[4]}},
		}
		if f[2] != "" {
			record["attributed_to"] = []string{f[2]}
		}
		line, err := json.Marshal(record)
		if err != nil {
			t.Fatal(err)
		}
		lines.Write(append(line, '\n'))
	}
	c, err := corpus.Read(files("harbour.md", harbour, "harbour.facts.jsonl", lines.String(), "harbour.aliases.jsonl", harbourAliases))
	if err != nil {
		t.Fatal(err)
	}
	for a := range c.Articles() {
		for d := range a.Diagnostics() {
			t.Fatal(d)
		}
	}
	if c.Facts().Len() != len(harbourFacts) {
		t.Fatalf("%d facts of %d", c.Facts().Len(), len(harbourFacts))
	}
	return c
}

// TestMutants looks for mutants among those of the harbour.
func TestMutants(t *testing.T) {
	mutants := eval.Mutants(harbourCorpus(t), eval.MutantOptions{})
	for _, test := range []struct {
		kind              eval.MutantKind
		answer            string
		changed, by       string
		footnotes, reason string
	}{
		{eval.MutantNumber, "Norlin Shipping runs 420 ferries for 3 million passengers every year.[^1]", "42", "420", "1", "ten times"},
		{eval.MutantUnit, "Norlin Shipping runs 42 ferries for 3 billion passengers every year.[^1]", "million", "billion", "1", "another scale"},
		{eval.MutantUnit, "Norlin Shipping runs 42 ferries for 3 million vehicles every year.[^1]", "passengers", "vehicles", "1", "what is counted"},
		{eval.MutantName, "Most of the crews live in Osto.[^2]", "Stavna", "Osto", "2", "the other place"},
		{eval.MutantRole, "Vest Line bought Norlin Shipping in July 1998.[^1]", "Norlin Shipping … Vest Line", "Vest Line … Norlin Shipping", "1", "who bought whom"},
		{eval.MutantPolarity, "The tunnel contributed to the growth of night traffic.[^4]", "decline", "growth", "4", "an antonym"},
		{eval.MutantPolarity, "The lighthouse is not a landmark known to sailors from many countries.[harbour#top.4]", "", "not", "", "negated; nothing vouches for it"},
		{eval.MutantQuantifier, "All of the crews live in Stavna.[^2]", "Most of the", "All of the", "2", "most made all"},
		{eval.MutantHedge, "The old pier was damaged by the storm of 1962.[^3]", "reportedly", "", "3", "left out"},
		{eval.MutantAttribution, "Per Lund argued that a bridge to Osto would ruin the trade in salt.[^4]", "Ada Holm", "Per Lund", "4", "the other person"},
		{eval.MutantCause, "The tunnel was the sole cause of the decline of night traffic.[^4]", "contributed to", "was the sole cause of", "4", "one cause made the only one"},
		{eval.MutantNumberForm, "Norlin Shipping bought Vest Line in 1998-07.[^1]", "July 1998", "1998-07", "1", "a month in digits"},
		{eval.MutantNumberForm, "Students make up 12 percent of the crews in Stavna.[^2]", "12%", "12 percent", "2", "a share in words"},
		{eval.MutantNumberForm, "The Baltic Freight Union paid 45 million US dollars for the quay.[^5]", "$45 million", "45 million US dollars", "5", "money"},
		{eval.MutantStatement, "The tunnel contributed to the decline of night traffic.[^4]", "", "", "4", "as it is"},
		{eval.MutantPassageID, "The lighthouse is a landmark known to sailors from many countries.[harbour#top.4]", "", "", "", "no footnote vouches for it"},
		{eval.MutantClause, "The pilot station was moved to the northern quay of Osto in the spring, which surprised nobody.[^5]", "(a wooden house with two rooms)", "", "5", "without what stands in brackets"},
		{eval.MutantSynonym, "The council members unveiled the tunnel in a letter.[^4]", "announced", "unveiled", "4", "a word of the thesaurus"},
		{eval.MutantVoice, "Vest Line was bought by Norlin Shipping in July 1998.[^1]", "bought", "was bought by", "1", "passive"},
		{eval.MutantAlias, "The BFU paid $45 million for the quay.[^5]", "Baltic Freight Union", "BFU", "5", "an acronym"},
	} {
		i := slices.IndexFunc(mutants, func(m eval.Mutant) bool { return m.Kind == test.kind && m.Answer == test.answer })
		if i < 0 {
			t.Errorf("%s (%s): no %q among\n%s", test.kind, test.reason, test.answer, strings.Join(answers(mutants, test.kind), "\n"))
			continue
		}
		got := []string{mutants[i].Changed, mutants[i].By, strings.Join(mutants[i].Footnotes, " ")}
		if diff := cmp.Diff([]string{test.changed, test.by, test.footnotes}, got); diff != "" {
			t.Errorf("%s (%s): %s", test.kind, test.reason, diff)
		}
	}
}

// TestMutantsByChance looks at mutants that the dice chooses: what all of a kind have.
func TestMutantsByChance(t *testing.T) {
	c := harbourCorpus(t)
	for _, test := range []struct {
		kind   eval.MutantKind
		ok     func(m eval.Mutant) bool
		reason string
	}{
		{eval.MutantDate, func(m eval.Mutant) bool { return m.By != m.Changed && !strings.Contains(harbour, m.By) }, "another date"},
		{eval.MutantWrongFootnote, func(m eval.Mutant) bool { return m.Answer == m.Original+m.By && m.By != m.Changed }, "another note"},
		{eval.MutantInventedFootnote, func(m eval.Mutant) bool { return !strings.Contains(harbour, m.By) }, "no such note"},
		{eval.MutantStitchedQuote, func(m eval.Mutant) bool { return strings.Contains(m.Answer, "\""+m.By+"\"[") }, "one quotation"},
		{eval.MutantAlteredQuote, func(m eval.Mutant) bool {
			return strings.Contains(m.Answer, "\""+strings.Replace(m.Original, m.Changed, m.By, 1)+"\"[")
		}, "a sentence but for one word"},
		{eval.MutantAddedFact, func(m eval.Mutant) bool {
			return strings.HasPrefix(m.Answer, strings.TrimSuffix(m.Original, ".")+", and ")
		}, "more"},
		{eval.MutantTypography, func(m eval.Mutant) bool { return m.Changed != m.By && strings.Contains(m.Answer, m.By) }, "another sign"},
		{eval.MutantEllipsisQuote, func(m eval.Mutant) bool { return !strings.Contains(m.Answer, m.Changed) }, "left out"},
	} {
		for seed := range uint64(4) {
			mutants := eval.Mutants(c, eval.MutantOptions{Seed: seed, Kinds: []eval.MutantKind{test.kind}})
			if len(mutants) == 0 {
				t.Errorf("%s (%s): none with seed %d", test.kind, test.reason, seed)
			}
			for _, m := range mutants {
				if !test.ok(m) {
					t.Errorf("%s (%s): %q, %q for %q", test.kind, test.reason, m.Answer, m.By, m.Changed)
				}
			}
		}
	}
}

func answers(mutants []eval.Mutant, kind eval.MutantKind) []string {
	var out []string
	for _, m := range mutants {
		if m.Kind == kind {
			out = append(out, m.Answer)
		}
	}
	return out
}

// TestMutantsDeterministic: a seed says it all, and a kind doesn't depend on others.
func TestMutantsDeterministic(t *testing.T) {
	c := metapolicy.Corpus()
	all := eval.Mutants(c, eval.MutantOptions{Seed: 7, Max: 30})
	if diff := cmp.Diff(all, eval.Mutants(c, eval.MutantOptions{Seed: 7, Max: 30})); diff != "" {
		t.Error(diff)
	}
	if cmp.Equal(all, eval.Mutants(c, eval.MutantOptions{Seed: 8, Max: 30})) {
		t.Error("another seed gives the same mutants")
	}
	ids := map[string]bool{}
	for _, kind := range eval.MutantKinds {
		var want []eval.Mutant
		for _, m := range all {
			if m.Kind == kind {
				want = append(want, m)
			}
		}
		if len(want) > 30 {
			t.Errorf("%d of %s", len(want), kind)
		}
		got := eval.Mutants(c, eval.MutantOptions{Seed: 7, Max: 30, Kinds: []eval.MutantKind{kind}})
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s alone: %s", kind, diff)
		}
	}
	for _, m := range all {
		if ids[m.ID] {
			t.Errorf("two of %s", m.ID)
		}
		ids[m.ID] = true
		if m.Good != m.Kind.Good() || m.Source.IsZero() || m.Original == "" {
			t.Errorf("%+v", m)
		}
	}
}

// TestMutantsOfLittle: what there is nothing to make of gives nothing.
func TestMutantsOfLittle(t *testing.T) {
	plain, err := corpus.Parse("plain.md", []byte("# Bees\n\nScouts leave the hive at 7 in the morning.[^1]\n\n[^1]: seen\n"))
	if err != nil {
		t.Fatal(err)
	}
	without, err := corpus.New(plain)
	if err != nil {
		t.Fatal(err)
	}
	if got := eval.Mutants(&corpus.Corpus{}, eval.MutantOptions{}); len(got) != 0 {
		t.Errorf("%d mutants of no article", len(got))
	}
	if got := eval.Mutants(without, eval.MutantOptions{Kinds: []eval.MutantKind{"none"}}); len(got) != 0 {
		t.Errorf("%d mutants of a kind that there isn't", len(got))
	}
	if got := eval.Mutants(without, eval.MutantOptions{}); len(got) == 0 {
		t.Error("none of an article without facts")
	}
}

// FuzzMutants: no text makes it panic, and mutants are of that text.
func FuzzMutants(f *testing.F) {
	f.Add(harbour)
	f.Add("# A\n\nThe fee, a trifle, was about $3–5 million (2001) in 10% of all ports, which \"few people\" knew.[^a]\n\n[^a]: b\n")
	f.Fuzz(func(t *testing.T, src string) {
		a, err := corpus.Parse("a.md", []byte(src))
		if err != nil {
			t.Skip()
		}
		c, err := corpus.New(a)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range eval.Mutants(c, eval.MutantOptions{Max: 20}) {
			if !strings.Contains(m.Original, m.Source.Quote) && !strings.Contains(m.Source.Quote, m.Original) {
				t.Errorf("%q is not of %q", m.Original, m.Source.Quote)
			}
		}
	})
}
