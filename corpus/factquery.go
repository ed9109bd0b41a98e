package corpus

import (
	"iter"
	"slices"

	"github.com/footnote-go/footnote/corpus/fact"
)

// A FactQuery says which facts are meant: those that fit every field that is set.
// Of a field with several values one has to fit, of Entities all.
type FactQuery struct {
	// IDs are those of facts, as [Corpus.FindFact] takes them.
	IDs []string
	// Entities are names, aliases or IDs of what facts are about.
	Entities []string
	// Footnotes are those that facts rest on: 4, ^4, [^4] or ARTICLE^4.
	Footnotes []string
	// Passages are those that facts stand in, as [Corpus.FindPassage] takes them.
	Passages []string
	// Kinds are those of facts; here and in the fields below case doesn't count.
	Kinds []string
	// Properties are what facts state of their subjects.
	Properties []string
	// Statuses are names such as "reported".
	Statuses []string
	// By names those to whom facts are attributed, entities by an alias or ID, too.
	By []string
	// After and Before leave the facts whose date is surely after the one and
	// before the other, as [fact.Date.Before] has it. The zero Date sets no bound.
	After, Before fact.Date
}

// FindFacts returns the facts that a query means, in the order of [Corpus.Facts];
// those of the zero query are all. Where none fits, the list is empty.
//
// What names nothing is an error that says what there is: an [*UnknownNameError],
// [*UnknownPassageError] or [*UnknownFactError], for footnotes those of
// [Corpus.Footnote], for an ID of several facts a [*fact.AmbiguousError]. A corpus
// without facts, in which there is nothing to name, is a [*NoFactsError]. The texts
// of all of them are for people.
func (c *Corpus) FindFacts(q FactQuery) ([]fact.Fact, error) {
	return c.filter(q, c.Facts().All())
}

// Timeline returns the facts that a query means and that have a date, in the order
// of [fact.Set.Timeline]. The errors are those of [Corpus.FindFacts].
func (c *Corpus) Timeline(q FactQuery) ([]fact.Fact, error) {
	return c.filter(q, c.Facts().Timeline())
}

// filter returns those of the facts that a query means.
func (c *Corpus) filter(q FactQuery, facts iter.Seq[fact.Fact]) ([]fact.Fact, error) {
	tests, err := c.tests(q)
	if err != nil {
		return nil, err
	}
	out := []fact.Fact{}
	for f := range facts {
		if !slices.ContainsFunc(tests, func(fits factTest) bool { return !fits(f) }) {
			out = append(out, f)
		}
	}
	return out, nil
}

// A factTest says whether a fact is meant.
type factTest func(fact.Fact) bool

// tests makes tests of the fields that are set. Without any fact there is no
// entity, kind, property or name that they could give: that is told before those.
func (c *Corpus) tests(q FactQuery) ([]factTest, error) {
	var tests []factTest
	for _, add := range []func(FactQuery) ([]factTest, error){
		c.footnoteTests, c.passageTests, statusTests,
		func(FactQuery) ([]factTest, error) { return nil, c.hasFacts() },
		c.entityTests, c.kindTests, c.propertyTests, c.byTests, c.idTests, dateTests,
	} {
		more, err := add(q)
		if err != nil {
			return nil, err
		}
		tests = append(tests, more...)
	}
	return tests, nil
}

// oneOf is the test that a fact is among the facts of several lists, none if
// there is no list.
func oneOf(lists []iter.Seq[fact.Fact]) []factTest {
	if len(lists) == 0 {
		return nil
	}
	have := map[fact.Fact]bool{}
	for _, list := range lists {
		for f := range list {
			have[f] = true
		}
	}
	return []factTest{func(f fact.Fact) bool { return have[f] }}
}

func (c *Corpus) idTests(q FactQuery) ([]factTest, error) {
	if len(q.IDs) == 0 {
		return nil, nil
	}
	named := map[fact.Fact]bool{}
	for _, id := range q.IDs {
		f, err := c.FindFact(id)
		if err != nil {
			return nil, err
		}
		named[f] = true
	}
	return []factTest{func(f fact.Fact) bool { return named[f] }}, nil
}

func dateTests(q FactQuery) ([]factTest, error) {
	if q.After.IsZero() && q.Before.IsZero() {
		return nil, nil
	}
	return []factTest{func(f fact.Fact) bool {
		late := q.After.IsZero() || f.Date().After(q.After)
		early := q.Before.IsZero() || f.Date().Before(q.Before)
		return late && early
	}}, nil
}
