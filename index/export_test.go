package index

// The tests compare searches with and without pruning.
var (
	PruneAlways = Options{prune: pruneAlways}
	PruneNever  = Options{prune: pruneNever}
)
