// Package logit fits logistic regressions: it finds the weights in package entail
// again, from labelled claims.
package logit

import "math"

// A Row is a labelled example. Weight is what it counts.
type Row struct {
	X      []float64
	Label  bool
	Weight float64
}

// maxSteps bounds the steps of Newton's method, which needs about eight.
const maxSteps = 50

// Fit returns the bias and a coefficient for each feature that maximise the likelihood
// of the labels, less l2/2 times the squares of the coefficients, by Newton's method
// (iteratively reweighted least squares). All rows have as many features; without rows
// the result is nil.
func Fit(rows []Row, l2 float64) []float64 {
	if len(rows) == 0 {
		return nil
	}
	n := len(rows[0].X) + 1
	b := make([]float64, n)
	v := make([]float64, n)
	for range maxSteps {
		h := make([][]float64, n)
		for i := range h {
			h[i] = make([]float64, n+1) // the gradient is the last column
		}
		for _, r := range rows {
			v[0] = 1
			copy(v[1:], r.X)
			p := Probability(b, r.X)
			e, w := -p, r.Weight*p*(1-p)
			if r.Label {
				e = 1 - p
			}
			for i := range n {
				h[i][n] += r.Weight * e * v[i]
				for j := range n {
					h[i][j] += w * v[i] * v[j]
				}
			}
		}
		for i := range n {
			h[i][i] += 1e-9
			if i > 0 {
				h[i][i] += l2
				h[i][n] -= l2 * b[i]
			}
		}
		step := solve(h)
		largest := 0.0
		for i := range n {
			b[i] += step[i]
			largest = math.Max(largest, math.Abs(step[i]))
		}
		if largest < 1e-9 {
			break
		}
	}
	return b
}

// Probability returns what the weights b, the bias first, make of features.
func Probability(b, x []float64) float64 {
	z := b[0]
	for i, v := range x {
		z += b[i+1] * v
	}
	return 1 / (1 + math.Exp(-max(-40, min(40, z))))
}

// solve solves a system of linear equations by Gaussian elimination with pivoting; the
// last column is the right side.
func solve(m [][]float64) []float64 {
	n := len(m)
	for i := range n {
		p := i
		for k := i + 1; k < n; k++ {
			if math.Abs(m[k][i]) > math.Abs(m[p][i]) {
				p = k
			}
		}
		m[i], m[p] = m[p], m[i]
		for k := i + 1; k < n; k++ {
			f := m[k][i] / m[i][i]
			for c := i; c <= n; c++ {
				m[k][c] -= f * m[i][c]
			}
		}
	}
	x := make([]float64, n)
	for i := n - 1; i >= 0; i-- {
		x[i] = m[i][n]
		for c := i + 1; c < n; c++ {
			x[i] -= m[i][c] * x[c]
		}
		x[i] /= m[i][i]
	}
	return x
}
