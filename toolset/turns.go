package toolset

import (
	"context"
	"errors"
	"runtime"
	"sync/atomic"
)

// Turns bound how many operations run at once, and how many wait for that. Servers of one
// set share them, so that neither takes what the other needs. They are safe for
// concurrent use.
type Turns struct {
	free    chan struct{}
	waiting atomic.Int64
	most    int64
}

// DefaultWaiting is how many operations wait at most where nobody says.
const DefaultWaiting = 1024

// ErrBusy is the error of an operation for which there is no room to wait.
var ErrBusy = errors.New("too many requests are waiting; try again in a moment")

// NewTurns makes turns for so many operations that run, two for each processor if 0 or
// less, and so many that wait, [DefaultWaiting] if 0 or less.
func NewTurns(running, waiting int) *Turns {
	if running <= 0 {
		running = 2 * runtime.GOMAXPROCS(0)
	}
	if waiting <= 0 {
		waiting = DefaultWaiting
	}
	return &Turns{free: make(chan struct{}, running), most: int64(waiting)}
}

// Take waits for a turn until the context is done. Who got one calls give once it is
// over. The error is [ErrBusy] or that of the context.
func (t *Turns) Take(ctx context.Context) (give func(), err error) {
	select {
	case t.free <- struct{}{}:
		return t.give, nil
	default:
	}
	defer t.waiting.Add(-1)
	if t.waiting.Add(1) > t.most {
		return nil, ErrBusy
	}
	select {
	case t.free <- struct{}{}:
		return t.give, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (t *Turns) give() { <-t.free }
