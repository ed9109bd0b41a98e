package index

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
)

// A VectorKey is what a vector is kept under: a digest of the name of the
// [Embedding] and of the text that was embedded. So a text that changes, or another
// model, needs a new vector, and one that only moves doesn't.
type VectorKey [sha256.Size]byte

// NewVectorKey returns the key for a text, as an Embedding of that name embeds it.
func NewVectorKey(name, text string) VectorKey {
	h := sha256.New()
	var length [8]byte // or the end of one could be the start of the other
	binary.LittleEndian.PutUint64(length[:], uint64(len(name)))
	h.Write([]byte("footnote/vector/1\n"))
	h.Write(length[:])
	h.Write([]byte(name))
	h.Write([]byte(text))
	return VectorKey(h.Sum(nil))
}

// String returns the key as 64 hexadecimal digits.
func (k VectorKey) String() string { return hex.EncodeToString(k[:]) }

// A VectorCache keeps vectors of passages from one build of an index to the next.
// It is safe for concurrent use. [VectorFile] is one in a file. An error stops the
// build, since going on without the cache could cost much; a cache that would
// rather lose a vector returns none.
type VectorCache interface {
	// Get returns the vector of a key, false if it has none. The caller doesn't
	// change the vector.
	Get(ctx context.Context, key VectorKey) ([]float32, bool, error)
	// Put keeps a vector, of which it makes a copy if it keeps it in memory.
	Put(ctx context.Context, key VectorKey, v []float32) error
}
