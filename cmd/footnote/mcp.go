package main

import (
	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/toolset"
	"github.com/footnote-go/footnote/toolset/mcpserver"
)

// toolFlags are the flags of the commands that serve the tools.
type toolFlags struct {
	baseURL   string
	maxTokens int
}

func (f *toolFlags) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.baseURL, "base-url", "", "begin addresses with `URL`, where \"footnote serve\" shows the articles")
	cmd.Flags().IntVar(&f.maxTokens, "tokens", toolset.DefaultMaxTokens, "a result has `N` tokens at most, one for four bytes, unless the call says otherwise")
	_ = cmd.RegisterFlagCompletionFunc("base-url", cobra.NoFileCompletions)
	_ = cmd.RegisterFlagCompletionFunc("tokens", cobra.NoFileCompletions)
}

// openTools makes the tools over the articles in scope.
func (a *app) openTools(f toolFlags) (*toolset.Set, error) {
	if f.maxTokens < 1 {
		return nil, usageError("--tokens %d: at least 1", f.maxTokens)
	}
	c, err := a.open()
	if err != nil {
		return nil, err
	}
	set, err := toolset.New(c, toolset.Options{BaseURL: f.baseURL, MaxTokens: f.maxTokens})
	if err != nil {
		return nil, usageError("--base-url: %w", err)
	}
	return set, nil
}

func (a *app) mcpCommand() *cobra.Command {
	var flags toolFlags
	cmd := &cobra.Command{
		Use:   "mcp",
		Short: "Serve the tools over MCP on standard input and output",
		Long: `mcp serves the Model Context Protocol on standard input and output, for a client that starts it: tools that find and read cited passages and facts and check drafts, the articles as resources, and prompts. It ends when its input does and all is answered.

Most clients take a configuration such as

  {"mcpServers": {"footnote": {"command": "footnote", "args": ["mcp"]}}}`,
		Example:           `  footnote mcp --corpus notes/`,
		Args:              noArgs,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if a.json {
				return usageErrorOf(cmd, "mcp has no --json: what it writes is the protocol's")
			}
			set, err := a.openTools(flags)
			if err != nil {
				return err
			}
			defer set.Close()
			go set.Prepare() // while the client says hello; whoever needs it waits
			server := mcpserver.New(set, mcpserver.Options{Version: moduleVersion()})
			err = mcpserver.Serve(cmd.Context(), server, a.stdin, a.stdout)
			if err == nil || cmd.Context().Err() != nil {
				return nil
			}
			return readError(err)
		},
	}
	flags.register(cmd)
	return cmd
}
