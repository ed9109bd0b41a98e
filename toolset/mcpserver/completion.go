package mcpserver

import (
	"context"
	"strings"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/footnote-go/footnote/corpus"
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

// values returns what an argument of a template may be, in the order of the articles.
func (c completer) values(template, argument, article string) (func(yield func(string) bool), bool) {
	switch {
	case argument == "article" && (template == articleTemplate || template == passageTemplate || template == sectionTemplate || template == footnoteTemplate || template == factTemplate):
		return c.each("", func(a *corpus.Article, yield func(string) bool) bool { return yield(a.ID()) }), true
	case template == passageTemplate && argument == "place":
		return c.each(article, func(a *corpus.Article, yield func(string) bool) bool {
			for p := range a.Passages() {
				if !yield(placeOf(p.ID())) {
					return false
				}
			}
			return true
		}), true
	case template == sectionTemplate && argument == "slug":
		return c.each(article, func(a *corpus.Article, yield func(string) bool) bool {
			for s := range a.Sections() {
				if !yield(s.Slug()) {
					return false
				}
			}
			return true
		}), true
	case template == footnoteTemplate && argument == "label":
		return c.each(article, func(a *corpus.Article, yield func(string) bool) bool {
			for f := range a.Footnotes() {
				if !yield(f.Label) {
					return false
				}
			}
			return true
		}), true
	case template == factTemplate && argument == "id":
		return c.each(article, func(a *corpus.Article, yield func(string) bool) bool {
			for f := range a.Facts().All() {
				if !yield(f.ID()) {
					return false
				}
			}
			return true
		}), true
	}
	return nil, false
}

// each goes through the articles, or the one of an ID.
func (c completer) each(id string, in func(a *corpus.Article, yield func(string) bool) bool) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for a := range c.corpus.Articles() {
			if (id == "" || a.ID() == id) && !in(a, yield) {
				return
			}
		}
	}
}
