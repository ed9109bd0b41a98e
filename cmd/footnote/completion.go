package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/corpus"
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

// completeIDs completes IDs of articles, sections and footnotes.
func (a *app) completeIDs(_ *cobra.Command, args []string, prefix string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return a.complete(prefix, func(article *corpus.Article, add func(id, what string)) {
		add(article.ID(), article.Title())
		for s := range article.Sections() {
			add(s.ID(), s.Heading())
		}
		for f := range article.Footnotes() {
			add(f.Ref(), f.Text)
		}
	})
}

// complete returns those of the IDs of all articles that begin with prefix.
func (a *app) complete(prefix string, ids func(article *corpus.Article, add func(id, what string))) ([]string, cobra.ShellCompDirective) {
	c, err := a.open()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var out []string
	for article := range c.Articles() {
		ids(article, func(id, what string) {
			if strings.HasPrefix(id, prefix) {
				out = append(out, id+"\t"+strings.Join(strings.Fields(string(plain(what))), " "))
			}
		})
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}
