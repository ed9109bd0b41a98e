package index

import (
	"os"
	"testing"

	"github.com/footnote-go/footnote/corpus"
)

// saltworks returns the second article of the development questions, which has
// document expansion but no facts.
func saltworks(t testing.TB) *corpus.Corpus {
	t.Helper()
	c, err := corpus.Read(os.DirFS("testdata/saltworks"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}
