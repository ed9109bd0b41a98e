package httpserver

import (
	"math"
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// rates bound how many requests each client makes a second. A client that hasn't asked
// for long is forgotten, so that the memory is bounded whoever asks.
type rates struct {
	limit    rate.Limit
	loopback bool // clients on loopback are limited, too

	mu       sync.Mutex
	now, old map[netip.Addr]*rate.Limiter
}

// maxClients is how many clients one generation remembers.
const maxClients = 10_000

// newRates makes rates of Options.Rate, nil for none.
func newRates(perSecond float64) *rates {
	switch {
	case perSecond < 0 || math.IsNaN(perSecond):
		return nil
	case perSecond == 0:
		return &rates{limit: DefaultRate, now: map[netip.Addr]*rate.Limiter{}}
	}
	return &rates{limit: rate.Limit(perSecond), loopback: true, now: map[netip.Addr]*rate.Limiter{}}
}

// allow reports whether a client may ask now, else after how many seconds.
func (r *rates) allow(remote string) (wait int, ok bool) {
	if r == nil {
		return 0, true
	}
	who, known := client(remote)
	if !known || who.IsLoopback() && !r.loopback {
		return 0, true
	}
	at := time.Now()
	if r.limiter(who).AllowN(at, 1) {
		return 0, true
	}
	return max(1, int(math.Ceil(1/float64(r.limit)))), false
}

func (r *rates) limiter(who netip.Addr) *rate.Limiter {
	r.mu.Lock()
	defer r.mu.Unlock()
	l, ok := r.now[who]
	if ok {
		return l
	}
	if l, ok = r.old[who]; !ok {
		l = rate.NewLimiter(r.limit, max(1, int(2*r.limit)))
	}
	if len(r.now) >= maxClients {
		r.old, r.now = r.now, map[netip.Addr]*rate.Limiter{}
	}
	r.now[who] = l
	return l
}
