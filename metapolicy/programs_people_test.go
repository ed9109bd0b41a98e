package metapolicy_test

import (
	"slices"
	"testing"

	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/metapolicy"
)

// TestRoles: who is what, and where; who was what before.
func TestRoles(t *testing.T) {
	type role struct {
		Person metapolicy.Person
		Role   metapolicy.Role
	}
	var present, former []role
	for p := range metapolicy.People() {
		for r := range p.Roles() {
			if r.Value.Former {
				former = append(former, role{p, r.Value})
			} else if r.Value.Organization == metapolicy.Meta {
				present = append(present, role{p, metapolicy.Role{Title: r.Value.Title, Organization: r.Value.Organization}})
			}
		}
	}
	equal(t, "former", []role{
		{metapolicy.AlexandrWang, metapolicy.Role{Title: "CEO", Organization: metapolicy.ScaleAI, Former: true}},
	}, former)
	for _, want := range []role{
		{metapolicy.MarkZuckerberg, metapolicy.Role{Title: "CEO", Organization: metapolicy.Meta}},
		{metapolicy.YannLeCun, metapolicy.Role{Title: "Chief AI Scientist", Organization: metapolicy.Meta}},
		{metapolicy.AlexandrWang, metapolicy.Role{Title: "AI Lab Lead", Organization: metapolicy.Meta}},
		{metapolicy.ChrisCox, metapolicy.Role{Title: "Chief Product Officer", Organization: metapolicy.Meta}},
		{metapolicy.AhmadAlDahle, metapolicy.Role{Title: "VP of Generative AI", Organization: metapolicy.Meta}},
	} {
		if !slices.Contains(present, want) {
			t.Errorf("%v is not %q at %v", want.Person, want.Role.Title, want.Role.Organization)
		}
	}
}

// TestPositions: what people hold is theirs, and the article says so.
func TestPositions(t *testing.T) {
	got := map[metapolicy.Person]int{}
	for p := range metapolicy.People() {
		for s := range p.Positions() {
			if s.Value.Text == "" {
				t.Errorf("%s has no text", s.ID())
			}
			if s.Status().Has(fact.StatusClaimedByMeta) {
				equal(t, s.ID(), []string{p.Name()}, s.AttributedTo())
				got[p]++
			}
		}
	}
	for _, p := range []metapolicy.Person{metapolicy.MarkZuckerberg, metapolicy.YannLeCun, metapolicy.AhmadAlDahle} {
		if got[p] == 0 {
			t.Errorf("nothing is claimed by %v", p)
		}
	}
	if n := len(idsOf(metapolicy.YannLeCun.Influence())); n < 5 {
		t.Errorf("the influence of LeCun has %d facts", n)
	}
	if len(idsOf(metapolicy.MarkZuckerberg.Involvement())) == 0 {
		t.Error("Zuckerberg is involved in nothing")
	}
}

// TestWorks: who wrote what, what it is, when it appeared, and back.
func TestWorks(t *testing.T) {
	type row struct {
		Author    metapolicy.Person
		Form      metapolicy.Form
		Published string
	}
	got := map[metapolicy.Work]row{}
	for w := range metapolicy.Works() {
		got[w] = row{w.Author().Value, w.Form().Value, w.Published().Value.String()}
		if !slices.Contains(slices.Collect(w.Author().Value.Works()), w) {
			t.Errorf("%v did not write %v", w.Author().Value, w)
		}
	}
	equal(t, "works", map[metapolicy.Work]row{
		metapolicy.PathForward:               {metapolicy.MarkZuckerberg, metapolicy.FormEssay, "2024-07"},
		metapolicy.PersonalSuperintelligence: {metapolicy.MarkZuckerberg, metapolicy.FormBlogPost, "2025-07"},
	}, got)
	equal(t, "by LeCun", nil, slices.Collect(metapolicy.YannLeCun.Works()))
	equal(t, "argues", 3, len(idsOf(metapolicy.PathForward.Argues())))
	for r := range metapolicy.PersonalSuperintelligence.Readings() {
		if !r.Status().Has(fact.StatusReported) || len(r.AttributedTo()) == 0 {
			t.Errorf("%s is read by %v, %v", r.ID(), r.AttributedTo(), r.Status())
		}
	}
}

// TestPartnerships: with whom Meta works; the relations say the same.
func TestPartnerships(t *testing.T) {
	var partners, related []metapolicy.Organization
	for p := range metapolicy.Partnerships() {
		partners = append(partners, p.Value.With)
	}
	for r := range metapolicy.Meta.Relations() {
		if r.Value.Kind == metapolicy.RelationPartnersWith {
			related = append(related, metapolicy.Organization(r.Value.To))
		}
	}
	equal(t, "partners", []metapolicy.Organization{
		metapolicy.HuggingFace, metapolicy.LinuxFoundation, metapolicy.AWSBedrock,
	}, partners)
	equal(t, "relations", partners, related)
}

// related returns to whom an entity stands in a relation, or who stands to it.
func related(e metapolicy.Entity, kind metapolicy.RelationKind, from bool) []metapolicy.Entity {
	var out []metapolicy.Entity
	for r := range e.Relations() {
		other := r.Value.From
		if from {
			other = r.Value.To
		}
		if r.Value.Kind == kind && other != e && !slices.Contains(out, other) {
			out = append(out, other)
		}
	}
	return out
}

// TestRelations: relations are found from either end.
func TestRelations(t *testing.T) {
	llama := metapolicy.Entity(metapolicy.Llama)
	equal(t, "who built on Llama", []metapolicy.Entity{"deepseek"}, related(llama, metapolicy.RelationBuiltOn, false))
	equal(t, "on what DeepSeek built", []metapolicy.Entity{llama}, related("deepseek", metapolicy.RelationBuiltOn, true))
	equal(t, "whom Llama enabled", []metapolicy.Entity{"mistral", "deepseek", "qwen"}, related(llama, metapolicy.RelationEnabled, true))
	equal(t, "who enabled Mistral", []metapolicy.Entity{llama}, related("mistral", metapolicy.RelationEnabled, false))
	equal(t, "with whom 405B competes", []metapolicy.Entity{"openai", "anthropic"},
		related(metapolicy.Entity(metapolicy.Llama405B), metapolicy.RelationCompetesWith, true))
	equal(t, "who hosts Llama", []metapolicy.Entity{"aws-bedrock", "hugging-face"}, related(llama, metapolicy.RelationHosts, false))
	equal(t, "what Cox leads", []metapolicy.Entity{"fair"}, related("chris-cox", metapolicy.RelationLeads, true))
	equal(t, "what is part of Meta", []metapolicy.Entity{"superintelligence-lab"},
		related(metapolicy.Entity(metapolicy.Meta), metapolicy.RelationPartOf, false))
	for r := range metapolicy.Relations() {
		for _, end := range []metapolicy.Entity{r.Value.From, r.Value.To} {
			if end.Name() == "" || !slices.Contains(idsOf(end.Relations()), r.ID()) {
				t.Errorf("%s is not found from %q", r.ID(), end)
			}
		}
	}
}

// TestRivals: whom the article calls a rival of Meta.
func TestRivals(t *testing.T) {
	var rivals []metapolicy.Organization
	for o := range metapolicy.Organizations() {
		for p := range o.Roles() {
			if p.Value.Role == metapolicy.RoleRival && p.Value.To == metapolicy.Entity(metapolicy.Meta) {
				rivals = append(rivals, o)
				break
			}
		}
	}
	equal(t, "rivals", []metapolicy.Organization{
		metapolicy.OpenAI, metapolicy.Anthropic, metapolicy.Google,
		metapolicy.DeepSeek, metapolicy.Apple, metapolicy.ByteDance,
	}, rivals)
	if len(idsOf(metapolicy.Meta.BusinessModel())) == 0 || len(idsOf(metapolicy.Meta.OfficialPositions())) == 0 {
		t.Error("Meta has no business model or no position")
	}
}
