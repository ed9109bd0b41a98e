package corpus

import (
	"iter"

	"github.com/footnote-go/footnote/corpus/cite"
)

// A Definition is one place that defines a footnote.
type Definition struct {
	cite.Footnote
	// Span is that of the definition in [Article.Raw]; it is empty where the
	// definition comes from the sidecar NAME.notes.jsonl.
	Span cite.Span
	// Duplicate says that an earlier definition of the same label counts.
	Duplicate bool
}

// Definitions returns all definitions of footnotes in order, unused and
// duplicate ones too; those of the sidecar follow the article's own.
func (a *Article) Definitions() iter.Seq[Definition] {
	return func(yield func(Definition) bool) {
		for _, d := range a.definitions {
			d.Footnote = clone(d.Footnote)
			if !yield(d) {
				return
			}
		}
	}
}

// Footnotes returns the article's footnotes in the order of their definitions,
// one for each label.
func (a *Article) Footnotes() iter.Seq[cite.Footnote] {
	return func(yield func(cite.Footnote) bool) {
		for _, d := range a.definitions {
			if !d.Duplicate && !yield(clone(d.Footnote)) {
				return
			}
		}
	}
}

// Footnote returns the footnote of the given label. Where the article refers to
// the label but doesn't define it, the footnote has no text; where it doesn't
// know the label at all, the result is false.
func (a *Article) Footnote(label string) (cite.Footnote, bool) {
	if _, ok := a.byLabel[label]; ok {
		return a.footnote(label), true
	}
	for i := range a.references {
		if a.references[i].label == label {
			return a.footnote(label), true
		}
	}
	return cite.Footnote{}, false
}

func (a *Article) footnote(label string) cite.Footnote {
	if i, ok := a.byLabel[label]; ok {
		return clone(a.definitions[i].Footnote)
	}
	return cite.Footnote{Article: a.id, Label: label, Links: []string{}, Source: cite.SourceNone}
}

// clone returns a footnote whose links the caller may change.
func clone(f cite.Footnote) cite.Footnote {
	f.Links = append([]string{}, f.Links...)
	return f
}

// VouchedFor returns what the footnote of the given label vouches for: a
// citation for each passage, or part of one, in the scope of its references, in
// reading order.
func (a *Article) VouchedFor(label string) []cite.Citation {
	var out []cite.Citation
	for i := range a.blocks {
		b := Block{a, i}
		var last cite.Span
		for r := range b.References() {
			scope := r.Scope()
			if r.Label() != label || scope.IsEmpty() || scope == last {
				continue
			}
			last = scope
			for p := range b.passagesAt(scope) {
				in := p.data().span
				span := cite.Span{Start: max(scope.Start, in.Start), End: min(scope.End, in.End)}
				out = append(out, p.Cite(span.Shift(-in.Start)))
			}
		}
	}
	return out
}
