package main

import (
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/corpus/fact/schemaorg"
)

// factFormats are the values of --format.
var factFormats = []string{"text", "json", "jsonld"}

// writeFacts writes facts in a format.
func (a *app) writeFacts(format string, facts []fact.Fact) error {
	switch format {
	case "json":
		for _, f := range facts {
			a.out.json(f)
		}
	case "jsonld":
		return a.writeJSONLD(facts)
	default:
		a.printFacts(facts)
	}
	return nil
}

// writeJSONLD writes facts as one document, with the entities that they name.
func (a *app) writeJSONLD(facts []fact.Fact) error {
	set := a.corpus.Facts()
	var records []fact.Record
	named := map[string]bool{}
	for _, f := range facts {
		records = append(records, f.Record())
		for _, name := range append(f.Entities(), f.AttributedTo()...) {
			if e, ok := set.Entity(name); ok {
				named[e.Name] = true
			}
		}
	}
	var entities []fact.Entity
	for e := range set.Entities() {
		if named[e.Name] {
			entities = append(entities, e)
		}
	}
	doc, err := schemaorg.Marshal(records, entities)
	if err != nil {
		return readError(err)
	}
	_, _ = a.out.w.Write(doc) // flush has the error
	return nil
}
