package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/eval"
	"github.com/footnote-go/footnote/grounding"
)

var claimsFigures = []string{"accuracy", "balanced_accuracy", "auroc", "macro_f1", "coverage", "decided_accuracy"}

func (a *app) evalClaimsCommand() *cobra.Command {
	f := harnessFlags{formats: []string{"text", "json", "md"}, checksFile: true}
	cmd := &cobra.Command{
		Use:               "claims --data FILE",
		Short:             "Measure how well claims are judged by evidence of their own",
		Long:              `claims holds each claim against its own evidence, {"id","claim","evidence":["…"],"label","group"} a line, as "footnote check --claims" does, and compares with the labels: supported, partial, unsupported, contradicted. By the score alone, a claim counts as supported from a threshold on; that is what accuracy and balanced accuracy say. Coverage is the share that a rule decided. Lines of one group count once, by the one with the highest score.`,
		Example:           `  footnote eval claims --data claims.jsonl --json`,
		Args:              noArgs,
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	f.register(cmd)
	checkScope := refuseScope(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if err := f.check(a, cmd); err != nil {
			return err
		}
		if err := checkScope(); err != nil {
			return err
		}
		limits, err := f.limits(claimsFigures)
		if err != nil {
			return err
		}
		o, err := f.options(a, cmd)
		if err != nil {
			return err
		}
		items, broken, err := f.claims(a)
		if err != nil {
			return err
		}
		r, err := eval.CheckClaims(cmd.Context(), items, o)
		if err != nil {
			return err
		}
		if r.Items < f.minN {
			return usageError("%s; --min-n wants %d", counted(r.Items, "claim", "claims"), f.minN)
		}
		err = f.write(a, r, func() {
			a.out.wrap("", plain(fmt.Sprintf("%s, by rules %s", counted(r.Items, "claim", "claims"), r.Rules)))
			a.out.blank()
			a.figureTable(r.Rows())
			a.ruleLines(r.RuleGrades)
		}, map[string]func(io.Writer) error{"md": r.WriteMarkdown})
		if err != nil {
			return err
		}
		short := a.short(limits, map[string]float64{
			"accuracy": r.Accuracy, "balanced_accuracy": r.BalancedAccuracy, "auroc": r.AUROC,
			"macro_f1": r.MacroF1.Value, "coverage": r.CoverageShare, "decided_accuracy": r.DecidedAccuracy,
		})
		switch {
		case broken:
			return exitCode(exitRead)
		case short:
			return exitCode(exitShort)
		}
		return nil
	}
	return cmd
}

// claims reads the file of claims.
func (f *harnessFlags) claims(a *app) (items []eval.ClaimItem, broken bool, err error) {
	in, err := f.input(a)
	if err != nil {
		return nil, false, readError(err)
	}
	defer in.Close()
	items, err = eval.ReadClaims(f.data, in)
	if broken = a.broken(err); broken && len(items) == 0 {
		return nil, true, exitCode(exitRead)
	}
	return items, broken, nil
}

// ruleLines prints how good each rule is.
func (a *app) ruleLines(rules []eval.RuleGrade) {
	if len(rules) == 0 {
		return
	}
	rows := [][]string{{"rule", "fired", "precision", "95% interval", "base rate", "lift"}}
	for _, r := range rules {
		rows = append(rows, []string{r.Rule, fmt.Sprint(r.Fired), fmt.Sprintf("%.3f", r.Precision),
			fmt.Sprintf("%.3f to %.3f", r.Low, r.High), fmt.Sprintf("%.3f", r.BaseRate), fmt.Sprintf("%.2f", r.Lift)})
	}
	a.out.blank()
	a.out.write(plain(a.textTable(rows)))
}

func (a *app) evalMutationsCommand() *cobra.Command {
	f := harnessFlags{formats: []string{"text", "json"}}
	var most int
	cmd := &cobra.Command{
		Use:   "mutations",
		Short: "Measure the checker on claims that are made of the articles themselves",
		Long: `mutations makes claims of the articles in scope and their facts: false ones, which differ from what the article states in one thing (a number, a name, who does it to whom, a negation, the note, …), and true ones in another form. It needs no labels, so it works on articles of your own. Printed is how many false ones the checker lets pass, and at how many true ones it raises an alarm, by kind.

--min takes 1 less the share of false accepts or false alarms: accepts, alarms.`,
		Example: `  footnote eval mutations --corpus notes/ --max 100`,
		Args:    noArgs, ValidArgsFunction: cobra.NoFileCompletions,
	}
	f.register(cmd)
	cmd.Flags().IntVar(&most, "max", eval.DefaultMutants, "at most `N` of each kind")
	_ = cmd.RegisterFlagCompletionFunc("max", cobra.NoFileCompletions)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if err := f.check(a, cmd); err != nil {
			return err
		}
		if most < 1 {
			return usageErrorOf(cmd, "--max %d: at least 1", most)
		}
		limits, err := f.limits([]string{"accepts", "alarms"})
		if err != nil {
			return err
		}
		return a.evalMutations(cmd.Context(), f, limits, most)
	}
	return cmd
}

// mutationsOutput is what eval mutations says.
type mutationsOutput struct {
	Schema string `json:"schema"`
	eval.MutantReport
}

func (a *app) evalMutations(ctx context.Context, f harnessFlags, limits map[string]float64, most int) error {
	checker, err := a.checker(grounding.Sentence)
	if err != nil {
		return err
	}
	mutants := eval.Mutants(a.corpus, eval.MutantOptions{Seed: f.seed, Max: most})
	if len(mutants) < max(f.minN, 1) {
		return usageError("%s can be made of the articles; --min-n wants %d", counted(len(mutants), "claim", "claims"), max(f.minN, 1))
	}
	r, err := eval.CheckMutants(ctx, checker, mutants)
	if err != nil {
		return err
	}
	err = f.write(a, mutationsOutput{schema, r}, func() { a.printMutations(r) }, nil)
	if err != nil {
		return err
	}
	if a.short(limits, map[string]float64{"accepts": 1 - r.Bad.FalseAccepts.Share, "alarms": 1 - r.Good.FalseAlarms.Share}) {
		return exitCode(exitShort)
	}
	return nil
}

func (a *app) printMutations(r eval.MutantReport) {
	rows := [][]string{{"kind", "n", "wrong", "share", "95% interval", "undecided"}}
	add := func(name string, x eval.MutantResult) {
		wrong := x.FalseAccepts
		if x.Good {
			wrong = x.FalseAlarms
		}
		rows = append(rows, []string{name, fmt.Sprint(x.N), fmt.Sprint(wrong.Count), fmt.Sprintf("%.3f", wrong.Share),
			fmt.Sprintf("%.3f to %.3f", wrong.Low, wrong.High), fmt.Sprint(x.Undecided.Count)})
	}
	for _, good := range []bool{false, true} {
		for _, k := range r.Kinds {
			if k.Good == good {
				add(string(k.Kind), k)
			}
		}
		if good {
			add("all true", r.Good)
		} else {
			add("all false", r.Bad)
		}
	}
	a.out.wrap("", plain("wrong: false claims that pass, true ones that raise an alarm; by rules "+r.Rules))
	a.out.blank()
	a.out.write(plain(a.textTable(rows)))
}

func (a *app) evalCalibrateCommand() *cobra.Command {
	f := harnessFlags{formats: []string{"text", "json"}, checksFile: true}
	var kind string
	cmd := &cobra.Command{
		Use:     "calibrate --data FILE",
		Short:   "Fit the scores to labels of your own",
		Long:    `calibrate reads answers with labelled claims, or with --of claims labelled claims with their evidence, and prints how the scores of check are turned into probabilities for text of that kind, by Platt scaling, with the losses before and after (by cross-validation), and the score that best parts supported claims from the rest.`,
		Example: `  footnote eval calibrate --data answers.jsonl`,
		Args:    noArgs, ValidArgsFunction: cobra.NoFileCompletions,
	}
	f.register(cmd)
	cmd.Flags().StringVar(&kind, "of", "answers", "`WHAT` the file has: answers or claims")
	_ = cmd.RegisterFlagCompletionFunc("of", cobra.FixedCompletions([]string{"answers", "claims"}, cobra.ShellCompDirectiveNoFileComp))
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if err := f.check(a, cmd); err != nil {
			return err
		}
		if kind != "answers" && kind != "claims" {
			return usageErrorOf(cmd, "--of %q: answers or claims", kind)
		}
		limits, err := f.limits([]string{"balanced_accuracy", "auroc"})
		if err != nil {
			return err
		}
		scores, broken, err := a.labelledScores(cmd.Context(), f, kind == "claims")
		if err != nil {
			return err
		}
		if len(scores) < f.minN {
			return usageError("%s; --min-n wants %d", counted(len(scores), "labelled claim", "labelled claims"), f.minN)
		}
		c, err := eval.Calibrate(scores, f.seed)
		if err != nil {
			return usageError("%s: too few labels: ten supported claims are needed, and ten that are not", f.data)
		}
		if err := f.write(a, calibrationOutput{schema, c}, func() { a.printCalibration(c) }, nil); err != nil {
			return err
		}
		short := a.short(limits, map[string]float64{"balanced_accuracy": c.BalancedAccuracy, "auroc": c.AUROC})
		switch {
		case broken:
			return exitCode(exitRead)
		case short:
			return exitCode(exitShort)
		}
		return nil
	}
	return cmd
}

// labelledScores checks what the file of --data has and returns the labelled scores.
func (a *app) labelledScores(ctx context.Context, f harnessFlags, claims bool) (scores []eval.LabelledScore, broken bool, err error) {
	o := eval.CheckOptions{Parallel: f.parallel, Seed: f.seed}
	if claims {
		items, broken, err := f.claims(a)
		if err != nil {
			return nil, broken, err
		}
		r, err := eval.CheckClaims(ctx, items, o)
		return r.LabelledScores(), broken, err
	}
	in, err := f.input(a)
	if err != nil {
		return nil, false, readError(err)
	}
	defer in.Close()
	answers, err := eval.ReadAnswers(f.data, in)
	if broken = a.broken(err); broken && len(answers) == 0 {
		return nil, true, exitCode(exitRead)
	}
	checker, err := a.checker(grounding.Sentence)
	if err != nil {
		return nil, broken, err
	}
	r, err := eval.CheckAnswers(ctx, checker, answers, o)
	if err != nil {
		return nil, broken, err
	}
	return r.LabelledScores(answers), broken, nil
}

// calibrationOutput is what eval calibrate says.
type calibrationOutput struct {
	Schema string `json:"schema"`
	eval.Calibration
}

func (a *app) printCalibration(c eval.Calibration) {
	a.out.wrap("", plain(fmt.Sprintf("%d claims, %d of them supported", c.N, c.Supported)))
	a.out.blank()
	a.out.write(plain(a.textTable([][]string{
		{"figure", "value"},
		{"a", fmt.Sprintf("%.4f", c.A)},
		{"b", fmt.Sprintf("%.4f", c.B)},
		{"threshold", fmt.Sprintf("%.3f", c.Threshold)},
		{"balanced accuracy there", fmt.Sprintf("%.3f", c.BalancedAccuracy)},
		{"AUROC", fmt.Sprintf("%.3f", c.AUROC)},
		{"Brier score before", fmt.Sprintf("%.3f", c.Before.Brier)},
		{"Brier score after", fmt.Sprintf("%.3f", c.After.Brier)},
		{"log loss before", fmt.Sprintf("%.3f", c.Before.LogLoss)},
		{"log loss after", fmt.Sprintf("%.3f", c.After.LogLoss)},
	})))
	a.out.blank()
	rows := [][]string{{"scores", "n", "mean", "supported"}}
	for _, b := range c.Bins {
		rows = append(rows, []string{fmt.Sprintf("%.1f to %.1f", b.From, b.To), fmt.Sprint(b.N), fmt.Sprintf("%.3f", b.Score), fmt.Sprintf("%.3f", b.Supported)})
	}
	a.out.write(plain(a.textTable(rows)))
}
