package index

// The tests compare searches with and without pruning: of the first stage alone,
// which the textbook scores.
var (
	PruneAlways = Options{prune: pruneAlways, Without: AllParts}
	PruneNever  = Options{prune: pruneNever, Without: AllParts}
)

// PruneAllParts prunes with all parts of the search.
var PruneAllParts = Options{prune: pruneAlways}
