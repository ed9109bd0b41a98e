// Package footnote is the map of its module; it has no code.
//
// The module is for programs that must show where each sentence comes from. It
// reads footnoted articles, finds the passages that answer a question, and never
// parts a passage from its footnotes. What an article states it hands out as typed
// facts, each with the sentence and the footnote that back it. It says of an answer,
// sentence by sentence, whether the article backs it and whether it cites the right
// footnotes. One article is built in: an analysis of Meta's open-weights (Llama)
// strategy and its effect on AI policy.
//
//	corpus/cite   pointers into text: passage IDs, spans, footnotes, citations
//	corpus/fact   facts: dates, quantities, status, evidence; sets of them
//	  schemaorg   facts as JSON-LD with schema.org terms, both ways
//	corpus        articles, sections, passages; readers for Markdown and exports
//	  citefmt     citations in the formats of model vendors and bibliographies
//	metapolicy    the built-in article and its facts as typed values
//	grounding     does this answer say what its citations say?
//	  groundingtest one-line assertions for go test
//	  openaijudge a model that decides what rules leave open, for who wants it
//	index         cited passage search over a corpus
//	  openaiembed vectors from a server, for who wants them
//	eval          data sets, metrics and runs: how well passages are found;
//	              mutants: how well answers are checked
//	toolset       what a language model may call, once for all protocols
//	  mcpserver   serves it over the Model Context Protocol
//	  httpserver  serves it as JSON, and the articles as pages
//	cmd/footnote  the command
//	examples      small complete programs
//
// Imports go from the bottom of this list to the top, never back. Start with the
// examples of package index, or with
//
//	go run github.com/footnote-go/footnote/cmd/footnote ask "Who opposed SB 1047?"
package footnote
