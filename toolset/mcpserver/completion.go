package mcpserver

import (
	"context"
	"iter"
	"strings"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
)

// maxValues is how many values a completion has at most, by the protocol.
const maxValues = 100

// A completer completes the arguments of resource templates and prompts.
type completer struct{ corpus *corpus.Corpus }

func (c completer) complete(_ context.Context, req *mcp.CompleteRequest) (*mcp.CompleteResult, error) {
	out := &mcp.CompleteResult{Completion: mcp.CompletionResultDetails{Values: []string{}}}
	ref, arg := req.Params.Ref, req.Params.Argument
	if ref == nil {
		return nil, invalidParams("a completion needs a ref")
	}
	if ref.Type == "ref/prompt" {
		switch ref.Name {
		case "answer_with_citations", "check_draft":
			return out, nil // what people write themselves
		}
		return nil, invalidParams("there is no prompt %q", ref.Name)
	}
	values, ok := c.values(ref.URI, arg.Name, given(req))
	if !ok {
		return nil, invalidParams("the template %q has no argument %q", ref.URI, arg.Name)
	}
	seen := map[string]bool{}
	prefix := strings.ToLower(arg.Value)
	for v := range values {
		if seen[v] || !strings.HasPrefix(strings.ToLower(v), prefix) {
			continue
		}
		seen[v] = true
		out.Completion.Total++
		if len(out.Completion.Values) < maxValues {
			out.Completion.Values = append(out.Completion.Values, v)
		}
	}
	out.Completion.HasMore = out.Completion.Total > len(out.Completion.Values)
	return out, nil
}

// given returns the article that was chosen before, "" if none was.
func given(req *mcp.CompleteRequest) string {
	if req.Params.Context == nil {
		return ""
	}
	return req.Params.Context.Arguments["article"]
}

// inArticle says of each template which argument it has beside the article, and what
// that may be.
var inArticle = map[string]struct {
	argument string
	values   func(*corpus.Article) iter.Seq[string]
}{
	articleTemplate: {},
	passageTemplate: {"place", func(a *corpus.Article) iter.Seq[string] {
		return names(a.Passages(), func(p corpus.Passage) string { return p.ID().Place() })
	}},
	sectionTemplate: {"slug", func(a *corpus.Article) iter.Seq[string] { return names(a.Sections(), corpus.Section.Slug) }},
	footnoteTemplate: {"label", func(a *corpus.Article) iter.Seq[string] {
		return names(a.Footnotes(), func(f cite.Footnote) string { return f.Label })
	}},
	factTemplate: {"id", func(a *corpus.Article) iter.Seq[string] { return names(a.Facts().All(), fact.Fact.ID) }},
}

// names gives the name of each thing.
func names[T any](all iter.Seq[T], name func(T) string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for one := range all {
			if !yield(name(one)) {
				return
			}
		}
	}
}

// values returns what an argument of a template may be, in the order of the articles,
// or of the one of an ID.
func (c completer) values(template, argument, article string) (iter.Seq[string], bool) {
	in, ok := inArticle[template]
	switch {
	case !ok || argument == "":
		return nil, false
	case argument == "article":
		return names(c.corpus.Articles(), (*corpus.Article).ID), true
	case argument != in.argument:
		return nil, false
	}
	return func(yield func(string) bool) {
		for a := range c.corpus.Articles() {
			if article != "" && a.ID() != article {
				continue
			}
			for v := range in.values(a) {
				if !yield(v) {
					return
				}
			}
		}
	}, true
}
