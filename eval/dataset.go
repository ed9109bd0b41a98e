package eval

import (
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"slices"
)

// The files of a data set. Judgements stand in one file, or in several of a
// folder, one for each split.
const (
	documentsFile  = "corpus.jsonl"
	queriesFile    = "queries.jsonl"
	judgementsFile = "qrels.tsv"
	splitsFolder   = "qrels"
)

// A Dataset is a set of documents, queries, and judgements that say which
// document answers which query. It is immutable.
type Dataset struct {
	documents []Document
	queries   []Query
	judged    []Query // those with a relevant document, in order
	grades    grades
}

// grades are the judgements: for each query the grades of documents, by ID.
type grades map[string]map[string]int

// A Document is what is searched.
type Document struct {
	ID, Title, Text string
}

// A Query is what is asked.
type Query struct {
	ID, Text string
}

// DatasetOptions say what of a data set is read. The zero DatasetOptions are the
// defaults.
type DatasetOptions struct {
	// Split names one file in the folder qrels, without ".tsv": only its
	// judgements are read. By default qrels.tsv is, or if there is none, every
	// file in that folder.
	Split string
}

// ReadDataset reads a data set in the layout of BEIR: documents from corpus.jsonl
// (objects with "_id", "text" and perhaps "title", one a line), queries from
// queries.jsonl ("_id", "text"), and judgements from qrels.tsv or qrels/*.tsv.
// Those have three fields between tabs, a query, a document and an integer, and
// may begin with a header.
//
// A broken line is a [*DataError], and so are an ID that stands twice, a document
// that is judged twice for a query, a judgement of what there is not, a file
// without content, judgements without a relevant document, a line of more than
// 4 MiB, and a file of more than 512 MiB. Blank lines, a byte order mark and
// other fields of objects are passed over.
func ReadDataset(fsys fs.FS, opts DatasetOptions) (*Dataset, error) {
	d := &Dataset{grades: grades{}}
	if err := d.read(fsys, opts.Split); err != nil {
		return nil, fmt.Errorf("eval: %w", err)
	}
	return d, nil
}

func (d *Dataset) read(fsys fs.FS, split string) (err error) {
	if d.documents, err = readDocuments(fsys); err != nil {
		return err
	}
	if d.queries, err = readQueries(fsys); err != nil {
		return err
	}
	files, err := judgementFiles(fsys, split)
	if err != nil {
		return err
	}
	return d.readJudgements(fsys, files)
}

// Documents returns the documents in the order of the file.
func (d *Dataset) Documents() iter.Seq[Document] { return slices.Values(d.documents) }

// Queries returns all queries in the order of the file.
func (d *Dataset) Queries() iter.Seq[Query] { return slices.Values(d.queries) }

// Judged returns the queries that have a relevant document, in the order of the
// file: those over which means are taken.
func (d *Dataset) Judged() iter.Seq[Query] { return slices.Values(d.judged) }

// Size returns the number of documents, and of the queries that Judged returns.
func (d *Dataset) Size() (documents, judged int) { return len(d.documents), len(d.judged) }

// Grades returns the grades of the documents that were judged for a query.
func (d *Dataset) Grades(query string) map[string]int { return maps.Clone(d.grades[query]) }
