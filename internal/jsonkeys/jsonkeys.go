// Package jsonkeys finds the keys of a JSON text that the Go type it is read into
// doesn't have, and those that stand twice. encoding/json passes over the former,
// takes a key in any case, and forgets the first of two; here keys are compared
// exactly.
package jsonkeys

import (
	"bytes"
	"encoding"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Shape says what keys an object has, and what stands below them. The nil Shape is
// that of a value of any form: no key in it is looked at.
type Shape struct {
	keys map[string]key
}

type key struct {
	bit   uint64
	below *Shape
}

var (
	unmarshaler     = reflect.TypeFor[json.Unmarshaler]()
	textUnmarshaler = reflect.TypeFor[encoding.TextUnmarshaler]()
)

// Of returns the shape of a struct, with those of the structs in it, and in its lists
// and pointers. A type that reads its own JSON may have any form. It panics if T, or a
// struct in it, has more than 64 keys.
func Of[T any]() *Shape { return of(reflect.TypeFor[T]()) }

func of(t reflect.Type) *Shape {
	for !readsItself(t) && (t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice) {
		t = t.Elem()
	}
	if readsItself(t) || t.Kind() != reflect.Struct {
		return nil
	}
	s := &Shape{map[string]key{}}
	s.addFields(t)
	return s
}

func readsItself(t reflect.Type) bool {
	p := reflect.PointerTo(t)
	return p.Implements(unmarshaler) || p.Implements(textUnmarshaler)
}

// addFields adds the fields of a struct; they go before those of the structs that it
// embeds.
func (s *Shape) addFields(t reflect.Type) {
	for f := range t.Fields() {
		if f.Anonymous && f.Tag.Get("json") == "" {
			s.addFields(f.Type)
		}
	}
	for f := range t.Fields() {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" && name != "-" {
			s.add(name, of(f.Type))
		}
	}
}

func (s *Shape) add(name string, below *Shape) {
	k, ok := s.keys[name]
	if !ok {
		if len(s.keys) == 64 {
			panic("jsonkeys: more than 64 keys")
		}
		k.bit = 1 << len(s.keys)
	}
	k.below = below
	s.keys[name] = k
}

// With returns the shape with more keys, under which any value may stand.
func (s *Shape) With(names ...string) *Shape {
	out := &Shape{map[string]key{}}
	for name, k := range s.keys {
		out.keys[name] = k
	}
	for _, name := range names {
		out.add(name, nil)
	}
	return out
}

// A Key is one that is odd.
type Key struct {
	// Path says where it stands, "values[0].aprox". What is long, or would not be
	// seen, of a key is left out or escaped.
	Path string
	// Twice says that the shape has it, and that the object has it once more; else
	// the shape doesn't have it.
	Twice bool
}

// Odd returns the first keys of a JSON text that are odd, at most max. It takes time
// in proportion to the text. In a text that is not JSON there are none.
func (s *Shape) Odd(data []byte, max int) []Key {
	if s == nil || max <= 0 {
		return nil
	}
	c := scanner{data: data, max: max}
	c.value(s)
	// Odd keys are rare, and whether a text is JSON takes longer to tell than which
	// keys it has.
	if len(c.odd) == 0 || !json.Valid(data) {
		return nil
	}
	return c.odd
}

// A scanner goes through JSON; in other texts it comes to an end as well, and finds
// anything. Shapes bound how deep its calls nest.
type scanner struct {
	data []byte
	at   int
	path []step
	odd  []Key
	max  int
}

// A step is a key, or the place in a list.
type step struct {
	key   string
	index int // in the list under the key, -1 if there is none
}

// next returns the next byte that is no white space, without going on; at the end 0.
func (c *scanner) next() byte {
	for ; c.at < len(c.data); c.at++ {
		switch b := c.data[c.at]; b {
		case ' ', '\t', '\n', '\r', ',', ':':
		default:
			return b
		}
	}
	return 0
}

// value goes behind a value of the shape.
func (c *scanner) value(s *Shape) {
	switch b := c.next(); {
	case s == nil || b != '{' && b != '[':
		c.skip()
	case b == '{':
		c.object(s)
	default:
		c.list(s)
	}
}

// list goes behind a list whose objects have the shape. A list in a list is passed
// over.
func (c *scanner) list(s *Shape) {
	c.at++
	for i := 0; ; i++ {
		b := c.next()
		if b == ']' || b == 0 {
			break
		}
		if b != '{' || len(c.odd) == c.max {
			c.skip()
			continue
		}
		if len(c.path) > 0 {
			c.path[len(c.path)-1].index = i
		}
		c.object(s)
	}
	c.at++
}

func (c *scanner) object(s *Shape) {
	c.at++
	var seen uint64
	for c.next() == '"' {
		name := c.string()
		k, ok := s.keys[string(name)]
		if !ok || seen&k.bit != 0 {
			c.tell(name, ok)
		}
		seen |= k.bit
		if !ok || k.below == nil || len(c.odd) == c.max {
			c.skip()
			continue
		}
		c.path = append(c.path, step{string(name), -1})
		c.value(k.below)
		c.path = c.path[:len(c.path)-1]
	}
	c.at++
}

// tell keeps an odd key.
func (c *scanner) tell(name []byte, twice bool) {
	if len(c.odd) == c.max {
		return
	}
	var b strings.Builder
	for _, s := range c.path {
		b.WriteString(s.key)
		if s.index >= 0 {
			b.WriteString("[" + strconv.Itoa(s.index) + "]")
		}
		b.WriteByte('.')
	}
	b.WriteString(visible(name))
	c.odd = append(c.odd, Key{b.String(), twice})
}

// visible returns a key so that it can be seen: what is not printable, or would be
// taken for something else, is escaped; what is long is cut.
func visible(name []byte) string {
	const most = 40
	s := string(name)
	if len(s) > most {
		cut := most
		for cut > 0 && !utf8.RuneStart(s[cut]) {
			cut--
		}
		s = s[:cut] + "…"
	}
	if quoted := strconv.Quote(s); s == "" || quoted != `"`+s+`"` {
		return quoted
	}
	return s
}

// string goes behind a string and returns what it says.
func (c *scanner) string() []byte {
	start := c.at
	if c.skipString() {
		var s string
		if json.Unmarshal(c.data[start:c.at], &s) == nil {
			return []byte(s)
		}
	}
	return bytes.Trim(c.data[start:c.at], `"`)
}

// skipString goes behind a string and reports whether there are escapes in it.
func (c *scanner) skipString() (escaped bool) {
	for c.at++; c.at < len(c.data); c.at++ {
		switch c.data[c.at] {
		case '"':
			c.at++
			return escaped
		case '\\':
			escaped = true
			c.at++
		}
	}
	c.at = len(c.data)
	return escaped
}

// skip goes behind a value, however deep it is.
func (c *scanner) skip() {
	depth := 0
	for {
		switch c.next() {
		case 0: // the end, or a byte that no JSON has
			c.at = len(c.data)
			return
		case '"':
			c.skipString()
		case '{', '[':
			depth++
			c.at++
		case '}', ']':
			depth--
			c.at++
		default: // a number, true, false or null
			for c.at < len(c.data) && !strings.ContainsRune(" \t\n\r,:]}", rune(c.data[c.at])) {
				c.at++
			}
		}
		if depth <= 0 {
			return
		}
	}
}
