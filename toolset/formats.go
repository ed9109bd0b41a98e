package toolset

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/google/jsonschema-go/jsonschema"
)

// A Format says how a runtime wants the definitions of tools.
type Format string

const (
	// MCP is the list of the Model Context Protocol: {"tools":[…]}.
	MCP Format = "mcp"
	// OpenAI are the function tools of OpenAI's Responses API.
	OpenAI Format = "openai"
	// OpenAIChat are those of the Chat Completions API, which other servers take, too.
	OpenAIChat Format = "openai-chat"
	// Anthropic are the tools of Anthropic's Messages API.
	Anthropic Format = "anthropic"
)

// Formats are all formats.
var Formats = [...]Format{MCP, OpenAI, OpenAIChat, Anthropic}

// ParseFormat returns the format of a name.
func ParseFormat(name string) (Format, error) {
	if f := Format(name); slices.Contains(Formats[:], f) {
		return f, nil
	}
	return "", fmt.Errorf("toolset: no format %q; there are %s, %s, %s and %s", name, MCP, OpenAI, OpenAIChat, Anthropic)
}

// MCPTool is the definition of a tool in MCP. Every operation only reads, so that
// calling it again changes nothing.
type MCPTool struct {
	Name         string             `json:"name"`
	Title        string             `json:"title"`
	Description  string             `json:"description"`
	InputSchema  *jsonschema.Schema `json:"inputSchema"`
	OutputSchema *jsonschema.Schema `json:"outputSchema"`
	Annotations  MCPAnnotations     `json:"annotations"`
}

// MCPAnnotations say what a tool does to the world: nothing.
type MCPAnnotations struct {
	Title           string `json:"title"`
	ReadOnlyHint    bool   `json:"readOnlyHint"`
	DestructiveHint bool   `json:"destructiveHint"`
	IdempotentHint  bool   `json:"idempotentHint"`
	OpenWorldHint   bool   `json:"openWorldHint"`
}

// OpenAIFunction is a function tool of the Responses API. Strict is false: strict mode
// has every argument written out, and leaves out bounds.
type OpenAIFunction struct {
	Type        string             `json:"type"` // "function"
	Name        string             `json:"name"`
	Description string             `json:"description"`
	Parameters  *jsonschema.Schema `json:"parameters"`
	Strict      bool               `json:"strict"`
}

// OpenAIChatFunction is a function tool of the Chat Completions API.
type OpenAIChatFunction struct {
	Type     string             `json:"type"` // "function"
	Function OpenAIChatCallable `json:"function"`
}

// OpenAIChatCallable is the function of an OpenAIChatFunction.
type OpenAIChatCallable struct {
	Name        string             `json:"name"`
	Description string             `json:"description"`
	Parameters  *jsonschema.Schema `json:"parameters"`
	Strict      bool               `json:"strict"`
}

// AnthropicTool is a tool of the Messages API.
type AnthropicTool struct {
	Name        string             `json:"name"`
	Description string             `json:"description"`
	InputSchema *jsonschema.Schema `json:"input_schema"`
}

// Definitions returns the definitions of operations as a runtime takes them: a JSON
// array, for MCP an object with the array tools.
func Definitions(format Format, operations []Operation) (json.RawMessage, error) {
	switch format {
	case MCP:
		return encode(struct {
			Tools []MCPTool `json:"tools"`
		}{each(operations, Operation.mcp)})
	case OpenAI:
		return encode(each(operations, func(o Operation) OpenAIFunction {
			return OpenAIFunction{"function", o.Name, o.Description, o.Input, false}
		}))
	case OpenAIChat:
		return encode(each(operations, func(o Operation) OpenAIChatFunction {
			return OpenAIChatFunction{"function", OpenAIChatCallable{o.Name, o.Description, o.Input, false}}
		}))
	case Anthropic:
		return encode(each(operations, func(o Operation) AnthropicTool {
			return AnthropicTool{o.Name, o.Description, o.Input}
		}))
	}
	_, err := ParseFormat(string(format))
	return nil, err
}

func (o Operation) mcp() MCPTool {
	return MCPTool{o.Name, o.Title, o.Description, o.Input, o.Output, MCPAnnotations{o.Title, true, false, true, false}}
}

func each[In, Out any](all []In, f func(In) Out) []Out {
	out := make([]Out, len(all))
	for i, one := range all {
		out[i] = f(one)
	}
	return out
}
