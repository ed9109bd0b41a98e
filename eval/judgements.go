package eval

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// judgementFiles returns the files that hold the judgements.
func judgementFiles(fsys fs.FS, split string) ([]string, error) {
	if split != "" {
		name := path.Join(splitsFolder, split+".tsv")
		if strings.ContainsAny(split, `/\`) || !fs.ValidPath(name) {
			return nil, &DataError{splitsFolder, 0, fmt.Errorf("a file in it names a split, and none can be named %s", quoted(split))}
		}
		return []string{name}, nil
	}
	_, err := fs.Stat(fsys, judgementsFile)
	if err == nil {
		return []string{judgementsFile}, nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	names, globErr := fs.Glob(fsys, splitsFolder+"/*.tsv")
	if globErr != nil {
		return nil, globErr
	}
	if len(names) == 0 {
		return nil, &DataError{judgementsFile, 0, fmt.Errorf("%w, nor is there any %s/*.tsv", fs.ErrNotExist, splitsFolder)}
	}
	return names, nil
}

// readJudgements reads the grades and finds the queries that have a relevant
// document.
func (d *Dataset) readJudgements(fsys fs.FS, files []string) error {
	j := judgementReader{grades: d.grades, documents: map[string]bool{}, queries: map[string]bool{}}
	for _, doc := range d.documents {
		j.documents[doc.ID] = true
	}
	for _, q := range d.queries {
		j.queries[q.ID] = true
	}
	for _, name := range files {
		n := j.n
		if err := readLines(fsys, name, j.line); err != nil {
			return err
		}
		if j.n == n {
			return &DataError{name, 0, errors.New("no judgement is in it")}
		}
	}
	for _, q := range d.queries {
		if relevant(d.grades[q.ID]) > 0 {
			d.judged = append(d.judged, q)
		}
	}
	if len(d.judged) == 0 {
		return &DataError{files[0], 0, errors.New("no query has a relevant document, one with a grade of at least 1")}
	}
	return nil
}

// A judgementReader reads judgements of the documents and queries that there are.
type judgementReader struct {
	documents, queries map[string]bool
	grades             grades
	n                  int
}

func (j *judgementReader) line(l *lineReader, text []byte) error {
	fields := strings.Split(string(text), "\t")
	if len(fields) != 3 {
		return l.errorf("%d fields between tabs, not 3: query, document, grade", len(fields))
	}
	for i, f := range fields {
		fields[i] = strings.TrimSpace(f)
	}
	query, document := fields[0], fields[1]
	grade, err := strconv.Atoi(fields[2])
	if err != nil && l.number == 1 && !j.queries[query] {
		return nil // a header, whatever it calls the fields
	}
	switch {
	case err != nil:
		return l.errorf("the grade %s is no integer", quoted(fields[2]))
	case !j.queries[query]:
		return l.errorf("%s has no query %s", queriesFile, quoted(query))
	case !j.documents[document]:
		return l.errorf("%s has no document %s", documentsFile, quoted(document))
	}
	of := j.grades[query]
	if of == nil {
		of = map[string]int{}
		j.grades[query] = of
	}
	if _, ok := of[document]; ok {
		return l.errorf("the document %s is judged before for the query %s", quoted(document), quoted(query))
	}
	of[document] = grade
	j.n++
	return nil
}

// relevant returns how many documents are relevant.
func relevant(grades map[string]int) int {
	n := 0
	for _, g := range grades {
		if isRelevant(g) {
			n++
		}
	}
	return n
}

// isRelevant reports whether a grade makes a document relevant.
func isRelevant(grade int) bool { return grade >= 1 }
