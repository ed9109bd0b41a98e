// Timeline prints what the article dates, in order, with how surely and under which
// footnotes. It takes a year, to print that year alone.
package main

import (
	"fmt"
	"io"
	"log"
	"os"

	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/metapolicy"
)

func main() {
	var during fact.Date
	if len(os.Args) > 1 {
		var err error
		if during, err = fact.ParseDate(os.Args[1]); err != nil {
			log.Fatal(err)
		}
	}
	timeline(os.Stdout, during)
}

// dateColumn has room for the longest date that the article gives, "April 2024 to
// July 2024".
const dateColumn = 24

// timeline prints the facts whose date surely lies within a time, all for the zero
// Date.
func timeline(w io.Writer, during fact.Date) {
	for f := range metapolicy.Timeline() {
		if !during.IsZero() && !during.Contains(f.Date()) {
			continue
		}
		fmt.Fprintf(w, "%-*s %s", dateColumn, f.Date().Text(), f.Statement())
		for _, note := range f.Footnotes() {
			fmt.Fprint(w, " ", note.Mark())
		}
		fmt.Fprintf(w, " (%v)\n", f.Status())
	}
}
