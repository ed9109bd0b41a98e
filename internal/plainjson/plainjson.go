// Package plainjson reads JSON of the plain form that files of JSON lines mostly have,
// several times as fast as encoding/json. It refuses what has another form, and all
// that is not JSON: then the caller asks encoding/json, which also says what is wrong.
// What it doesn't refuse it reads as encoding/json does.
package plainjson

import (
	"bytes"
	"encoding/json"
	"unicode/utf8"
)

// A Reader reads a JSON text value by value. Once it has refused something all that it
// reads is empty, and Done is false.
type Reader struct {
	data    []byte
	at      int
	refused bool
}

// NewReader returns a reader of a text, which is not changed as long as it reads.
func NewReader(data []byte) *Reader { return &Reader{data: data} }

// Refuse makes Done false: the text has not the form that is expected.
func (r *Reader) Refuse() { r.refused = true }

// Done reports whether the whole text was read and nothing refused.
func (r *Reader) Done() bool { return r.next() == 0 && r.at == len(r.data) && !r.refused }

// next returns the next byte that is no white space, without going on; 0 at the end or
// once something is refused.
func (r *Reader) next() byte {
	if r.refused {
		return 0
	}
	for ; r.at < len(r.data); r.at++ {
		switch b := r.data[r.at]; b {
		case ' ', '\t', '\n', '\r':
		default:
			return b
		}
	}
	return 0
}

// take goes behind the next byte that is no white space if it is b.
func (r *Reader) take(b byte) bool {
	if r.next() != b {
		return false
	}
	r.at++
	return true
}

// expect is take of what has to be there.
func (r *Reader) expect(b byte) {
	if !r.take(b) {
		r.Refuse()
	}
}

// maxMembers is how many members an object has at most.
const maxMembers = 32

// Object reads an object. member reads the value of a name, which is as it is written
// and the reader's own; those that it doesn't know it has to refuse. An object in which
// a name stands twice is refused.
func (r *Reader) Object(member func(name []byte)) {
	var seen [maxMembers][]byte
	r.expect('{')
	if r.take('}') {
		return
	}
	for n := 0; ; n++ {
		raw := r.quoted()
		r.expect(':')
		if r.refused || n == maxMembers {
			r.Refuse()
			return
		}
		name := raw[1 : len(raw)-1]
		for _, s := range seen[:n] {
			if bytes.Equal(s, name) {
				r.Refuse()
			}
		}
		seen[n] = name
		member(name)
		if !r.take(',') {
			break
		}
	}
	r.expect('}')
}

// List reads a list; element reads an element.
func (r *Reader) List(element func()) {
	r.expect('[')
	if r.take(']') {
		return
	}
	for !r.refused {
		element()
		if !r.take(',') {
			break
		}
	}
	r.expect(']')
}

// Strings reads a list of strings, which is not nil.
func (r *Reader) Strings() []string {
	out := []string{}
	r.List(func() { out = append(out, r.String()) })
	return out
}

// String reads a string.
func (r *Reader) String() string {
	raw := r.quoted()
	if raw == nil {
		return ""
	}
	s := raw[1 : len(raw)-1]
	if bytes.IndexByte(s, '\\') >= 0 {
		var out string
		if json.Unmarshal(raw, &out) != nil {
			r.Refuse()
		}
		return out
	}
	for _, b := range s {
		if b < ' ' {
			r.Refuse()
			return ""
		}
	}
	if !utf8.Valid(s) {
		r.Refuse()
		return ""
	}
	return string(s)
}

// quoted goes behind a string and returns it with its quotation marks, nil if there is
// none.
func (r *Reader) quoted() []byte {
	if r.next() != '"' {
		r.Refuse()
		return nil
	}
	start := r.at
	for r.at++; ; r.at++ {
		n := bytes.IndexByte(r.data[r.at:], '"')
		if n < 0 {
			r.Refuse()
			return nil
		}
		r.at += n
		slashes := 0
		for r.data[r.at-1-slashes] == '\\' {
			slashes++
		}
		if slashes%2 == 0 {
			r.at++
			return r.data[start:r.at]
		}
	}
}

// maxDepth is how deep the values nest that Value takes.
const maxDepth = 100

// Value reads any value and returns its JSON, a part of the text.
func (r *Reader) Value() []byte {
	b := r.next()
	start := r.at
	depth := 0
	for !r.refused {
		switch b {
		case '"':
			r.quoted()
		case '{', '[':
			depth++
			r.at++
		case '}', ']':
			depth--
			r.at++
		case ',', ':':
			r.at++
		case 0:
			r.Refuse()
		default: // a number, true, false or null
			for r.at < len(r.data) && bytes.IndexByte([]byte(" \t\n\r,:]}"), r.data[r.at]) < 0 {
				r.at++
			}
		}
		if depth <= 0 {
			break
		}
		if depth > maxDepth {
			r.Refuse()
		}
		b = r.next()
	}
	raw := r.data[start:r.at]
	if r.refused || !json.Valid(raw) {
		r.Refuse()
		return nil
	}
	return raw
}
