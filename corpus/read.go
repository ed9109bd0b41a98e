package corpus

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"sync"
)

// ErrNoArticles is the error of a folder in which there is nothing to read.
var ErrNoArticles = errors.New("no articles (*.md, *.markdown, *.txt)")

// A TooLargeError tells of a file that is larger than [MaxSize].
type TooLargeError struct {
	Name string
	Size int64 // in bytes; at least so many, if the file didn't say
}

func (e *TooLargeError) Error() string {
	return fmt.Sprintf("%s has %d bytes; at most %d are read", e.Name, e.Size, MaxSize)
}

// Parse reads one article from the bytes of a file. name is the file's name: an
// article without an id in its front matter is called after it, and one that
// ends in ".txt" is read as a plain-text export, any other as Markdown. Parse
// fails only on a file larger than [MaxSize]; whatever else is odd is told in
// the article's diagnostics. src is copied.
func Parse(name string, src []byte) (*Article, error) {
	return parse(name, src, nil)
}

func parse(name string, src []byte, notes []note) (*Article, error) {
	if len(src) > MaxSize {
		return nil, fmt.Errorf("corpus: %w", &TooLargeError{name, int64(len(src))})
	}
	if strings.EqualFold(path.Ext(name), ".txt") {
		return parseExport(name, src, notes), nil
	}
	return parseMarkdown(name, src, notes), nil
}

// Read reads a corpus from files and folders of fsys; without paths, all of it.
// In a folder and the folders below it, files that end in .md, .markdown or .txt
// are articles, in lexical order; names that start with a dot or underscore are
// passed over, and so is what is no regular file, such as a pipe or a symbolic
// link to a folder. Links to files are followed. A file that is named is read
// whatever its ending and its kind.
//
// Beside each NAME.md, Read finds the sidecars NAME.facts.jsonl,
// NAME.questions.jsonl, NAME.aliases.jsonl and NAME.notes.jsonl and takes their
// digests. Notes define footnotes that the article itself does not: a JSON
// object {"label","text"} a line, the text in Markdown. Facts, aliases and questions
// are read when they are first asked for: see [Article.Facts] and
// [Passage.Questions].
//
// It is an error if a file can't be read, if a folder has no articles
// ([ErrNoArticles]), or if two articles have one ID ([*DuplicateIDError]).
func Read(fsys fs.FS, paths ...string) (*Corpus, error) {
	if len(paths) == 0 {
		paths = []string{"."}
	}
	var articles []*Article
	seen := map[string]bool{}
	for _, p := range paths {
		names, err := articleFiles(fsys, p)
		if err != nil {
			return nil, fmt.Errorf("corpus: %w", err)
		}
		for _, name := range names {
			if seen[name] {
				continue
			}
			seen[name] = true
			a, err := readArticle(fsys, name)
			if err != nil {
				return nil, fmt.Errorf("corpus: %w", err)
			}
			articles = append(articles, a)
		}
	}
	return New(articles...)
}

// articleFiles returns the articles at a path: itself, or those in a folder.
func articleFiles(fsys fs.FS, p string) ([]string, error) {
	info, err := fs.Stat(fsys, p)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return []string{p}, nil
	}
	var names []string
	err = fs.WalkDir(fsys, p, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		hidden := name != p && (d.Name()[0] == '.' || d.Name()[0] == '_')
		switch {
		case hidden && d.IsDir():
			return fs.SkipDir
		case hidden || d.IsDir():
			return nil
		}
		switch strings.ToLower(path.Ext(name)) {
		case ".md", ".markdown", ".txt":
		default:
			return nil
		}
		if !d.Type().IsRegular() {
			info, err := fs.Stat(fsys, name)
			if err != nil || !info.Mode().IsRegular() {
				return err
			}
		}
		names = append(names, name)
		return nil
	})
	if err == nil && len(names) == 0 {
		err = fmt.Errorf("%s: %w", p, ErrNoArticles)
	}
	return names, err
}

func readArticle(fsys fs.FS, name string) (*Article, error) {
	src, err := readFile(fsys, name)
	if err != nil {
		return nil, err
	}
	beside, err := readSidecars(fsys, name)
	if err != nil {
		return nil, err
	}
	a, err := parse(name, src, beside.notes)
	if err != nil {
		return nil, err
	}
	a.sidecars = beside.found
	a.diagnostics = append(a.diagnostics, beside.strange...)
	if data, ok := beside.data[SidecarQuestions]; ok {
		a.expanded = sync.OnceValue(func() expansion { return readExpansion(a, beside.name(SidecarQuestions), data) })
	}
	a.stated = sync.OnceValue(func() statements { return readStatements(a, beside) })
	return a, nil
}

// readFile reads a file of at most MaxSize bytes. It doesn't trust the size that
// the file says it has: a device has none. Every error names the file.
func readFile(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, naming(name, err)
	}
	defer f.Close()
	var data bytes.Buffer
	if info, err := f.Stat(); err == nil {
		if info.Size() > MaxSize {
			return nil, &TooLargeError{name, info.Size()}
		}
		data.Grow(int(max(info.Size(), 0)) + bytes.MinRead) // so much that it needn't grow again
	}
	if _, err := data.ReadFrom(io.LimitReader(f, MaxSize+1)); err != nil {
		return nil, naming(name, err)
	}
	if data.Len() > MaxSize {
		return nil, &TooLargeError{name, int64(data.Len())}
	}
	return data.Bytes(), nil
}

// naming returns an error that names the file that could not be read.
func naming(name string, err error) error {
	if _, ok := errors.AsType[*fs.PathError](err); ok {
		return err
	}
	return &fs.PathError{Op: "read", Path: name, Err: err}
}
