package index

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"os"
	"sync"
)

// A VectorFile is a [VectorCache] in one file that only grows. In memory it keeps
// where each vector stands, some 70 bytes for one, not the vectors.
//
// The file begins with eight bytes that say what it is. Then come records, of
// which the last with a key counts, all numbers little-endian:
//
//	4 bytes   "FnV1"
//	4 bytes   the dimension, from 1 to 65536
//	32 bytes  the key
//	4 bytes   for each value, as float32
//	4 bytes   CRC-32C of all that
//
// What is no whole record, such as the end of one that a crash cut off, is passed
// over: its vector is missing and will be made anew. Each record is written in one
// piece and checked again whenever it is read. So several processes may use a file
// on a local disk at the same time; what another has written is seen after the
// next [OpenVectorFile].
type VectorFile struct {
	mu      sync.RWMutex
	file    *os.File
	places  map[VectorKey]recordPlace
	skipped int64
	buf     []byte // of Put
}

// A recordPlace is where a record stands.
type recordPlace struct {
	offset int64
	dim    int
}

// ErrNotVectorFile is the error of a file that holds something else. Nothing is
// written to it.
var ErrNotVectorFile = errors.New("not a file of vectors")

const (
	vectorFileHeader = "fnvec1\r\n" // the line end shows a file that was mangled as text
	recordMark       = "FnV1"
	recordHead       = len(recordMark) + 4 + len(VectorKey{})
	recordTail       = crc32.Size
	maxDim           = 1 << 16
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func recordSize(dim int) int { return recordHead + 4*dim + recordTail }

// OpenVectorFile opens a file of vectors, which it creates if there is none, and
// reads it through once. Its directory must exist.
func OpenVectorFile(name string) (*VectorFile, error) {
	f, err := openVectorFile(name)
	if err != nil {
		return nil, fmt.Errorf("index: opening a cache of vectors: %w", err)
	}
	return f, nil
}

func openVectorFile(name string) (_ *VectorFile, err error) {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: %w", name, ErrNotVectorFile) // to open a pipe could last for ever
	}
	file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, file.Close())
		}
	}()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	f := &VectorFile{file: file, places: map[VectorKey]recordPlace{}}
	head := make([]byte, min(info.Size(), int64(len(vectorFileHeader))))
	if _, err := file.ReadAt(head, 0); err != nil && err != io.EOF {
		return nil, err
	}
	switch {
	case string(head) == vectorFileHeader:
		return f, f.scan(info.Size())
	case vectorFileHeader[:len(head)] != string(head):
		return nil, fmt.Errorf("%s: %w", name, ErrNotVectorFile)
	}
	_, err = io.WriteString(file, vectorFileHeader[len(head):]) // new, or cut off there
	return f, err
}

// scan finds the records in a file of that size. A record may be damaged where its
// length stands, so after a bad one the next mark is looked for. Every byte is
// checked about twice, then; a file made so that it would be more often is not
// read to its end.
func (f *VectorFile) scan(size int64) error {
	w := fileWindow{file: f.file, size: size}
	budget := 4*size + 1<<20
	good := int64(len(vectorFileHeader))
	for at := good; at < size && budget > 0; {
		dim := 0
		head, err := w.bytes(at, recordHead)
		if err != nil {
			return err
		}
		if d := recordDim(head); d > 0 && at+int64(recordSize(d)) <= size {
			b, err := w.bytes(at, recordSize(d))
			if err != nil {
				return err
			}
			budget -= int64(len(b))
			if isRecord(b) {
				dim = d
				f.places[VectorKey(b[recordHead-len(VectorKey{}):recordHead])] = recordPlace{at, d}
			}
		}
		if dim > 0 {
			at += int64(recordSize(dim))
			good += int64(recordSize(dim))
			continue
		}
		if at, err = w.find(at+1, recordMark); err != nil {
			return err
		}
	}
	f.skipped = size - good
	return nil
}

// recordDim returns the dimension that the head of a record names, 0 if it is no
// head of a record.
func recordDim(head []byte) int {
	if len(head) < recordHead || string(head[:len(recordMark)]) != recordMark {
		return 0
	}
	dim := binary.LittleEndian.Uint32(head[len(recordMark):])
	if dim > maxDim {
		return 0
	}
	return int(dim)
}

// isRecord reports whether b is a whole record.
func isRecord(b []byte) bool {
	dim := recordDim(b)
	if dim == 0 || len(b) != recordSize(dim) {
		return false
	}
	end := len(b) - recordTail
	return crc32.Checksum(b[:end], castagnoli) == binary.LittleEndian.Uint32(b[end:])
}

// Get returns the vector of a key, false if the file has none.
func (f *VectorFile) Get(ctx context.Context, key VectorKey) ([]float32, bool, error) {
	if err := ctx.Err(); err != nil {
		return nil, false, err
	}
	f.mu.RLock()
	defer f.mu.RUnlock()
	p, ok := f.places[key]
	if !ok {
		return nil, false, nil
	}
	b := make([]byte, recordSize(p.dim))
	switch _, err := f.file.ReadAt(b, p.offset); {
	case err == io.EOF:
		return nil, false, nil // somebody has cut the file off
	case err != nil:
		return nil, false, err
	}
	if !isRecord(b) || recordDim(b) != p.dim || !bytes.Equal(b[recordHead-len(key):recordHead], key[:]) {
		return nil, false, nil
	}
	v := make([]float32, p.dim)
	for i := range v {
		v[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[recordHead+4*i:]))
	}
	return v, true, nil
}

// Put writes a vector.
func (f *VectorFile) Put(ctx context.Context, key VectorKey, v []float32) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if len(v) == 0 || len(v) > maxDim {
		return fmt.Errorf("a file of vectors can't keep one of %d values, only from 1 to %d", len(v), maxDim)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	b := append(f.buf[:0], recordMark...)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(v)))
	b = append(b, key[:]...)
	for _, x := range v {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
	}
	b = binary.LittleEndian.AppendUint32(b, crc32.Checksum(b, castagnoli))
	f.buf = b
	if _, err := f.file.Write(b); err != nil {
		return err
	}
	info, err := f.file.Stat()
	if err != nil {
		return err
	}
	// Another process may have written since; then Get finds no record there.
	f.places[key] = recordPlace{info.Size() - int64(len(b)), len(v)}
	return nil
}

// Len returns the number of keys that have a vector.
func (f *VectorFile) Len() int {
	f.mu.RLock()
	defer f.mu.RUnlock()
	return len(f.places)
}

// Skipped returns how many bytes of the file were passed over when it was opened,
// because they are no whole record. More than one record cut off says that the file
// was damaged; no vector of it is wrong for that.
func (f *VectorFile) Skipped() int64 { return f.skipped }

// Close makes sure that all is on the disk, and closes the file.
func (f *VectorFile) Close() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return errors.Join(f.file.Sync(), f.file.Close())
}

// A fileWindow is the part of a file that was read last.
type fileWindow struct {
	file io.ReaderAt
	size int64 // of the file
	at   int64
	buf  []byte
}

// windowSize is how much is read at once: several of the longest records.
const windowSize = 1 << 20

// bytes returns n bytes from an offset on, fewer at the file's end. They are valid
// until the next call.
func (w *fileWindow) bytes(at int64, n int) ([]byte, error) {
	n = int(max(0, min(int64(n), w.size-at)))
	if at < w.at || at+int64(n) > w.at+int64(len(w.buf)) {
		if w.buf == nil {
			w.buf = make([]byte, min(windowSize, w.size))
		}
		read, err := w.file.ReadAt(w.buf[:cap(w.buf)], at)
		if err != nil && err != io.EOF {
			return nil, err
		}
		w.at, w.buf = at, w.buf[:read]
		n = min(n, read) // the file has become shorter
	}
	return w.buf[at-w.at:][:n], nil
}

// find returns the offset of the first mark from an offset on, the file's size if
// there is none.
func (w *fileWindow) find(at int64, mark string) (int64, error) {
	for {
		b, err := w.bytes(at, windowSize/2)
		if err != nil {
			return 0, err
		}
		if i := bytes.Index(b, []byte(mark)); i >= 0 {
			return at + int64(i), nil
		}
		if len(b) < windowSize/2 {
			return w.size, nil
		}
		at += int64(len(b) - len(mark) + 1)
	}
}
