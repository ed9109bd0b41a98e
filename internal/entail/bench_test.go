package entail

import (
	"fmt"
	"testing"
)

// claim20 is a claim of twenty words.
const claim20 = "The ferry Anna carried 300 cars across the northern bay in 1998 before the new bridge was opened by the county."

// harbour returns n sentences of about seventy bytes.
func harbour(n int) []string {
	out := make([]string, n)
	for i := range out {
		switch i % 4 {
		case 0:
			out[i] = fmt.Sprintf("The ferry Berta carried %d passengers over the southern bay in %d.", 100+7*i, 1900+i)
		case 1:
			out[i] = fmt.Sprintf("The library on Mill Street lends %d books a week to its readers.", 50+i)
		case 2:
			out[i] = "Bakers in the old town say that rye is dearer than it used to be."
		case 3:
			out[i] = fmt.Sprintf("The county opened a new bridge and paid $%d million for the work.", 3+i)
		}
	}
	return out
}

func BenchmarkClosedMany(b *testing.B) {
	evidence := harbour(100)
	size := 0
	for _, s := range evidence {
		size += len(s)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		Closed(claim20, evidence)
	}
}

func BenchmarkAnalyze(b *testing.B) {
	var a Analyzer
	b.SetBytes(int64(len(claim20)))
	b.ReportAllocs()
	for b.Loop() {
		a.Analyze(claim20)
	}
}
