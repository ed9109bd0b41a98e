// Package corpus reads footnoted articles and knows which footnote vouches for
// which sentence.
//
// An [Article] is one document: Markdown with footnotes, or the plain text that
// a wiki exports. It is read once and immutable from then on; every value here
// may be used by any number of goroutines. It consists of sections, these of
// blocks (paragraphs, list items, table rows, quotations, code), and blocks of
// sentences. A [Passage] is the unit of retrieval: a block, or, if that has
// more than 120 words, consecutive sentences of it.
//
// # Offsets
//
// The text of blocks and passages is clean: no marks, no markup, white space
// folded. Spans are bytes of that text, and [Block.Source] and [Passage.Source]
// map them to the bytes of the file.
//
// # Which footnote vouches for what
//
// A footnote reference vouches for its scope. Within its block (in a table,
// within its cell), that is the text from the end of the previous reference's
// scope, or from the start, up to the reference; where only closing
// punctuation stands between the reference and the end of the sentence, up to
// that end. So a mark may stand before the full stop or after it. References
// in a row share one scope. Text after a block's last reference has no
// footnote, and neither has a block without any: nothing is filled in from a
// neighbour.
//
// This is a convention, not knowledge: an author may mean a mark at the end of
// a paragraph for its last sentence only. [Reference.SentenceScope] gives the
// sentence that a mark closes and [Reference.Scope] the whole scope, so that a
// caller can tell the stricter reading from the wider.
//
// # Facts
//
// A file NAME.facts.jsonl beside an article states in typed values what the article
// says, and NAME.aliases.jsonl the names of what it is about. [Article.Facts] reads
// them when they are first asked for and looks up every quotation in the text as it
// is now, so that each fact has the footnotes that are in force for it.
// [Corpus.FindFacts] finds facts by what people write, and says of a name that there
// is not which there are.
//
// # What does not parse
//
// Nothing is lost: a reference without a definition stays a reference, of two
// definitions both are kept and the first counts, an unreadable front matter
// becomes text. A reference in a heading or in the header of a table stands in no
// block and vouches for nothing. All of it is told in [Article.Diagnostics]. Only
// a file that can't be read at all, two articles of one ID, or a folder without
// articles are errors.
//
// # Limits
//
// Reading takes time about in proportion to the size of the file, whatever is in
// it. For that, what would be markup is text where quotations, lists and notes
// stand more than 32 deep in one another ([DiagNestingLimit]), where the bytes of a
// paragraph times those of them that may be markup come to more than 2^26, where
// a table would have more cells than bytes, and where a heading's line has more
// than 4096 bytes ([DiagMarkupLimit]). Footnote references are read there all the
// same. A file has at most [MaxSize] bytes. Prose takes about three times its
// size in memory; a file that was made to take much, of one-letter paragraphs, up
// to two hundred times, and while it is read a few times that.
package corpus
