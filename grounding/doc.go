// Package grounding checks, sentence by sentence, whether an answer says what the
// articles say that it cites, and never guesses: what no rule decides is
// [Undecided], and what it calls [Supported] may still be false, since nobody
// checked the article's own sources.
//
// [New] makes a [Checker] over a corpus, [Checker.Check] gives a [Report] of an
// [Answer], [Gate] says whether that is good enough, and [Checker.Cite] puts in or
// mends markers. [Checker.Stream] does the same while the answer is being written,
// [CheckClaim] holds one claim against given text.
//
// # Two findings and a verdict
//
// A claim is a sentence of an answer, or the part of one that its own marker
// closes. Content says what the whole corpus makes of it, Citation where its
// markers lead. The verdict follows from both; the first line that fits counts:
//
//	content contradicted, unsupported, partial   the same
//	a marker that leads nowhere                  bad_citation
//	content undecided                            undecided
//	no marker                                    supported, with the problem uncited or uncitable
//	the cited text backs the claim               supported
//	other text does                              miscited, with what would be right
//
// What the cited text is is the union of what the claim's markers vouch for: see
// package corpus for the scope of a footnote. What states nothing (a greeting, a plain
// question, a heading of few words, a refusal, code) is [NoClaim].
//
// # What it refuses to guess
//
// A likeness of words decides nothing: it gives a score, and the claim is
// undecided. So is a claim about "it" where nobody knows what is meant, one of a
// cause, a comparison or an order in time that no sentence states, one with a
// number that seems to be reckoned and can't be, and one with letters of two
// alphabets in a word. A hedge or an attribution that the claim drops makes it
// [Partial]. Where facts of the article are known to disagree, the cited place
// decides and the problem [TensionFound] names both sides. A [Judge] that the
// caller brings may decide what is left; it has to quote what it rests on, and the
// quotation is looked up.
//
// # Markers
//
// [^4], [^4][^7], [^4, ^7], [4], [4, 7], [4-6], 【4】, 【4†source】, superscript
// digits, <sup>4</sup>, [PASSAGE-ID], ARTICLE^4 and [ARTICLE^4]. A marker covers
// the sentence that it closes, before or after the full stop, within a sentence the
// clause since the previous marker; [MarkScope] can make it the paragraph. Headings
// are covered by the markers of what stands below them, cells by those of their
// row. Text without a footnote is cited by its passage's ID.
//
// # Quotations
//
// Four words or more in quotation marks, and block quotes, have to stand in the
// corpus as they are. Typography may differ: quotation marks, dashes, spaces,
// ligatures; digits, signs, units, negators, modals and hedges may not. An ellipsis
// may leave out words of one passage, square brackets may put some in.
//
// # What it needs
//
// A corpus of English text. The facts, names and questions that stand beside its
// articles are used if they are there: names let it know who is meant, facts what
// disagrees and what was said with reserve. A corpus of more than some thousand
// passages needs a [Finder]. There is no network, no clock and no model in here:
// the same answer gives the same bytes, as long as no judge is asked.
package grounding
