package fact_test

import (
	"encoding/json"
	"fmt"
	"log"
	"os"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
)

// bridge returns the facts of a small article, as a file beside it has them.
// package corpus reads such files and looks up the quotations.
func bridge() *fact.Set {
	place := func(quote, label string) []cite.Citation {
		return []cite.Citation{{
			Passage: "bridge#top.1", Quote: quote,
			Footnotes: []cite.Footnote{{Article: "bridge", Label: label}},
		}}
	}
	set, problems := fact.NewSet([]fact.Record{
		{
			ID: "bridge/built", Kind: "event", Statement: "The Old Bridge was built in 1872.",
			Subject: "The Old Bridge", Property: "built",
			Values:   []fact.Value{fact.OfDate(fact.MustParseDate("1872"))},
			Status:   fact.StatusStated,
			Evidence: place("It was built in 1872.", "1"),
		},
		{
			ID: "bridge/arches/then", Kind: "figure", Statement: "The Old Bridge had seven arches.",
			Subject: "The Old Bridge", Property: "arches",
			Values:   []fact.Value{fact.OfQuantity(fact.Exactly(7, "arches"))},
			Status:   fact.StatusStated,
			Evidence: place("It has seven arches.", "1"),
		},
		{
			ID: "bridge/arches/keeper", Kind: "figure", Statement: "The keeper says that the Old Bridge has about five arches left.",
			Subject: "The Old Bridge", Property: "arches",
			Values:   []fact.Value{fact.OfQuantity(fact.About(5, "arches"))},
			Entities: []string{"The Old Bridge", "the keeper"},
			Status:   fact.StatusReported | fact.StatusApproximate, AttributedTo: []string{"the keeper"},
			Evidence: place("About five arches are left, the keeper says.", "2"),
		},
		{
			ID: "bridge/tension/arches", Kind: fact.KindTension, Statement: "The article gives two numbers of arches.",
			Subject: "The Old Bridge", Property: "tension",
			Evidence: place("It has seven arches.", "1"),
			Data: json.RawMessage(`{"sides":[
				{"statement":"seven arches","facts":["bridge/arches/then"]},
				{"statement":"about five","facts":["bridge/arches/keeper"]}]}`),
		},
	}, []fact.Entity{{ID: "bridge", Name: "The Old Bridge", Aliases: []string{"the bridge"}, Kind: "structure"}})
	for _, p := range problems {
		log.Fatal(p)
	}
	return set
}

// A set finds facts by entity, whatever it is called.
func ExampleSet() {
	for f := range bridge().About("the bridge") {
		fmt.Println(f.ID()+":", f.Statement())
		for _, v := range f.Values() {
			fmt.Printf("  %v %v\n", v, f.Footnotes()[0].Mark())
		}
	}
	// Output:
	// bridge/built: The Old Bridge was built in 1872.
	//   1872 [^1]
	// bridge/arches/then: The Old Bridge had seven arches.
	//   7 arches [^1]
	// bridge/arches/keeper: The keeper says that the Old Bridge has about five arches left.
	//   about 5 arches [^2]
	// bridge/tension/arches: The article gives two numbers of arches.
}

// A function that returns one value returns it with the fact that states it, so
// that its caller can tell whether the article states another.
func ExampleStated() {
	arches := func(set *fact.Set) fact.Stated[fact.Quantity] {
		for f := range set.Of("The Old Bridge", "arches") {
			return fact.NewStated(f.Quantity(), f)
		}
		return fact.Stated[fact.Quantity]{} // not stated
	}
	a := arches(bridge())
	fmt.Printf("%v: %q\n", a.Value, a.Quote())
	if tension, ok := a.Conflict(); ok {
		fmt.Println(tension.Statement())
		for side := range tension.Sides() {
			for f := range side.Facts() {
				fmt.Printf("  %s: %q\n", side.Statement(), f.Quote())
			}
		}
	}
	// Output:
	// 7 arches: "It has seven arches."
	// The article gives two numbers of arches.
	//   seven arches: "It has seven arches."
	//   about five: "About five arches are left, the keeper says."
}

func ExampleSet_Fact() {
	f, err := bridge().Fact("bridge/built")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(f.Date(), f.Subject(), f.Property())
	_, err = bridge().Fact("bridge/painted")
	fmt.Println(err)
	// Output:
	// 1872 The Old Bridge built
	// no fact "bridge/painted"
}

// A quantity says how exact it is. What isn't stated is not zero.
func ExampleQuantity() {
	users := fact.MoreThan(700e6, "monthly active users")
	fmt.Println(users)
	fmt.Println(users.Admits(700e6), users.Admits(3e9))
	_, ok := users.Amount()
	fmt.Println("a single number:", ok)

	fmt.Println(fact.About(189719, "models"))
	fmt.Println(fact.Exactly(0, "models").IsZero(), fact.Quantity{}.IsZero())
	// Output:
	// more than 700 million monthly active users
	// false true
	// a single number: false
	// about 189,719 models
	// false true
}

// Quantities are ordered only where every number of one lies below every number of
// the other.
func ExampleCompareQuantities() {
	small, large := fact.Range(1, 3, "tons"), fact.MoreThan(3, "tons")
	fmt.Println(fact.CompareQuantities(small, large))
	fmt.Println(fact.CompareQuantities(small, fact.Exactly(2, "tons")))
	fmt.Println(fact.CompareQuantities(small, fact.Exactly(4, "kg")))
	// Output:
	// -1 true
	// 0 false
	// 0 false
}

func ExampleMoney() {
	m, err := fact.NewMoney(fact.About(45e9, "USD"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(m, m.Currency())
	_, err = fact.NewMoney(fact.About(45e9, "dollars"))
	fmt.Println(err)
	// Output:
	// about $45 billion USD
	// fact: "dollars" is not a currency code such as USD
}

func ExampleShare() {
	s, err := fact.NewShare(fact.About(0.25, fact.Unit1), "contributions")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(s)
	_, err = fact.NewShare(fact.Exactly(25, fact.Unit1), "contributions")
	fmt.Println(err)
	// Output:
	// about 25% of contributions
	// fact: a share lies between 0 and 1; 25 does not
}

func ExampleStatus() {
	s := fact.StatusReported | fact.StatusContested
	fmt.Println(s)
	fmt.Println(s.Has(fact.StatusContested), s.Has(fact.StatusStated))
	// Output:
	// reported, contested
	// true false
}

// A record is a line of JSON. Of evidence, passage and quotation are enough.
func ExampleRecord() {
	const line = `{"id":"bridge/built","kind":"event","statement":"The Old Bridge was built in 1872.",
		"subject":"The Old Bridge","property":"built","values":[{"kind":"date","edtf":"1872"}],
		"status":["stated"],"evidence":[{"passage":"bridge#top.1","quote":"It was built in 1872."}]}`
	var r fact.Record
	if err := json.Unmarshal([]byte(line), &r); err != nil {
		log.Fatal(err)
	}
	if err := r.Check(); err != nil {
		log.Fatal(err)
	}
	fmt.Println(r.Article(), r.Status, r.Values[0])

	r.Evidence = nil
	fmt.Println(r.Check())
	if err := json.NewEncoder(os.Stdout).Encode(r); err != nil {
		log.Fatal(err)
	}
	// Output:
	// bridge stated 1872
	// bridge/built has no evidence
	// {"schema":"footnote/1","id":"bridge/built","kind":"event","statement":"The Old Bridge was built in 1872.","subject":"The Old Bridge","property":"built","values":[{"kind":"date","edtf":"1872"}],"entities":[],"status":["stated"],"attributed_to":[],"section":[],"footnotes":[],"evidence":[]}
}
