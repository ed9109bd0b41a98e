package eval

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// WriteTREC writes the run as trec_eval reads it: a line for each document with
// the query, "Q0", the document, its rank, its score and the tag, a name for the
// run without white space. Scores are written so that they are the same read as
// float32 and as float64: whoever sorts the file by them gets the ranks in it.
func (r *Run) WriteTREC(w io.Writer, tag string) error {
	if err := checkID(tag); err != nil {
		return fmt.Errorf("eval: tag of a run: %w", err)
	}
	b := bufio.NewWriter(w)
	for _, q := range r.queries {
		for i, x := range r.results[q] {
			score := strconv.FormatFloat(x.Score, 'g', -1, 32)
			fmt.Fprintf(b, "%s Q0 %s %d %s %s\n", q, x.Document, i+1, score, tag)
		}
	}
	return b.Flush() // has the first error
}

// ReadTREC reads a run that WriteTREC or another program wrote. Fields are parted
// by white space; as in trec_eval, the second and the rank don't count, nor does
// what stands behind the tag. A broken line is a [*DataError], which calls the
// file by the name; so is a document that a query has twice, and a file without
// any line.
func ReadTREC(name string, r io.Reader) (*Run, error) {
	t := trecReader{results: map[string][]Result{}, seen: map[[2]string]bool{}}
	err := eachLine(name, r, t.line)
	if err == nil && len(t.queries) == 0 {
		err = &DataError{name, 0, errors.New("no document is in it")}
	}
	if err != nil {
		return nil, fmt.Errorf("eval: %w", err)
	}
	run := &Run{}
	for _, q := range t.queries {
		if err := run.Set(q, t.results[q]); err != nil {
			return nil, err
		}
	}
	return run, nil
}

type trecReader struct {
	queries []string
	results map[string][]Result
	seen    map[[2]string]bool // query and document
}

func (t *trecReader) line(l *lineReader, text []byte) error {
	fields := strings.Fields(string(text))
	if len(fields) < 6 {
		return l.errorf("%d fields between white space, not 6: query, Q0, document, rank, score, tag", len(fields))
	}
	query, document := fields[0], fields[2]
	for _, id := range []string{query, document} {
		if err := checkID(id); err != nil {
			return l.errorf("%w", err)
		}
	}
	score, err := strconv.ParseFloat(fields[4], 64)
	if err != nil && !errors.Is(err, strconv.ErrRange) || math.IsNaN(score) {
		return l.errorf("the score %s is no number", quoted(fields[4]))
	}
	if t.seen[[2]string{query, document}] {
		return l.errorf("the query %s has the document %s before", quoted(query), quoted(document))
	}
	t.seen[[2]string{query, document}] = true
	if t.results[query] == nil {
		t.queries = append(t.queries, query)
	}
	t.results[query] = append(t.results[query], Result{document, score})
	return nil
}
