package corpus_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

const bridgeArticle = `# The Bridge

The bridge was built in 1872.[^1]

It carries trams.

It carries trams.

It leaks.

[^1]: Town records
`

// readBridge reads an article with the given lines of questions.
func readBridge(t *testing.T, questions string) *corpus.Article {
	t.Helper()
	c, err := corpus.Read(fstest.MapFS{
		"bridge.md":              {Data: []byte(bridgeArticle)},
		"bridge.questions.jsonl": {Data: []byte(questions)},
	})
	if err != nil {
		t.Fatal(err)
	}
	a, _ := c.Article("bridge")
	return a
}

func TestQuestions(t *testing.T) {
	built := string(cite.DigestOf("The bridge was built in 1872."))
	leaks := string(cite.DigestOf("It leaks."))
	twins := string(cite.DigestOf("It carries trams."))
	old := string(cite.DigestOf("The bridge was built in 1871."))
	line := func(passage, digest, questions string) string {
		return `{"passage":"` + passage + `","digest":"` + digest + `","questions":[` + questions + `]}` + "\n"
	}
	for _, test := range []struct {
		reason, questions string
		want              map[string][]string // by passage
		odd               []corpus.DiagnosticCode
	}{
		{"the digest fits", line("bridge#top.1", built, `"how old?","since when?"`),
			map[string][]string{"bridge#top.1": {"how old?", "since when?"}}, nil},
		{"no digest is no doubt", line("bridge#top.1", "", `"how old?"`),
			map[string][]string{"bridge#top.1": {"how old?"}}, nil},
		{"two lines add up, and nothing twice", line("bridge#top.1", built, `"a","b","a"`) + line("bridge#top.1", built, `" b ","c",""`),
			map[string][]string{"bridge#top.1": {"a", "b", "c"}}, nil},
		{"the text moved", line("bridge#top.9", leaks, `"is it dry?"`),
			map[string][]string{"bridge#top.4": {"is it dry?"}}, []corpus.DiagnosticCode{corpus.DiagMovedQuestions}},
		{"the text was edited", line("bridge#top.1", old, `"how old?"`), nil, []corpus.DiagnosticCode{corpus.DiagStaleQuestions}},
		{"a passage that stands twice keeps its own", line("bridge#top.2", twins, `"trams?"`),
			map[string][]string{"bridge#top.2": {"trams?"}}, nil},
		{"it moved to one of two", line("bridge#top.9", twins, `"trams?"`), nil, []corpus.DiagnosticCode{corpus.DiagStaleQuestions}},
		{"no such passage", line("bridge#roof.1", "", `"a roof?"`), nil, []corpus.DiagnosticCode{corpus.DiagStaleQuestions}},
		{"another article's", line("ferry#top.1", "", `"a ferry?"`), nil, []corpus.DiagnosticCode{corpus.DiagStaleQuestions}},
		{"broken lines are told, the rest counts", "{\n[]\n{\"passage\":7}\n{}\n\xff\n" + line("bridge#top.1", built, `"how old?"`),
			map[string][]string{"bridge#top.1": {"how old?"}},
			[]corpus.DiagnosticCode{corpus.DiagBrokenSidecarLine, corpus.DiagBrokenSidecarLine, corpus.DiagBrokenSidecarLine, corpus.DiagBrokenSidecarLine, corpus.DiagBrokenSidecarLine}},
		{"too long a question", line("bridge#top.1", built, `"`+strings.Repeat("x", corpus.MaxQuestion+1)+`","how old?"`),
			map[string][]string{"bridge#top.1": {"how old?"}}, []corpus.DiagnosticCode{corpus.DiagTooManyQuestions}},
		{"an empty file", "", nil, nil},
	} {
		t.Run(test.reason, func(t *testing.T) {
			a := readBridge(t, test.questions)
			got := map[string][]string{}
			for p := range a.Passages() {
				if q := p.Questions(); q != nil {
					got[string(p.ID())] = q
				}
			}
			if diff := cmp.Diff(test.want, got, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
			var odd []corpus.DiagnosticCode
			for d := range a.Diagnostics() {
				odd = append(odd, d.Code)
				if d.File != "bridge.questions.jsonl" || d.Line == 0 {
					t.Errorf("%v has no place", d)
				}
			}
			if diff := cmp.Diff(test.odd, odd); diff != "" {
				t.Errorf("diagnostics: -want +got\n%s", diff)
			}
		})
	}
}

func TestQuestionsAreBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString(`{"passage":"bridge#top.1","questions":[`)
	for i := range corpus.MaxQuestions + 5 {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`"` + strings.Repeat("x", i+1) + `"`)
	}
	b.WriteString("]}\n")
	a := readBridge(t, b.String())
	p, _ := a.Passage("bridge#top.1")
	if n := len(p.Questions()); n != corpus.MaxQuestions {
		t.Errorf("%d questions, want %d", n, corpus.MaxQuestions)
	}
	n := 0
	for d := range a.Diagnostics() {
		n++
		if d.Code != corpus.DiagTooManyQuestions || d.Line != 1 {
			t.Error(d)
		}
	}
	if n != 1 {
		t.Errorf("%d diagnostics, want 1", n)
	}
}

// TestQuestionsAreCopies: nobody can change what others get.
func TestQuestionsAreCopies(t *testing.T) {
	a := readBridge(t, `{"passage":"bridge#top.1","questions":["how old?"]}`)
	p, _ := a.Passage("bridge#top.1")
	p.Questions()[0] = "spoilt"
	if got := p.Questions()[0]; got != "how old?" {
		t.Error(got)
	}
	if (corpus.Passage{}).Questions() != nil {
		t.Error("the zero Passage has questions")
	}
}

// FuzzQuestions reads any bytes as a file of questions: no panic, bounds held, and
// each diagnostic has its line.
func FuzzQuestions(f *testing.F) {
	f.Add([]byte(`{"passage":"bridge#top.1","questions":["how old?"]}` + "\n{\n\xff\n"))
	f.Add([]byte(`{"passage":"bridge#top.9","digest":"` + string(cite.DigestOf("It leaks.")) + `","questions":["",null]}`))
	f.Add([]byte("\ufeff[]\n{\"questions\":{}}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		a := readBridge(t, string(data))
		for p := range a.Passages() {
			if len(p.Questions()) > corpus.MaxQuestions {
				t.Errorf("%s has %d questions", p.ID(), len(p.Questions()))
			}
			for _, q := range p.Questions() {
				if q == "" || len(q) > corpus.MaxQuestion {
					t.Errorf("%s has the question %q", p.ID(), q)
				}
			}
		}
		for d := range a.Diagnostics() {
			if d.File == "" || d.Line == 0 {
				t.Errorf("%v has no place", d)
			}
		}
	})
}
