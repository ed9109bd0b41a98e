package httpserver

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"time"
)

// Limits are those of connections. The zero Limits are the defaults.
type Limits struct {
	// Header is how long a client has for the header of a request, 5 seconds if 0;
	// Read for all of it, 20 seconds; Write for reading the answer, 60 seconds; Idle is
	// how long a connection may do nothing, 60 seconds.
	Header, Read, Write, Idle time.Duration
	// MaxHeader is how many bytes a header has at most, 16 KiB if 0.
	MaxHeader int
	// Grace is how long what runs may go on once the server stops, 10 seconds if 0.
	Grace time.Duration
	// Logger is told of errors of connections; nil is told nothing.
	Logger *slog.Logger
}

func (l Limits) orDefaults() Limits {
	or := func(d *time.Duration, v time.Duration) {
		if *d <= 0 {
			*d = v
		}
	}
	or(&l.Header, 5*time.Second)
	or(&l.Read, 20*time.Second)
	or(&l.Write, 60*time.Second)
	or(&l.Idle, 60*time.Second)
	or(&l.Grace, 10*time.Second)
	if l.MaxHeader <= 0 {
		l.MaxHeader = 16 << 10
	}
	if l.Logger == nil {
		l.Logger = slog.New(slog.DiscardHandler)
	}
	return l
}

// stopKey is the key of a context's channel that is closed when the server stops.
type stopKey struct{}

// untilStop ends a context when the server stops, for streams that would go on for
// ever.
func untilStop(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	stop, ok := ctx.Value(stopKey{}).(<-chan struct{})
	if !ok {
		return ctx, cancel
	}
	go func() {
		select {
		case <-stop:
			cancel()
		case <-ctx.Done():
		}
	}()
	return ctx, cancel
}

// lasting takes the time limits off a request that has been read: its answer is a
// stream.
func lasting(w http.ResponseWriter) {
	c := http.NewResponseController(w)
	// A writer that has no deadlines has no limits either.
	_ = c.SetReadDeadline(time.Time{})
	_ = c.SetWriteDeadline(time.Time{})
}

// Serve serves a handler on a listener until the context is done, then lets what runs
// go on to its end, for Limits.Grace at most. It closes the listener. The error is nil
// if all came to its end.
func Serve(ctx context.Context, l net.Listener, h http.Handler, limits Limits) error {
	limits = limits.orDefaults()
	stop := make(chan struct{})
	base := context.WithValue(context.WithoutCancel(ctx), stopKey{}, (<-chan struct{})(stop))
	server := &http.Server{
		Handler:           h,
		ReadHeaderTimeout: limits.Header,
		ReadTimeout:       limits.Read,
		WriteTimeout:      limits.Write,
		IdleTimeout:       limits.Idle,
		MaxHeaderBytes:    limits.MaxHeader,
		BaseContext:       func(net.Listener) context.Context { return base },
		ErrorLog:          slog.NewLogLogger(limits.Logger.Handler(), slog.LevelDebug),
	}
	served := make(chan error, 1)
	go func() { served <- server.Serve(l) }()
	select {
	case err := <-served:
		return err
	case <-ctx.Done():
	}
	close(stop)
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), limits.Grace)
	defer cancel()
	err := server.Shutdown(grace)
	if errors.Is(err, context.DeadlineExceeded) {
		err = errors.Join(errors.New("httpserver: some requests did not end in time"), server.Close())
	}
	<-served
	return err
}
