package main

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/fact"
)

// codedQuery gives an error of looking for facts its code, and names the flag and
// the command that help. It returns nil for other errors.
func codedQuery(err error) error {
	if e, ok := errors.AsType[*corpus.UnknownPassageError](err); ok {
		return usageError("--passage %q: %s", e.ID, noPassage(e))
	}
	if e, ok := errors.AsType[*corpus.UnknownNameError](err); ok {
		if e.What == corpus.WhatFootnote {
			return badLabel(e.Name)
		}
		return usageError("%w", e)
	}
	if e, ok := errors.AsType[*corpus.NoFactsError](err); ok {
		if e.Unusable {
			return nothingFound("%s has no fact that can be used; \"footnote show %s\" says why", e.File, e.Article)
		}
		return nothingFound("%w", e)
	}
	if e, ok := errors.AsType[*corpus.UnknownFactError](err); ok {
		if len(e.Similar) == 0 {
			return nothingFound("%w; \"footnote facts\" lists them", e)
		}
		return nothingFound("%w", e)
	}
	return nil
}

// noPassage says of what --passage gives why it is no passage.
func noPassage(e *corpus.UnknownPassageError) string {
	if e, ok := errors.AsType[*corpus.UnknownArticleError](e.Err); ok {
		return "no article " + strconv.Quote(e.ID)
	}
	switch {
	case e.Article == "":
		return "ARTICLE#SECTION.N"
	case e.IsSection:
		return "that" + strings.TrimPrefix(e.Error(), e.Section)
	}
	return noPlace(e)
}

// noPlace says of a place that an article doesn't have what there is instead.
func noPlace(e *corpus.UnknownPassageError) string {
	if e.Section != "" {
		return e.Error()
	}
	_, place, _ := strings.Cut(corpus.Unbracket(e.ID), "#")
	return "no section or passage " + e.Article + "#" + place + "; \"footnote show " + e.Article + "\" lists the sections"
}

// noArticle says of what names no article how to find the facts about it, if there
// are any.
func noArticle(set *fact.Set, name string) error {
	if len(slices.Collect(set.About(name))) == 0 {
		return nothingFound("no article %q", name)
	}
	e, _ := set.Entity(name)
	key := e.ID
	if key == "" {
		key = strconv.Quote(e.Name)
	}
	return nothingFound("no article %q; for facts about %s: footnote facts --entity %s", name, e.Name, key)
}
