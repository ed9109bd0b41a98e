package metapolicy_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/metapolicy"
)

// topics are other words by which the text speaks of an entity that has no proper
// name.
var topics = map[string][]string{
	"closed labs":                    {"closed models", "closed api*", "closed commercial", "closed development", "closed source"},
	"open-weights":                   {"open release", "open development", "open models", "open availability"},
	"open-weights ecosystem":         {"open weights", "open weights field", "ecosystem*"},
	"open-weights releases":          {"open weights", "release*", "weights", "openness", "open source*"},
	"hybrid pivot":                   {"hybrid", "proprietary", "pivot"},
	"press reports":                  {"report*"},
	"analysts":                       {"estimate*"},
	"critics":                        {"critici*", "accus*"},
	"AI safety community":            {"critics"},
	"NTIA open-weights inquiry":      {"NTIA"},
	"Open Compute Project":           {"OCP", "open hardware"},
	"Linux Foundation study of 2025": {"study"},
	"Llama":                          {"model releases"},
	"Llama 1 research license":       {"restricted license"},
	"Llama 4":                        {"the episode"},
	"Frontier AI Framework v1.1":     {"this architecture", "safety architecture"},
}

// unnamed are entities that a fact has though no words near it name them.
var unnamed = map[string]string{
	"deepseek/tension/threat": "Llama 4: of a fact that it sets side by side",
}

// near returns the words of a fact, of the paragraphs of its evidence, and of the
// headings above.
func near(t *testing.T, f fact.Fact) string {
	text := []string{metapolicy.Article().Title(), f.Statement()}
	for _, e := range f.Evidence() {
		p := passageOf(t, e)
		text = append(append(text, p.Block().Text()), p.Section().Path()...)
	}
	return strings.Join(text, "\n")
}

// TestEntitiesAreNamed: every entity of a fact but its subject is named near it.
func TestEntitiesAreNamed(t *testing.T) {
	needed := map[string]bool{}
	for f := range facts().All() {
		text := near(t, f)
		for _, name := range f.Entities() {
			e, _ := entityNamed(name)
			words := slices.Clone(topics[name])
			for _, n := range allNames(e) {
				words = append(words, n+"*")
			}
			if name == f.Subject() || hasAny(text, words) {
				continue
			}
			needed[f.ID()] = true
			if !strings.HasPrefix(unnamed[f.ID()], name+": ") {
				t.Errorf("%s: nothing names %s", f.ID(), name)
			}
		}
	}
	for id := range unnamed {
		if !needed[id] {
			t.Errorf("%s needs no exception", id)
		}
	}
}

// beside are entities in the data of a fact that are not among its entities.
var beside = map[string]string{
	"open-weights-releases/effect/beyond-meta-s-position": "open-weights-ecosystem",
	"deepseek/model-performance":                          "meta",
}

// TestDataEntities: the entities in the data of a fact are among its entities.
func TestDataEntities(t *testing.T) {
	needed := map[string]bool{}
	for f := range facts().All() {
		for _, id := range names(t, f) {
			e, _ := facts().Entity(id)
			if slices.Contains(f.Entities(), e.Name) {
				continue
			}
			needed[f.ID()] = true
			if beside[f.ID()] != id {
				t.Errorf("%s: data: %s is no entity of the fact", f.ID(), id)
			}
		}
	}
	for id := range beside {
		if !needed[id] {
			t.Errorf("%s needs no exception", id)
		}
	}
}

// dataOf returns the data of a fact.
func dataOf(t *testing.T, f fact.Fact) map[string]any {
	t.Helper()
	out := map[string]any{}
	if err := f.Decode(&out); err != nil {
		t.Fatal(err)
	}
	return out
}

// looseTexts are texts in data that have few words of their fact.
var looseTexts = map[string]string{
	"llama-community-license/user-threshold": "a bound in words",
	"hybrid-pivot/announced":                 "plans",
	"eu-ai-act/instrument":                   "the name, which is short",
	"eu-ai-act/action/lobbying":              "lobbied",
}

// TestDataTexts: at least half of the words of a text in data, from four letters on
// and but for their endings, stand in the statement or the evidence.
func TestDataTexts(t *testing.T) {
	needed := map[string]bool{}
	for f := range facts().All() {
		text, _ := dataOf(t, f)["text"].(string)
		shared, all := 0, 0
		for _, w := range plainWords(text) {
			if len(w) < 4 {
				continue
			}
			all++
			if hasAny(f.Statement()+"\n"+quotes(f), []string{w[:max(4, len(w)-3)] + "*"}) {
				shared++
			}
		}
		if 2*shared >= all {
			continue
		}
		needed[f.ID()] = true
		if looseTexts[f.ID()] == "" {
			t.Errorf("%s: the text %q is not in the words of %q", f.ID(), text, f.Statement())
		}
	}
	for id := range looseTexts {
		if !needed[id] {
			t.Errorf("%s needs no exception", id)
		}
	}
}

// reportedBy are facts whose data name somebody of whose words others tell.
var reportedBy = map[string]string{
	"behemoth/argument/performance-concerns":  "superintelligence-lab",
	"behemoth/argument/monetization-pressure": "superintelligence-lab",
}

// TestDataSayers: the critics and those who argue are those to whom the fact is
// attributed.
func TestDataSayers(t *testing.T) {
	for f := range facts().All() {
		data := dataOf(t, f)
		for _, key := range []string{"critics", "by"} {
			list, _ := data[key].([]any)
			for _, id := range list {
				e, _ := facts().Entity(id.(string))
				if !slices.Contains(f.AttributedTo(), e.Name) && reportedBy[f.ID()] != id {
					t.Errorf("%s: %s: %v, but %q say it", f.ID(), key, id, f.AttributedTo())
				}
			}
		}
	}
}

// signs are words of which a fact has one if its data have the value.
var signs = map[string][]string{
	"role vendor": {"vendor", "provider"}, "role rival": {"rival*", "compet*", "challeng*", "outperformed"},
	"role standards-body": {"standard*", "definition"}, "role lab": {"lab", "research organization"},
	"role partner": {"partner", "collaboration*"}, "role critic": {"critic"}, "role regulator": {"inquiry"},
	"state open": {"open", "open source"}, "state research-only": {"research"}, "state leaked": {"leak*"},
	"state frontier-claimed": {"frontier level"}, "state set-back": {"setback"}, "state debated": {"debat*"},
	"state evolving": {"evolving"}, "state planned": {"plan*"}, "state criticized": {"criticism"}, "state proprietary": {"proprietary"},
	"stance sought-carve-outs": {"carve outs"}, "stance submitted-comments": {"comments"}, "stance opposed": {"opposed"},
	"outcome carve-outs-adopted": {"successfully"}, "outcome bill-failed": {"fail*"},
	"clause permission": {"permitted"}, "clause restriction": {"ban*", "forbid*"}, "clause exclusion": {"exclu*"}, "clause condition": {"must"},
	"form essay": {"essay"}, "form blog-post": {"blog post"},
}

// TestSigns: a value of few in data has a word for it in the statement or the evidence.
func TestSigns(t *testing.T) {
	for f := range facts().All() {
		data := dataOf(t, f)
		for _, key := range []string{"role", "state", "stance", "outcome", "clause", "form"} {
			v, ok := data[key].(string)
			if ok && !hasAny(f.Statement()+"\n"+quotes(f), signs[key+" "+v]) {
				t.Errorf("%s: nothing says that the %s is %s: %q", f.ID(), key, v, f.Statement())
			}
		}
	}
}

// TestTitles: the words of a person's title stand in the evidence or in the heading
// above it.
func TestTitles(t *testing.T) {
	for f := range facts().OfKind("person") {
		title, _ := dataOf(t, f)["title"].(string)
		var text []string
		for _, e := range f.Evidence() {
			text = append(append(text, e.Quote), passageOf(t, e).Section().Heading())
		}
		for _, w := range plainWords(title) {
			if !hasAny(strings.Join(text, "\n"), []string{w}) {
				t.Errorf("%s: neither evidence nor heading has the %q of %q", f.ID(), w, title)
			}
		}
	}
}
