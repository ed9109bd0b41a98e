package corpus

import (
	"errors"
	"slices"
	"sync"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
)

// Facts returns what the file NAME.facts.jsonl beside the article states, with the
// aliases of NAME.aliases.jsonl. An article without such a file has an empty set.
// The files are read at the first call.
//
// Each line is a [fact.Record]; as evidence, {"passage","quote"} is enough. Every
// quotation is looked up in the text as it is now. One that stands in its passage
// once is taken from there, one that has moved is followed as [Corpus.Resolve]
// does; one that was edited, that is gone, or that may be at several places is a
// diagnostic and no evidence, and a fact that has no evidence left is left out.
// Section and footnotes come from the text; footnotes that the file has are
// compared with it. Lines that are broken, a second fact of one ID, and
// tensions whose facts there are not, are left out with a diagnostic.
func (a *Article) Facts() *fact.Set { return a.statements().set }

// Facts returns the facts of all articles, as [Article.Facts] reads them. Two
// articles may each have a fact of one ID: [fact.Set.Fact] says how to tell them
// apart.
func (c *Corpus) Facts() *fact.Set {
	switch len(c.articles) {
	case 0:
		return noStatements().set
	case 1:
		return c.articles[0].Facts()
	}
	return c.facts()
}

// joinFacts makes one set of the facts of several articles.
func joinFacts(articles []*Article) *fact.Set {
	sets := make([]*fact.Set, len(articles))
	for i, a := range articles {
		sets[i] = a.Facts()
	}
	return fact.Join(sets...)
}

// statements is what the sidecars of an article state.
type statements struct {
	set     *fact.Set
	strange []Diagnostic
}

// noStatements is what an article without sidecars states.
var noStatements = sync.OnceValue(func() statements {
	set, _ := fact.NewSet(nil, nil)
	return statements{set: set}
})

func (a *Article) statements() statements {
	if a.stated == nil {
		return noStatements()
	}
	return a.stated()
}

// readStatements reads the facts and aliases of an article.
func readStatements(a *Article, beside sidecars) statements {
	var out statements
	var entities []fact.Entity
	var records []fact.Record
	var places []Diagnostic
	for _, s := range beside.found {
		r := &factReader{sidecarReader: sidecarReader{file: s.Name}, a: a, budget: newSearchBudget()}
		data := beside.data[s.Kind]
		switch s.Kind {
		case SidecarAliases:
			entities = r.aliases(data)
		case SidecarFacts:
			lines(&r.sidecarReader, data, parseFactLine, func(l factLine, at Diagnostic) {
				r.tellUnknown(l, at)
				if r.settle(&l.record, at) {
					records, places = append(records, l.record), append(places, at)
				}
			})
			var refused []fact.RecordError
			out.set, refused = fact.NewSet(records, entities)
			for _, e := range refused {
				r.refused(e, places[e.Index])
			}
		}
		odd := r.odd.all()
		slices.SortStableFunc(odd, func(x, y Diagnostic) int { return x.Line - y.Line })
		out.strange = append(out.strange, odd...)
	}
	if out.set == nil {
		out.set, _ = fact.NewSet(nil, entities)
	}
	return out
}

// A factReader reads the facts of an article.
type factReader struct {
	sidecarReader
	a      *Article
	budget searchBudget
}

// A factLine is a line of a file of facts.
type factLine struct {
	record  fact.Record
	unknown []string // fields that nothing reads
}

func parseFactLine(line []byte) (factLine, error) {
	rec, err := fact.ParseRecord(line)
	if err != nil {
		return factLine{}, err
	}
	return factLine{rec, fact.UnknownFields(line)}, nil
}

// tellUnknown tells of the fields of a line that nothing reads: a misspelt
// "attributed_to" would be lost without a word.
func (r *factReader) tellUnknown(l factLine, at Diagnostic) {
	at.Code = DiagUnknownField
	for _, name := range l.unknown {
		r.odd.add(at, "%s: nothing reads the field %q", l.record.ID, name)
	}
}

// settle looks up the evidence of a record, and takes section and footnotes from
// the text. It reports whether there is any evidence.
func (r *factReader) settle(rec *fact.Record, at Diagnostic) bool {
	var evidence []cite.Citation
	var lost []Diagnostic
	for _, e := range rec.Evidence {
		now, d := r.locate(e)
		if d.Code != "" {
			d.File, d.Line, d.Offset = at.File, at.Line, at.Offset
			lost = append(lost, d)
		}
		if now.IsZero() {
			continue
		}
		if d := at; e.Footnotes != nil && !slices.Equal(e.Labels(), now.Labels()) {
			d.Code = DiagWrongFootnotes
			r.odd.add(d, "%s: the evidence says footnotes %q; in force are %q", rec.ID, e.Labels(), now.Labels())
		}
		evidence = append(evidence, now)
	}
	for _, d := range lost {
		what := "the fact stays, with its other evidence"
		switch {
		case d.Code == DiagMovedEvidence:
			what = "the evidence follows"
		case len(evidence) == 0:
			what = "the fact is left out"
		}
		r.odd.add(d, "%s: %s; %s", rec.ID, d.Message, what)
	}
	if len(evidence) == 0 {
		return false
	}
	rec.Evidence = evidence
	var notes [][]cite.Footnote
	for _, e := range evidence {
		notes = append(notes, e.Footnotes)
	}
	labels := cite.Citation{Footnotes: cite.DistinctFootnotes(notes...)}.Labels()
	if rec.Footnotes != nil && !slices.Equal(rec.Footnotes, labels) {
		at.Code = DiagWrongFootnotes
		r.odd.add(at, "%s: the file says footnotes %q; in force are %q", rec.ID, rec.Footnotes, labels)
	}
	rec.Footnotes = labels
	if p, ok := r.a.Passage(evidence[0].Passage); ok {
		rec.Section = p.Section().Path()
	}
	return true
}

// refused tells of a record that its set doesn't take.
func (r *factReader) refused(e fact.RecordError, at Diagnostic) {
	if errors.Is(e, fact.ErrDuplicateID) {
		at.Code = DiagDuplicateFact
		r.odd.add(at, "this line is left out: %v", e)
		return
	}
	r.broken(at, e)
}
