package main

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/toolset"
)

func (a *app) toolsCommand() *cobra.Command {
	format := string(toolset.MCP)
	var names []string
	for _, f := range toolset.Formats {
		names = append(names, string(f))
	}
	cmd := &cobra.Command{
		Use:   "tools",
		Short: "Print the definitions of the tools for a model's runtime",
		Long: `tools prints what "footnote mcp" and "footnote serve" offer as JSON, in the form that a runtime takes: mcp (the result of tools/list), openai (the Responses API), openai-chat (the Chat Completions API, which other servers take, too) or anthropic (the Messages API).

A call is answered by POST /v1/NAME of "footnote serve", or in Go by toolset.Set.Call.`,
		Example:           `  footnote tools --format anthropic`,
		Args:              noArgs,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			f, err := toolset.ParseFormat(format)
			if err != nil {
				return usageError("--format %q: mcp, openai, openai-chat or anthropic", format)
			}
			definitions, err := toolset.Definitions(f, toolset.Operations())
			if err != nil {
				return fmt.Errorf("tools: %w", err)
			}
			if a.json {
				a.out.json(definitions)
				return nil
			}
			var b bytes.Buffer
			if err := json.Indent(&b, definitions, "", "  "); err != nil {
				return fmt.Errorf("tools: %w", err)
			}
			a.out.write(styled(b.String() + "\n"))
			return nil
		},
	}
	cmd.Flags().StringVar(&format, "format", string(toolset.MCP), "`FORMAT` is mcp, openai, openai-chat or anthropic")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}
