package thesaurus

import (
	_ "embed"
	"encoding/binary"
	"slices"
	"strings"
	"sync"

	"github.com/blevesearch/vellum"

	"github.com/footnote-go/footnote/internal/text"
)

//go:embed wordnet.fst
var automaton []byte

//go:embed wordnet.syn
var lists []byte

var load = sync.OnceValue(func() *vellum.FST {
	fst, err := vellum.Load(automaton)
	if err != nil {
		panic("thesaurus: " + err.Error()) // the file is a part of the program
	}
	return fst
})

// Related returns the keys of the words that mean the same as those of a key or
// are derived from it, best first; nil if there are none or the thesaurus doesn't
// know the key.
func Related(key string) []string {
	at, ok := place(key)
	if !ok || at == 0 {
		return nil
	}
	rest := lists[at-1:]
	out := make([]string, rest[0])
	rest = rest[1:]
	for i := range out {
		n, size := binary.Uvarint(rest)
		out[i] = string(rest[size : size+int(n)])
		rest = rest[size+int(n):]
	}
	return out
}

// Knows reports whether the thesaurus has a key, with related words or without.
func Knows(key string) bool {
	_, ok := place(key)
	return ok
}

func place(key string) (uint64, bool) {
	at, ok, err := load().Get([]byte(key))
	return at, ok && err == nil
}

//go:embed policy.txt
var policy string

// groups are the lines of policy.txt by each of their keys.
var groups = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(policy) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		var keys []string
		for w := range strings.FieldsSeq(line) {
			if k := KeyOf(strings.ReplaceAll(w, "_", " ")); k != "" && !slices.Contains(keys, k) {
				keys = append(keys, k)
			}
		}
		for _, k := range keys {
			for _, other := range keys {
				if other != k && !slices.Contains(out[k], other) {
					out[k] = append(out[k], other)
				}
			}
		}
	}
	return out
})

// Close returns the keys of words that mean the same as those of a key where
// technology, business and law are written about: those of policy.txt.
func Close(key string) []string { return groups()[key] }

// KeyOf returns the key of an expression, "" if it has no term.
func KeyOf(expression string) string {
	var a text.Analyzer
	var parts []string
	term := false
	for _, w := range a.AppendWords(nil, expression) {
		if w.IsStop() {
			parts = append(parts, w.Folded)
			continue
		}
		term = true
		parts = append(parts, w.Term)
	}
	if !term {
		return ""
	}
	return strings.Join(parts, " ")
}
