package eval

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"unicode/utf8"
)

// What is read at most, so that no file takes memory without bounds. The text of
// a line has to fit an article of [corpus.MaxSize] with every character escaped.
const (
	maxLine = 4 << 20
	maxFile = 512 << 20
)

// A lineReader reads the lines of a file, but for blank ones. Its errors are
// [*DataError], or of the file itself.
type lineReader struct {
	name   string
	r      *bufio.Reader
	number int // of the last line read, from 1
	size   int64
	line   []byte
}

func newLineReader(name string, r io.Reader) *lineReader {
	return &lineReader{name: name, r: bufio.NewReaderSize(r, 64<<10)}
}

// next returns the next line, without its end, at the end of the file io.EOF. It
// is valid until next is called again.
func (l *lineReader) next() ([]byte, error) {
	for {
		if err := l.read(); err != nil {
			return nil, err
		}
		l.number++
		if l.number == 1 {
			l.line = bytes.TrimPrefix(l.line, []byte("\ufeff"))
		}
		if !utf8.Valid(l.line) {
			return nil, l.errorf("the line is not UTF-8")
		}
		if line := bytes.TrimRight(l.line, "\r\n"); len(bytes.TrimSpace(line)) > 0 {
			return line, nil
		}
	}
}

// read reads a line with its end.
func (l *lineReader) read() error {
	l.line = l.line[:0]
	for {
		part, err := l.r.ReadSlice('\n')
		l.line = append(l.line, part...)
		l.size += int64(len(part))
		switch {
		case len(l.line) > maxLine:
			l.number++
			for errors.Is(err, bufio.ErrBufferFull) && l.size <= maxFile {
				part, err = l.r.ReadSlice('\n')
				l.size += int64(len(part))
			}
			return l.errorf("the line is longer than %d bytes", maxLine)
		case l.size > maxFile:
			return &DataError{l.name, 0, fmt.Errorf("the file is larger than %d bytes", maxFile)}
		case errors.Is(err, bufio.ErrBufferFull):
		case errors.Is(err, io.EOF) && len(l.line) > 0:
			return nil
		default:
			return err
		}
	}
}

// errorf returns an error about the last line.
func (l *lineReader) errorf(format string, args ...any) error {
	return &DataError{l.name, l.number, fmt.Errorf(format, args...)}
}

// readLines calls line for each line of a file.
func readLines(fsys fs.FS, name string, line func(l *lineReader, text []byte) error) error {
	// Opening a pipe would wait for somebody to write.
	if info, err := fs.Stat(fsys, name); err != nil {
		return err
	} else if !info.Mode().IsRegular() {
		return &DataError{name, 0, errors.New("this is no file")}
	}
	f, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return eachLine(name, f, line)
}

// eachLine calls line for each line of what is read.
func eachLine(name string, r io.Reader, line func(l *lineReader, text []byte) error) error {
	l := newLineReader(name, r)
	for {
		text, err := l.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = line(l, text)
		}
		if err != nil {
			return placed(name, err)
		}
	}
}

// placed returns an error that names the file.
func placed(name string, err error) error {
	if _, ok := errors.AsType[*DataError](err); ok {
		return err
	}
	if _, ok := errors.AsType[*fs.PathError](err); ok {
		return err
	}
	return &DataError{name, 0, err}
}
