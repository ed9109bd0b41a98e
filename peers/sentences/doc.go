// Package sentences compares the sentence boundaries of this project with
// those of github.com/neurosnap/sentences, a Go version of the Punkt
// tokenizer with parameters trained on English. It has tests only.
//
// The two come to their boundaries in different ways, rules on one side and
// statistics on the other, so that where they agree on an article neither is
// likely to be wrong. Where they do not is listed in
// testdata/differences.txt, for people to read when it changes.
package sentences
