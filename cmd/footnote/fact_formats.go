package main

import (
	"slices"

	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/corpus/fact/schemaorg"
)

// factFormats are the values of --format.
var factFormats = []string{"text", "json", "jsonld"}

// factFormat returns the format to write in, of --format and --json, or says what
// is wrong with them. From then on errors are JSON where the output is.
func (a *app) factFormat(format string) (string, error) {
	asked := a.json
	a.json = a.json || format == "json" || format == "jsonld"
	switch {
	case !slices.Contains(factFormats, format):
		return "", usageError("--format %q: text, json or jsonld", format)
	case asked && format == "jsonld":
		return "", usageError("--json and --format jsonld exclude each other: JSON-LD is a form of its own")
	case asked:
		return "json", nil
	}
	return format, nil
}

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
