package toolset_test

import (
	"context"
	"errors"
	"testing"

	"github.com/footnote-go/footnote/toolset"
)

func TestTurns(t *testing.T) {
	turns := toolset.NewTurns(1, 1)
	give, err := turns.Take(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	waits := make(chan error, 2)
	for range 2 {
		go func() {
			_, err := turns.Take(ctx)
			waits <- err
		}()
	}
	if err := <-waits; !errors.Is(err, toolset.ErrBusy) {
		t.Errorf("where one waits, the next: %v", err)
	}
	cancel()
	if err := <-waits; !errors.Is(err, context.Canceled) {
		t.Errorf("who waits when the context is done: %v", err)
	}
	give()
	give, err = turns.Take(t.Context())
	if err != nil {
		t.Errorf("a turn that was given back: %v", err)
	}
	give()
}
