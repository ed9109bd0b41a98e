package schemaorg_test

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/corpus/fact/schemaorg"
)

const text = "Scouts fly out first. The Hive Society says that more than 20,000 bees follow."

// swarm returns a fact, and an entity for one of its two names.
func swarm() ([]fact.Record, []fact.Entity) {
	evidence := cite.New("bees#swarm.1", cite.DigestOf(text), text, cite.Span{Start: 22, End: len(text)}, []cite.Footnote{
		{Article: "bees", Label: "4", Text: "Survey", Links: []string{"https://bees.example/survey"}, Source: cite.SourceExternal},
	})
	return []fact.Record{{
		ID: "swarm/size", Kind: "figure", Statement: "The Hive Society says that more than 20,000 bees follow the scouts.",
		Subject: "swarm", Property: "size", Entities: []string{"swarm"},
		Values:       []fact.Value{fact.OfQuantity(fact.MoreThan(20000, "bees"))},
		Status:       fact.StatusReported,
		AttributedTo: []string{"Hive Society"},
		AsOf:         fact.MustParseDate("2024"),
		Section:      []string{"Swarm"}, Footnotes: []string{"4"}, Evidence: []cite.Citation{evidence},
	}}, []fact.Entity{{ID: "society", Name: "Hive Society", Kind: "organization"}}
}

func ExampleMarshal() {
	doc, err := schemaorg.Marshal(swarm())
	if err != nil {
		panic(err)
	}
	os.Stdout.Write(doc)
	// Output:
	// {
	//   "@context": [
	//     "https://schema.org",
	//     {
	//       "@version": 1.1,
	//       "footnote": "https://github.com/footnote-go/footnote/ns#",
	//       "footnote:data": {
	//         "@id": "footnote:data",
	//         "@type": "@json"
	//       },
	//       "footnote:section": {
	//         "@id": "footnote:section",
	//         "@container": "@list"
	//       },
	//       "footnote:value": {
	//         "@id": "footnote:value",
	//         "@container": "@list"
	//       }
	//     }
	//   ],
	//   "@graph": [
	//     {
	//       "@id": "#article/bees",
	//       "@type": "Article",
	//       "identifier": "bees"
	//     },
	//     {
	//       "@id": "#entity/society",
	//       "@type": "Organization",
	//       "identifier": "society",
	//       "name": "Hive Society",
	//       "footnote:kind": "organization"
	//     },
	//     {
	//       "@id": "#footnote/bees/4",
	//       "@type": "CreativeWork",
	//       "identifier": "4",
	//       "text": "Survey",
	//       "isPartOf": {
	//         "@id": "#article/bees"
	//       },
	//       "citation": [
	//         {
	//           "@type": "CreativeWork",
	//           "url": "https://bees.example/survey"
	//         }
	//       ],
	//       "footnote:source": "external"
	//     },
	//     {
	//       "@id": "#quotation/bees/swarm.1/22-78",
	//       "@type": "Quotation",
	//       "text": "The Hive Society says that more than 20,000 bees follow.",
	//       "isPartOf": {
	//         "@id": "#article/bees"
	//       },
	//       "citation": [
	//         {
	//           "@id": "#footnote/bees/4"
	//         }
	//       ],
	//       "footnote:passage": "bees#swarm.1",
	//       "footnote:digest": "sha256:57887eff33d88c0539ca1aa5fa2cdca9faa0086f6f20a949290de9a1de87a611",
	//       "footnote:start": 22,
	//       "footnote:end": 78,
	//       "footnote:prefix": "Scouts fly out first. "
	//     },
	//     {
	//       "@id": "#fact/bees/swarm/size",
	//       "@type": "Claim",
	//       "identifier": "swarm/size",
	//       "text": "The Hive Society says that more than 20,000 bees follow the scouts.",
	//       "mainEntity": {
	//         "@id": "#name/swarm",
	//         "@type": "Thing",
	//         "name": "swarm"
	//       },
	//       "about": [
	//         {
	//           "@id": "#name/swarm",
	//           "@type": "Thing",
	//           "name": "swarm"
	//         }
	//       ],
	//       "author": [
	//         {
	//           "@id": "#entity/society"
	//         }
	//       ],
	//       "temporalCoverage": "2024",
	//       "appearance": [
	//         {
	//           "@id": "#quotation/bees/swarm.1/22-78"
	//         }
	//       ],
	//       "citation": [
	//         {
	//           "@id": "#footnote/bees/4"
	//         }
	//       ],
	//       "footnote:kind": "figure",
	//       "footnote:property": "size",
	//       "footnote:status": [
	//         "reported"
	//       ],
	//       "footnote:section": [
	//         "Swarm"
	//       ],
	//       "footnote:value": [
	//         {
	//           "@type": "QuantitativeValue",
	//           "footnote:kind": "quantity",
	//           "minValue": 20000,
	//           "unitText": "bees",
	//           "footnote:exclusive": true
	//         }
	//       ]
	//     }
	//   ]
	// }
}

func ExampleUnmarshal() {
	doc, err := schemaorg.Marshal(swarm())
	if err != nil {
		panic(err)
	}
	records, _, err := schemaorg.Unmarshal(doc)
	if err != nil {
		panic(err)
	}
	fmt.Println(records[0].ID, records[0].Values, records[0].AttributedTo)

	// A document that somebody edited by hand.
	broken := strings.Replace(string(doc), `"#footnote/bees/4"`, `"#footnote/bees/5"`, 1)
	_, _, err = schemaorg.Unmarshal([]byte(broken))
	var nodeErr *schemaorg.NodeError
	fmt.Println(errors.As(err, &nodeErr), err)
	// Output:
	// swarm/size [more than 20,000 bees] [Hive Society]
	// true schemaorg: the node #fact/bees/swarm/size: appearance: #quotation/bees/swarm.1/22-78: citation: there is no footnote "#footnote/bees/4"
}
