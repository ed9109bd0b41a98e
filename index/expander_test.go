package index_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/index"
)

// fivePassages are about five things.
const fivePassages = "# Bees\n\nDancing.\n\nHumming.\n\nStinging.\n\nFlying.\n\nSleeping.\n"

// asking is an Expander that asks why, and remembers what it was asked about.
type asking struct {
	mu     sync.Mutex
	about  []string
	failAt int // the call that fails, from 1
}

var errModel = errors.New("model is down")

func (e *asking) Expand(_ context.Context, p corpus.Passage) ([]string, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.failAt > 0 && len(e.about)+1 == e.failAt {
		return nil, errModel
	}
	e.about = append(e.about, p.Text())
	return []string{"1. Why " + p.Text()}, nil
}

// A questionLine is what package corpus will read.
type questionLine struct {
	Passage   cite.PassageID `json:"passage"`
	Digest    cite.Digest    `json:"digest"`
	Questions []string       `json:"questions"`
}

// readLines returns the texts of the passages that a file has lines of, in the
// order of the lines, and fails on a line that is not about its passage.
func readLines(t *testing.T, a *corpus.Article, file string) []string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for line := range strings.Lines(string(data)) {
		var l questionLine
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		p, ok := a.Passage(l.Passage)
		if !ok || p.Digest() != l.Digest || !slices.Equal(l.Questions, []string{"Why " + p.Text()}) {
			t.Errorf("a line is about nothing: %q", line)
		}
		out = append(out, p.Text())
	}
	return out
}

func textsOf(a *corpus.Article) []string {
	var out []string
	for p := range a.Passages() {
		out = append(out, p.Text())
	}
	return out
}

func TestExpand(t *testing.T) {
	a := parse(t, "bees.md", fivePassages)
	for _, goroutines := range []int{0, 1, 4} {
		file := filepath.Join(t.TempDir(), "bees.questions.jsonl")
		var told [][2]int
		opts := index.ExpandOptions{Concurrency: goroutines, Progress: func(done, total int) { told = append(told, [2]int{done, total}) }}
		var e asking
		got, err := index.Expand(context.Background(), a, &e, file, opts)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(index.Expanded{Asked: 5}, got); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff(textsOf(a), readLines(t, a, file)); diff != "" {
			t.Errorf("in the order of passages: %s", diff)
		}
		if diff := cmp.Diff([][2]int{{1, 5}, {2, 5}, {3, 5}, {4, 5}, {5, 5}}, told); diff != "" {
			t.Error(diff)
		}
		old := time.Unix(1e9, 0)
		if err := os.Chtimes(file, old, old); err != nil {
			t.Fatal(err)
		}
		told = nil
		got, err = index.Expand(context.Background(), a, index.ExpanderFunc(func(context.Context, corpus.Passage) ([]string, error) {
			t.Error("asked again")
			return nil, nil
		}), file, opts)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(index.Expanded{Kept: 5}, got); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff([][2]int{{5, 5}}, told); diff != "" {
			t.Error(diff)
		}
		if info, err := os.Stat(file); err != nil || !info.ModTime().Equal(old) {
			t.Error("a file that is complete was written anew")
		}
		entries, err := os.ReadDir(filepath.Dir(file))
		if err != nil || len(entries) != 1 {
			t.Errorf("the folder has %v, %v", entries, err)
		}
	}
}

// TestExpandResumes: wherever a run stops, the next asks for the rest only.
func TestExpandResumes(t *testing.T) {
	a := parse(t, "bees.md", fivePassages)
	for _, goroutines := range []int{1, 3} {
		for failAt := 1; failAt <= 5; failAt++ {
			file := filepath.Join(t.TempDir(), "bees.questions.jsonl")
			first := &asking{failAt: failAt}
			opts := index.ExpandOptions{Concurrency: goroutines}
			got, err := index.Expand(context.Background(), a, first, file, opts)
			failed, ok := errors.AsType[*index.ExpandError](err)
			if !ok || !errors.Is(err, errModel) {
				t.Fatalf("call %d fails: %v", failAt, err)
			}
			if p, ok := a.Passage(failed.Passage); !ok || slices.Contains(first.about, p.Text()) {
				t.Errorf("the error is about %s", failed.Passage)
			}
			if want := (index.Expanded{Asked: len(first.about)}); got != want {
				t.Errorf("did %+v, want %+v", got, want)
			}
			have := readLines(t, a, file)
			slices.Sort(have)
			slices.Sort(first.about)
			if diff := cmp.Diff(first.about, have); diff != "" && len(have) > 0 {
				t.Errorf("after the failure: %s", diff)
			}
			var second asking
			got, err = index.Expand(context.Background(), a, &second, file, opts)
			if want := (index.Expanded{Kept: len(first.about), Asked: 5 - len(first.about)}); err != nil || got != want {
				t.Errorf("did %+v, want %+v; %v", got, want, err)
			}
			all := append(first.about, second.about...)
			slices.Sort(all)
			want := textsOf(a)
			if diff := cmp.Diff(want, readLines(t, a, file)); diff != "" {
				t.Error(diff)
			}
			slices.Sort(want)
			if diff := cmp.Diff(want, all); diff != "" {
				t.Errorf("asked about: %s", diff)
			}
		}
	}
}

// TestExpandFile: what a file has is kept where it is about the text as it is now.
func TestExpandFile(t *testing.T) {
	a := parse(t, "bees.md", fivePassages)
	line := func(id, text, more string) string {
		return fmt.Sprintf(`{"passage":%q,"digest":%q,"questions":["Why %s"]%s}`, id, cite.DigestOf(text), text, more) + "\n"
	}
	all := line("bees#top.1", "Dancing.", "") + line("bees#top.2", "Humming.", "") + line("bees#top.3", "Stinging.", "") +
		line("bees#top.4", "Flying.", "") + line("bees#top.5", "Sleeping.", "")
	without := func(s string) string { return strings.Replace(all, s, "", 1) }
	for _, tt := range []struct {
		name, file string
		want       index.Expanded
		about      []string
		result     string
		why        string
	}{
		{"stale", strings.Replace(all, string(cite.DigestOf("Humming.")), string(cite.DigestOf("Hummed.")), 1),
			index.Expanded{Kept: 4, Asked: 1, Dropped: 1}, []string{"Humming."}, all, "the text has changed"},
		{"gone", all + line("bees#top.6", "Eating.", ""), index.Expanded{Kept: 5, Dropped: 1}, nil, all, "no such passage any more"},
		{"moved", strings.ReplaceAll(without(line("bees#top.1", "Dancing.", "")), "#top.", "#life."),
			index.Expanded{Kept: 4, Asked: 1}, []string{"Dancing."}, all, "the same texts under other IDs"},
		{"moved by one", without(line("bees#top.1", "Dancing.", "")) + line("bees#top.1", "Sleeping.", ""),
			index.Expanded{Kept: 4, Asked: 1, Dropped: 1}, []string{"Dancing."}, all, "the line in place is better than one that moved"},
		{"twice", all + line("bees#top.1", "Dancing.", `,"model":"m"`), index.Expanded{Kept: 5, Dropped: 1}, nil,
			line("bees#top.1", "Dancing.", `,"model":"m"`) + without(line("bees#top.1", "Dancing.", "")), "the last counts"},
		{"other fields", strings.Replace(all, `,"questions"`, `, "by":"hand","questions"`, 2), index.Expanded{Kept: 5}, nil,
			strings.Replace(all, `,"questions"`, `, "by":"hand","questions"`, 2), "lines are kept byte by byte"},
		{"disorder", line("bees#top.2", "Humming.", "") + without(line("bees#top.2", "Humming.", "")), index.Expanded{Kept: 5}, nil, all, "put in order"},
		{"cut off", all[:len(all)-20], index.Expanded{Kept: 4, Asked: 1, Dropped: 1}, []string{"Sleeping."}, all, "by a crash; no line is glued to it"},
		{"no line end", all[:len(all)-1], index.Expanded{Kept: 5}, nil, all, "written by hand"},
		{"other line ends", "\ufeff" + strings.ReplaceAll(all, "\n", "\r\n\r\n"), index.Expanded{Kept: 5}, nil, all, "by an editor"},
		{"broken", "what?\n[]\n{}\n" + `{"passage":"bees#top.1","digest":"x"}` + "\n" + all, index.Expanded{Kept: 5, Dropped: 4}, nil, all, "no lines of questions"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "bees.questions.jsonl")
			if err := os.WriteFile(file, []byte(tt.file), 0o600); err != nil {
				t.Fatal(err)
			}
			var e asking
			got, err := index.Expand(context.Background(), a, &e, file, index.ExpandOptions{})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s: -want +got\n%s", tt.why, diff)
			}
			if diff := cmp.Diff(tt.about, e.about); diff != "" {
				t.Errorf("asked about: %s: -want +got\n%s", tt.why, diff)
			}
			result, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.result, string(result)); diff != "" {
				t.Errorf("%s: -want +got\n%s", tt.why, diff)
			}
			if info, err := os.Stat(file); err != nil || runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
				t.Errorf("a private file has become %v, %v", info.Mode(), err)
			}
		})
	}
}

func TestExpandGoesOn(t *testing.T) {
	a := parse(t, "bees.md", fivePassages)
	file := filepath.Join(t.TempDir(), "bees.questions.jsonl")
	var failed []cite.PassageID
	last := 0
	opts := index.ExpandOptions{
		Concurrency: 2,
		Progress:    func(done, _ int) { last = done },
		OnError:     func(e *index.ExpandError) error { failed = append(failed, e.Passage); return nil },
	}
	refuses := index.ExpanderFunc(func(ctx context.Context, p corpus.Passage) ([]string, error) {
		if p.Text() == "Humming." || p.Text() == "Flying." {
			return nil, errModel
		}
		return []string{"Why " + p.Text()}, nil
	})
	got, err := index.Expand(context.Background(), a, refuses, file, opts)
	if want := (index.Expanded{Asked: 3, Failed: 2}); err != nil || got != want || last != 5 {
		t.Errorf("did %+v, told %d, %v", got, last, err)
	}
	slices.Sort(failed)
	if diff := cmp.Diff([]cite.PassageID{"bees#top.2", "bees#top.4"}, failed); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"Dancing.", "Stinging.", "Sleeping."}, readLines(t, a, file)); diff != "" {
		t.Error(diff)
	}
	enough := errors.New("enough")
	opts.OnError = func(*index.ExpandError) error { return enough }
	if got, err = index.Expand(context.Background(), a, refuses, file, opts); !errors.Is(err, enough) || got.Kept != 3 {
		t.Errorf("did %+v, %v", got, err)
	}
}

func TestExpandNoQuestions(t *testing.T) {
	a := parse(t, "bees.md", fivePassages)
	file := filepath.Join(t.TempDir(), "bees.questions.jsonl")
	var calls atomic.Int32
	none := index.ExpanderFunc(func(context.Context, corpus.Passage) ([]string, error) {
		calls.Add(1)
		return []string{"", "Here are none:"}, nil
	})
	for range 2 {
		if _, err := index.Expand(context.Background(), a, none, file, index.ExpandOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	if n := calls.Load(); n != 5 {
		t.Errorf("%d calls: who has no question isn't asked again", n)
	}
}

func TestExpandMaxPerPassage(t *testing.T) {
	a := parse(t, "bees.md", "Bees < wasps.\n")
	file := filepath.Join(t.TempDir(), "bees.questions.jsonl")
	many := index.ExpanderFunc(func(context.Context, corpus.Passage) ([]string, error) {
		return []string{"Is a < b & c?\nB?\nC?", "D?"}, nil
	})
	if _, err := index.Expand(context.Background(), a, many, file, index.ExpandOptions{MaxPerPassage: 2}); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := fmt.Sprintf(`{"passage":"bees#top.1","digest":%q,"questions":["Is a < b & c?","B?"]}`+"\n", cite.DigestOf("Bees < wasps."))
	if diff := cmp.Diff(want, string(data)); diff != "" {
		t.Error(diff)
	}
}

func TestExpandCancelled(t *testing.T) {
	a := parse(t, "bees.md", fivePassages)
	for _, goroutines := range []int{1, 3} {
		file := filepath.Join(t.TempDir(), "bees.questions.jsonl")
		ctx, cancel := context.WithCancel(context.Background())
		var calls atomic.Int32
		stops := index.ExpanderFunc(func(ctx context.Context, p corpus.Passage) ([]string, error) {
			if calls.Add(1) == 2 {
				cancel()
				return nil, fmt.Errorf("POST: %w", ctx.Err())
			}
			return []string{"Why " + p.Text()}, nil
		})
		never := func(*index.ExpandError) error { t.Error("a call that was stopped has not failed"); return nil }
		if _, err := index.Expand(ctx, a, stops, file, index.ExpandOptions{Concurrency: goroutines, OnError: never}); err != context.Canceled {
			t.Errorf("error %v, want that of the context", err)
		}
		if n := calls.Load(); n > 5 {
			t.Errorf("%d calls", n)
		}
		if len(readLines(t, a, file)) == 0 {
			t.Error("what was done is lost")
		}
	}
}

func TestExpandRefuses(t *testing.T) {
	a := parse(t, "bees.md", fivePassages)
	dir := t.TempDir()
	article := filepath.Join(dir, "bees.md")
	if err := os.WriteFile(article, []byte(fivePassages), 0o644); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(dir, "folder.questions.jsonl")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	large := filepath.Join(dir, "large.questions.jsonl")
	if err := os.WriteFile(large, make([]byte, corpus.MaxSize+1), 0o644); err != nil {
		t.Fatal(err)
	}
	full := filepath.Join(dir, "full.questions.jsonl")
	if err := os.WriteFile(full, slices.Repeat([]byte("\n"), corpus.MaxSize-20), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name string
		a    *corpus.Article
		e    index.Expander
		file string
	}{
		{"the article", a, &asking{}, article},
		{"a folder", a, &asking{}, folder},
		{"no folder", a, &asking{}, filepath.Join(dir, "no", "bees.questions.jsonl")},
		{"too large", a, &asking{}, large},
		{"would be too large", a, &asking{}, full},
		{"no article", nil, &asking{}, filepath.Join(dir, "bees.questions.jsonl")},
		{"no expander", a, nil, filepath.Join(dir, "bees.questions.jsonl")},
	} {
		got, err := index.Expand(context.Background(), tt.a, tt.e, tt.file, index.ExpandOptions{})
		if err == nil || got.Asked > 0 || !strings.HasPrefix(err.Error(), "index: ") {
			t.Errorf("%s: did %+v, %v", tt.name, got, err)
		}
	}
	if got, err := os.ReadFile(article); err != nil || string(got) != fivePassages {
		t.Errorf("the article is now %q", got)
	}
}

func TestExpandThroughLink(t *testing.T) {
	a := parse(t, "bees.md", fivePassages)
	dir := t.TempDir()
	file, link := filepath.Join(dir, "real.jsonl"), filepath.Join(dir, "bees.questions.jsonl")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(file, link); err != nil {
		t.Skip(err)
	}
	if _, err := index.Expand(context.Background(), a, &asking{}, link, index.ExpandOptions{}); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link has become %v, %v", info.Mode(), err)
	}
	if got := len(readLines(t, a, file)); got != 5 {
		t.Errorf("%d lines", got)
	}
}
