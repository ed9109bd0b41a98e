package interop

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A typed file is a program in TypeScript in which what the command prints stands as a
// literal of a vendor's type. The compiler refuses literals that lack a field, have one
// that the vendor doesn't know, or one of another type.
type typed struct {
	name    string   // of the file
	imports string   // what the type needs
	command []string // prints the literal
	content bool     // the literal is only the content of what the command prints
	source  string   // has %s where the literal goes
	reason  string
}

var typedFiles = []typed{
	{
		name:    "openai_responses",
		imports: `import OpenAI from 'openai';`,
		command: []string{"tools", "--format", "openai"},
		source: `export const tools: OpenAI.Responses.FunctionTool[] = %s;
export const request: OpenAI.Responses.ResponseCreateParams = { model: 'any', input: 'any', tools };`,
		reason: "tools of the Responses API",
	}, {
		name:    "openai_chat",
		imports: `import OpenAI from 'openai';`,
		command: []string{"tools", "--format", "openai-chat"},
		source: `export const tools: OpenAI.Chat.Completions.ChatCompletionFunctionTool[] = %s;
export const request: OpenAI.Chat.Completions.ChatCompletionCreateParams = { model: 'any', messages: [], tools };`,
		reason: "tools of the Chat Completions API",
	}, {
		name:    "anthropic",
		imports: `import Anthropic from '@anthropic-ai/sdk';`,
		command: []string{"tools", "--format", "anthropic"},
		source: `export const tools: Anthropic.Messages.Tool[] = %s;
export const request: Anthropic.Messages.MessageCreateParams = { model: 'any', max_tokens: 1, messages: [], tools };`,
		reason: "tools of the Messages API",
	}, {
		name:    "mcp_v1",
		imports: `import type { ListToolsResult } from '@modelcontextprotocol/sdk/types.js';`,
		command: []string{"tools", "--format", "mcp"},
		source:  `export const tools: ListToolsResult = %s;`,
		reason:  "the result of tools/list, in the first generation of the SDK",
	}, {
		name:    "mcp_v2",
		imports: `import type { ListToolsResult } from '@modelcontextprotocol/client';`,
		command: []string{"tools", "--format", "mcp"},
		source:  `export const tools: ListToolsResult = %s;`,
		reason:  "the result of tools/list, in the second",
	}, {
		name:    "anthropic_context",
		imports: `import Anthropic from '@anthropic-ai/sdk';`,
		command: []string{"context", "--format", "anthropic", question},
		content: true,
		source: `const content: Anthropic.Messages.SearchResultBlockParam[] = %s;
export const request: Anthropic.Messages.MessageCreateParams = {
  model: 'any', max_tokens: 1, messages: [{ role: 'user', content: [...content, { type: 'text', text: 'any' }] }],
};
export const result: Anthropic.Messages.ToolResultBlockParam = { type: 'tool_result', tool_use_id: 'any', content };`,
		reason: "blocks of search results, in a message and as the result of a tool",
	}, {
		name:    "openai_context",
		imports: `import OpenAI from 'openai';`,
		command: []string{"context", "--format", "openai", question},
		content: true,
		source: `const item: OpenAI.Responses.EasyInputMessage = %s;
export const request: OpenAI.Responses.ResponseCreateParams = { model: 'any', input: [item] };`,
		reason: "an item of the input of the Responses API",
	}, {
		name:    "cohere_context",
		imports: `import { Cohere } from 'cohere-ai';`,
		command: []string{"context", "--format", "cohere", question},
		content: true,
		source: `const documents: Cohere.Document[] = %s;
export const request: Cohere.V2ChatRequest = { model: 'any', messages: [{ role: 'user', content: 'any' }], documents };`,
		reason: "documents of the Chat API",
	},
}

// question finds passages with all that a passage may have: notes, and the header of a
// table before its text.
const question = "What did the NTIA inquiry ask, and what is the policy posture?"

// TestTypes compiles what the command prints for a vendor with the vendor's own types.
func TestTypes(t *testing.T) {
	needClients(t, "types of the vendors")
	for _, f := range typedFiles {
		t.Run(f.name, func(t *testing.T) {
			if r := compile(t, f.write(t, f.literal(t))); r.code != 0 {
				t.Errorf("%s: tsc says\n%s", f.reason, short(r.stdout))
			}
		})
	}
}

// TestTypesRefuse compiles literals that are wrong, so that TestTypes is known to see it.
func TestTypesRefuse(t *testing.T) {
	needClients(t, "types of the vendors")
	for _, test := range []struct{ name, old, new, reason string }{
		{"anthropic", `"input_schema":`, `"inputSchema":`, "a field by another name"},
		{"openai_responses", `"type":"function"`, `"type":"functions"`, "another constant"},
		{"anthropic_context", `"enabled":true`, `"enabled":"yes"`, "another type"},
		{"cohere_context", `"data":`, `"fields":`, "a field that is missing"},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, f := range typedFiles {
				if f.name != test.name {
					continue
				}
				literal := f.literal(t)
				wrong := strings.ReplaceAll(literal, test.old, test.new)
				if wrong == literal {
					t.Fatalf("%s is not in what the command prints", test.old)
				}
				if r := compile(t, f.write(t, wrong)); r.code == 0 {
					t.Errorf("%s: tsc sees nothing wrong", test.reason)
				}
			}
		})
	}
}

// literal returns what the command prints, in one line.
func (f typed) literal(t *testing.T) string {
	printed := json.RawMessage(output(t, append(f.command, "--json")...))
	if f.content {
		var whole struct{ Content json.RawMessage }
		if err := json.Unmarshal(printed, &whole); err != nil || len(whole.Content) == 0 {
			t.Fatalf("footnote %s: no content (%v)", strings.Join(f.command, " "), err)
		}
		printed = whole.Content
	}
	return strings.TrimSpace(string(printed))
}

// write writes the file into a folder in which the compiler finds the packages.
func (f typed) write(t *testing.T, literal string) string {
	dir := t.TempDir()
	packages, err := filepath.Abs("node_modules")
	if err == nil {
		err = os.Symlink(packages, filepath.Join(dir, "node_modules"))
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "package.json"), []byte(`{"type":"module"}`), 0o666)
	}
	file := filepath.Join(dir, f.name+".ts")
	if err == nil {
		err = os.WriteFile(file, fmt.Appendf(nil, f.imports+"\n"+f.source+"\n", literal), 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// compile checks a file strictly, but not the declarations of the packages: they are
// the vendors' business.
func compile(t *testing.T, file string) run {
	return node(t, "tsc", "--noEmit", "--strict", "--exactOptionalPropertyTypes", "--skipLibCheck", "--module", "nodenext", "--target", "es2022", "--types", "", file)
}
