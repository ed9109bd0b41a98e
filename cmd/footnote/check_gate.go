package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/grounding"
)

// gateFlags are the flags that say which answers pass.
type gateFlags struct {
	allowUncited, allowRefusal bool
	undecided                  string
	failOn                     []string
}

func (f *gateFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.BoolVar(&f.allowUncited, "allow-uncited", false, "let claims without a marker pass")
	flags.BoolVar(&f.allowRefusal, "allow-refusal", false, "let an answer pass that only says that the article doesn't say")
	flags.StringVar(&f.undecided, "undecided", "warn", "`WHAT` becomes of claims that no rule decides: fail, warn or pass")
	flags.StringSliceVar(&f.failOn, "fail-on", nil, "fail on these verdicts alone, a `LIST` with commas: "+strings.Join(failOnNames(), ", "))
	_ = cmd.RegisterFlagCompletionFunc("undecided", cobra.FixedCompletions([]string{"fail", "warn", "pass"}, cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("fail-on", cobra.FixedCompletions(failOnNames(), cobra.ShellCompDirectiveNoFileComp))
}

// failOnNames are the verdicts that --fail-on knows.
func failOnNames() []string {
	var out []string
	for _, v := range grounding.Verdicts {
		if v != grounding.Supported && v != grounding.NoClaim {
			out = append(out, string(v))
		}
	}
	return out
}

// gate returns the gate that the flags describe.
func (f *gateFlags) gate(cmd *cobra.Command) (grounding.Gate, error) {
	g := grounding.Gate{AllowUncited: f.allowUncited, AllowRefusal: f.allowRefusal}
	var err error
	if g.Undecided, err = grounding.ParseLeniency(f.undecided); err != nil {
		return g, usageErrorOf(cmd, "--undecided %w", err)
	}
	for _, name := range f.failOn {
		if !slices.Contains(failOnNames(), name) {
			return g, usageErrorOf(cmd, "--fail-on %q: %s", name, strings.Join(failOnNames(), ", "))
		}
		g.FailOn = append(g.FailOn, grounding.Verdict(name))
	}
	return g, nil
}
