package cite_test

import (
	"testing"

	"github.com/footnote-go/footnote/corpus/cite"
)

func TestFootnoteForms(t *testing.T) {
	f := cite.Footnote{Article: "bees", Label: "rc-0e12"}
	if f.Mark() != "[^rc-0e12]" || f.Ref() != "bees^rc-0e12" {
		t.Errorf("Mark = %s, Ref = %s", f.Mark(), f.Ref())
	}
}
