package main

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/grounding"
)

func (a *app) citeCommand() *cobra.Command {
	var flags checkFlags
	cmd := &cobra.Command{
		Use:     "cite [FILE]",
		Short:   "Put the right markers into an answer, or mend them",
		Long:    `cite reads an answer from FILE or standard input and writes it with the markers that are right: it adds those that are missing and replaces those that are wrong. A claim that the article doesn't back gets none and keeps what it has. What was changed, and which claims have no marker, is told on standard error, with --json in the output.`,
		Example: `  footnote cite draft.md > cited.md`,
	}
	flags.register(a, cmd)
	cmd.Args = flags.args(a)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return a.runCheck(cmd, flags, args, func(ctx context.Context, c *grounding.Checker, ans grounding.Answer, id json.RawMessage) (checked, error) {
			r, err := c.Cite(ctx, ans)
			if err != nil {
				return nil, err
			}
			return citeOutput{schema, id, r.Text, r.Changes, answerReport{report: r.Report, failures: grounding.Gate{}.Check(r.Report), ok: grounding.Gate{}.Passes(r.Report)}}, nil
		})
	}
	return cmd
}

// citeOutput is what cite says.
type citeOutput struct {
	Schema  string             `json:"schema"`
	ID      json.RawMessage    `json:"id,omitempty"`
	Answer  string             `json:"answer"`
	Changes []grounding.Change `json:"changes"`
	Report  answerReport       `json:"report"`
}

// passed is true: what could be cited was.
func (o citeOutput) passed() bool { return true }

func (o citeOutput) print(a *app) {
	a.out.write(plain(o.Answer))
	if !strings.HasSuffix(o.Answer, "\n") {
		a.out.blank()
	}
	for _, c := range o.Changes {
		what := "added " + strings.Join(c.Added, "")
		if len(c.Removed) > 0 {
			what = "replaced " + strings.Join(c.Removed, "") + " by " + strings.Join(c.Added, "")
		}
		a.complain("%s (%s): %s", what, c.Reason, c.Claim)
	}
	for _, f := range o.Report.failures {
		if f.Claim >= 0 {
			a.complain("left as it is, %s: %s", strings.ReplaceAll(string(f.Verdict), "_", " "), o.Report.report.Claims[f.Claim].Text)
		}
	}
}
