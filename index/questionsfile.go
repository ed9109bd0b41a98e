package index

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

// questionsSuffix is how the names of files of questions end.
const questionsSuffix = "." + string(corpus.SidecarQuestions) + ".jsonl"

// A questionsLine is a line of a file of questions.
type questionsLine struct {
	Passage   cite.PassageID `json:"passage"`
	Digest    cite.Digest    `json:"digest"` // of the passage's text
	Questions []string       `json:"questions"`
	raw       []byte         // the line as it stands, fields that nothing reads included
}

// newQuestionsLine returns a line for a passage, without a line end.
func newQuestionsLine(p corpus.Passage, questions []string) []byte {
	if questions == nil {
		questions = []string{} // none, so that nobody asks again
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(questionsLine{Passage: p.ID(), Digest: p.Digest(), Questions: questions}); err != nil {
		panic(err) // strings have no errors
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// parseQuestions reads the lines of a file of questions, and counts those that it
// can't read.
func parseQuestions(data []byte) (lines []questionsLine, broken int) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	for text := range bytes.Lines(data) {
		text = bytes.TrimSpace(text)
		if len(text) == 0 {
			continue
		}
		l := questionsLine{raw: text}
		if err := json.Unmarshal(text, &l); err != nil || l.Passage == "" || l.Digest == "" || l.Questions == nil {
			broken++
			continue
		}
		lines = append(lines, l)
	}
	return lines, broken
}

// A questionsFile is a file of questions to which lines are added until it is
// replaced by one in order.
type questionsFile struct {
	name   string
	file   *os.File
	data   []byte // what it held
	size   int    // that it has now
	lines  []questionsLine
	broken int
}

// openQuestions reads a file of questions, if there is one, and opens it for more.
// It takes no other name, so that a slip costs no article.
func openQuestions(name string) (_ *questionsFile, err error) {
	if !strings.HasSuffix(name, questionsSuffix) {
		return nil, fmt.Errorf("%s: the name of a file of questions ends in %s", name, questionsSuffix)
	}
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("not a regular file")}
	}
	f := &questionsFile{}
	if f.file, err = os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o644); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, f.file.Close())
		}
	}()
	if f.name, err = filepath.EvalSymlinks(name); err != nil { // a link stays one
		return nil, err
	}
	if f.data, err = io.ReadAll(io.LimitReader(f.file, corpus.MaxSize+1)); err != nil {
		return nil, err
	}
	if len(f.data) > corpus.MaxSize {
		return nil, &corpus.TooLargeError{Name: name, Size: int64(len(f.data))}
	}
	if n := len(f.data); n > 0 && f.data[n-1] != '\n' { // cut off by a crash, or written by hand
		if _, err = f.file.WriteString("\n"); err != nil {
			return nil, err
		}
	}
	f.size = len(f.data) + 1
	f.lines, f.broken = parseQuestions(f.data)
	return f, nil
}

// append adds a line, in one piece. A file that package corpus would refuse to read
// is not made.
func (f *questionsFile) append(line []byte) error {
	if f.size += len(line) + 1; f.size > corpus.MaxSize {
		return &corpus.TooLargeError{Name: f.name, Size: int64(f.size)}
	}
	_, err := f.file.Write(append(bytes.Clone(line), '\n'))
	return err
}

func (f *questionsFile) close() error { return f.file.Close() }

// replace closes the file and puts another of the given lines in its place, at
// once: whoever reads it sees the old or the new. One that would be the same is
// left alone.
func (f *questionsFile) replace(lines [][]byte) error {
	info, err := f.file.Stat()
	if err := errors.Join(err, f.close()); err != nil {
		return err
	}
	var want bytes.Buffer
	for _, l := range lines {
		want.Write(l)
		want.WriteByte('\n')
	}
	if bytes.Equal(want.Bytes(), f.data) {
		return nil // then nothing was added either
	}
	next := f.name + ".new"
	if err := writeSynced(next, want.Bytes(), info.Mode().Perm()); err != nil {
		_ = os.Remove(next) // the first error says it all
		return err
	}
	return os.Rename(next, f.name)
}

// writeSynced writes a file whose bytes are on the disk when it returns.
func writeSynced(name string, data []byte, mode fs.FileMode) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Chmod(mode), f.Sync(), f.Close())
}
