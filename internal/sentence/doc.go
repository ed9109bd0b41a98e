// Package sentence splits prose into sentences by rules.
//
// The rules are English ones, with enough knowledge of other scripts not to
// do harm there. They look at a bounded neighbourhood of each terminator, so
// the same text is always split the same way, in time linear in its length,
// whatever bytes it holds.
//
// # Blocks
//
// A blank line (two line feeds with only white space between) always ends a
// sentence; a single line feed is white space like any other. Nothing on one
// side of a blank line changes how the other side is split.
//
// # Terminators
//
// A terminator is any rune with the Unicode property Sentence_Terminal
// (. ! ? 。 ！ ？ ؟ ۔ । and others), the ellipsis … and the Greek question mark
// U+037E. The semicolon, the colon and the dash are none. Directly after a
// terminator come, as part of the same sentence, further terminators, closing
// quotation marks and brackets, footnote marks and invisible characters;
// together they are its tail. A guillemet may be set off by one space
// (« Non ! »).
//
// After the tail there has to be white space, unless the tail holds one of
// 。｡！？ or a bracketed footnote mark.
//
// # What follows
//
// Opening quotation marks and brackets, dashes and invisible characters are
// passed over. If what follows then is
//
//   - a lower-case letter, the sentence goes on: ("Why?" he asked), except
//     that a word such as iPhone or macOS, lower case first and a capital
//     later, opens a sentence unless an abbreviation comes before it. After
//     the terminators 。｡！？ with no closing mark, case says nothing;
//   - punctuation such as a comma or a further stop, the sentence goes on,
//     but ".NET" and ".5" open one;
//   - hiragana, directly after a closing mark, the sentence goes on: the
//     particle in 「行く。」と belongs to the verb after it;
//   - anything else, it ends, unless one of the rules below objects.
//
// # What comes before
//
// These apply to a single full stop only:
//
//   - Some abbreviations (Dr., e.g., Fig.) never end a sentence.
//   - Some (No., p., Art.) do not before a number, and are ordinary words
//     otherwise.
//   - Some (Inc., etc., Jan., every dotted acronym such as U.S. or a.m.) and
//     every single capital letter (J. R. R. Tolkien) end one only before a
//     known sentence opener, that is, a capitalised function word such as The,
//     It or However. If a footnote mark follows the stop they are ordinary
//     words: people put marks at the ends of sentences.
//   - A number of up to three digits (also 4.2.1), or a single letter, which
//     is all there is of the sentence so far is a list number and belongs to
//     what follows.
//
// # Brackets
//
// A "(" or "[" which is not the first character of its sentence and is closed
// within the next 512 bytes of its block shelters what it encloses: no
// terminator in there ends the sentence, except that one whose tail takes in
// the closing bracket does so before a known sentence opener. After a bracket
// that is not closed in time, those in the range searched for it are not
// looked at. A terminator directly after an opening bracket, as in [...] and
// (?), ends nothing.
//
// # Footnote marks
//
// A bracketed mark is [ ] or 【 】 around at most 64 bytes that are either
//
//   - numbers of up to three digits, separated by commas, semicolons or
//     dashes, with spaces after a separator allowed: [4], [4, 7], 【4-6】; or
//   - a label without white space, made of letters, digits and any of
//     ^ # † - _ . : /, which begins with ^ or holds a # or a †: [^4],
//     [passage#id.2], 【4:0†source】.
//
// Any other bracket, such as [Applause] or [2024], opens the next sentence.
// A superscript mark is a run of superscript digits, with commas and
// superscript minus signs between: ¹, ²,³.
//
// Marks directly after a terminator belong to the sentence it ends. So do
// bracketed marks set off from it by white space, provided that the last of
// them is followed by white space or the end of the text. A mark before the
// terminator needs no rule.
//
// # Left out
//
// The rules cannot see that a capitalised name after a quoted question is the
// speaker ("Why?" Anna asked), that a brand holds a terminator (Yahoo! Inc.),
// or that a sentence ending in an abbreviation is followed by one beginning
// with a name (in the U.S. Apple said); the first two split, the third does
// not. A remark in brackets that begins in lower case (He left. [laughs] Then
// he came) holds the sentences around it together. A line of a list that ends without a terminator is not told from a
// wrapped line of prose.
package sentence
