package main

import (
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/corpus"
)

// schema is the version of the JSON that the command writes.
const schema = "footnote/1"

// An app is one run of the command: the flags of all commands and where to write.
type app struct {
	args   []string
	stdin  io.Reader
	stdout io.Writer // unbuffered, for what speaks a protocol
	out    *printer
	stderr io.Writer

	corpora  []string
	articles []string
	json     bool
	batch    string

	threshold float64 // of confidence

	corpus *corpus.Corpus // the articles in scope, once they are read
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "footnote",
		Short: "Answers with the footnotes that vouch for them",
		Long: `footnote finds, in footnoted articles, the passages and sentences that answer a question, and shows the footnote that vouches for each; it says of an answer whether the articles back it and whether it cites the right footnotes (check), and mends its markers (cite); and it prints the facts that the articles state (facts), by date (timeline), and where an article disagrees with itself (tensions). Without --corpus it knows one article, on Meta's open-weights (Llama) strategy and its effect on AI policy.

A question is plain text: no character in it is syntax. Write it in quotation marks, and one that begins with "-" after "--".

The exit code is 1 if an answer does not pass or a measure fell short, 2 for wrong usage, 3 if nothing was found, 4 if something could not be read.`,
		SuggestionsMinimumDistance: 2,

		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs,
		RunE:          a.noCommand,
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		a.json = a.json || wantsJSON(a.args, cmd.Flags().Lookup("batch") != nil)
		return usageErrorOf(cmd, "%w", err)
	})
	flags := root.PersistentFlags()
	flags.StringArrayVar(&a.corpora, "corpus", nil, "read articles from `PATH`, a file or folder (repeatable; default: the built-in article)")
	flags.StringArrayVar(&a.articles, "article", nil, "only the article `ID` (repeatable)")
	flags.BoolVar(&a.json, "json", false, "write JSON")
	_ = root.RegisterFlagCompletionFunc("article", a.completeArticles)
	root.AddCommand(a.askCommand(), a.searchCommand(), a.contextCommand(), a.showCommand(),
		a.factsCommand(), a.timelineCommand(), a.tensionsCommand(), a.checkCommand(), a.citeCommand(), a.evalCommand(),
		a.serveCommand(), a.mcpCommand(), a.toolsCommand(), a.versionCommand())
	a.setHelp(root)
	return root
}

// noCommand is what "footnote" alone does, also before something that is no
// command.
func (a *app) noCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usageErrorOf(cmd, "no command given")
	}
	if like := cmd.SuggestionsFor(args[0]); len(like) > 0 {
		return usageErrorOf(cmd, "unknown command %q; did you mean %s?", args[0], strings.Join(like, " or "))
	}
	return usageErrorOf(cmd, "unknown command %q", args[0])
}

// wantsJSON reports whether arguments that could not be parsed ask for JSON, of a
// command that answers batches or doesn't.
func wantsJSON(args []string, batches bool) bool {
	for i, arg := range args {
		switch arg {
		case "--":
			return false
		case "--json", "--json=true", "--format=json", "--format=jsonld":
			return true
		case "--format":
			if i+1 < len(args) && (args[i+1] == "json" || args[i+1] == "jsonld") {
				return true
			}
		}
		if batches && (arg == "--batch" || strings.HasPrefix(arg, "--batch=")) {
			return true
		}
	}
	return false
}
