package main

import (
	"github.com/spf13/cobra"
)

func (a *app) evalCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "eval",
		Short: "Measure against data sets",
		Args:  cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageErrorOf(cmd, "measure what? answers, calibrate, claims, mutations or retrieval")
			}
			return usageErrorOf(cmd, "no evaluation %q; there are answers, calibrate, claims, mutations and retrieval", args[0])
		},
	}
	cmd.AddCommand(a.evalAnswersCommand(), a.evalClaimsCommand(), a.evalMutationsCommand(), a.evalCalibrateCommand(), a.evalRetrievalCommand())
	return cmd
}

// refuseScope hides the flags that put articles in scope from a command that has
// none, and returns what tells of them where they are given all the same.
func refuseScope(cmd *cobra.Command) (check func() error) {
	names := []string{"corpus", "article"}
	for _, name := range names {
		cmd.Flags().StringArray(name, nil, "")
		_ = cmd.Flags().MarkHidden(name)
	}
	return func() error {
		for _, name := range names {
			if cmd.Flags().Changed(name) {
				return usageErrorOf(cmd, "--%s: a data set brings its own documents", name)
			}
		}
		return nil
	}
}
