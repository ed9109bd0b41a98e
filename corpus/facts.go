package corpus

import (
	"encoding/json"
	"errors"
	"slices"
	"sync"
	"unicode/utf8"

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
	var records []fact.Record
	var entities []fact.Entity
	for _, a := range articles {
		set := a.Facts()
		for f := range set.All() {
			records = append(records, f.Record())
		}
		entities = slices.AppendSeq(entities, set.Entities())
	}
	set, _ := fact.NewSet(records, entities) // each was taken before, by its own set
	return set
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
		r := &factReader{sidecarReader: sidecarReader{file: s.Name}, a: a, budget: searchBudget}
		data := beside.data[s.Kind]
		switch s.Kind {
		case SidecarAliases:
			entities = r.aliases(data)
		case SidecarFacts:
			lines(&r.sidecarReader, data, parseRecord, func(rec fact.Record, at Diagnostic) {
				if r.settle(&rec, at) {
					records, places = append(records, rec), append(places, at)
				}
			})
			var problems []fact.Problem
			out.set, problems = fact.NewSet(records, entities)
			for _, p := range problems {
				r.problem(p, places[p.Record])
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
	budget int // what may still be spent on looking for quotations
}

// searchBudget bounds the work of looking for the quotations of one file, in units
// of about a nanosecond. It is enough to look for all quotations of a large file
// where they are said to stand, and for some thousands elsewhere in an article as
// long as the built-in one. What is beyond it is told, and counts as gone.
const searchBudget = 2_000_000_000

// spend takes what a search costs out of the budget and reports whether there was
// enough left.
func (r *factReader) spend(cost int) bool {
	r.budget -= min(cost, searchBudget)
	return r.budget >= 0
}

// costs of looking for a quotation in a text, measured roughly: to find it byte for
// byte, some bytes a nanosecond; to find what it has become, one for each pair of
// their words, some five bytes long, and about two such alignments.
func findCost(text int) int           { return text/4 + 100 }
func resolveCost(text, quote int) int { return findCost(text) + 2*(text/5+1)*(quote/5+1) }

func parseRecord(line []byte) (fact.Record, error) {
	if !utf8.Valid(line) {
		return fact.Record{}, errors.New("it is not UTF-8")
	}
	var rec fact.Record
	if err := json.Unmarshal(line, &rec); err != nil {
		return fact.Record{}, err
	}
	return rec, rec.Check()
}

// settle looks up the evidence of a record, and takes section and footnotes from
// the text. It reports whether there is any evidence.
func (r *factReader) settle(rec *fact.Record, at Diagnostic) bool {
	var evidence []cite.Citation
	for _, e := range rec.Evidence {
		if now, ok := r.locate(rec.ID, e, at); ok {
			evidence = append(evidence, now)
		}
	}
	if len(evidence) == 0 {
		return false // locate has told why
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

// locate returns where a piece of evidence stands in the text.
func (r *factReader) locate(id string, e cite.Citation, at Diagnostic) (cite.Citation, bool) {
	if p, ok := r.a.Passage(e.Passage); ok && r.spend(findCost(len(p.Text()))) {
		if span, ok := onlyPlace(p.Text(), e.Quote); ok {
			return p.Cite(span), true
		}
	}
	res := Resolution{Status: Gone}
	if e.Passage.Article() == r.a.id {
		if !r.spend(resolveCost(len(r.a.raw), len(e.Quote))) {
			at.Code = DiagGoneEvidence
			r.odd.add(at, "%s: the quotation %.60q was not looked for: too many of the file don't stand where it says", id, e.Quote)
			return cite.Citation{}, false
		}
		// Evidence that brings no footnotes says nothing of them.
		sameNotes := slices.Equal[[]string]
		if len(e.Footnotes) == 0 {
			sameNotes = func(_, _ []string) bool { return true }
		}
		res = r.a.resolve(e, sameNotes)
	}
	switch res.Status {
	case Same, Moved:
		return res.Citation, true
	case Edited:
		at.Code = DiagEditedEvidence
		r.odd.add(at, "%s: the quotation %.60q has become %.60q", id, e.Quote, res.Citation.Quote)
	case Ambiguous:
		at.Code = DiagAmbiguousEvidence
		r.odd.add(at, "%s: the quotation %.60q may be at %d places", id, e.Quote, len(res.Candidates))
	default:
		at.Code = DiagGoneEvidence
		r.odd.add(at, "%s: the quotation %.60q is not in %s, nor elsewhere", id, e.Quote, e.Passage)
	}
	return cite.Citation{}, false
}

// problem tells of a record that its set doesn't take.
func (r *factReader) problem(p fact.Problem, at Diagnostic) {
	if errors.Is(p, fact.ErrDuplicateID) {
		at.Code = DiagDuplicateFact
		r.odd.add(at, "this line is left out: %v", p)
		return
	}
	r.broken(at, p)
}
