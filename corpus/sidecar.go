package corpus

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
)

// A SidecarKind says what a file beside an article holds.
type SidecarKind string

// The kinds of sidecars, named as in their file names, NAME.KIND.jsonl.
const (
	SidecarAliases   SidecarKind = "aliases"
	SidecarFacts     SidecarKind = "facts"
	SidecarNotes     SidecarKind = "notes"
	SidecarQuestions SidecarKind = "questions"
)

// A Sidecar is a file of JSON lines that stands beside an article's.
type Sidecar struct {
	Kind   SidecarKind `json:"kind"`
	Name   string      `json:"name"`
	Digest cite.Digest `json:"digest"` // of the file's bytes
}

// A note is a line of NAME.notes.jsonl.
type note struct {
	Label string `json:"label"`
	Text  string `json:"text"`
}

// readSidecars finds the sidecars of an article and reads its notes.
func readSidecars(fsys fs.FS, name string) (found []Sidecar, notes []note, ds []Diagnostic, err error) {
	base := strings.TrimSuffix(name, path.Ext(name))
	for _, kind := range []SidecarKind{SidecarAliases, SidecarFacts, SidecarNotes, SidecarQuestions} {
		file := base + "." + string(kind) + ".jsonl"
		info, err := fs.Stat(fsys, file)
		if errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
			continue
		}
		if err != nil {
			return nil, nil, nil, naming(file, err)
		}
		data, err := readFile(fsys, file)
		if err != nil {
			return nil, nil, nil, err
		}
		found = append(found, Sidecar{kind, file, cite.DigestOf(data)})
		if kind == SidecarNotes {
			notes, ds = parseNotes(file, data)
		}
	}
	return found, notes, ds, nil
}

// parseNotes reads one note a line. A broken line is a diagnostic, and so is a
// label that stands twice.
func parseNotes(file string, data []byte) ([]note, []Diagnostic) {
	var notes []note
	var ds diagnostics
	have := map[string]bool{}
	line, offset := 0, 0
	for text := range bytes.Lines(data) {
		line++
		d := Diagnostic{File: file, Line: line, Offset: offset}
		offset += len(text)
		if len(bytes.TrimSpace(text)) == 0 {
			continue
		}
		n, err := parseNote(text)
		switch {
		case err != nil:
			d.Code = DiagBrokenSidecarLine
			ds.add(d, "this line is left out: %v", err)
			continue
		case have[n.Label]:
			d.Code, d.Label = DiagDuplicateDefinition, n.Label
			ds.add(d, "[^%s] is defined before; the first definition counts", n.Label)
		}
		have[n.Label] = true
		notes = append(notes, n)
	}
	return notes, ds.all()
}

func parseNote(line []byte) (note, error) {
	var n note
	if err := json.Unmarshal(line, &n); err != nil {
		return note{}, err
	}
	if !isLabel(n.Label) {
		return note{}, fmt.Errorf("%q is not a label: it has to have no white space, brackets or invisible characters", n.Label)
	}
	return n, nil
}
