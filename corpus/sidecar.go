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

// sidecars is what stands beside an article's file.
type sidecars struct {
	found   []Sidecar
	data    map[SidecarKind][]byte // of those that are read when they are asked for
	notes   []note
	strange []Diagnostic
}

// name returns the file name of a sidecar that was found.
func (s sidecars) name(kind SidecarKind) string {
	for _, f := range s.found {
		if f.Kind == kind {
			return f.Name
		}
	}
	return ""
}

// readSidecars finds the sidecars of an article and reads its notes.
func readSidecars(fsys fs.FS, name string) (sidecars, error) {
	var all sidecars
	base := strings.TrimSuffix(name, path.Ext(name))
	for _, kind := range []SidecarKind{SidecarAliases, SidecarFacts, SidecarNotes, SidecarQuestions} {
		file := base + "." + string(kind) + ".jsonl"
		info, err := fs.Stat(fsys, file)
		if errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
			continue
		}
		if err != nil {
			return sidecars{}, naming(file, err)
		}
		data, err := readFile(fsys, file)
		if err != nil {
			return sidecars{}, err
		}
		all.found = append(all.found, Sidecar{kind, file, cite.DigestOf(data)})
		switch kind {
		case SidecarNotes:
			all.notes, all.strange = parseNotes(file, data)
		case SidecarFacts, SidecarAliases, SidecarQuestions:
			if all.data == nil {
				all.data = map[SidecarKind][]byte{}
			}
			all.data[kind] = data
		}
	}
	return all, nil
}

// A sidecarReader reads a sidecar line by line and keeps what is odd in it.
type sidecarReader struct {
	file string
	odd  diagnostics
}

// lines reads the file's lines with read, each into a T. A line that read refuses
// is left out with a diagnostic; keep gets the others, in order, with their place.
// read is called by several goroutines at once.
func lines[T any](r *sidecarReader, data []byte, read func(line []byte) (T, error), keep func(v T, at Diagnostic)) {
	type line struct {
		at   Diagnostic
		text []byte
		v    T
		err  error
	}
	const atOnce = 1024 // many short lines take more memory than their file
	var batch []line
	flush := func() {
		inBlocks(len(batch), func(i int) { batch[i].v, batch[i].err = read(batch[i].text) })
		for _, l := range batch {
			if l.err != nil {
				r.broken(l.at, l.err)
				continue
			}
			keep(l.v, l.at)
		}
		clear(batch)
		batch = batch[:0]
	}
	n, offset := 0, 0
	for text := range bytes.Lines(data) {
		n++
		at := Diagnostic{File: r.file, Line: n, Offset: offset}
		offset += len(text)
		if n == 1 {
			text = bytes.TrimPrefix(text, []byte("\ufeff"))
		}
		if len(bytes.TrimSpace(text)) == 0 {
			continue
		}
		if batch = append(batch, line{at: at, text: text}); len(batch) == atOnce {
			flush()
		}
	}
	flush()
}

// broken tells of a line that is left out.
func (r *sidecarReader) broken(at Diagnostic, err error) {
	at.Code = DiagBrokenSidecarLine
	r.odd.add(at, "this line is left out: %s", strings.TrimPrefix(err.Error(), "fact: "))
}

// parseNotes reads one note a line. A label that stands twice is a diagnostic.
func parseNotes(file string, data []byte) ([]note, []Diagnostic) {
	var notes []note
	have := map[string]bool{}
	r := sidecarReader{file: file}
	lines(&r, data, parseNote, func(n note, at Diagnostic) {
		if have[n.Label] {
			at.Code, at.Label = DiagDuplicateDefinition, n.Label
			r.odd.add(at, "[^%s] is defined before; the first definition counts", n.Label)
		}
		have[n.Label] = true
		notes = append(notes, n)
	})
	return notes, r.odd.all()
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
