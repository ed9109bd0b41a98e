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
	Aliases   SidecarKind = "aliases"
	Facts     SidecarKind = "facts"
	Notes     SidecarKind = "notes"
	Questions SidecarKind = "questions"
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
	for _, kind := range []SidecarKind{Aliases, Facts, Notes, Questions} {
		file := base + "." + string(kind) + ".jsonl"
		data, err := readFile(fsys, file)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, nil, nil, err
		}
		found = append(found, Sidecar{kind, file, cite.DigestOf(data)})
		if kind == Notes {
			notes, ds = parseNotes(file, data)
		}
	}
	return found, notes, ds, nil
}

// parseNotes reads one note a line; a broken line is a diagnostic.
func parseNotes(file string, data []byte) (notes []note, ds []Diagnostic) {
	offset := 0
	for i, line := range bytes.Split(data, []byte("\n")) {
		if len(bytes.TrimSpace(line)) > 0 {
			n, err := parseNote(line)
			if err != nil {
				ds = append(ds, Diagnostic{
					Code: BrokenSidecarLine, File: file, Line: i + 1, Offset: offset,
					Message: fmt.Sprintf("this line is left out: %v", err),
				})
			} else {
				notes = append(notes, n)
			}
		}
		offset += len(line) + 1
	}
	return notes, ds
}

func parseNote(line []byte) (note, error) {
	var n note
	if err := json.Unmarshal(line, &n); err != nil {
		return note{}, err
	}
	if !isLabel(n.Label) {
		return note{}, fmt.Errorf("%q is not a label: it has to have no white space or brackets", n.Label)
	}
	return n, nil
}
