package main

import "github.com/footnote-go/footnote/corpus"

// openFacts reads the articles in scope and tells what is wrong with their facts.
func (a *app) openFacts() (*corpus.Corpus, error) {
	c, err := a.open()
	if err == nil {
		a.tellProblems(c)
	}
	return c, err
}

// tellProblems says on standard error in which files of facts and aliases lines
// were left out or are odd: nobody would miss the facts. Where there is no fact at
// all, the error says so.
func (a *app) tellProblems(c *corpus.Corpus) {
	if c.Facts().Len() == 0 {
		return
	}
	for article := range c.Articles() {
		for s := range article.Sidecars() {
			if s.Kind != corpus.SidecarFacts && s.Kind != corpus.SidecarAliases {
				continue
			}
			if problems := problemsIn(article, s.Name); problems != "" {
				a.complain("%s in %s, listed by \"footnote show %s\"", problems, s.Name, article.ID())
			}
		}
	}
}

// maxListed is how many diagnostics of one code a file has; one more says that
// there are more.
const maxListed = 1000

// problemsIn says how many diagnostics there are of a file, "" if there is none.
func problemsIn(article *corpus.Article, file string) string {
	n, more := 0, ""
	of := map[corpus.DiagnosticCode]int{}
	for d := range article.Diagnostics() {
		if d.File != file {
			continue
		}
		if of[d.Code]++; of[d.Code] > maxListed {
			more = "more than "
			continue
		}
		n++
	}
	if n == 0 {
		return ""
	}
	return more + counted(n, "problem", "problems")
}
