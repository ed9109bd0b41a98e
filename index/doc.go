// Package index finds the passages of a corpus that answer a question, and never
// returns one without the footnotes in force there.
//
// [New] builds an index in memory with Bleve, [Index.Search] ranks passages and says
// how probable it is that one of them answers, [Results.Answer] picks the sentences
// that answer, and [Results.Context] puts passages together for a prompt. Questions
// are plain text: no character in them is syntax. The package doesn't judge whether
// a passage is true, and [Results.Answerable] is a probability against a threshold,
// no proof.
//
// # Terms
//
// Text is cut into words, which are folded (case, accents, compatibility forms);
// English stop words are left out, British spellings become American, and English
// words are stemmed (Porter2). Runs of Han and kana give pairs of characters.
// [Terms] does it. Numbers, money, shares and dates also give a term of their value,
// the same for "$45bn" and "45 billion dollars". A passage has six fields, which
// count differently:
//
//	field      what                                            weight    b
//	text       the passage's clean text                           1.0  0.4
//	lead       header of a table row, introduction of a list      0.3  0.75
//	headings   the title and the path of headings                 1.0  0.75
//	notes      the texts of the footnotes in force                0.2  0.75
//	questions  document expansion, corpus.Passage.Questions       1.0  0.75
//	facts      what the facts that rest on it state               0.4  0.75
//
// # The question
//
// A question is understood before it is ranked. Its words are looked for as terms,
// each counting 1. A word that the corpus doesn't know is split if the corpus writes
// its parts side by side ("opensource"); else, unless it is an English word, it is
// corrected to the nearest that the corpus knows, within one edit, or two from eight
// letters on ([Results.Corrected]). At most eight terms are added: neighbours that
// the corpus writes as one word (1); values in their one form (0.2, or 1 where the
// corpus doesn't know the words); the rarest word of other names of what is named,
// by the aliases of the corpus and acronyms that its texts introduce (0.6); and
// words that mean the same (0.4), of a list of our own, and of WordNet for words
// that the corpus doesn't know. From 500 passages on, words that mean the same as
// one that the corpus knows count in the second stage only. [Hit.Explain] tells where each term comes from.
//
// # The first stage
//
// The first stage scores a passage by
//
//	Σ  q(t) · idf(t) · w(t) / (k1 + w(t))
//	t
//
// over the distinct terms t of the question, in their order, where
//
//	q(t)   is what the term counts in the question, times how often it stands there,
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
// gives the numbers. Bleve's own scoring is not used: its "bm25" model counts idf
// twice and takes a square root of tf. Without [AllParts] the score is this.
//
// # The second stage
//
// The first [Depth] passages get a second look. Q is the sum of q(t)·idf(t) over the
// words of the question, without what was added, and the weight of a word its idf,
// that of an unknown one as if no passage had it. A term that was added stands for
// the words that it comes from by what it counts. To the score are added Q times
//
//	0.05 · proximity  for each two neighbours of the question the smaller weight
//	                  where they are neighbours in the text, half of it where they
//	                  stand within eight words
//	0.05 · sentence   the weight of the words that the best sentence has
//	0.6  · asked      the likeness of the best question of the document expansion
//	0.2  · stated     the likeness of the best statement of a fact
//	0.1  · feedback   how much it has of the 20 terms that count most in the first
//	                  ten, each saturating as in the score (RM3)
//
// the first two as shares of the weight of the question, likeness being twice the
// common weight over the sum of both weights. Of a question in two parts ("What …,
// and who …?") each part is asked alone, too, and its two best passages are moved
// among the first five. [Options.Without] leaves parts out; what each is worth is
// told by "footnote eval retrieval --ablation".
//
// # Vectors
//
// With [Options.Embedding] passages are also ranked by the cosine of their vectors
// with that of the question, by an exact scan, and both rankings are joined by
// reciprocal rank fusion with k = 60: a hit's score is then that of the fusion. If
// the question can't be embedded, in time or at all, words answer alone and
// [Results.Degraded] says why.
//
// # Confidence
//
// [Results.Confidence] is a logistic model of six features of the first five
// passages: how much of the question one passage has in all fields, and in its text;
// how much no passage of the corpus has; the weightiest word that none of the five
// has; whether a sentence with the question's words has a value of the kind that it
// asks for; and whether it names what the corpus doesn't know. It has seven
// coefficients for corpora with document expansion and seven for others, fitted on
// development questions; TestConfidence fits them again. It assumes that half of all
// questions have an answer.
package index
