// Package citefmt translates the citations of an answer between one form of this
// module's and the forms of others: the model vendors Anthropic, OpenAI and Cohere,
// LangChain, the W3C Web Annotation model; and footnotes between ours and the
// bibliographies CSL-JSON and BibTeX. It calls no service, and it never guesses
// what a citation may have meant.
//
// An [Answer] is the one form: a text, and for each part that is cited the passage,
// the quotation and the footnotes in force. A function To… writes it in a format, a
// function From… reads it, and [Read] reads the JSON of a vendor whose name is only
// known when the program runs. For the prompt, [AnthropicSearchResults],
// [AnthropicDocuments], [CohereDocuments] and [OpenAIInput] write passages so that
// what comes back can be read. Each function says what is lost on its way.
//
// # What is read is checked
//
// A vendor's citation names a passage, sometimes a place in it, sometimes its text.
// It is resolved in the corpus as it is now: what was said of the text must hold,
// or the quotation must have moved as [corpus.Corpus.Resolve] says. Everything else
// is an error that says which citation and why, a [*CitationError]; the citations
// that are good are returned beside it. Indices are never moved to where they fit.
// Of an answer 4,096 citations are read, and 256 quotations looked for that don't
// stand where they should.
//
// # Units
//
// Spans of ours count bytes of UTF-8. Beyond the basic plane, as with an emoji,
// formats differ: Cohere counts code points, as the vendor's own parser shows; the
// selectors of the W3C count code points by definition; OpenAI and Anthropic say
// "characters", and code points are taken ([OpenAIOptions] and [FromAnthropic] say
// how sure that is); LangChain hands on what it got.
package citefmt
