// Package text makes of prose the terms that are searched for. It is the one
// analysis of the module: index, questions and highlights all go through it, so
// that they agree on what a word is. It doesn't guess the language: what is said
// of English below is done to every word of ASCII letters.
//
// A word is a letter or number with the letters, marks and numbers that follow.
// Within it, an apostrophe, the full stops of an acronym ("U.S."), a point
// between digits ("3.5", "v1.1"), the commas of a long number ("189,719") and
// invisible characters don't end the word; a hyphen does.
//
// A word is made a term in four steps. A possessive or contracted verb at its
// end is left out ("Iran's", "we'll"). It is folded: lower case, compatibility
// forms resolved, accents and inner punctuation off, save the points of numbers.
// English stop words give no term. If only ASCII letters are left, a British
// spelling becomes American and the Snowball (Porter2) algorithm reduces the word
// to its stem.
//
// A run of Han and kana, which are written without spaces, gives its overlapping
// pairs of characters as they stand, or its only character.
package text

// Version names the analysis. It changes whenever the same text may give other
// terms, so that an index can tell whether it was made by this one.
const Version = "en-1"

// MaxTerm is the most bytes that a term has; of a longer word the rest is cut.
const MaxTerm = 128
