// Package thesaurus knows which English words mean much the same. It is made from
// WordNet 3.0 by the program in wordnetgen, which says how; WORDNET-LICENSE is
// its licence.
//
// A key is one to three terms as package text makes them, joined by spaces, with
// stop words in the middle or at the end of an expression as they stand: "licens",
// "give up".
package thesaurus

//go:generate go run ./wordnetgen -dict /usr/share/wordnet -out .
