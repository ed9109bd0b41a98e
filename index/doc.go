// Package index finds the passages of a corpus that answer a question, and never
// returns one without the footnotes in force there.
//
// [New] builds an index in memory with Bleve, [Index.Search] ranks passages,
// [Results.Answer] picks the sentences that answer, and [Results.Context] puts
// passages together for a prompt. Questions are plain text: no character in them
// is syntax. The package doesn't judge whether a passage is true, nor, so far,
// whether the best one answers the question at all.
//
// # Terms
//
// Text is cut into words, which are folded (case, accents, compatibility forms);
// English stop words are left out, British spellings become American, and English
// words are stemmed (Porter2). Runs of Han and kana give pairs of characters.
// [Terms] does it. A passage has four fields, which count differently:
//
//	field     what                                             weight    b
//	text      the passage's clean text                            1.0  0.4
//	lead      header of a table row, introduction of a list       0.3  0.75
//	headings  the title and the path of headings                  0.3  0.75
//	notes     the texts of the footnotes in force                 0.2  0.75
//
// # Score
//
// The score of a passage for a question is
//
//	Σ  q(t) · idf(t) · w(t) / (k1 + w(t))
//	t
//
// over the distinct terms t of the question, in their order, where
//
//	q(t)   is how often the term stands in the question,
//	idf(t) is ln(1 + (N - df + 0.5) / (df + 0.5)), N the number of passages and
//	       df the number of those that have t in any field,
//	k1     is 1.2,
//	w(t)   is the sum over the fields f, in the order of the table, of
//	       weight(f) · tf(t,f) / (1 - b(f) + b(f) · len(f) / avglen(f)),
//	tf     is the number of times that t stands in the passage's field f,
//	len    is the number of terms of that field, avglen its average over the
//	       passages that have the field.
//
// This is BM25F (Robertson, Zaragoza and Taylor 2004). Passages without any term
// of the question are no hits; of two with one score, the one that comes first in
// the corpus is better. A term that no passage has adds nothing. [Index.Stats]
// gives the numbers, [Hit.Explain] the sum in its parts. Bleve's own scoring is
// not used: its "bm25" model counts idf twice and takes a square root of tf.
package index
