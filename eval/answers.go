package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/grounding"
)

// An Answer is an answer that is to be checked, with what people expect of the check: a
// line of a file of answers.
type Answer struct {
	ID       string           `json:"id"`
	Answer   string           `json:"answer"`
	Question string           `json:"question,omitempty"`
	Context  []cite.PassageID `json:"context,omitempty"`
	// Citations and Format are those of a vendor, as package citefmt reads them.
	Citations json.RawMessage `json:"citations,omitempty"`
	Format    string          `json:"format,omitempty"`
	Expect    Expectation     `json:"expect,omitzero"`
	Tags      []string        `json:"tags,omitempty"`
}

// An Expectation is what people say of an answer. The zero Expectation says nothing.
type Expectation struct {
	Verdict grounding.Verdict `json:"verdict,omitempty"`
	// Answerable says whether the article answers the question: whether a refusal
	// would be wrong.
	Answerable *bool           `json:"answerable,omitempty"`
	Claims     []ExpectedClaim `json:"claims,omitempty"`
}

// An ExpectedClaim is a claim of an answer, by its place there in bytes.
type ExpectedClaim struct {
	cite.Span
	Verdict   grounding.Verdict `json:"verdict"`
	Footnotes []string          `json:"footnotes,omitempty"` // that would be right
}

// A ClaimItem is a claim with its own evidence: a line of a file of claims.
type ClaimItem struct {
	ID       string   `json:"id"`
	Claim    string   `json:"claim"`
	Evidence []string `json:"evidence"`
	// Label is "supported", "partial", "unsupported" or "contradicted", "" if nobody
	// said.
	Label grounding.Verdict `json:"label,omitempty"`
	// Group joins items that hold one claim against parts of its evidence: the group
	// counts once, by its best part.
	Group string   `json:"group,omitempty"`
	Tags  []string `json:"tags,omitempty"`
}

// ReadAnswers reads a file of answers, a JSON object a line. Lines that can't be used
// are left out, and each is a *DataError in the error, which errors.Join has made; an
// error of reading ends it.
func ReadAnswers(name string, r io.Reader) ([]Answer, error) {
	return readItems(name, r, func(a *Answer) (string, error) {
		if a.Answer == "" && !a.Expect.wantsNothing() {
			return a.ID, errors.New(`"answer" is missing or empty`)
		}
		if v := a.Expect.Verdict; v != "" && !isVerdict(v) {
			return a.ID, fmt.Errorf("expect.verdict: no verdict %s", quoted(string(v)))
		}
		for i, c := range a.Expect.Claims {
			if !c.Valid(a.Answer) || c.IsEmpty() {
				return a.ID, fmt.Errorf("expect.claims[%d]: %d to %d is no span of the answer's %d bytes", i, c.Start, c.End, len(a.Answer))
			}
			if !isVerdict(c.Verdict) {
				return a.ID, fmt.Errorf("expect.claims[%d]: no verdict %s", i, quoted(string(c.Verdict)))
			}
		}
		return a.ID, nil
	})
}

// wantsNothing reports whether the answer is expected to state nothing.
func (e Expectation) wantsNothing() bool { return e.Verdict == grounding.NoClaim }

// ReadClaims reads a file of claims with their evidence, as ReadAnswers reads answers.
func ReadClaims(name string, r io.Reader) ([]ClaimItem, error) {
	return readItems(name, r, func(c *ClaimItem) (string, error) {
		switch c.Label {
		case "", grounding.Supported, grounding.Partial, grounding.Unsupported, grounding.Contradicted:
		default:
			return c.ID, fmt.Errorf("no label %s", quoted(string(c.Label)))
		}
		if c.Claim == "" {
			return c.ID, errors.New(`"claim" is missing or empty`)
		}
		return c.ID, nil
	})
}

func isVerdict(v grounding.Verdict) bool {
	for _, x := range grounding.Verdicts {
		if x == v {
			return true
		}
	}
	return false
}

// readItems reads lines of JSON into items; check says what is wrong with one, and its
// ID.
func readItems[T any](name string, r io.Reader, check func(*T) (string, error)) ([]T, error) {
	var out []T
	var errs []error
	seen := firstLines{}
	l := newLineReader(name, r)
	for {
		text, err := l.next()
		if errors.Is(err, io.EOF) {
			return out, errors.Join(errs...)
		}
		if err == nil {
			var item T
			if err = json.Unmarshal(text, &item); err != nil {
				err = l.errorf("%w", jsonProblem(err))
			} else if id, wrong := check(&item); wrong != nil {
				err = l.errorf("%w", wrong)
			} else if first, ok := seen[id]; ok && id != "" {
				err = l.errorf("the ID %s is that of line %d, too", quoted(id), first)
			} else {
				seen[id] = l.number
				out = append(out, item)
				continue
			}
		}
		if _, ok := errors.AsType[*DataError](err); !ok || l.size > maxFile {
			return out, errors.Join(append(errs, placed(name, err))...)
		}
		errs = append(errs, err)
	}
}

// jsonProblem says for people what encoding/json says for programmers.
func jsonProblem(err error) error {
	if e, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		if e.Field == "" {
			return fmt.Errorf("the line is a JSON %s, not an object", e.Value)
		}
		kind, _, _ := strings.Cut(e.Value, " ") // what follows is the number, however long
		return fmt.Errorf("%q is a JSON %s, which it can't be", e.Field, kind)
	}
	return fmt.Errorf("the line is not JSON: %w", err)
}
