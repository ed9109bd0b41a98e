package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/index"
	"github.com/footnote-go/footnote/metapolicy"
)

// open reads the articles that the flags put in scope.
func (a *app) open() (*corpus.Corpus, error) {
	c := metapolicy.Corpus()
	var err error
	if len(a.corpora) > 0 {
		if c, err = readCorpora(a.corpora); err != nil {
			return nil, readError(err)
		}
	}
	if len(a.articles) > 0 {
		if c, err = c.Only(a.articles...); err != nil {
			return nil, err
		}
	}
	a.corpus = c
	return c, nil
}

// openIndex reads the articles in scope and indexes them.
func (a *app) openIndex(ctx context.Context) (*index.Index, error) {
	c, err := a.open()
	if err != nil {
		return nil, err
	}
	opts := index.Options{Threshold: a.threshold}
	if a.threshold == 0 {
		opts.Threshold = -1 // the zero Options have the default
	}
	return index.New(ctx, c, opts)
}

// readCorpora reads the articles of all paths, each a file or a folder.
func readCorpora(paths []string) (*corpus.Corpus, error) {
	var all []*corpus.Article
	from := map[string]string{} // article to file
	for _, path := range paths {
		c, folder, err := readCorpus(path)
		if err != nil {
			return nil, err
		}
		for article := range c.Articles() {
			file := filepath.Join(folder, filepath.FromSlash(article.Name()))
			have, ok := from[article.ID()]
			if ok && have == file {
				continue // the same file by two paths
			}
			if ok {
				return nil, &corpus.DuplicateIDError{ID: article.ID(), Names: [2]string{have, file}}
			}
			from[article.ID()] = file
			all = append(all, article)
		}
	}
	return corpus.New(all...)
}

// readCorpus reads the articles of a path and returns the folder that their
// names start from.
func readCorpus(path string) (c *corpus.Corpus, folder string, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, "", err
	}
	folder, name := path, "."
	if !info.IsDir() {
		folder, name = filepath.Dir(path), filepath.Base(path)
	}
	c, err = corpus.Read(os.DirFS(folder), name)
	if err != nil {
		return nil, "", fmt.Errorf("%s: %w", path, reason(err))
	}
	return c, folder, nil
}

// reason returns the part of an error of reading that says why, without what the
// path says already.
func reason(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e
	}
	if e, ok := errors.AsType[*corpus.DuplicateIDError](err); ok {
		return e
	}
	if e, ok := errors.AsType[*corpus.TooLargeError](err); ok {
		return e
	}
	if errors.Is(err, corpus.ErrNoArticles) {
		return corpus.ErrNoArticles
	}
	return err
}
