package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestGenerated makes the thesaurus again from the files of WordNet 3.0 and
// compares. FOOTNOTE_WORDNET is the folder that has them.
func TestGenerated(t *testing.T) {
	dict := os.Getenv("FOOTNOTE_WORDNET")
	if dict == "" {
		t.Skip("FOOTNOTE_WORDNET is not set")
	}
	out := t.TempDir()
	if err := generate(dict, out); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"wordnet.fst", "wordnet.syn"} {
		got, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(filepath.Join("..", name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not what the generator makes of %s", name, dict)
		}
	}
}

// TestReadSynset reads a line as WordNet has it.
func TestReadSynset(t *testing.T) {
	synsets := map[string]synset{}
	line := `00014742 04 n 02 sleep 0 slumber 0 002 + 00014742 v 0101 @ 14024882 n 0000 | a torpid state`
	if err := readSynset(synsets, "n", line); err != nil {
		t.Fatal(err)
	}
	s := synsets["n00014742"]
	if len(s.words) != 2 || s.words[1] != "slumber" || len(s.derive) != 1 || s.derive[0] != (derivation{1, "v00014742", 1}) {
		t.Errorf("%+v", s)
	}
}

// TestRelate: words of one sense are related, most of all if it is the first of
// both; what only looks alike is not.
func TestRelate(t *testing.T) {
	synsets := map[string]synset{"n1": {words: []string{"sleep", "slumber"}}, "n2": {words: []string{"slumber", "doze"}}}
	senses := map[string][]string{"sleep/n": {"n1"}, "slumber/n": {"n1", "n2"}, "doze/n": {"n2"}}
	got := relate(synsets, senses)
	if len(got["sleep"]) != 1 || got["sleep"][0] != "slumber" {
		t.Errorf("sleep: %q", got["sleep"])
	}
	if len(got["slumber"]) != 2 || got["slumber"][0] != "sleep" {
		t.Errorf("slumber: %q", got["slumber"])
	}
}
