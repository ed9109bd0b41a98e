package corpus

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/internal/plainjson"
)

// Bounds of what a file of questions may bring; what is beyond is left out with a
// diagnostic.
const (
	// MaxQuestions is how many questions a passage has at most.
	MaxQuestions = 64
	// MaxQuestion is how many bytes a question has at most.
	MaxQuestion = 500
)

// Questions returns the questions that the file NAME.questions.jsonl beside the
// article says this passage answers: document expansion (Nogueira, Yang, Lin and
// Cho 2019, "Document Expansion by Query Prediction"). They are for finding the
// passage. They are no text of the article: nobody shows them, and nothing cites
// them. Without such a file there are none. The file is read at the first call.
//
// A line is {"passage","digest","questions"}. If the digest is that of the
// passage's text, the questions are the passage's; so they are if the line has no
// digest. If it is the digest of exactly one other passage, the questions moved
// there. Otherwise the passage was edited or is gone, nobody knows whether it
// still answers, and the line is left out with a diagnostic.
func (p Passage) Questions() []string {
	if p.a == nil {
		return nil
	}
	return slices.Clone(p.a.expansion().questions[p.i])
}

func (a *Article) expansion() expansion {
	if a.expanded == nil {
		return expansion{}
	}
	return a.expanded()
}

// An expansion is what the file of questions of an article says.
type expansion struct {
	questions map[int][]string // by passage
	strange   []Diagnostic
}

// A questionLine is a line of NAME.questions.jsonl.
type questionLine struct {
	Passage   cite.PassageID `json:"passage"`
	Digest    cite.Digest    `json:"digest"`
	Questions []string       `json:"questions"`
}

func parseQuestionLine(line []byte) (questionLine, error) {
	if !utf8.Valid(line) {
		return questionLine{}, errors.New("the line is not UTF-8")
	}
	l, ok := readPlainQuestions(line)
	if !ok {
		l = questionLine{}
		if err := json.Unmarshal(line, &l); err != nil {
			return questionLine{}, err
		}
	}
	if l.Passage == "" {
		return questionLine{}, errors.New("it names no passage")
	}
	return l, nil
}

// readPlainQuestions reads a line of the plain form that nearly all have, and reports
// whether it has it.
func readPlainQuestions(line []byte) (out questionLine, ok bool) {
	r := plainjson.NewReader(line)
	r.Object(func(name []byte) {
		switch string(name) {
		case "passage":
			out.Passage = cite.PassageID(r.String())
		case "digest":
			out.Digest = cite.Digest(r.String())
		case "questions":
			out.Questions = r.Strings()
		default:
			r.Refuse()
		}
	})
	return out, r.Done()
}

// readExpansion reads the questions of an article.
func readExpansion(a *Article, file string, data []byte) expansion {
	r := &questionReader{
		sidecarReader: sidecarReader{file: file},
		a:             a,
		byDigest:      sync.OnceValue(a.passagesByDigest),
		out:           map[int][]string{},
	}
	lines(&r.sidecarReader, data, parseQuestionLine, r.add)
	return expansion{r.out, r.odd.all()}
}

type questionReader struct {
	sidecarReader
	a        *Article
	byDigest func() map[cite.Digest][]int
	out      map[int][]string
}

// add takes a line's questions for the passage that they are about now.
func (r *questionReader) add(l questionLine, at Diagnostic) {
	i, ok := r.place(l, at)
	if !ok {
		return
	}
	have := r.out[i]
	for _, q := range l.Questions {
		q = strings.Join(strings.Fields(q), " ")
		switch {
		case q == "" || slices.Contains(have, q):
			continue
		case len(q) > MaxQuestion:
			at.Code = DiagTooManyQuestions
			r.odd.add(at, "a question of %s has %d bytes; it is left out, like all of over %d", l.Passage, len(q), MaxQuestion)
			continue
		case len(have) == MaxQuestions:
			at.Code = DiagTooManyQuestions
			r.odd.add(at, "%s has more than %d questions; the first count", l.Passage, MaxQuestions)
			r.out[i] = have
			return
		}
		have = append(have, q)
	}
	r.out[i] = have
}

// place returns the passage that a line is about.
func (r *questionReader) place(l questionLine, at Diagnostic) (int, bool) {
	i, known := r.a.byPassage[l.Passage]
	if known && (l.Digest == "" || l.Digest == (Passage{r.a, i}).Digest()) {
		return i, true
	}
	var now []int
	if l.Digest != "" {
		now = r.byDigest()[l.Digest]
	}
	switch {
	case len(now) == 1:
		at.Code = DiagMovedQuestions
		r.odd.add(at, "the text of %s stands in %s now; the questions follow", l.Passage, r.a.passages[now[0]].id)
		return now[0], true
	case len(now) > 1:
		at.Code = DiagStaleQuestions
		r.odd.add(at, "the text of %s stands in %d passages now; the questions are left out", l.Passage, len(now))
	case known:
		at.Code = DiagStaleQuestions
		r.odd.add(at, "the text of %s is no longer what these questions were written for; they are left out", l.Passage)
	default:
		at.Code = DiagStaleQuestions
		r.odd.add(at, "there is no passage %s; its questions are left out", l.Passage)
	}
	return 0, false
}

// passagesByDigest returns the passages of each text.
func (a *Article) passagesByDigest() map[cite.Digest][]int {
	out := make(map[cite.Digest][]int, len(a.passages))
	for i := range a.passages {
		d := (Passage{a, i}).Digest()
		out[d] = append(out[d], i)
	}
	return out
}
