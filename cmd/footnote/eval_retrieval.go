package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/eval"
	"github.com/footnote-go/footnote/index"
)

// retrievalMetrics are printed always, those of thresholds besides.
var retrievalMetrics = []string{"ndcg@10", "recall@5", "recall@100", "mrr@10", "map"}

// runDepth is how many documents a run has for each query.
const runDepth = 100

// runTag names our runs in files.
const runTag = "footnote"

// retrievalFlags are the flags of eval retrieval.
type retrievalFlags struct {
	data, split  string
	run, compare string
	format       string
	min          []string
	minN         int
	without      []string
	ablation     bool
}

func (a *app) evalRetrievalCommand() *cobra.Command {
	var flags retrievalFlags
	cmd := &cobra.Command{
		Use:   "retrieval --data DIR",
		Short: "Measure search on a data set of documents, queries and judgements",
		Long: `retrieval indexes the documents of a data set, searches for each query that has a relevant document, and prints the metrics of trec_eval, as means over those queries. A document has the score of its best passage; of each query the first 100 documents count.

The data set has the layout of BEIR: corpus.jsonl ("_id", "title", "text"), queries.jsonl ("_id", "text"), and qrels.tsv or qrels/*.tsv (query, document, grade, with or without a header).

The exit code is 1 if a metric is below its --min.`,
		Example: `  footnote eval retrieval --data scifact --split test
  footnote eval retrieval --data cranfield --min ndcg@10=0.38 --json
  footnote eval retrieval --data cranfield --run new.run --compare old.run`,
		Args:              noArgs,
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	f := cmd.Flags()
	f.StringVar(&flags.data, "data", "", "read the data set in the folder `DIR`")
	f.StringVar(&flags.split, "split", "", "only the judgements in qrels/`NAME`.tsv")
	f.StringVar(&flags.format, "format", "text", "`FORMAT` is text, json or md")
	f.StringVar(&flags.run, "run", "", "write what was found to `FILE`, as trec_eval reads it")
	f.StringVar(&flags.compare, "compare", "", "compare with the run in `FILE`, of the format of trec_eval")
	f.StringArrayVar(&flags.min, "min", nil, "fall short if a metric is below a value, `METRIC=VALUE` (repeatable)")
	f.IntVar(&flags.minN, "min-n", 0, "refuse to measure with fewer than `N` queries")
	f.StringArrayVar(&flags.without, "without", nil, "search without a `PART`: "+strings.ReplaceAll(index.AllParts.String(), ",", ", ")+" (repeatable)")
	f.BoolVar(&flags.ablation, "ablation", false, "print what each part of the search adds, with a paired bootstrap over the queries")
	_ = cmd.RegisterFlagCompletionFunc("without", cobra.FixedCompletions(strings.Split(index.AllParts.String(), ","), cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.MarkFlagDirname("data")
	for _, name := range []string{"split", "min", "min-n"} {
		_ = cmd.RegisterFlagCompletionFunc(name, cobra.NoFileCompletions)
	}
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(evalFormats, cobra.ShellCompDirectiveNoFileComp))
	checkScope := refuseScope(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		format, wrong := a.evalFormat(flags.format)
		if flags.data == "" {
			return cmp.Or(wrong, usageErrorOf(cmd, "--data is missing: the folder of the data set"))
		}
		in, err := flags.read()
		if err != nil {
			return readError(err)
		}
		limits, err := parseLimits(flags.min)
		if err = cmp.Or(wrong, checkScope(), err, flags.check(in.data)); err != nil {
			return err
		}
		return a.evalRetrieval(cmd.Context(), flags, format, in, limits)
	}
	return cmd
}

// retrievalInput is what eval retrieval reads.
type retrievalInput struct {
	data  *eval.Dataset
	other *eval.Run // to compare with, nil for none
}

// read reads the data set and the run to compare with.
func (f retrievalFlags) read() (retrievalInput, error) {
	var in retrievalInput
	var err error
	if in.data, err = readDataset(f.data, f.split); err == nil && f.compare != "" {
		in.other, err = readRun(f.compare, in.data)
	}
	return in, err
}

// check says what is wrong with flags, whatever was read.
func (f retrievalFlags) check(data *eval.Dataset) error {
	if f.minN < 0 {
		return usageError("--min-n %d: not below 0", f.minN)
	}
	if _, n := data.Size(); n < f.minN {
		return usageError("%s with a relevant document; --min-n wants %d", counted(n, "query", "queries"), f.minN)
	}
	return nil
}

// evalRetrieval measures, and writes the run and the report.
func (a *app) evalRetrieval(ctx context.Context, flags retrievalFlags, format string, in retrievalInput, limits []limit) error {
	without, err := parseParts(flags.without)
	if err != nil {
		return err
	}
	if flags.ablation {
		return a.ablate(ctx, in.data, without, format)
	}
	run, err := searchDataset(ctx, in.data, without)
	if err != nil {
		return err
	}
	if flags.run != "" {
		if err := writeRun(flags.run, run); err != nil {
			return readError(err)
		}
	}
	var metrics []eval.Metric
	for _, name := range retrievalMetrics {
		metrics = append(metrics, eval.MustParseMetric(name))
	}
	for _, l := range limits {
		metrics = append(metrics, l.metric)
	}
	out := retrievalOutput{report: eval.Evaluate(in.data, run, metrics...)}
	out.documents, out.queries = in.data.Size()
	if in.other != nil {
		other := eval.Evaluate(in.data, in.other, metrics...)
		if out.compared, err = compare(flags.compare, out.report, other); err != nil {
			return err
		}
	}
	out.write(a, format)
	return a.fallShort(out.report, limits)
}

// readRun reads a run to compare with. One that has no query of the data set
// would compare as one that finds nothing.
func readRun(name string, data *eval.Dataset) (*eval.Run, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	run, err := eval.ReadTREC(name, f)
	if err != nil {
		return nil, reasonOfData(err)
	}
	for q := range data.Judged() {
		if len(run.Results(q.ID)) > 0 {
			return run, nil
		}
	}
	return nil, fmt.Errorf("%s: no query of the data set is in it", name)
}

// writeRun writes a run to a file.
func writeRun(name string, run *eval.Run) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	err = run.WriteTREC(f, runTag)
	return cmp.Or(err, f.Close())
}
