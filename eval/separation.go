package eval

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// AUROC returns how well scores part positive cases from negative ones: the share
// of pairs of one each in which the positive has the higher score, where a tie
// counts half. It is the area under the curve of true against false positives; 1
// parts them wholly, 0.5 is no better than chance. Without cases on either side,
// and with a score that is no number, it is an error.
func AUROC(positives, negatives []float64) (float64, error) {
	if err := checkCases(positives, negatives); err != nil {
		return 0, err
	}
	sorted := slices.Sorted(slices.Values(negatives))
	pairs := 0.0
	for _, p := range positives {
		below, _ := slices.BinarySearch(sorted, p)
		above := below
		if above < len(sorted) && sorted[above] == p {
			above, _ = slices.BinarySearchFunc(sorted, p, func(s, p float64) int {
				if s <= p {
					return -1
				}
				return 1
			})
		}
		pairs += float64(below) + float64(above-below)/2
	}
	return pairs / float64(len(positives)) / float64(len(negatives)), nil
}

// NegativesAnswered returns which share of the negative cases is answered where a
// given share of the positive ones is, and the threshold for that: the highest
// score such that at least so many positives have it or a higher one. A case is
// answered if its score is not below the threshold. With a share of 0.9, it says
// how many questions that have no answer get one, if nine of ten that have one
// shall get theirs.
//
// Without cases on either side, with a score that is no number, and with a share
// that isn't above 0 and at most 1, it is an error.
func NegativesAnswered(positives, negatives []float64, share float64) (answered, threshold float64, err error) {
	if err := checkCases(positives, negatives); err != nil {
		return 0, 0, err
	}
	if !(share > 0 && share <= 1) {
		return 0, 0, fmt.Errorf("eval: a share of %v of the positive cases; above 0 and at most 1", share)
	}
	sorted := slices.Sorted(slices.Values(positives))
	slices.Reverse(sorted)
	n := 1
	for float64(n)/float64(len(sorted)) < share { // n is exact, share·len is not
		n++
	}
	threshold = sorted[n-1]
	count := 0
	for _, s := range negatives {
		if s >= threshold {
			count++
		}
	}
	return float64(count) / float64(len(negatives)), threshold, nil
}

func checkCases(positives, negatives []float64) error {
	switch {
	case len(positives) == 0:
		return errors.New("eval: no positive cases")
	case len(negatives) == 0:
		return errors.New("eval: no negative cases")
	case slices.ContainsFunc(positives, math.IsNaN), slices.ContainsFunc(negatives, math.IsNaN):
		return errors.New("eval: a score is no number")
	}
	return nil
}
