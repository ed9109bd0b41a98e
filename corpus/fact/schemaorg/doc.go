// Package schemaorg writes facts as JSON-LD with the terms of schema.org, for
// programs that know nothing of this module: knowledge graphs, search engines. It
// reads what it wrote back without loss.
//
// [Marshal] writes one document, {"@context":…,"@graph":[…]}, with a node for each
// article, entity, footnote, quotation and fact. [Unmarshal] reads these documents
// and nothing else: another context, an expanded or framed form, a property or a
// node that it doesn't know, a property that stands twice or in another case, a
// quotation that no fact leads to are errors, since what it passed over would be lost. It fetches nothing and is no JSON-LD processor.
//
// # Mapping
//
// A fact is a Claim. A schema.org term stands alone, a term of ours begins with
// "footnote:", which stands for [Namespace].
//
//	fact.Record    Claim
//	ID             identifier
//	Statement      text
//	Subject        mainEntity           an entity
//	Entities       about                entities
//	AttributedTo   author               entities: who makes the claim
//	AsOf           temporalCoverage     EDTF, "2024" or "2023-07/.."
//	Evidence       appearance           Quotations
//	Footnotes      citation             CreativeWorks
//	Kind           footnote:kind
//	Property       footnote:property
//	Status         footnote:status      the names of its parts
//	Section        footnote:section     a list, the outermost heading first
//	Values         footnote:value       a list
//	Data           footnote:data        a JSON literal
//
//	cite.Citation  Quotation
//	Quote          text
//	Article        isPartOf             an Article, whose identifier is its ID
//	Footnotes      citation             CreativeWorks
//	Passage        footnote:passage
//	Digest         footnote:digest
//	Start, End     footnote:start, footnote:end, in bytes of the passage's text
//	Prefix, Suffix footnote:prefix, footnote:suffix
//
//	cite.Footnote  CreativeWork
//	Label          identifier
//	Text           text
//	Article        isPartOf             an Article
//	Links          citation             a CreativeWork with a url for each
//	Source         footnote:source
//
//	fact.Entity    by its kind, see below
//	ID             identifier
//	Name           name
//	Aliases        alternateName
//	Kind           footnote:kind
//
//	fact.Value     by its kind, which is footnote:kind
//	date           PropertyValue        value: EDTF
//	quantity       QuantitativeValue    value, or minValue and maxValue; unitText,
//	                                    or unitCode C62 for the unit 1
//	share          QuantitativeValue    the same; footnote:of
//	money          MonetaryAmount       the same with currency
//	               footnote:exclusive   of every number: the bounds are excluded
//	               footnote:approximate
//
//	person         Person
//	organization   Organization
//	model          SoftwareApplication
//	product        Product
//	legislation    Legislation
//	license, work, study   CreativeWork
//	country        Country
//	jurisdiction   AdministrativeArea
//	place          Place
//	other kinds    Thing
//
// What is not used, and why: firstAppearance would say that nobody stated the fact
// before the article, and claimInterpreter that somebody read it out of a recording.
// schema.org has no property for the values of a Claim; a footnote's links are not
// its url, since the note doesn't stand there. schema.org expects a Person or an
// Organization as author; who says a thing may be neither, and "critics" is written
// as the Thing that it is.
//
// A program that reads the schema.org terms alone drops the status, and takes a
// number for exact and a bound for included: text is the only term that has the
// hedges. One that drops author as well says more than the article does.
//
// # Identity
//
// An @id is a fragment of the document, percent-encoded but for letters, digits,
// "-", "." and "_":
//
//	#article/ARTICLE
//	#entity/ID                           an entity with an ID
//	#name/NAME                           one without, and a name that no entity has
//	#footnote/ARTICLE/LABEL
//	#quotation/ARTICLE/SECTION.N/START-END
//	#fact/ARTICLE/SUBJECT/PROPERTY
//
// It is relative, as nobody but the publisher knows where the document will stand:
// tell the processor the document's address as base IRI, for one without a base drops
// what it can't name. There is no colon in it, since some would take it for a scheme.
// Nodes that claim one @id and differ are told apart by ~2, ~3. An entity is
// referenced wherever a fact uses its name. Any other name stands in its place as a
// node of its own, with sameAs if it is an alias or the ID of an entity, as
// [fact.Set] finds it; so does a label that no footnote of the evidence has.
//
// # Order
//
// Lists are in the order of the record. To a JSON-LD processor only footnote:section
// and footnote:value are ordered, as the context says; to it appearance, about,
// author and citation are sets.
//
// In HTML, a script element may not hold every document: escape "<" as \u003c there.
package schemaorg
