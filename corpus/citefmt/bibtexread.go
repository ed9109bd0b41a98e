package citefmt

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus/cite"
)

// FromBibTeX reads what [ToBibTeX] writes: article, label, text and links of each
// note. Text between entries and entries of the types string, preamble and comment
// are passed over. An entry of others, which doesn't say of what footnote it is, is
// left out, and is a [*CitationError] in the error; one that can't be read ends the
// reading.
//
// Lost on the way in: the key and Source.
func FromBibTeX(data string) ([]cite.Footnote, error) {
	out := []cite.Footnote{}
	if !utf8.ValidString(data) {
		return out, notUTF8(formatBibTeX, "data")
	}
	var errs []error
	s := &bibScanner{data: data, line: 1}
	for s.toEntry() {
		place := fmt.Sprintf("line %d", s.lineHere())
		fields, err := s.entry()
		if err != nil {
			errs = append(errs, &CitationError{formatBibTeX, fmt.Sprintf("line %d", s.lineHere()), err})
			break
		}
		if fields == nil {
			continue
		}
		f, err := bibFootnote(fields)
		if err != nil {
			errs = append(errs, &CitationError{formatBibTeX, place, err})
			continue
		}
		out = append(out, f)
	}
	return out, errors.Join(errs...)
}

func bibFootnote(fields map[string]string) (cite.Footnote, error) {
	f := cite.Footnote{
		Article: unescapeTeX(fields[bibArticle]),
		Label:   unescapeTeX(fields[bibLabel]),
		Text:    unescapeTeX(fields[bibNote]),
	}
	if f.Article == "" || f.Label == "" {
		return f, errNoFootnote
	}
	for i := 1; ; i++ {
		l, ok := fields[fmt.Sprintf("%s%d", bibLink, i)]
		if !ok {
			break
		}
		f.Links = append(f.Links, unescapeTeX(l))
	}
	if u, ok := fields[bibURL]; ok && f.Links == nil {
		f.Links = []string{u}
	}
	return f, nil
}

// A bibScanner goes through a file of BibTeX.
type bibScanner struct {
	data string
	at   int

	line, counted int // the line that the byte at counted stands in
}

func (s *bibScanner) lineHere() int {
	s.line += strings.Count(s.data[s.counted:s.at], "\n")
	s.counted = s.at
	return s.line
}

// toEntry goes to the next "@".
func (s *bibScanner) toEntry() bool {
	i := strings.IndexByte(s.data[s.at:], '@')
	if i < 0 {
		return false
	}
	s.at += i
	return true
}

// entry reads an entry; its fields are nil if there are none to read.
func (s *bibScanner) entry() (map[string]string, error) {
	s.at++
	kind := strings.ToLower(s.word())
	if !s.skip('{') {
		return nil, fmt.Errorf("no { behind @%s", short(kind))
	}
	switch kind {
	case "string", "preamble", "comment":
		s.at--
		_, err := s.braced()
		return nil, err
	}
	for s.at < len(s.data) && s.data[s.at] != ',' && s.data[s.at] != '}' {
		s.at++ // the key
	}
	fields := map[string]string{}
	for s.skip(',') {
		name := strings.ToLower(s.word())
		if name == "" {
			break
		}
		if !s.skip('=') {
			return nil, fmt.Errorf("no = behind %q", short(name))
		}
		value, err := s.value()
		if err != nil {
			return nil, fmt.Errorf("%q: %w", short(name), err)
		}
		if _, ok := fields[name]; ok {
			return nil, fmt.Errorf("%q stands twice", short(name))
		}
		fields[name] = value
	}
	if !s.skip('}') {
		return nil, errors.New("the entry has no end")
	}
	return fields, nil
}

// value reads what is behind "=": in braces, in quotation marks, or a word.
func (s *bibScanner) value() (string, error) {
	s.space()
	switch {
	case s.at == len(s.data):
	case s.data[s.at] == '{':
		return s.braced()
	case s.data[s.at] == '"':
		return s.quoted()
	}
	if w := s.word(); w != "" {
		return w, nil
	}
	return "", errors.New("no value")
}

// braced reads text up to the brace that closes the one here.
func (s *bibScanner) braced() (string, error) {
	depth := 0
	for i := s.at; i < len(s.data); i++ {
		switch s.data[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				text := s.data[s.at+1 : i]
				s.at = i + 1
				return text, nil
			}
		}
	}
	return "", errors.New("a brace is not closed")
}

// quoted reads text up to the next quotation mark that is in no braces.
func (s *bibScanner) quoted() (string, error) {
	depth := 0
	for i := s.at + 1; i < len(s.data); i++ {
		switch c := s.data[i]; {
		case c == '{':
			depth++
		case c == '}':
			depth--
		case c == '"' && depth == 0:
			text := s.data[s.at+1 : i]
			s.at = i + 1
			return text, nil
		}
	}
	return "", errors.New("a quotation mark is not closed")
}

func (s *bibScanner) space() {
	for s.at < len(s.data) && strings.IndexByte(" \t\r\n", s.data[s.at]) >= 0 {
		s.at++
	}
}

// skip goes behind a byte if it is the next one but for white space.
func (s *bibScanner) skip(c byte) bool {
	s.space()
	if s.at == len(s.data) || s.data[s.at] != c {
		return false
	}
	s.at++
	return true
}

// word reads a run of letters, digits and the marks that names have.
func (s *bibScanner) word() string {
	s.space()
	from := s.at
	for s.at < len(s.data) {
		c := s.data[s.at]
		if c < 0x80 && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') && strings.IndexByte("-_.:+", c) < 0 {
			break
		}
		s.at++
	}
	return s.data[from:s.at]
}
