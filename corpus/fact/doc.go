// Package fact holds what an article states as typed values, each with the
// sentences that state it and the footnotes that back them.
//
// A fact is one statement: [Record] is its form in JSON, a line of the file
// NAME.facts.jsonl that stands beside an article, and [Fact] is the same in a
// [Set], which finds facts by ID, entity, footnote, passage, kind and date.
// package corpus reads such files, checks every quotation against the article's
// text, and hands out the set. [Stated] is a typed value together with the fact
// that states it.
//
// # Values
//
// [Date], [Quantity], [Money] and [Share] say how exact they are. A date knows
// whether it is a year, a month or a day; a quantity is exact, approximate, a
// bound or a range. Zero values mean "not stated", which is not the number zero:
// Exactly(0, "deaths") is stated, Quantity{} is not. All are comparable with ==.
//
// # Status and attribution
//
// Who says something, and how surely, is part of the fact: [Status] tells a plain
// statement from what is reported, estimated, announced, claimed by Meta, said by
// critics, contested, open, or the article's own judgement, and
// [Fact.AttributedTo] names who says it, where somebody does. A program that drops
// either says more than the article does.
//
// # Where an article disagrees with itself
//
// An article may give two answers to one question. A record of the kind
// [KindTension] names both sides, and each fact of a side knows it:
// [Fact.Conflict] is how a caller who takes one value learns of the other.
//
// What the package does not do: it doesn't find facts in text, and it doesn't
// decide which side of a tension is right. A fact is what the article says under
// that note; whether it is true nobody checked.
package fact
