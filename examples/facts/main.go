// Facts prints whom the free Llama license excludes and above which number of
// users, with the sentences that say so and the footnotes behind them, and both
// sides where the article disagrees with itself.
package main

import (
	"fmt"
	"io"
	"os"

	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/metapolicy"
)

func main() { exclusion(os.Stdout) }

func exclusion(w io.Writer) {
	threshold := metapolicy.CommunityLicense.UserThreshold()
	fmt.Fprintln(w, "Above:", threshold.Value)
	cite(w, threshold.Fact)

	targets := metapolicy.CommunityLicense.Targets()
	fmt.Fprintln(w, "Aimed at:", targets.Value)
	cite(w, targets.Fact)

	if tension, ok := targets.Conflict(); ok {
		fmt.Fprintln(w, "But:", tension.Statement())
		for side := range tension.Sides() {
			fmt.Fprintln(w, "  -", side.Statement())
		}
	}
}

// cite prints where a fact stands, and under which notes.
func cite(w io.Writer, f fact.Fact) {
	for _, c := range f.Evidence() {
		fmt.Fprintf(w, "  %q %s\n", c.Quote, c.Passage)
		for _, note := range c.Footnotes {
			fmt.Fprintln(w, "   ", note.Mark(), note.Text)
		}
	}
}
