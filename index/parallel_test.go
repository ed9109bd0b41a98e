package index

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestForEach(t *testing.T) {
	bad := errors.New("bad")
	for _, goroutines := range []int{-1, 0, 1, 3, 100} {
		for _, n := range []int{0, 1, 7, 50} {
			done := make([]atomic.Int32, n)
			err := forEach(context.Background(), n, goroutines, func(_ context.Context, i int) error {
				done[i].Add(1)
				return nil
			})
			if err != nil {
				t.Error(err)
			}
			for i := range done {
				if got := done[i].Load(); got != 1 {
					t.Errorf("%d goroutines: %d of %d was done %d times", goroutines, i, n, got)
				}
			}
		}
		var calls atomic.Int32
		err := forEach(context.Background(), 1000, goroutines, func(ctx context.Context, i int) error {
			calls.Add(1)
			if i == 3 {
				return bad
			}
			if i > 3 { // the others are told, and what they then say doesn't count
				<-ctx.Done()
				return ctx.Err()
			}
			return nil
		})
		if err != bad || calls.Load() > 3+100 {
			t.Errorf("%d goroutines: %v after %d calls", goroutines, err, calls.Load())
		}
		ctx, cancel := context.WithCancel(context.Background())
		err = forEach(ctx, 1000, goroutines, func(ctx context.Context, i int) error {
			if i == 3 {
				cancel()
				return bad
			}
			return nil
		})
		if err != context.Canceled {
			t.Errorf("%d goroutines: %v, want that of the context", goroutines, err)
		}
		if err = forEach(ctx, 5, goroutines, func(context.Context, int) error { t.Error("called"); return nil }); err != context.Canceled {
			t.Errorf("%d goroutines: %v, want that of the context", goroutines, err)
		}
	}
}

func TestProgress(t *testing.T) {
	var got [][2]int
	p := progress{total: 50, tell: func(done, total int) {
		time.Sleep(time.Microsecond) // so that others come in between, if they can
		got = append(got, [2]int{done, total})
	}}
	p.add(0)
	if err := forEach(context.Background(), 50, 8, func(context.Context, int) error { p.add(1); return nil }); err != nil {
		t.Fatal(err)
	}
	var want [][2]int
	for i := range 50 {
		want = append(want, [2]int{i + 1, 50})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	(&progress{}).add(1) // tells nobody
}
