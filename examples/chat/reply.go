package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/index"
)

// A reply is an answer with what the check makes of it.
type reply struct {
	text    string
	report  grounding.Report // of the text as it is here
	passed  bool
	revised bool // the model wrote it anew after the first check
	mended  bool // its marks were put right, without the model
}

// check checks a draft. One that would pass with other marks gets them: that is checked
// again, since Cite reports on the text that it returns.
func (b *bot) check(ctx context.Context, question, draft string) (reply, error) {
	a := grounding.Answer{Text: draft, Question: question}
	report, err := b.checker.Check(ctx, a)
	if err != nil || gate.Passes(report) {
		return reply{text: draft, report: report, passed: err == nil}, err
	}
	cited, err := b.checker.Cite(ctx, a)
	if err == nil && gate.Passes(cited.Report) {
		return reply{text: cited.Text, report: cited.Report, passed: true, mended: true}, nil
	}
	return reply{text: draft, report: report}, err
}

// extract answers with sentences of the article, each with its marks.
func (b *bot) extract(ctx context.Context, question string) (reply, error) {
	x, err := b.set.Index()
	if err != nil {
		return reply{}, err
	}
	found, err := x.Search(ctx, index.Query{Text: question})
	if err != nil {
		return reply{}, err
	}
	if !found.Answerable {
		return b.check(ctx, question, "The article does not say.")
	}
	var sentences []string
	for _, s := range found.Answer(3) {
		sentences = append(sentences, s.Text+" "+b.set.Key(s.Citation))
	}
	return b.check(ctx, question, strings.Join(sentences, "\n\n"))
}

// print writes the answer with its notes and how it fared. What didn't pass stands in a
// quotation, without notes, so that nobody takes it for an answer.
func (b *bot) print(w io.Writer, r reply) {
	how := ""
	switch {
	case r.revised && r.mended:
		how = ", written anew after the first check, with its marks put right"
	case r.revised:
		how = ", written anew after the first check"
	case r.mended:
		how = ", with its marks put right"
	}
	if r.passed {
		fmt.Fprintf(w, "%s\n\n", r.text)
		notes := b.notes(r.report)
		for _, f := range notes {
			fmt.Fprintf(w, "%s %s\n", b.set.Corpus().Mark(f), f.Text)
		}
		if len(notes) > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintf(w, "Passed the check%s.\n", how)
	} else {
		fmt.Fprintf(w, "No answer. This draft did not pass the check%s:\n\n%s\n", how, corpus.Blockquote(r.text))
	}
	for _, f := range gate.Check(r.report) {
		fmt.Fprintln(w, b.checker.Explain(r.report, f))
	}
	fmt.Fprintln(w, r.report.Notice)
}

// notes returns the footnotes that an answer cites, each once.
func (b *bot) notes(r grounding.Report) []cite.Footnote {
	var cited []cite.Footnote
	for _, claim := range r.Claims {
		for _, m := range claim.Markers {
			if f, err := b.set.Corpus().Footnote(m.Article + "^" + m.Label); err == nil {
				cited = append(cited, f)
			}
		}
	}
	return cite.DistinctFootnotes(cited)
}
