// Package entail decides by rules whether sentences of evidence state what a claim
// says: textual entailment without a model. It decides what rules can decide, says which
// one did, and leaves the rest open; it never takes likeness alone for support.
//
// # How a claim is compared
//
// [Analyzer.Analyze] reads a sentence into words with their weights, numbers and dates,
// names, clauses, and what stands behind a negation. [Evidence] is groups of sentences: a
// main one, notes that say in other words what it says or a part of it (the statements of
// typed facts), and what stands around it. [Evidence.Query] matches the words of a claim
// with those of the groups: the same word, one that means the same (lexicon.txt, package
// thesaurus), one derived from it, or one that a question has which is answered there.
//
// For the groups that cover most of the claim, each rule says what it finds: a number
// that the group hasn't got, or another in its place; a name; who does it to whom; a
// negation or an opposite; what comes first; how many; a cause or comparison that no
// sentence states; a reserve that was dropped. Numbers that are sums, differences, ratios,
// shares or spans of time are reckoned again. Where a claim is nearly a copy of a unit,
// the words that differ are what was changed.
//
// # What follows
//
// A clause is backed if a group covers enough of it and no rule objects, wrong if a rule
// finds that the group says otherwise, absent if a number, date or name of it is nowhere
// in the group, and open else. A claim is supported if all of its clauses are backed by
// one group, or by several of one section; contradicted if one is wrong; partial if some
// are backed and others absent; unsupported if nothing of it is there; and undecided
// else. [Decision.Score] is a probability that decides nothing.
//
// Against given evidence alone ([Closed]) only those rules decide that hold for text of
// any kind: a sentence that has the claim's words in their order, and words, names and
// numbers that a longer text has nowhere.
//
// The rules are for English prose. All words that they know by name are in lexicon.txt,
// all thresholds and weights in weights.go, with how they were found.
package entail
