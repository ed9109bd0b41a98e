package mcpserver

import (
	"context"
	"encoding/json"
	"errors"
	"net/url"
	"strings"

	"github.com/modelcontextprotocol/go-sdk/jsonrpc"
	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/toolset"
)

// The templates of resources. Their URIs are those that toolset gives where there is
// no base URL.
const (
	articleTemplate  = toolset.Scheme + ":{article}"
	passageTemplate  = toolset.Scheme + ":{article}/passage/{place}"
	sectionTemplate  = toolset.Scheme + ":{article}/section/{slug}"
	footnoteTemplate = toolset.Scheme + ":{article}/footnote/{label}"
	factTemplate     = toolset.Scheme + ":{article}/fact/{+id}"
)

const (
	markdown = "text/markdown"
	jsonType = "application/json"
)

// cacheSeconds is how long a client may keep what it read: articles change only when
// the server starts anew.
const cacheSeconds = 300

// cacheable says of lists and resources how long they hold.
func cacheable(_ context.Context, _ mcp.Request, c *mcp.Cacheable) {
	c.TTLMs, c.CacheScope = cacheSeconds*1000, "private"
}

// addResources adds each article as a resource, and templates for what is in them.
func addResources(server *mcp.Server, set *toolset.Set) {
	r := &reader{set}
	for a := range set.Corpus().Articles() {
		server.AddResource(&mcp.Resource{
			URI: toolset.ArticleURI(a.ID()), Name: a.ID(), Title: a.Title(), MIMEType: markdown,
			Description: strings.TrimSpace("The whole article as Markdown with its notes. " + a.Description()),
			Size:        int64(len(a.Markdown())),
		}, r.read)
	}
	for _, t := range []mcp.ResourceTemplate{
		{URITemplate: articleTemplate, Name: "article", Title: "Article", MIMEType: markdown,
			Description: "An article as Markdown with its notes, by its ID."},
		{URITemplate: sectionTemplate, Name: "section", Title: "Section", MIMEType: markdown,
			Description: "The passages of a section and of those under it, by the section's slug: what follows # in its ID."},
		{URITemplate: passageTemplate, Name: "passage", Title: "Passage", MIMEType: markdown,
			Description: "A passage with its notes and the key by which to cite it, by its place: what follows # in its ID, such as overview.2."},
		{URITemplate: footnoteTemplate, Name: "footnote", Title: "Footnote", MIMEType: markdown,
			Description: "A footnote and all that it vouches for, by its label, such as 4."},
		{URITemplate: factTemplate, Name: "fact", Title: "Fact", MIMEType: jsonType,
			Description: "A fact as a typed record with its quotations, by its ID, such as llama-2/released."},
	} {
		server.AddResourceTemplate(&t, r.read)
	}
}

// A reader reads resources.
type reader struct{ set *toolset.Set }

func (r *reader) read(ctx context.Context, req *mcp.ReadResourceRequest) (*mcp.ReadResourceResult, error) {
	text, mime, err := r.resource(ctx, req.Params.URI)
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		// The message is for people and models: it says which there are.
		data, _ := json.Marshal(map[string]string{"uri": req.Params.URI}) // strings always are JSON
		return nil, &jsonrpc.Error{Code: jsonrpc.CodeInvalidParams, Message: "resource not found: " + err.Error(), Data: data}
	}
	if text == "" {
		// The SDK leaves an empty text out, and clients refuse contents that have
		// neither a text nor a blob.
		text = "\n"
	}
	return &mcp.ReadResourceResult{Contents: []*mcp.ResourceContents{{URI: req.Params.URI, MIMEType: mime, Text: text}}}, nil
}

// resource returns what a URI names.
func (r *reader) resource(ctx context.Context, uri string) (text, mime string, err error) {
	c := r.set.Corpus()
	rest := strings.TrimPrefix(uri, toolset.Scheme+":")
	parts := strings.SplitN(rest, "/", 3)
	for i, p := range parts {
		if parts[i], err = url.PathUnescape(p); err != nil {
			return "", "", err
		}
	}
	only, err := c.Only(parts[0])
	if unknown, ok := errors.AsType[*corpus.UnknownArticleError](err); ok {
		return "", "", unknown
	}
	if err != nil {
		return "", "", err
	}
	article, _ := only.Article(parts[0])
	if len(parts) == 1 {
		return article.Markdown(), markdown, nil
	}
	kind, name := parts[1], ""
	if len(parts) == 3 {
		name = parts[2]
	}
	switch kind {
	case "section":
		s, ok := article.Section(name)
		if !ok {
			return "", "", noSection(only, article.ID()+"#"+name)
		}
		return r.section(s), markdown, nil
	case "passage":
		p, err := c.FindPassage(article.ID() + "#" + name)
		if err != nil {
			return "", "", err
		}
		return c.Quoted(p), markdown, nil
	case "footnote":
		result, err := r.set.Call(ctx, "read_footnote", arguments(map[string]string{"footnote": article.ID() + "^" + name}))
		return result.Text, markdown, err
	case "fact":
		f, err := only.FindFact(name)
		if err != nil {
			return "", "", err
		}
		record, err := f.MarshalJSON()
		return string(record), jsonType, err
	}
	return "", "", &toolset.Error{Code: toolset.NotFound, Message: "there are passage, section, footnote and fact in an article"}
}

// noSection says of a section that there is not which there are.
func noSection(c *corpus.Corpus, id string) error {
	if _, err := c.FindPassage(id); err != nil {
		return err
	}
	return &toolset.Error{Code: toolset.NotFound, Message: id + " is a passage, not a section"}
}

// section returns the passages of a section, or says that it has none, as a list of
// sources may.
func (r *reader) section(s corpus.Section) string {
	var b strings.Builder
	for sub := range s.Subtree() {
		for p := range sub.Passages() {
			if b.Len() > 0 {
				b.WriteByte('\n')
			}
			b.WriteString(r.set.Corpus().Quoted(p))
		}
	}
	if b.Len() == 0 {
		return "The section has no passages.\n"
	}
	return b.String()
}
