package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/eval"
	"github.com/footnote-go/footnote/grounding"
)

// harnessFlags are the flags that the evaluations of answers, claims and mutants share.
type harnessFlags struct {
	data, format, out  string
	min                []string
	minN, parallel     int
	progress           bool
	seed               uint64
	baseline, waivers  string
	gate               gateFlags
	formats            []string
	checksFile, gating bool
}

func (f *harnessFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	if f.checksFile {
		flags.StringVar(&f.data, "data", "", "read the `FILE`, a JSON object a line (- is standard input)")
		_ = cmd.MarkFlagFilename("data", "jsonl")
	}
	flags.StringVar(&f.format, "format", "text", "`FORMAT` is "+strings.Join(f.formats, ", "))
	flags.StringVar(&f.out, "out", "", "write to `FILE` instead of standard output")
	flags.StringArrayVar(&f.min, "min", nil, "fall short if a figure is below a value, `FIGURE=VALUE` (repeatable)")
	flags.IntVar(&f.minN, "min-n", 0, "refuse to measure with fewer than `N`")
	flags.IntVar(&f.parallel, "parallel", 0, "check `N` at a time (default: as many as there are processors)")
	flags.BoolVar(&f.progress, "progress", false, "tell of the progress on standard error")
	flags.Uint64Var(&f.seed, "seed", 0, "the `NUMBER` that chooses what is drawn at random")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(f.formats, cobra.ShellCompDirectiveNoFileComp))
	for _, name := range []string{"min", "min-n", "parallel", "seed"} {
		_ = cmd.RegisterFlagCompletionFunc(name, cobra.NoFileCompletions)
	}
	if f.gating {
		flags.StringVar(&f.baseline, "baseline", "", "fail only on failures that the earlier report in `FILE` (JSON) hasn't")
		flags.StringVar(&f.waivers, "waive", "", "let the failures in `FILE` pass, {\"id\",\"claim\",\"code\",\"reason\",\"expires\"} a line")
		f.gate.register(cmd)
	}
}

// options returns what the flags say of how to check.
func (f *harnessFlags) options(a *app, cmd *cobra.Command) (eval.CheckOptions, error) {
	o := eval.CheckOptions{Parallel: f.parallel, Seed: f.seed}
	var err error
	if f.gating {
		if o.Gate, err = f.gate.gate(cmd); err != nil {
			return o, err
		}
		if f.baseline != "" {
			if err := readFile(f.baseline, func(r io.Reader) error {
				o.Baseline, err = eval.ReadBaseline(f.baseline, r)
				return err
			}); err != nil {
				return o, readError(err)
			}
		}
		if f.waivers != "" {
			if err := readFile(f.waivers, func(r io.Reader) error {
				o.Waivers, err = eval.ReadWaivers(f.waivers, r, time.Now())
				return err
			}); err != nil {
				return o, readError(err)
			}
		}
	}
	if f.progress {
		o.Events = func(e eval.Event) {
			if e.Done == e.Total || e.Done%100 == 0 {
				a.complain("%d of %d checked", e.Done, e.Total)
			}
		}
	}
	return o, nil
}

// check says what is wrong with the flags, and returns the format.
func (f *harnessFlags) check(a *app, cmd *cobra.Command) error {
	if a.json && f.format != "text" && f.format != "json" {
		return usageErrorOf(cmd, "--json and --format %s exclude each other", f.format)
	}
	if a.json {
		f.format = "json"
	}
	a.json = f.format == "json"
	switch {
	case !slices.Contains(f.formats, f.format):
		return usageErrorOf(cmd, "--format %q: %s", f.format, strings.Join(f.formats, ", "))
	case f.minN < 0:
		return usageErrorOf(cmd, "--min-n %d: not below 0", f.minN)
	case f.parallel < 0:
		return usageErrorOf(cmd, "--parallel %d: not below 0", f.parallel)
	case f.checksFile && f.data == "":
		return usageErrorOf(cmd, "--data is missing: the file of %ss", strings.TrimSuffix(cmd.Name(), "s"))
	}
	return nil
}

// readFile opens a file and has it read.
func readFile(name string, read func(io.Reader) error) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return read(f)
}

// input opens the file of --data.
func (f *harnessFlags) input(a *app) (io.ReadCloser, error) {
	if f.data == "-" {
		return io.NopCloser(a.stdin), nil
	}
	return os.Open(f.data)
}

// broken tells of lines that could not be used, a message each.
func (a *app) broken(err error) bool {
	if err == nil {
		return false
	}
	list := []error{err}
	if j, ok := err.(interface{ Unwrap() []error }); ok {
		list = j.Unwrap()
	}
	for i, e := range list {
		if i == 20 {
			a.complain("and %d more", len(list)-i)
			break
		}
		a.complain("%v", e)
	}
	return true
}

// write writes a report in its format, to standard output or a file.
func (f *harnessFlags) write(a *app, json any, text func(), others map[string]func(io.Writer) error) error {
	if f.format == "text" && f.out == "" {
		text()
		return nil
	}
	to := func(w io.Writer) error {
		switch f.format {
		case "json":
			p := newPrinter(w)
			p.json(json)
			return p.flush()
		case "text":
			old := a.out
			a.out = newPrinter(w)
			text()
			err := a.out.flush()
			a.out = old
			return err
		}
		return others[f.format](w)
	}
	if f.out == "" {
		return to(a.out.w)
	}
	file, err := os.Create(f.out)
	if err != nil {
		return readError(err)
	}
	if err = cmp.Or(to(file), file.Close()); err != nil {
		return readError(fmt.Errorf("%s: %w", f.out, err))
	}
	return nil
}

// limits reads --min: figures by name.
func (f *harnessFlags) limits(known []string) (map[string]float64, error) {
	out := map[string]float64{}
	for _, m := range f.min {
		name, number, ok := strings.Cut(m, "=")
		v, err := strconv.ParseFloat(number, 64)
		if !ok || err != nil || !(v >= 0 && v <= 1) || !slices.Contains(known, name) {
			return nil, usageError("--min %q: FIGURE=VALUE, a number from 0 to 1 for one of %s", m, strings.Join(known, ", "))
		}
		out[name] = v
	}
	return out, nil
}

// short tells of figures below their limit.
func (a *app) short(limits, figures map[string]float64) bool {
	short := false
	for _, name := range slices.Sorted(func(yield func(string) bool) {
		for k := range limits {
			if !yield(k) {
				return
			}
		}
	}) {
		if figures[name] < limits[name] {
			short = true
			a.complain("%s is %s, below %s", name, number(figures[name]), number(limits[name]))
		}
	}
	return short
}

// figureTable prints rows of figures.
func (a *app) figureTable(rows [][4]string) {
	table := [][]string{{"figure", "value", "95% interval", "n"}}
	for _, r := range rows {
		table = append(table, r[:])
	}
	a.out.write(plain(a.textTable(table)))
}

var answersFigures = []string{
	"pass_rate", "accuracy", "balanced_accuracy", "auroc", "macro_f1", "coverage", "decided_accuracy", "citation_recall", "citation_precision",
}

func (a *app) evalAnswersCommand() *cobra.Command {
	f := harnessFlags{formats: []string{"text", "json", "md", "junit", "html"}, checksFile: true, gating: true}
	cmd := &cobra.Command{
		Use:   "answers --data FILE",
		Short: "Check a file of answers, and compare with what people say of them",
		Long: `answers checks answers as "footnote check --batch" does, {"id","answer","question","context","citations","format","tags"} a line, and puts the results together: how many pass, what is wrong with the others, how well they cite. Where a line has "expect", {"verdict","answerable","claims":[{"start","end","verdict"}]}, it also measures how well the checker agrees with people.

The exit code is 1 if an answer does not pass, with --baseline only if one has a failure that the baseline hasn't, with --min only if a figure is below its value.`,
		Example: `  footnote eval answers --data answers.jsonl --format html --out report.html
  footnote eval answers --data answers.jsonl --baseline last.json --waive waivers.jsonl`,
		Args:              noArgs,
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	f.register(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if err := f.check(a, cmd); err != nil {
			return err
		}
		limits, err := f.limits(answersFigures)
		if err != nil {
			return err
		}
		o, err := f.options(a, cmd)
		if err != nil {
			return err
		}
		in, err := f.input(a)
		if err != nil {
			return readError(err)
		}
		defer in.Close()
		answers, err := eval.ReadAnswers(f.data, in)
		broken := a.broken(err)
		if len(answers) == 0 && broken {
			return exitCode(exitRead)
		}
		if len(answers) < f.minN {
			return usageError("%s; --min-n wants %d", counted(len(answers), "answer", "answers"), f.minN)
		}
		return a.evalAnswers(cmd.Context(), f, o, limits, answers, broken)
	}
	return cmd
}

func (a *app) evalAnswers(ctx context.Context, f harnessFlags, o eval.CheckOptions, limits map[string]float64, answers []eval.Answer, broken bool) error {
	checker, err := a.checker(grounding.Sentence)
	if err != nil {
		return err
	}
	r, err := eval.CheckAnswers(ctx, checker, answers, o)
	if err != nil {
		return err
	}
	name := filepath.Base(f.data)
	err = f.write(a, r, func() { a.printAnswers(r) }, map[string]func(io.Writer) error{
		"md":    r.WriteMarkdown,
		"junit": func(w io.Writer) error { return r.WriteJUnit(w, name) },
		"html":  func(w io.Writer) error { return r.WriteHTML(w, name) },
	})
	if err != nil {
		return err
	}
	s := &r.Summary
	short := a.short(limits, map[string]float64{
		"pass_rate": s.Passed.Share, "accuracy": s.Claims.Accuracy.Share, "balanced_accuracy": s.Claims.Binary.BalancedAccuracy,
		"auroc": s.Claims.Binary.AUROC, "macro_f1": s.Claims.MacroF1.Value, "coverage": s.Claims.Coverage.Share,
		"decided_accuracy": s.Claims.Decided.Share, "citation_recall": s.Citations.Recall.Share, "citation_precision": s.Citations.Precision.Share,
	})
	if x := s.Waivers; x != nil {
		for _, id := range x.Expired {
			a.complain("a waiver for %s has expired", id)
		}
		for _, id := range x.Unused {
			a.complain("a waiver for %s waives nothing", id)
		}
	}
	switch {
	case broken:
		return exitCode(exitRead)
	case short || len(limits) == 0 && s.Passed.Count < s.Answers:
		return exitCode(exitShort)
	}
	return nil
}

// printAnswers writes the answers that don't pass, and the figures.
func (a *app) printAnswers(r eval.AnswersReport) {
	for i := range r.Answers {
		x := &r.Answers[i]
		if x.Passed {
			continue
		}
		a.out.wrap("", a.out.strong(oneLine(x.ID)))
		for _, e := range x.CitationErrors {
			a.out.hang("  ", "    ", plain("citation: "+oneLine(e)))
		}
		for j := range x.Failures {
			if f := &x.Failures[j]; !f.Warning {
				note := ""
				if f.Known {
					note = " (known)"
				} else if f.Waived != "" {
					note = " (waived)"
				}
				a.out.hang("  ", "    ", plain(strings.ReplaceAll(string(f.Verdict), "_", " ")+note+": "+oneLine(f.Text)))
				a.out.hang("      ", "      ", plain(oneLine(f.Message)))
			}
		}
		a.out.blank()
	}
	a.out.wrap("", plain(fmt.Sprintf("%d of %s pass, by rules %s", r.Summary.Passed.Count, counted(r.Summary.Answers, "answer", "answers"), r.Rules)))
	if c := r.Summary.Compared; c != nil {
		a.out.wrap("", plain(fmt.Sprintf("against the baseline: %d new, %d known, %d fixed", c.New, c.Known, c.Fixed)))
	}
	a.out.blank()
	a.figureTable(r.Rows())
}
