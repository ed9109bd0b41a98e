package main

import (
	"iter"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
)

// factFilter are the flags that say which facts are meant. A fact has to fit each
// of them; of one that is repeated one value has to fit, of --entity all.
type factFilter struct {
	entities  []string
	footnotes []string
	passages  []string
	kinds     []string
	statuses  []string
	by        []string
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
	flags.StringArrayVar(&f.statuses, "status", nil, "only facts of `STATUS`, such as reported (repeatable)")
	flags.StringArrayVar(&f.by, "by", nil, "only what is attributed to `NAME` (repeatable)")
	_ = cmd.RegisterFlagCompletionFunc("kind", a.completeKinds)
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

// test makes a test of the flags, or says which of them names nothing. Without any
// fact in scope there is nothing that they could name: that is told first.
func (f *factFilter) test(c *corpus.Corpus) (factTest, error) {
	set := c.Facts()
	var tests []factTest
	for _, add := range []func(*corpus.Corpus, *fact.Set) ([]factTest, error){
		f.footnoteTests, f.passageTests, f.statusTests, hasFacts, f.entityTests, f.kindTests, f.byTests,
	} {
		more, err := add(c, set)
		if err != nil {
			return nil, err
		}
		tests = append(tests, more...)
	}
	return all(tests), nil
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

func (f *factFilter) footnoteTests(c *corpus.Corpus, set *fact.Set) ([]factTest, error) {
	var lists []iter.Seq[fact.Fact]
	for _, given := range f.footnotes {
		ref := unbracket(given)
		if ref == "" || strings.HasSuffix(ref, "^") {
			return nil, usageError("--footnote %q: 4, ^4 or ARTICLE^4", given)
		}
		if !strings.Contains(ref, "^") {
			ref = "^" + ref
		}
		note, err := c.Footnote(ref)
		if err != nil {
			return nil, err
		}
		lists = append(lists, set.Under(note))
	}
	return oneOf(lists), nil
}

func (f *factFilter) passageTests(c *corpus.Corpus, set *fact.Set) ([]factTest, error) {
	var lists []iter.Seq[fact.Fact]
	for _, given := range f.passages {
		name, place, inside := strings.Cut(unbracket(given), "#")
		if !inside || name == "" && c.Len() > 1 {
			return nil, usageError("--passage %q: ARTICLE#SECTION.N", given)
		}
		article, ok := articleOf(c, name)
		if !ok {
			return nil, usageError("--passage %q: no article %q", given, name)
		}
		p, ok := article.Passage(cite.PassageID(article.ID() + "#" + place))
		if !ok {
			return nil, usageError("--passage %q: %w", given, missing(article, place))
		}
		lists = append(lists, set.In(p.ID()))
	}
	return oneOf(lists), nil
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

func (f *factFilter) kindTests(_ *corpus.Corpus, set *fact.Set) ([]factTest, error) {
	var lists []iter.Seq[fact.Fact]
	have := set.Kinds()
	for _, kind := range f.kinds {
		if !slices.Contains(have, kind) {
			return nil, usageError("no kind %q; there is %s", kind, strings.Join(have, ", "))
		}
		lists = append(lists, set.OfKind(kind))
	}
	return oneOf(lists), nil
}

func (f *factFilter) statusTests(*corpus.Corpus, *fact.Set) ([]factTest, error) {
	if len(f.statuses) == 0 {
		return nil, nil
	}
	var any fact.Status
	for _, name := range f.statuses {
		s, err := fact.ParseStatus(name)
		if err != nil {
			return nil, usageError("no status %q; there is %s", name, strings.Join(statusNames(), ", "))
		}
		any |= s
	}
	return []factTest{func(f fact.Fact) bool { return f.Status()&any != 0 }}, nil
}

// statusNames returns the names of all statuses.
func statusNames() []string { return (^fact.Status(0)).Names() }

// byTests compares whom facts are attributed to: as entities, so that an alias
// does, and what is no entity by its words.
func (f *factFilter) byTests(_ *corpus.Corpus, set *fact.Set) ([]factTest, error) {
	if len(f.by) == 0 {
		return nil, nil
	}
	have := attributed(set)
	want := map[string]bool{}
	for _, name := range f.by {
		key := entityKey(set, name)
		_, isEntity := set.Entity(name)
		if !isEntity && !slices.ContainsFunc(have, func(h string) bool { return entityKey(set, h) == key }) {
			return nil, usageError("nothing is attributed to %q; %s", name, thereIs(have))
		}
		want[key] = true
	}
	return []factTest{func(f fact.Fact) bool {
		return slices.ContainsFunc(f.AttributedTo(), func(name string) bool { return want[entityKey(set, name)] })
	}}, nil
}

// entityKey returns the name of the entity that a name is of, in lower case.
func entityKey(set *fact.Set, name string) string {
	if e, ok := set.Entity(name); ok {
		name = e.Name
	}
	return strings.ToLower(strings.TrimSpace(name))
}

// attributed returns all whom facts are attributed to.
func attributed(set *fact.Set) []string {
	var out []string
	seen := map[string]bool{}
	for f := range set.All() {
		for _, name := range f.AttributedTo() {
			if !seen[name] {
				seen[name] = true
				out = append(out, name)
			}
		}
	}
	return out
}
