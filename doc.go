// Package footnote is the map of its module; it has no code.
//
// The module is for programs that must show where each sentence comes from. It
// reads footnoted articles, finds the passages that answer a question, and never
// parts a passage from its footnotes. One article is built in: an analysis of
// Meta's open-weights (Llama) strategy and its effect on AI policy.
//
//	corpus/cite   pointers into text: passage IDs, spans, footnotes, citations
//	corpus        articles, sections, passages; readers for Markdown and exports
//	metapolicy    the built-in article
//	index         cited passage search over a corpus
//	cmd/footnote  the command
//	examples      small complete programs
//
// Imports go from the bottom of this list to the top, never back. Start with the
// examples of package index, or with
//
//	go run github.com/footnote-go/footnote/cmd/footnote ask "Who opposed SB 1047?"
package footnote
