// Package cite points into text: at a passage, at a span of it, at the
// footnotes that vouch for it, and says so in a form that outlives an edit.
//
// A [Citation] carries three things that can be checked independently of each
// other: the passage's [PassageID], the [Digest] of the passage's text, and the
// exact quotation with a little of its surroundings. If the first two still
// hold, the citation is good as it stands; if not, the quotation finds the new
// place or shows that there is none. The package itself never searches and never
// guesses: finding is the work of corpus.Corpus.Resolve.
//
// All offsets are bytes of UTF-8. Clients in other languages count code points
// or UTF-16 units instead; [Span.Runes] and [Span.UTF16] convert. The W3C Web
// Annotation selectors ([TextQuoteSelector], [TextPositionSelector]) and URL
// text fragments round-trip.
package cite
