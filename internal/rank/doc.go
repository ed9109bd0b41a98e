// Package rank finds the k best documents for a bag of terms by BM25F, whatever
// engine keeps the postings.
//
// The score of a document is the sum over the terms t of the query, in their
// order, of
//
//	q(t) · idf(t) · w(t) / (k1 + w(t))
//
// where q(t) is the term's weight in the query and w(t) the sum over the fields
// f, in their order, of
//
//	weight(f) · tf(t,f) / (1 - b(f) + b(f) · len(f) / avglen(f))
//
// with tf the number of occurrences of the term in the document's field, len the
// field's number of terms there and avglen its average over the documents that
// have the field (Robertson, Zaragoza and Taylor 2004, "Simple BM25 extension to
// multiple weighted fields"; the constant factor k1+1 is left out, as it changes
// no order). idf is ln(1 + (N - df + 0.5) / (df + 0.5)), df the number of
// documents that have the term in any field.
//
// Documents are visited in the order of their numbers. With pruning, a document
// is passed over once the terms that may still count can't lift it to the k-th
// best score so far (Turtle and Flood 1995, "Query evaluation: strategies and
// optimizations": MaxScore). The result is the same with and without: a document
// is dropped only if its bound is below the threshold, never if it is equal, and
// scores are summed in the order of the query either way.
package rank
