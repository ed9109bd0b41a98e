package entail

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/footnote-go/footnote/internal/logit"
)

// A labelled is a claim of a public set.
type labelled struct {
	Claim    string   `json:"claim"`
	Evidence []string `json:"evidence"`
	Label    string   `json:"label"`
}

func readLabelled(t *testing.T, set string) []labelled {
	t.Helper()
	dir := os.Getenv("FOOTNOTE_EVAL")
	if dir == "" {
		t.Skip("FOOTNOTE_EVAL, the folder of public data sets, is not set")
	}
	f, err := os.Open(filepath.Join(dir, "claims", set+".dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	var out []labelled
	for lines.Scan() {
		var l labelled
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		out = append(out, l)
	}
	return out
}

// fitted are the sets that the weights of Closed0 were fitted on.
var fitted = []string{"begin", "faithdial_audit", "q2", "wice_claim", "wice_claim_oracle"}

// TestClosedWeights finds the weights of Closed0 again and compares.
func TestClosedWeights(t *testing.T) {
	const perLabel = 200 // what all claims of a set and label count together
	var rows []logit.Row
	for _, set := range fitted {
		items := readLabelled(t, set)
		count := map[bool]float64{}
		for _, it := range items {
			count[it.Label == "supported"]++
		}
		for _, it := range items {
			d := Closed(it.Claim, it.Evidence)
			good := it.Label == "supported"
			rows = append(rows, logit.Row{X: d.Features[:], Label: good, Weight: perLabel / count[good]})
		}
	}
	b := logit.Fit(rows, 1)
	same := math.Abs(b[0]-Closed0.Bias) < 0.01
	text := fmt.Sprintf("Bias: %.3f, Weights: Features{", b[0])
	for i, w := range b[1:] {
		same = same && math.Abs(w-Closed0.Weights[i]) < 0.01
		text += fmt.Sprintf("%.3f, ", w)
	}
	if !same {
		t.Errorf("the weights are now\n%s}", text)
	}
}
