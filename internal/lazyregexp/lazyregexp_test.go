package lazyregexp_test

import (
	"testing"

	"github.com/footnote-go/footnote/internal/lazyregexp"
)

func TestNew(t *testing.T) {
	digits := lazyregexp.New(`\d+`)
	if got := digits().FindString("Llama 405B"); got != "405" {
		t.Errorf("found %q", got)
	}
	if first, second := digits(), digits(); first != second {
		t.Error("the expression is compiled twice")
	}
}

// TestLate: an expression that can't be parsed is no matter as long as nobody needs it.
func TestLate(t *testing.T) {
	broken := lazyregexp.New(`(`)
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	broken()
}
