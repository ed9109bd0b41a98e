// Package answer reads answers as language models write them, Markdown or plain
// text: what they state, statement by statement, which marks cite what, and what
// they quote. It knows no article: whether a mark leads anywhere is for the caller
// to find out.
//
// A [Statement] is a sentence, or the part of one that its own marks close. Its
// text is clean: no marks, no markup, no invisible characters; [Statement.Source]
// maps it to the bytes of the answer.
//
// # Blocks
//
// Headings, list items, the cells of table rows, block quotes and paragraphs are
// blocks of their own, and so are the lines of code in a closed fence; a fence that
// is not closed is text. A definition of a footnote ("[^4]: …") and a heading row's
// rule ("|---|") state nothing.
//
// # Marks
//
// [^4], [^4][^7], [^4, ^7], [4], [4, 7], [4-6], 【4】, 【4†source】, superscript digits,
// [PASSAGE-ID], ARTICLE^4 and [ARTICLE^4]. A number without a caret has at most
// three digits, else it is text. What begins with a caret and has another form is a
// mark that is malformed. A superscript 2 or 3 after a unit of length is an
// exponent.
//
// A mark closes the sentence at whose end it stands, before or after the full stop;
// within a sentence it closes what stands since the previous mark. Marks in a row
// are one union. One that opens a block belongs to the statement after it.
//
// # Quotations
//
// Text in "straight", “curly”, ‘single curly’, „German“ and «French» quotation marks
// and block quotes. Fewer than four words are a term or a title, no quotation.
package answer
