package corpus

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// inBlocks calls do for every i below n, on all processors where there is enough to
// do: each goroutine takes a block of neighbours at a time.
func inBlocks(n int, do func(i int)) {
	const block = 16
	var next atomic.Int64
	work := func() {
		for {
			to := int(next.Add(block))
			for i := to - block; i < min(to, n); i++ {
				do(i)
			}
			if to >= n {
				return
			}
		}
	}
	var others sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), (n+block-1)/block) - 1 {
		others.Go(work)
	}
	work()
	others.Wait()
}
