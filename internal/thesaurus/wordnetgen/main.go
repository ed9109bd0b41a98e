// Wordnetgen makes the general thesaurus of package thesaurus from the files of
// WordNet 3.0 (the folder that has data.noun and index.noun; Debian has them in
// the package wordnet-base):
//
//	go run ./internal/thesaurus/wordnetgen -dict /usr/share/wordnet -out internal/thesaurus
//
// It writes wordnet.fst, an automaton of all words with a number each, and
// wordnet.syn, the lists of synonyms that the numbers point into.
package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/blevesearch/vellum"

	"github.com/footnote-go/footnote/internal/text"
)

// Which words are related, and how much: the share that a sense of a rank has,
// and that of a word derived from another, such as "decision" from "decide".
const (
	maxSenses    = 2
	maxRelated   = 6
	derived      = 0.8
	leastRelated = 0.2
	maxWords     = 3 // of a lemma
)

// A synset is a set of words that mean the same.
type synset struct {
	words  []string
	derive []derivation
}

// A derivation leads from a word of a synset to one of another.
type derivation struct {
	from   int // word, from 1; 0 for all
	synset string
	to     int
}

func main() {
	dict := flag.String("dict", "/usr/share/wordnet", "the `folder` with the files of WordNet")
	out := flag.String("out", ".", "the `folder` to write to")
	flag.Parse()
	if err := generate(*dict, *out); err != nil {
		log.Fatal("wordnetgen: ", err)
	}
}

func generate(dict, out string) error {
	synsets := map[string]synset{} // by part of speech and offset
	senses := map[string][]string{}
	for _, pos := range []struct{ name, letter string }{{"noun", "n"}, {"verb", "v"}, {"adj", "a"}, {"adv", "r"}} {
		if err := readLines(filepath.Join(dict, "data."+pos.name), func(line string) error {
			return readSynset(synsets, pos.letter, line)
		}); err != nil {
			return err
		}
		if err := readLines(filepath.Join(dict, "index."+pos.name), func(line string) error {
			return readSenses(senses, pos.letter, line)
		}); err != nil {
			return err
		}
	}
	return write(out, relate(synsets, senses))
}

// readLines reads the lines of a file that are not of its licence, which begin
// with a space.
func readLines(name string, read func(line string) error) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	s := bufio.NewScanner(bytes.NewReader(data))
	s.Buffer(nil, 1<<20)
	for n := 1; s.Scan(); n++ {
		if line := s.Text(); !strings.HasPrefix(line, " ") {
			if err := read(line); err != nil {
				return fmt.Errorf("%s:%d: %w", name, n, err)
			}
		}
	}
	return s.Err()
}

// readSynset reads a line of a data file: offset, file, type, the number of words
// in hexadecimal, words with an ID each, the number of pointers, pointers.
func readSynset(synsets map[string]synset, pos, line string) error {
	f := strings.Fields(line)
	n, err := strconv.ParseInt(f[3], 16, 32)
	if err != nil {
		return err
	}
	var s synset
	at := 4
	for range n {
		word, _, _ := strings.Cut(f[at], "(") // an adjective may say where it stands
		s.words = append(s.words, word)
		at += 2
	}
	pointers, err := strconv.Atoi(f[at])
	if err != nil {
		return err
	}
	at++
	for range pointers {
		if f[at] == "+" {
			ends, err := strconv.ParseUint(f[at+3], 16, 32)
			if err != nil {
				return err
			}
			s.derive = append(s.derive, derivation{int(ends >> 8), part(f[at+2]) + f[at+1], int(ends & 0xff)})
		}
		at += 4
	}
	synsets[pos+f[0]] = s
	return nil
}

// part makes one of adjectives and their satellites.
func part(pos string) string {
	if pos == "s" {
		return "a"
	}
	return pos
}

// readSenses reads a line of an index file: lemma, part of speech, the number of
// senses, the number of pointers, pointers, the number of senses, how many of them
// were met in tagged text, and the senses, the most frequent first. Those that
// nobody met are left out: they are what a word rarely means.
func readSenses(senses map[string][]string, pos, line string) error {
	f := strings.Fields(line)
	n, err := strconv.Atoi(f[2])
	if err != nil {
		return err
	}
	tagged, err := strconv.Atoi(f[len(f)-n-1])
	if err != nil {
		return err
	}
	key := f[0] + "/" + pos
	senses[key] = nil
	for _, offset := range f[len(f)-n:][:min(n, tagged)] {
		senses[key] = append(senses[key], pos+offset)
	}
	return nil
}

// relate returns the related terms of each key, best first.
func relate(synsets map[string]synset, senses map[string][]string) map[string][]string {
	rankOf := func(word, id string) int {
		return slices.Index(senses[strings.ToLower(word)+"/"+id[:1]], id)
	}
	scores := map[string]map[string]float64{}
	for _, lemma := range slices.Sorted(maps.Keys(senses)) {
		word, _, _ := strings.Cut(lemma, "/")
		key := keyOf(word)
		if key == "" || strings.Contains(key, " ") && len(senses[lemma]) == 0 {
			continue
		}
		if scores[key] == nil {
			scores[key] = map[string]float64{}
		}
		add := func(other string, score float64) {
			if k := keyOf(other); k != "" && k != key && score >= leastRelated {
				scores[key][k] = max(scores[key][k], score)
			}
		}
		for rank, id := range senses[lemma][:min(maxSenses, len(senses[lemma]))] {
			s := synsets[id]
			for i, w := range s.words {
				if !strings.EqualFold(w, word) {
					if r := rankOf(w, id); r >= 0 {
						add(w, 1/float64((1+rank)*(1+r)))
					}
					continue
				}
				for _, d := range s.derive {
					if target := synsets[d.synset]; (d.from == 0 || d.from == i+1) && 0 < d.to && d.to <= len(target.words) {
						add(target.words[d.to-1], derived/float64(1+rank))
					}
				}
			}
		}
	}
	out := map[string][]string{}
	for key, related := range scores {
		list := slices.SortedFunc(maps.Keys(related), func(a, b string) int {
			switch {
			case related[a] != related[b] && related[a] > related[b]:
				return -1
			case related[a] != related[b]:
				return 1
			}
			return strings.Compare(a, b)
		})
		out[key] = list[:min(maxRelated, len(list))]
	}
	return out
}

// keyOf returns the terms of a lemma, joined by spaces: "" if it has none, too
// many, or a word of the lemma gives none.
func keyOf(lemma string) string {
	var a text.Analyzer
	words := a.AppendWords(nil, strings.ReplaceAll(lemma, "_", " "))
	if len(words) == 0 || len(words) > maxWords {
		return ""
	}
	var terms []string
	for _, w := range words {
		switch {
		case !w.IsStop():
			terms = append(terms, w.Term)
		case len(words) == 1:
			return ""
		default:
			terms = append(terms, w.Folded) // the up of "give up"
		}
	}
	key := strings.Join(terms, " ")
	for i := range len(key) {
		if c := key[i]; c != ' ' && (c < 'a' || 'z' < c) {
			return ""
		}
	}
	return key
}

// write writes the automaton and the lists. A list is the number of its keys and
// then for each its length and its bytes; the number of a word is 1 more than the
// place of its list, 0 if it has none.
func write(out string, related map[string][]string) error {
	var lists []byte
	var fst bytes.Buffer
	b, err := vellum.New(&fst, nil)
	if err != nil {
		return err
	}
	have := map[string]uint64{}
	for _, key := range slices.Sorted(maps.Keys(related)) {
		place := uint64(0)
		if list := related[key]; len(list) > 0 {
			joined := strings.Join(list, "\n")
			if _, ok := have[joined]; !ok {
				have[joined] = uint64(len(lists)) + 1
				lists = append(lists, byte(len(list)))
				for _, w := range list {
					lists = binary.AppendUvarint(lists, uint64(len(w)))
					lists = append(lists, w...)
				}
			}
			place = have[joined]
		}
		if err := b.Insert([]byte(key), place); err != nil {
			return err
		}
	}
	if err := b.Close(); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "wordnet.fst"), fst.Bytes(), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "wordnet.syn"), lists, 0o644)
}
