package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/fact"
)

// completeArticles completes IDs of articles.
func (a *app) completeArticles(_ *cobra.Command, _ []string, prefix string) ([]string, cobra.ShellCompDirective) {
	a.articles = nil // one of them is what is typed
	return a.complete(prefix, func(article *corpus.Article, add func(id, what string)) {
		add(article.ID(), article.Title())
	})
}

// completeSections completes slugs of sections.
func (a *app) completeSections(_ *cobra.Command, _ []string, prefix string) ([]string, cobra.ShellCompDirective) {
	return a.complete(prefix, func(article *corpus.Article, add func(id, what string)) {
		for s := range article.Sections() {
			add(s.Slug(), s.Heading())
		}
	})
}

// completeIDs completes IDs of articles, sections, footnotes and facts.
func (a *app) completeIDs(cmd *cobra.Command, args []string, prefix string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	facts, directive := a.completeFacts(cmd, args, prefix)
	if directive == cobra.ShellCompDirectiveError {
		return nil, directive
	}
	ids, directive := a.complete(prefix, func(article *corpus.Article, add func(id, what string)) {
		add(article.ID(), article.Title())
		for s := range article.Sections() {
			add(s.ID(), s.Heading())
		}
		for f := range article.Footnotes() {
			add(f.Ref(), f.Text)
		}
	})
	return append(ids, facts...), directive
}

// completeFacts completes IDs of facts.
func (a *app) completeFacts(_ *cobra.Command, _ []string, prefix string) ([]string, cobra.ShellCompDirective) {
	return a.completeFrom(prefix, func(set *fact.Set, add func(id, what string)) {
		for f := range set.All() {
			add(a.factID(f), f.Statement())
		}
	})
}

// completeKinds completes kinds of facts.
func (a *app) completeKinds(_ *cobra.Command, _ []string, prefix string) ([]string, cobra.ShellCompDirective) {
	return a.completeFrom(prefix, func(set *fact.Set, add func(id, what string)) {
		for _, kind := range slices.Sorted(slices.Values(set.Kinds())) {
			add(kind, counted(len(slices.Collect(set.OfKind(kind))), "fact", "facts"))
		}
	})
}

// completeProperties completes properties that facts state.
func (a *app) completeProperties(_ *cobra.Command, _ []string, prefix string) ([]string, cobra.ShellCompDirective) {
	return a.completeFrom(prefix, func(set *fact.Set, add func(id, what string)) {
		count := map[string]int{}
		for f := range set.All() {
			count[f.Property()]++
		}
		for _, name := range a.corpus.Properties() {
			add(name, counted(count[name], "fact", "facts"))
		}
	})
}

// completeTensions completes IDs of tensions.
func (a *app) completeTensions(_ *cobra.Command, _ []string, prefix string) ([]string, cobra.ShellCompDirective) {
	return a.completeFrom(prefix, func(set *fact.Set, add func(id, what string)) {
		for t := range set.Tensions() {
			add(a.factID(t.Fact), t.Statement())
		}
	})
}

// completeEntities completes IDs of entities, for which a shell needs no
// quotation marks, and their names.
func (a *app) completeEntities(_ *cobra.Command, _ []string, prefix string) ([]string, cobra.ShellCompDirective) {
	return a.completeFrom(prefix, func(set *fact.Set, add func(id, what string)) {
		for e := range set.Entities() {
			if e.ID != "" && strings.HasPrefix(e.ID, prefix) {
				add(e.ID, e.Name)
				continue
			}
			for _, name := range append([]string{e.Name}, e.Aliases...) {
				add(name, e.Kind)
			}
		}
	})
}

// completeAttributed completes names of those whom facts are attributed to.
func (a *app) completeAttributed(_ *cobra.Command, _ []string, prefix string) ([]string, cobra.ShellCompDirective) {
	return a.completeFrom(prefix, func(_ *fact.Set, add func(id, what string)) {
		for _, name := range a.corpus.Attributed() {
			add(name, "")
		}
	})
}

// complete returns those of the IDs of all articles that begin with prefix.
func (a *app) complete(prefix string, ids func(article *corpus.Article, add func(id, what string))) ([]string, cobra.ShellCompDirective) {
	c, err := a.open()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	out := &completions{prefix: prefix}
	for article := range c.Articles() {
		ids(article, out.add)
	}
	return out.all, cobra.ShellCompDirectiveNoFileComp
}

// completeFrom returns those of the IDs that the facts in scope have that begin
// with prefix.
func (a *app) completeFrom(prefix string, ids func(set *fact.Set, add func(id, what string))) ([]string, cobra.ShellCompDirective) {
	c, err := a.open()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	out := &completions{prefix: prefix}
	ids(c.Facts(), out.add)
	return out.all, cobra.ShellCompDirectiveNoFileComp
}

// completions are what may stand for a prefix, each with what it is.
type completions struct {
	prefix string
	all    []string
}

func (c *completions) add(id, what string) {
	if strings.HasPrefix(id, c.prefix) {
		c.all = append(c.all, oneLine(id)+"\t"+oneLine(what))
	}
}
