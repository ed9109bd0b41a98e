package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/corpus"
)

func (a *app) showCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "show ID",
		Short: "Print an article, a section, a passage, a footnote or a fact",
		Long: `show prints what an ID names:

  ARTICLE             outline, counts and what is odd in the file
  ARTICLE#SECTION     the passages of a section, by its slug or heading
  ARTICLE#SECTION.N   a passage with its footnotes
  ARTICLE^LABEL       a footnote and all that it vouches for
  SUBJECT/PROPERTY    a fact with its quotations and what speaks against it

Where one article is in scope, its ID may be left out: #SECTION, ^LABEL. Where several have one fact, its ID is ARTICLE/SUBJECT/PROPERTY.`,
		Example: `  footnote show meta-open-source-strategy
  footnote show "#the-pivot-question"
  footnote show ^4
  footnote show llama-2/released`,
		Args:              oneArg("ID"),
		ValidArgsFunction: a.completeIDs,
		RunE: func(_ *cobra.Command, args []string) error {
			c, err := a.open()
			if err != nil {
				return err
			}
			return a.show(c, args[0])
		},
	}
}

// show shows what an ID names, with or without the brackets that it has as a
// citation key.
func (a *app) show(c *corpus.Corpus, id string) error {
	id = corpus.Unbracket(id)
	if strings.TrimSpace(id) == "" {
		return usageError("the ID is empty")
	}
	if strings.Contains(id, "^") {
		return a.showFootnote(c, id)
	}
	name, place, inside := strings.Cut(id, "#")
	if !inside && strings.Contains(id, "/") { // no article has one in its ID
		return a.showFact(c, id)
	}
	if name == "" && c.Len() > 1 {
		return usageError("%s: several articles are in scope; say ARTICLE%s", id, id)
	}
	article, ok := articleOf(c, name)
	if !ok && !inside {
		return noArticle(c.Facts(), name)
	}
	if !ok {
		return nothingFound("no article %q", name)
	}
	if !inside {
		a.showArticle(article)
		return nil
	}
	if s, ok := article.FindSection(place); ok {
		a.showSection(s)
		return nil
	}
	p, err := c.FindPassage(article.ID() + "#" + place)
	if e, ok := errors.AsType[*corpus.UnknownPassageError](err); ok {
		return nothingFound("%s", noPlace(e))
	}
	if err != nil {
		return err
	}
	a.showPassage(p)
	return nil
}

// articleOf returns the article of an ID, or for "" the only one.
func articleOf(c *corpus.Corpus, id string) (*corpus.Article, bool) {
	if id == "" {
		for article := range c.Articles() {
			return article, true
		}
	}
	return c.Article(id)
}
