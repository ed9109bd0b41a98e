// Package eval measures how well passages are found, and how well answers are
// checked. For the former it reads data sets, runs their queries through a searcher,
// and computes the metrics that others publish, so that figures can be compared; for
// the latter it makes claims of a corpus of which it is known whether they are true.
//
// [ReadDataset] reads a data set in the layout of BEIR, [Dataset.Corpus] makes a
// corpus of its documents, [Retrieve] asks a [Searcher] all judged queries,
// [Evaluate] computes metrics, and [PairedBootstrap] says whether the difference
// between two runs may be chance. [AUROC] and [NegativesAnswered] are for scores
// that say how sure a system is. The package knows no index: a searcher is a
// function. It refuses to guess: what is broken in a data set is an error with
// its file and line, since a line left out would change every figure.
//
// # Metrics
//
// They are those of trec_eval. The documents of a run are ordered by falling
// score, those with one score by falling ID, compared byte by byte; the order in
// which a run lists them doesn't count. Scores count as float32, since trec_eval
// keeps them so: what differs only beyond that is a tie. A document is relevant
// if its grade is at least 1; one that was not judged is not, and grades below 1
// gain nothing. With n the number of relevant documents of a query:
//
//	ndcg@k       DCG of the first k over that of the best order of all judged
//	             documents; DCG is the sum of grade / log2(rank + 1)
//	recall@k     relevant documents among the first k, over n
//	precision@k  relevant documents among the first k, over k
//	mrr@k        1 / rank of the first relevant document, 0 behind rank k
//	map          the sum over the relevant documents of the run of the precision
//	             at their rank, over n
//
// In trec_eval they are ndcg_cut.k, recall.k, P.k, map, and recip_rank with
// -M k. A mean is over the queries that have a relevant document; one that the
// run doesn't have counts 0, as with trec_eval -c. That option would also count
// queries which were judged but have no relevant document, with 0 for every run;
// here they are left out.
//
// # Documents and passages
//
// A document is one article, of which several passages may be found; it has the
// score of the best of them.
//
// # Checkers
//
// [Mutants] makes claims of any corpus: good ones, which say in another form what it
// states, and bad ones, which differ from that in one thing. [CheckMutants] has a
// [grounding.Checker] check them and counts, for each kind, the bad ones that it
// accepts and the good ones that it raises an alarm at, with the interval of
// [Wilson]. Kinds are of different size, as the corpus has it, so a rate over all of
// them says little; and a model makes other mistakes than these.
package eval
