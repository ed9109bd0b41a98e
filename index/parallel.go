package index

import (
	"context"
	"sync"
	"sync/atomic"
)

// forEach calls do for every i below n, in order, by so many goroutines at once; 0
// or less is one. After an error it begins no other call, lets those that run know
// by their context, waits for them, and returns the error: that of the context, if
// it is done.
func forEach(ctx context.Context, n, goroutines int, do func(ctx context.Context, i int) error) error {
	inner, cancel := context.WithCancel(ctx)
	defer cancel()
	var (
		next  atomic.Int64
		group sync.WaitGroup
		once  sync.Once // what fails later may have failed of being told to stop
		first error
	)
	for range min(max(goroutines, 1), n) {
		group.Go(func() {
			for inner.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				if err := do(inner, i); err != nil {
					once.Do(func() { first = err })
					cancel()
				}
			}
		})
	}
	group.Wait()
	if err := ctx.Err(); err != nil {
		return err
	}
	return first
}

// A progress counts what is done and tells it, one call at a time.
type progress struct {
	mu          sync.Mutex
	done, total int
	tell        func(done, total int) // nil tells nobody
}

// add counts n more. It tells nothing if nothing was done.
func (p *progress) add(n int) {
	if p.tell == nil || n == 0 {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done += n
	p.tell(p.done, p.total)
}
