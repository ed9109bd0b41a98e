package main

import (
	"iter"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/fact"
)

// factFilter are the flags that say which facts are meant. A fact has to fit each
// of them; of one that is repeated one value has to fit, of --entity all.
type factFilter struct {
	entities   []string
	footnotes  []string
	passages   []string
	kinds      []string
	properties []string
	statuses   []string
	by         []string
}

// registerPlaces registers what tensions have, too: what a fact is about and where
// it stands.
func (f *factFilter) registerPlaces(a *app, cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringArrayVar(&f.entities, "entity", nil, "only about `NAME`, which may be an alias or an ID (repeatable: about all of them)")
	flags.StringArrayVar(&f.footnotes, "footnote", nil, "only what rests on the footnote `LABEL`: 4, ^4 or ARTICLE^4 (repeatable)")
	flags.StringArrayVar(&f.passages, "passage", nil, "only what stands in the passage `ID` (repeatable)")
	_ = cmd.RegisterFlagCompletionFunc("entity", a.completeEntities)
}

func (f *factFilter) register(a *app, cmd *cobra.Command) {
	f.registerPlaces(a, cmd)
	flags := cmd.Flags()
	flags.StringArrayVar(&f.kinds, "kind", nil, "only facts of `KIND`, such as release (repeatable)")
	flags.StringArrayVar(&f.properties, "property", nil, "only what states the property `NAME`, such as released (repeatable)")
	flags.StringArrayVar(&f.statuses, "status", nil, "only facts of `STATUS`, such as reported (repeatable)")
	flags.StringArrayVar(&f.by, "by", nil, "only what is attributed to `NAME` (repeatable)")
	_ = cmd.RegisterFlagCompletionFunc("kind", a.completeKinds)
	_ = cmd.RegisterFlagCompletionFunc("property", a.completeProperties)
	_ = cmd.RegisterFlagCompletionFunc("status", cobra.FixedCompletions(statusNames(), cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("by", a.completeAttributed)
}

// A factTest says whether a fact is meant.
type factTest func(fact.Fact) bool

// all is the test that a fact fits each of several.
func all(tests []factTest) factTest {
	return func(f fact.Fact) bool {
		return !slices.ContainsFunc(tests, func(fits factTest) bool { return !fits(f) })
	}
}

// test makes a test of the flags and of the IDs of facts, if there are any, or says
// which of them names nothing. Without any fact in scope there is no entity, kind,
// property or name that they could give: that is told before those.
func (f *factFilter) test(c *corpus.Corpus, ids ...string) (factTest, error) {
	set := c.Facts()
	var tests []factTest
	for _, add := range []func(*corpus.Corpus, *fact.Set) ([]factTest, error){
		f.footnoteTests, f.passageTests, f.statusTests, hasFacts, f.entityTests, f.kindTests, f.propertyTests, f.byTests,
	} {
		more, err := add(c, set)
		if err != nil {
			return nil, err
		}
		tests = append(tests, more...)
	}
	var named []iter.Seq[fact.Fact]
	for _, id := range ids {
		one, err := findFact(set, id)
		if err != nil {
			return nil, err
		}
		named = append(named, slices.Values([]fact.Fact{one}))
	}
	return all(append(tests, oneOf(named)...)), nil
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

func (f *factFilter) entityTests(_ *corpus.Corpus, set *fact.Set) ([]factTest, error) {
	var tests []factTest
	for _, name := range f.entities {
		if _, ok := set.Entity(name); !ok {
			return nil, noEntity(set, name)
		}
		tests = append(tests, oneOf([]iter.Seq[fact.Fact]{set.About(name)})...)
	}
	return tests, nil
}

func (f *factFilter) statusTests(*corpus.Corpus, *fact.Set) ([]factTest, error) {
	if len(f.statuses) == 0 {
		return nil, nil
	}
	var any fact.Status
	for _, name := range f.statuses {
		s, err := fact.ParseStatus(strings.ToLower(name))
		if err != nil {
			return nil, usageError("no status %q; there is %s", name, strings.Join(statusNames(), ", "))
		}
		any |= s
	}
	return []factTest{func(f fact.Fact) bool { return f.Status()&any != 0 }}, nil
}

// statusNames returns the names of all statuses.
func statusNames() []string { return (^fact.Status(0)).Names() }
