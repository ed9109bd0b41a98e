package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/footnote-go/footnote/eval"
	"github.com/footnote-go/footnote/index"
)

// readDataset reads the data set in a folder.
func readDataset(folder, split string) (*eval.Dataset, error) {
	if _, err := os.Stat(folder); err != nil {
		return nil, err
	}
	data, err := eval.ReadDataset(os.DirFS(folder), eval.DatasetOptions{Split: split})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", folder, reasonOfData(err))
	}
	return data, nil
}

// reasonOfData returns an error of reading data without the name of our package.
func reasonOfData(err error) error {
	if e, ok := errors.AsType[*eval.DataError](err); ok {
		return e
	}
	return reason(err)
}

// searchDataset indexes the documents of a data set and searches for its queries.
func searchDataset(ctx context.Context, data *eval.Dataset, without index.Parts) (*eval.Run, error) {
	x, err := indexDataset(ctx, data, index.Options{Without: without})
	if err != nil {
		return nil, err
	}
	defer x.Close()
	return eval.Retrieve(ctx, data, documentSearcher(x, data), runDepth)
}

// indexDataset indexes the documents of a data set.
func indexDataset(ctx context.Context, data *eval.Dataset, opts index.Options) (*index.Index, error) {
	c, err := data.Corpus()
	if err != nil {
		return nil, err
	}
	return index.New(ctx, c, opts)
}

// documentSearcher returns what finds passages and names their documents.
func documentSearcher(x *index.Index, data *eval.Dataset) eval.Searcher {
	return func(ctx context.Context, question string, k int) ([]eval.Result, error) {
		found, err := x.Search(ctx, index.Query{Text: question, K: k})
		if err != nil {
			return nil, err
		}
		out := make([]eval.Result, len(found.Hits))
		for i, h := range found.Hits {
			id, ok := data.DocumentOf(h.Passage.Article().ID())
			if !ok {
				return nil, fmt.Errorf("the passage %s is of no document", h.Passage.ID())
			}
			out[i] = eval.Result{Document: id, Score: h.Score}
		}
		return out, nil
	}
}
