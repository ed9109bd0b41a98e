package toolset

import "context"

// A Progress is told how far a call is: how many of how many statements of an answer
// are checked. Calls come one at a time, with a done that grows.
type Progress func(done, total int)

type progressKey struct{}

// WithProgress returns a context in which CheckAnswer and CiteAnswer tell how far they
// are. The other operations take no time worth telling.
func WithProgress(ctx context.Context, p Progress) context.Context {
	return context.WithValue(ctx, progressKey{}, p)
}

// progress returns who wants to know how far a call is, nil if nobody does.
func progress(ctx context.Context) Progress {
	p, _ := ctx.Value(progressKey{}).(Progress)
	return p
}
