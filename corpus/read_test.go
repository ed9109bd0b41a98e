package corpus_test

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

func file(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }

// ids returns the IDs of a corpus's articles.
func ids(c *corpus.Corpus) []string {
	var out []string
	for a := range c.Articles() {
		out = append(out, a.ID())
	}
	return out
}

func TestRead(t *testing.T) {
	fsys := fstest.MapFS{
		"wiki/b.md":            file("# B"),
		"wiki/a.MD":            file("# A"),
		"wiki/deep/c.markdown": file("# C"),
		"wiki/d.txt":           file("D\nText."),
		"wiki/e.mdx":           file("# E"),
		"wiki/.hidden.md":      file("# H"),
		"wiki/_draft.md":       file("# D"),
		"wiki/.git/x.md":       file("# X"),
		"wiki/_old/y.md":       file("# Y"),
		"wiki/a.facts.jsonl":   file("{}"),
		"_start/s.md":          file("# S"),
		"empty/readme.rst":     file(""),
		"odd/o.md":             file("# O"),
		"odd/pipe.md":          {Mode: fs.ModeNamedPipe},
		"odd/device.txt":       {Mode: fs.ModeDevice},
		"odd/link.md":          {Mode: fs.ModeSymlink, Data: []byte("../wiki/b.md")},
		"odd/folder.md":        {Mode: fs.ModeSymlink, Data: []byte("../wiki")},
	}
	for _, tt := range []struct {
		reason string
		paths  []string
		want   []string
	}{
		{"a folder: its articles in order, hidden and private ones left out", []string{"wiki"}, []string{"a", "b", "d", "c"}},
		{"no pipes and devices, and links to files alone", []string{"odd"}, []string{"o", "link"}},
		{"everything", nil, []string{"a", "b", "d", "c", "o", "link"}},
		{"a file", []string{"wiki/b.md"}, []string{"b"}},
		{"a file that is named is read whatever its ending", []string{"wiki/e.mdx"}, []string{"e"}},
		{"and whatever its first letter", []string{"wiki/_draft.md"}, []string{"draft"}},
		{"so is a folder", []string{"_start"}, []string{"s"}},
		{"several, in the order in which they are named", []string{"wiki/d.txt", "wiki/b.md"}, []string{"d", "b"}},
		{"a file named twice is read once", []string{"wiki/b.md", "wiki"}, []string{"b", "a", "d", "c"}},
	} {
		c, err := corpus.Read(fsys, tt.paths...)
		if err != nil {
			t.Errorf("%s: %v", tt.reason, err)
			continue
		}
		got := ids(c)
		slices.Sort(got)
		want := slices.Clone(tt.want)
		if len(tt.paths) < 2 {
			slices.Sort(want)
		} else {
			got = ids(c)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: Read(%q) = %q, want %q", tt.reason, tt.paths, got, want)
		}
	}
}

// A strangeFS has files that can't be read or say that they are huge.
type strangeFS struct {
	fstest.MapFS
	unreadable string
	huge       string
}

var errDisk = errors.New("the disk is on fire")

func (f strangeFS) Open(name string) (fs.File, error) {
	file, err := f.MapFS.Open(name)
	switch {
	case err != nil:
		return nil, err
	case name == f.unreadable:
		return unreadable{file}, nil
	case name == f.huge:
		return huge{file}, nil
	}
	return file, nil
}

func (f strangeFS) ReadFile(name string) ([]byte, error) {
	if name == f.unreadable {
		return nil, errDisk
	}
	return f.MapFS.ReadFile(name)
}

func (f strangeFS) Stat(name string) (fs.FileInfo, error) {
	info, err := f.MapFS.Stat(name)
	if err == nil && name == f.huge {
		return hugeInfo{info}, nil
	}
	return info, err
}

type unreadable struct{ fs.File }

func (unreadable) Read([]byte) (int, error) { return 0, errDisk }

type huge struct{ fs.File }

func (h huge) Stat() (fs.FileInfo, error) {
	info, err := h.File.Stat()
	return hugeInfo{info}, err
}

type hugeInfo struct{ fs.FileInfo }

func (hugeInfo) Size() int64 { return corpus.MaxSize + 1 }

func TestReadErrors(t *testing.T) {
	fsys := strangeFS{
		MapFS: fstest.MapFS{
			"a.md":                  file("# A"),
			"other/a.txt":           file("A"),
			"empty/readme.rst":      file(""),
			"bad.md":                file("# Bad"),
			"big.md":                file("# Big"),
			"dangling/a.md":         {Mode: fs.ModeSymlink, Data: []byte("none.md")},
			"sidecar.md":            file("# Sidecar"),
			"sidecar.notes.jsonl":   file("{}"),
			"sidecar2.md":           file("# Sidecar"),
			"sidecar2.facts.jsonl":  file("{}"),
			"sidecar2.readme.jsonl": file("{}"),
		},
	}
	var duplicate *corpus.DuplicateIDError
	var large *corpus.TooLargeError
	for _, tt := range []struct {
		reason           string
		unreadable, huge string
		path             []string
		as               any
		is               error
		says             string
	}{
		{reason: "a file that isn't there", path: []string{"none.md"}, is: fs.ErrNotExist, says: "none.md"},
		{reason: "a folder without articles", path: []string{"empty"}, is: corpus.ErrNoArticles, says: "empty"},
		{reason: "two articles of one ID", path: []string{"a.md", "other"}, as: &duplicate, says: "other/a.txt"},
		{reason: "a link to nothing in a folder", path: []string{"dangling"}, is: fs.ErrNotExist, says: "dangling/a.md"},
		{reason: "a file that can't be read", path: []string{"bad.md"}, unreadable: "bad.md", is: errDisk, says: "bad.md"},
		{reason: "a file that is too large", path: []string{"big.md"}, huge: "big.md", as: &large, says: "big.md"},
		{reason: "a sidecar that can't be read", path: []string{"sidecar.md"}, unreadable: "sidecar.notes.jsonl", is: errDisk, says: "sidecar.notes.jsonl"},
		{reason: "a sidecar that is too large", path: []string{"sidecar2.md"}, huge: "sidecar2.facts.jsonl", as: &large, says: "sidecar2.facts.jsonl"},
		{reason: "a path out of the file system", path: []string{"../a.md"}, says: "../a.md"},
	} {
		fsys.unreadable, fsys.huge = tt.unreadable, tt.huge
		c, err := corpus.Read(fsys, tt.path...)
		switch {
		case err == nil:
			t.Errorf("%s: read %q", tt.reason, ids(c))
		case tt.is != nil && !errors.Is(err, tt.is):
			t.Errorf("%s: %v is no %v", tt.reason, err, tt.is)
		case tt.as != nil && !errors.As(err, tt.as):
			t.Errorf("%s: %v is no %T", tt.reason, err, tt.as)
		case !strings.Contains(err.Error(), tt.says):
			t.Errorf("%s: %v doesn't name %s", tt.reason, err, tt.says)
		}
	}
	if want := (corpus.DuplicateIDError{ID: "a", Names: [2]string{"a.md", "other/a.txt"}}); duplicate == nil || *duplicate != want {
		t.Errorf("duplicate: %+v, want %+v", duplicate, want)
	}
	if _, err := corpus.Parse("x.md", make([]byte, corpus.MaxSize+1)); !errors.As(err, &large) || large.Size != corpus.MaxSize+1 {
		t.Errorf("Parse of a file that is too large: %v", err)
	}
}

func TestSidecars(t *testing.T) {
	const notes = `{"label":"1","text":"from the sidecar"}
{"label":"2","text":"see https://example.org/b"}

{"label":"unused","text":"for another edition"}
not JSON
{"label":"has space","text":"x"}
{"text":"no label"}
{"label":"md","text":"*On the* [hive](https://example.org/c), as in [^1]"}
{"label":"2","text":"again"}
`
	fsys := fstest.MapFS{
		"a.md":              file("# A\n\nOne.[^1] Two.[^2] Three.[^3]\n\n[^1]: own\n"),
		"a.notes.jsonl":     file(notes),
		"a.facts.jsonl":     file("{}"),
		"a.questions.jsonl": file(""),
		"a.aliases.jsonl":   {Mode: fs.ModeNamedPipe}, // counts as absent
		"a.unknown.jsonl":   file("{}"),
		"b.md":              file("# B\n\nOne.[^1]\n"),
		"b.notes.jsonl":     file(""),
	}
	c, err := corpus.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	a, _ := c.Article("a")
	want := []corpus.Sidecar{
		{Kind: corpus.SidecarFacts, Name: "a.facts.jsonl", Digest: cite.DigestOf("{}")},
		{Kind: corpus.SidecarNotes, Name: "a.notes.jsonl", Digest: cite.DigestOf(notes)},
		{Kind: corpus.SidecarQuestions, Name: "a.questions.jsonl", Digest: cite.DigestOf("")},
	}
	if d := cmp.Diff(want, slices.Collect(a.Sidecars())); d != "" {
		t.Errorf("sidecars (-want +got):\n%s", d)
	}
	for _, tt := range []struct {
		reason, label, text string
		source              cite.Source
	}{
		{"the article's own definition wins", "1", "own", cite.SourceInternal},
		{"what it lacks comes from the sidecar", "2", "see https://example.org/b", cite.SourceExternal},
		{"what neither has stays without text", "3", "", cite.SourceNone},
		{"its text is Markdown, as in the article", "md", "On the hive, as in [^1]", cite.SourceExternal},
		{"what nothing refers to is there, too", "unused", "for another edition", cite.SourceInternal},
	} {
		if f, ok := a.Footnote(tt.label); !ok || f.Text != tt.text || f.Source != tt.source {
			t.Errorf("%s: ^%s is %+v, %t", tt.reason, tt.label, f, ok)
		}
	}
	var got []string
	for d := range a.Diagnostics() {
		got = append(got, d.String())
	}
	if d := cmp.Diff([]string{
		"3: unresolved-reference: reference to [^3], which is not defined",
		"a.notes.jsonl:5: broken-sidecar-line: this line is left out: invalid character 'o' in literal null (expecting 'u')",
		`a.notes.jsonl:6: broken-sidecar-line: this line is left out: "has space" is not a label: it has to have no white space, brackets or invisible characters`,
		`a.notes.jsonl:7: broken-sidecar-line: this line is left out: "" is not a label: it has to have no white space, brackets or invisible characters`,
		"a.notes.jsonl:9: duplicate-definition: [^2] is defined before; the first definition counts",
		"a.facts.jsonl:1: broken-sidecar-line: this line is left out: the record has no id",
	}, got); d != "" {
		t.Errorf("diagnostics (-want +got):\n%s", d)
	}
	if b, _ := c.Article("b"); b.Counts().Unresolved != 1 || len(slices.Collect(b.Sidecars())) != 1 {
		t.Errorf("an empty sidecar: %+v", b.Counts())
	}
	if a.Revision() != cite.DigestOf(a.Raw()) {
		t.Error("the sidecars count in the article's revision")
	}
}

func TestCorpusLookup(t *testing.T) {
	fsys := fstest.MapFS{
		"bees.md":  file("# Bees\n\nThey dance.[^1] They hum.[^b]\n\nPlain.\n\n[^1]: a\n[^b]: b"),
		"wasps.md": file("# Wasps\n\nThey sting.[^1] They fly.[^x]\n\n[^1]: c"),
	}
	c, err := corpus.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ reason, ref, want string }{
		{"in full", "bees^1", "bees^1"},
		{"in full and in brackets", "[wasps^1]", "wasps^1"},
		{"one that is referred to and not defined", "wasps^x", "wasps^x"},
	} {
		if f, err := c.Footnote(tt.ref); err != nil || f.Ref() != tt.want {
			t.Errorf("%s: Footnote(%q) = %s, %v; want %s", tt.reason, tt.ref, f.Ref(), err, tt.want)
		}
	}
	var ambiguous *corpus.AmbiguousLabelError
	var article *corpus.UnknownArticleError
	var label *corpus.UnknownLabelError
	for _, tt := range []struct {
		reason, ref string
		as          any
	}{
		{"a label that one of several articles has", "^b", &ambiguous},
		{"likewise as a mark", "[^b]", &ambiguous},
		{"a label that both have", "^1", &ambiguous},
		{"an article that there is not", "ants^1", &article},
		{"a label that no article has", "^9", &label},
		{"a label that this article has not", "bees^9", &label},
		{"no mark", "1", nil},
		{"no label", "bees^", nil},
		{"empty", "", nil},
	} {
		f, err := c.Footnote(tt.ref)
		if err == nil || tt.as != nil && !errors.As(err, tt.as) {
			t.Errorf("%s: Footnote(%q) = %+v, %v", tt.reason, tt.ref, f, err)
		}
	}
	if d := cmp.Diff([]string{"bees^1", "wasps^1"}, ambiguous.Candidates); d != "" {
		t.Errorf("candidates (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"bees", "wasps"}, article.Known); d != "" {
		t.Errorf("known articles (-want +got):\n%s", d)
	}

	one, err := c.Only("bees")
	if f, err := one.Footnote("[^b]"); err != nil || f.Ref() != "bees^b" {
		t.Errorf("a bare label where one article is in scope: %s, %v", f.Ref(), err)
	}
	if err != nil || !slices.Equal(ids(one), []string{"bees"}) {
		t.Fatalf("Only = %v, %v", one, err)
	}
	if _, err := c.Only("bees", "ants"); !errors.As(err, &article) {
		t.Errorf("Only of an unknown article: %v", err)
	}
	for _, tt := range []struct {
		reason, passage, key string
		c                    *corpus.Corpus
	}{
		{"one article: marks alone", "bees#top.1", "[^1][^b]", one},
		{"several: with the article", "bees#top.1", "[bees^1][bees^b]", c},
		{"no footnote: the ID", "bees#top.2", "[bees#top.2]", c},
	} {
		p, ok := tt.c.Passage(cite.PassageID(tt.passage))
		if got := tt.c.Key(p); !ok || got != tt.key {
			t.Errorf("%s: key %s, want %s", tt.reason, got, tt.key)
		}
	}
	if _, ok := c.Passage("ants#top.1"); ok {
		t.Error("a passage of an article that there is not")
	}

	joined, err := corpus.Join(one, mustOnly(t, c, "wasps"))
	if err != nil || joined.Revision() != c.Revision() {
		t.Errorf("joined again the corpus has another revision, or %v", err)
	}
	if _, err := corpus.Join(c, one); err == nil {
		t.Error("Join takes an article twice")
	}
	if one.Revision() == c.Revision() {
		t.Error("the revision doesn't tell one article from two")
	}
	bees, _ := c.Article("bees")
	if one.Revision() != bees.Revision() {
		t.Error("the revision of one article isn't the article's")
	}
	if none := new(corpus.Corpus); none.Revision() != "" {
		t.Errorf("the revision of no article is %s", none.Revision())
	}
	if _, err := corpus.New(bees, nil); err == nil {
		t.Error("New takes a nil article")
	}
}

func mustOnly(t *testing.T, c *corpus.Corpus, id string) *corpus.Corpus {
	t.Helper()
	only, err := c.Only(id)
	if err != nil {
		t.Fatal(err)
	}
	return only
}

// TestZeroValues asks the zero values for everything; none may panic.
func TestZeroValues(t *testing.T) {
	var s corpus.Section
	var b corpus.Block
	var p corpus.Passage
	var r corpus.Reference
	if !s.IsZero() || !b.IsZero() || !p.IsZero() || !r.IsZero() {
		t.Error("a zero value is something")
	}
	n := 0
	for range s.Subtree() {
		n++
	}
	for range s.Blocks() {
		n++
	}
	for range s.Passages() {
		n++
	}
	for range b.Sentences() {
		n++
	}
	for range b.References() {
		n++
	}
	for range b.Passages() {
		n++
	}
	for range p.Sentences() {
		n++
	}
	_, parent := s.Parent()
	_, next := p.Next()
	_, previous := p.Previous()
	_, defined := r.Footnote()
	if n > 0 || parent || next || previous || defined {
		t.Error("a zero value has parts or neighbours")
	}
	texts := s.ID() + s.Slug() + s.Heading() + b.Text() + b.Lead() + p.Text() + p.Lead() + string(p.ID()) + r.Label()
	if texts != "" || len(s.Path())+len(p.Labels())+len(p.Footnotes())+len(p.Citations()) > 0 {
		t.Errorf("a zero value has text: %q", texts)
	}
	if b.Source(cite.Span{}) != (cite.Span{}) || p.Source() != (cite.Span{}) || r.Scope() != (cite.Span{}) {
		t.Error("a zero value has a place")
	}
	if out, err := p.MarshalJSON(); err != nil || string(out) != "null" {
		t.Errorf("the zero passage as JSON: %s, %v", out, err)
	}
}

// TestConcurrentReading lets many goroutines read one corpus; the race detector
// watches.
func TestConcurrentReading(t *testing.T) {
	a := parse(t, "bees.md", generate(7).raw())
	c, err := corpus.New(a)
	if err != nil {
		t.Fatal(err)
	}
	want := outline(a)
	done := make(chan string)
	for range 16 {
		go func() {
			for p := range c.Passages() {
				for _, cited := range p.Citations() {
					c.Resolve(cited)
				}
				c.Key(p)
			}
			done <- outline(a)
		}()
	}
	for range 16 {
		if got := <-done; got != want {
			t.Error("two readers saw different things")
		}
	}
}
