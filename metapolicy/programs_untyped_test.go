package metapolicy_test

import (
	"reflect"
	"testing"

	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/metapolicy"
)

// untyped are what Facts has and no typed method states, by the ID of the fact or
// by kind and property, each with the reason.
var untyped = map[string]string{
	// The other direction of a relation that has a method, or the same as a clause.
	"license: models":                      "License.Models asks the models",
	"license: threshold assessment":        "UserThreshold, as the article judges it",
	"license: exclusion clause assessment": "a clause, as the article judges it",
	"license: type":                        "no method",
	"person: former affiliation":           "Roles has the office, CEO of Scale AI",
	"person: authorship":                   "Works has the essays",
	"person: framing":                      "no method",
	"partnership: licensing revenue":       "not what the partner does",
	"argument: premise":                    "of others, about what is argued",
	"assessment: criticism weight":         "no row of the table",
	"criticism: rank of criticism":         "the article's judgement of a criticism",
	"engagement: origin":                   "no method",
	"engagement: consistency":              "no method",
	"finding: topic":                       "no method",
	"money: source of cost figures":        "no sum; of the training runs",
	"money: audit of cost figures":         "no sum; of the training runs",
	"money: budget disclosure":             "no sum",
	"money: model development investment":  "no sum: billions",

	// Facts about models that are of one model only.
	"release: model type":          "no method",
	"release: standing":            "no method",
	"release: training data":       "no method",
	"release: open-source release": "of PyTorch, which is no model",

	// Facts about organizations that are of one or two only.
	"organization: founding member":     "no method",
	"organization: performance lead":    "no method; the data have a role",
	"organization: model performance":   "no method; the data have a role",
	"organization: staffing":            "no method; the data have a role",
	"organization: country":             "no method",
	"organization: governance activity": "no method",
	"organization: members":             "of closed labs, which are a group",
	"organization: type":                "no method",
	"organization: evolution":           "no method",

	// Safety of what is no measure.
	"open-source-strategy/approach/access-controlling-licenses":    "of the strategy",
	"open-source-strategy/approach/dismissive-of-existential-risk": "of the strategy",
	"safety: critical risk": "no method",
	"safety: criterion":     "no method",

	"safety: place":  "no method",
	"work: occasion": "no method",
}

// TestReach: every fact is reached by a typed method or sequence, or is listed, and
// nothing is listed that is reached.
func TestReach(t *testing.T) {
	reached := map[string]bool{}
	for _, seq := range sequences() {
		for v := range reflect.ValueOf(seq).Seq() {
			if id, ok := statedBy(v); ok {
				reached[id] = true
			}
			if v.Kind() != reflect.String {
				continue
			}
			ask(v, func(_ string, ids []string, _ bool) {
				for _, id := range ids {
					reached[id] = true
				}
			})
		}
	}
	listed := map[string]bool{}
	for f := range metapolicy.Facts().All() {
		if f.Kind() == fact.KindTension || reached[f.ID()] {
			continue
		}
		property := f.Kind() + ": " + f.Property()
		listed[f.ID()], listed[property] = true, true
		if untyped[f.ID()] == "" && untyped[property] == "" {
			t.Errorf("no typed method states %s (%s)", f.ID(), property)
		}
	}
	for name := range untyped {
		if !listed[name] {
			t.Errorf("%s is listed, but reached or gone", name)
		}
	}
}
