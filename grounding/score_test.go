package grounding

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/internal/answer"
	"github.com/footnote-go/footnote/internal/entail"
	"github.com/footnote-go/footnote/internal/logit"
	"github.com/footnote-go/footnote/metapolicy"
)

// TestScoreWeights finds the weights of the score again, from the development claims,
// and compares.
func TestScoreWeights(t *testing.T) {
	f, err := os.Open(filepath.Join("testdata", "claims", "dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b := newBase(metapolicy.Corpus())
	a := b.analyzer()
	var rows []logit.Row
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var l struct {
			Answer string `json:"answer"`
			Expect struct {
				Claims []struct {
					Start   int     `json:"start"`
					End     int     `json:"end"`
					Verdict Verdict `json:"verdict"`
				} `json:"claims"`
			} `json:"expect"`
		}
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		for _, c := range l.Expect.Claims {
			text := l.Answer[c.Start:c.End]
			if s := answer.Read(text); len(s) == 0 || strings.TrimSpace(text) == "" {
				continue
			}
			best := b.evidence.Query(a.Analyze(text), nil).Best(nil)
			if len(best) == 0 {
				continue
			}
			x := best[0].Features()
			good := c.Verdict == Supported || c.Verdict == Miscited || c.Verdict == BadCitation
			rows = append(rows, logit.Row{X: x[:], Label: good, Weight: 1})
		}
	}
	w := logit.Fit(rows, 1)
	have := entail.Corpus.Score
	same := math.Abs(w[0]-have.Bias) < 0.01
	text := fmt.Sprintf("Logistic{%.3f, [6]float64{", w[0])
	for i, v := range w[1:] {
		same = same && math.Abs(v-have.Weights[i]) < 0.01
		text += fmt.Sprintf("%.3f, ", v)
	}
	if !same {
		t.Errorf("the weights are now %s}}", text)
	}
}
