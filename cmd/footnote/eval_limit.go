package main

import (
	"strconv"
	"strings"

	"github.com/footnote-go/footnote/eval"
)

// A limit is what a metric must not be below.
type limit struct {
	metric eval.Metric
	min    float64
}

// parseLimits reads the values of --min.
func parseLimits(flags []string) ([]limit, error) {
	var out []limit
	for _, f := range flags {
		name, number, ok := strings.Cut(f, "=")
		if !ok {
			return nil, usageError("--min %q: METRIC=VALUE, such as ndcg@10=0.4", f)
		}
		m, err := eval.ParseMetric(name)
		if err != nil {
			return nil, usageError("--min %q: %s", f, strings.TrimPrefix(err.Error(), "eval: "))
		}
		if m.Depth() > runDepth {
			return nil, usageError("--min %q: a run has only %d documents for each query", f, runDepth)
		}
		v, err := strconv.ParseFloat(number, 64)
		if err != nil || !(v >= 0 && v <= 1) {
			return nil, usageError("--min %q: %q is no number from 0 to 1", f, number)
		}
		out = append(out, limit{m, v})
	}
	return out, nil
}

// fallShort tells of each metric that is below its limit, and ends the command
// with the exit code for that if any is.
func (a *app) fallShort(report eval.Report, limits []limit) error {
	short := false
	for _, l := range limits {
		if v := report.Mean(l.metric); v < l.min {
			short = true
			a.complain("%s is %s, below %s", l.metric, number(v), number(l.min))
		}
	}
	if short {
		return exitCode(exitShort)
	}
	return nil
}

// number returns a number in as many digits as it needs.
func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
