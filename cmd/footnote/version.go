package main

import (
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/index"
)

type versionOutput struct {
	Schema   string      `json:"schema"`
	Version  string      `json:"version"`
	Corpus   cite.Digest `json:"corpus"`
	Analysis string      `json:"analysis"`
	Rules    string      `json:"rules"`
}

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:               "version",
		Short:             "Print the versions of the program, the corpus and the rules",
		Args:              noArgs,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			c, err := a.open()
			if err != nil {
				return err
			}
			v := versionOutput{schema, moduleVersion(), c.Revision(), index.Analysis, grounding.RulesVersion}
			if a.json {
				a.out.json(v)
				return nil
			}
			a.out.wrap("", plain("footnote "+v.Version))
			a.out.wrap("", plain("corpus "+v.Corpus.Short()))
			a.out.wrap("", plain("analysis "+v.Analysis))
			a.out.wrap("", plain("rules "+v.Rules))
			return nil
		},
	}
}

// moduleVersion returns the version that the program was built from.
func moduleVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return info.Main.Version
}
