package index_test

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/index"
	"github.com/footnote-go/footnote/internal/costtest"
)

// keyOf is the key of the nth text.
func keyOf(n int) index.VectorKey { return index.NewVectorKey("words", fmt.Sprint(n)) }

// vectorOf is the vector of the nth text.
func vectorOf(n int) []float32 { return []float32{float32(n), -1, 0.5}[:1+n%3] }

func openVectors(t testing.TB, name string) *index.VectorFile {
	t.Helper()
	f, err := index.OpenVectorFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func closeVectors(t testing.TB, f *index.VectorFile) {
	t.Helper()
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}

func putVector(t testing.TB, f *index.VectorFile, n int) {
	t.Helper()
	if err := f.Put(context.Background(), keyOf(n), vectorOf(n)); err != nil {
		t.Fatal(err)
	}
}

// hasVectors returns which of the first n texts have a vector, and fails on one
// that is wrong.
func hasVectors(t testing.TB, f *index.VectorFile, n int) []int {
	t.Helper()
	var have []int
	for i := range n {
		v, ok, err := f.Get(context.Background(), keyOf(i))
		if err != nil {
			t.Fatal(err)
		}
		if !ok {
			continue
		}
		have = append(have, i)
		if !slices.Equal(v, vectorOf(i)) {
			t.Fatalf("vector %d is %v, want %v", i, v, vectorOf(i))
		}
	}
	return have
}

// vectorFileOf returns the bytes of a file with the vectors of the first n texts,
// and where each record begins, and the end.
func vectorFileOf(t testing.TB, n int) (data []byte, starts []int) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "vectors")
	f := openVectors(t, name)
	size := func() int {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		return int(info.Size())
	}
	for i := range n {
		starts = append(starts, size())
		putVector(t, f, i)
	}
	starts = append(starts, size())
	closeVectors(t, f)
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data, starts
}

func TestVectorFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "vectors")
	f := openVectors(t, name)
	if got := hasVectors(t, f, 5); got != nil || f.Len() != 0 {
		t.Errorf("a new file has %v", got)
	}
	for i := range 3 {
		putVector(t, f, i)
	}
	if diff := cmp.Diff([]int{0, 1, 2}, hasVectors(t, f, 5)); diff != "" {
		t.Error("at once:", diff)
	}
	closeVectors(t, f)
	f = openVectors(t, name)
	if diff := cmp.Diff([]int{0, 1, 2}, hasVectors(t, f, 5)); diff != "" || f.Len() != 3 || f.Skipped() != 0 {
		t.Error("opened again:", diff, f.Len(), f.Skipped())
	}
	if err := f.Put(context.Background(), keyOf(1), []float32{9, 9}); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		v, ok, err := f.Get(context.Background(), keyOf(1))
		if diff := cmp.Diff([]float32{9, 9}, v); diff != "" || !ok || err != nil || f.Len() != 3 {
			t.Errorf("the last of a key counts: %v, %v, %v", v, ok, err)
		}
		closeVectors(t, f)
		f = openVectors(t, name)
	}
	closeVectors(t, f)
	if _, _, err := f.Get(context.Background(), keyOf(0)); !errors.Is(err, os.ErrClosed) {
		t.Errorf("a closed file: %v", err)
	}
	if err := f.Put(context.Background(), keyOf(0), []float32{1}); !errors.Is(err, os.ErrClosed) {
		t.Errorf("a closed file: %v", err)
	}
}

// TestVectorFileFormat: files of an earlier version must stay readable.
func TestVectorFileFormat(t *testing.T) {
	data, _ := vectorFileOf(t, 2)
	const want = "666e766563310d0a" +
		"466e5631" + "01000000" + "KEY0" + "00000000" + "3a565f61" +
		"466e5631" + "02000000" + "KEY1" + "0000803f" + "000080bf" + "e73ac923"
	got := strings.NewReplacer(keyOf(0).String(), "KEY0", keyOf(1).String(), "KEY1").Replace(hex.EncodeToString(data))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestVectorFilePutRefuses(t *testing.T) {
	f := openVectors(t, filepath.Join(t.TempDir(), "vectors"))
	defer closeVectors(t, f)
	for _, n := range []int{0, 1<<16 + 1} {
		if err := f.Put(context.Background(), keyOf(0), make([]float32, n)); err == nil {
			t.Errorf("a vector of %d values is kept", n)
		}
	}
	big := make([]float32, 1<<16)
	big[0], big[1<<16-1] = float32(math.NaN()), 7 // what it is, is not the file's business
	if err := f.Put(context.Background(), keyOf(0), big); err != nil {
		t.Fatal(err)
	}
	if v, ok, err := f.Get(context.Background(), keyOf(0)); len(v) != 1<<16 || v[1<<16-1] != 7 || !ok || err != nil {
		t.Errorf("%d values, %v, %v", len(v), ok, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := f.Put(ctx, keyOf(1), []float32{1}); err != context.Canceled {
		t.Errorf("put: %v", err)
	}
	if _, _, err := f.Get(ctx, keyOf(0)); err != context.Canceled {
		t.Errorf("get: %v", err)
	}
}

// TestVectorFileCutOff: a file that a crash has cut off anywhere has all whole
// records, and goes on.
func TestVectorFileCutOff(t *testing.T) {
	const n = 4
	data, starts := vectorFileOf(t, n)
	name := filepath.Join(t.TempDir(), "vectors")
	for size := range len(data) + 1 {
		if err := os.WriteFile(name, data[:size], 0o644); err != nil {
			t.Fatal(err)
		}
		var want []int
		for i := range n {
			if size >= starts[i+1] {
				want = append(want, i)
			}
		}
		f := openVectors(t, name)
		if diff := cmp.Diff(want, hasVectors(t, f, n)); diff != "" {
			t.Fatalf("%d bytes: -want +got\n%s", size, diff)
		}
		rest := size - starts[len(want)]
		if want := max(0, rest); f.Skipped() != int64(want) {
			t.Errorf("%d bytes: %d skipped, want %d", size, f.Skipped(), want)
		}
		putVector(t, f, 7)
		if size < len(data) {
			putVector(t, f, 3)
		}
		closeVectors(t, f)
		if !slices.Contains(want, 3) {
			want = append(want, 3)
		}
		want = append(want, 7)
		f = openVectors(t, name)
		if diff := cmp.Diff(want, hasVectors(t, f, 10)); diff != "" {
			t.Fatalf("%d bytes, continued: -want +got\n%s", size, diff)
		}
		closeVectors(t, f)
	}
}

// TestVectorFileDamaged: a byte that is wrong costs its record, and no other.
func TestVectorFileDamaged(t *testing.T) {
	const n = 4
	data, starts := vectorFileOf(t, n)
	name := filepath.Join(t.TempDir(), "vectors")
	for at := range data {
		for _, bit := range []byte{1, 0x80} {
			damaged := bytes.Clone(data)
			damaged[at] ^= bit
			if err := os.WriteFile(name, damaged, 0o644); err != nil {
				t.Fatal(err)
			}
			if at < starts[0] {
				if f, err := index.OpenVectorFile(name); !errors.Is(err, index.ErrNotVectorFile) {
					t.Errorf("byte %d: %v, %v", at, f, err)
				}
				if now, err := os.ReadFile(name); err != nil || !bytes.Equal(now, damaged) {
					t.Errorf("byte %d: another's file was written to", at)
				}
				continue
			}
			var want []int
			for i := range n {
				if at < starts[i] || at >= starts[i+1] {
					want = append(want, i)
				}
			}
			f := openVectors(t, name)
			if diff := cmp.Diff(want, hasVectors(t, f, n)); diff != "" {
				t.Fatalf("byte %d: -want +got\n%s", at, diff)
			}
			closeVectors(t, f)
		}
	}
}

// TestVectorFileDamagedLater: a record is checked again when it is read, whatever
// has happened to the file in the meantime.
func TestVectorFileDamagedLater(t *testing.T) {
	data, starts := vectorFileOf(t, 3)
	name := filepath.Join(t.TempDir(), "vectors")
	for _, change := range []struct {
		do   func() error
		want []int
		why  string
	}{
		{func() error {
			damaged := bytes.Clone(data)
			damaged[starts[2]-1]++
			return os.WriteFile(name, damaged, 0o644)
		}, []int{0, 2}, "a wrong byte"},
		{func() error { return os.Truncate(name, int64(starts[2]+5)) }, []int{0, 1}, "cut off in the last"},
		{func() error { return os.Truncate(name, 3) }, nil, "cut off at once"},
	} {
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
		f := openVectors(t, name)
		if err := change.do(); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(change.want, hasVectors(t, f, 3)); diff != "" {
			t.Errorf("%s: -want +got\n%s", change.why, diff)
		}
		closeVectors(t, f)
	}
}

func TestOpenVectorFileRefuses(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"article.md": "# Bees\n\nBees dance.\n",
		"short":      "fn!",
		"text":       "fnvec1\n",
	} {
		name := filepath.Join(dir, name)
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := index.OpenVectorFile(name); !errors.Is(err, index.ErrNotVectorFile) || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
		if got, err := os.ReadFile(name); err != nil || string(got) != content {
			t.Errorf("%s now holds %q", name, got)
		}
	}
	if _, err := index.OpenVectorFile(dir); !errors.Is(err, index.ErrNotVectorFile) {
		t.Errorf("a folder: %v", err)
	}
	if _, err := index.OpenVectorFile(filepath.Join(dir, "no", "vectors")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no folder: %v", err)
	}
}

// TestVectorFileAtOnce: goroutines, and a second opener of the file, lose nothing.
func TestVectorFileAtOnce(t *testing.T) {
	const n = 200
	name := filepath.Join(t.TempDir(), "vectors")
	files := []*index.VectorFile{openVectors(t, name), openVectors(t, name)}
	var group sync.WaitGroup
	for w := range 8 {
		group.Go(func() {
			random := rand.New(rand.NewPCG(uint64(w), 1))
			for i := w; i < n; i += 8 {
				f := files[w%2]
				if err := f.Put(context.Background(), keyOf(i), vectorOf(i)); err != nil {
					t.Error(err)
				}
				other := random.IntN(n)
				v, ok, err := files[random.IntN(2)].Get(context.Background(), keyOf(other))
				if err != nil || ok && !slices.Equal(v, vectorOf(other)) {
					t.Errorf("vector %d is %v, %v", other, v, err)
				}
			}
		})
	}
	group.Wait()
	for _, f := range files {
		closeVectors(t, f)
	}
	f := openVectors(t, name)
	defer closeVectors(t, f)
	if got := len(hasVectors(t, f, n)); got != n {
		t.Errorf("%d vectors of %d", got, n)
	}
}

// TestOpenVectorFileIsLinear: files made to have much checked take no longer.
func TestOpenVectorFileIsLinear(t *testing.T) {
	for _, unit := range []string{"FnV1\xff\xff\x00\x00", "FnV1", "FnV", "FnV1\x01\x00\x00\x00"} {
		costtest.Linear(t, fmt.Sprintf("%q repeated", unit), 1<<16, func(n int) func() {
			name := filepath.Join(t.TempDir(), "vectors")
			data := append([]byte("fnvec1\r\n"), bytes.Repeat([]byte(unit), n/len(unit))...)
			if err := os.WriteFile(name, data, 0o644); err != nil {
				t.Fatal(err)
			}
			return func() { closeVectors(t, openVectors(t, name)) }
		})
	}
}

// FuzzVectorFile: of whatever bytes a file has, no vector is taken that is not a
// whole record, and what is put is found again.
func FuzzVectorFile(f *testing.F) {
	data, starts := vectorFileOf(f, 4)
	head := data[:starts[0]]
	f.Add(data[starts[0]:])
	f.Add(data[starts[1]+3 : starts[3]+9])
	f.Add(slices.Concat(data[starts[0]:starts[1]-2], data[starts[1]:starts[2]], []byte("FnV1\x02\x00\x00\x00")))
	f.Add(bytes.Repeat([]byte("FnV1\xff\x00\x00\x00"), 50))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, rest []byte) {
		name := filepath.Join(t.TempDir(), "vectors")
		if err := os.WriteFile(name, slices.Concat(head, rest), 0o644); err != nil {
			t.Fatal(err)
		}
		v := openVectors(t, name)
		if v.Skipped() < 0 || v.Skipped() > int64(len(rest)) {
			t.Errorf("%d bytes of %d skipped", v.Skipped(), len(rest))
		}
		before := v.Len()
		putVector(t, v, 11)
		closeVectors(t, v)
		v = openVectors(t, name)
		defer closeVectors(t, v)
		if n := v.Len(); n != before && n != before+1 {
			t.Errorf("%d vectors, then %d", before, n)
		}
		if got, ok, err := v.Get(context.Background(), keyOf(11)); !ok || err != nil || !slices.Equal(got, vectorOf(11)) {
			t.Errorf("%v, %v, %v", got, ok, err)
		}
	})
}
