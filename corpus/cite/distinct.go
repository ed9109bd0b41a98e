package cite

// DistinctFootnotes returns the footnotes of several lists in order, each once.
func DistinctFootnotes(lists ...[]Footnote) []Footnote {
	out := []Footnote{}
	seen := map[string]bool{}
	for _, list := range lists {
		for _, f := range list {
			if ref := f.Ref(); !seen[ref] {
				seen[ref] = true
				out = append(out, f)
			}
		}
	}
	return out
}
