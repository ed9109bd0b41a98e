package main

import (
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

type footnoteOutput struct {
	Schema    string          `json:"schema"`
	Footnote  cite.Footnote   `json:"footnote"`
	Citations []cite.Citation `json:"citations"`
	Facts     []string        `json:"facts"`
}

var sourceWords = map[cite.Source]styled{
	cite.SourceNone:     "This note has no text.",
	cite.SourceInternal: "This note names no source that a reader could open.",
	cite.SourceExternal: "This note names a source; it was not opened.",
}

func (a *app) showFootnote(c *corpus.Corpus, ref string) error {
	if strings.HasSuffix(ref, "^") {
		return usageError("%q names no footnote: ^LABEL or ARTICLE^LABEL", ref)
	}
	f, err := c.Footnote(ref)
	for _, unknown := range []error{find[*corpus.UnknownLabelError](err), find[*corpus.UnknownArticleError](err)} {
		if unknown != nil {
			return nothingFound("%w", unknown)
		}
	}
	if err != nil {
		return err
	}
	article, _ := c.Article(f.Article)
	facts := slices.Collect(c.Facts().Under(f))
	out := footnoteOutput{schema, f, append([]cite.Citation{}, article.VouchedFor(f.Label)...), factIDs(facts)}
	if a.json {
		a.out.json(out)
		return nil
	}
	out.print(a)
	a.printFactList(facts)
	return nil
}

func (o footnoteOutput) print(a *app) {
	a.printNotes([]cite.Footnote{o.Footnote})
	for _, link := range o.Footnote.Links {
		if !strings.Contains(o.Footnote.Text, link) {
			a.out.wrap("    ", plain(link))
		}
	}
	a.out.wrap("", sourceWords[o.Footnote.Source])
	if len(o.Citations) == 0 {
		a.out.blank()
		a.out.wrap("", "Nothing refers to it.")
	}
	for _, c := range o.Citations {
		a.out.blank()
		a.out.wrap("", a.out.faint(string(c.Passage)))
		a.out.wrap("  ", plain(c.Quote))
	}
}
