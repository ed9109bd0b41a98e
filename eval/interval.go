package eval

import "math"

// Wilson returns the interval that has the true share with 95% confidence where k of
// n cases are so: the score interval of Wilson (1927, "Probable inference, the law of
// succession, and statistical inference"), without a correction for continuity. Of no
// cases nothing is known: 0 and 1. Where k is not one of 0 to n there is no share, and
// both are NaN.
func Wilson(k, n int) (lo, hi float64) {
	switch {
	case k < 0 || n < 0 || k > n:
		return math.NaN(), math.NaN()
	case n == 0:
		return 0, 1
	}
	const z = 1.959963984540054 // the 97.5th percentile of the normal distribution
	count, p := float64(n), float64(k)/float64(n)
	middle := p + z*z/(2*count)
	half := z * math.Sqrt(p*(1-p)/count+z*z/(4*count*count))
	scale := 1 + z*z/count
	lo, hi = (middle-half)/scale, (middle+half)/scale
	if k == 0 {
		lo = 0 // what is left there is rounding
	}
	if k == n {
		hi = 1
	}
	return lo, hi
}
