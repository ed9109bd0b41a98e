package entail

import (
	"math"
	"slices"
	"sync"

	"github.com/footnote-go/footnote/internal/sentence"
	"github.com/footnote-go/footnote/internal/text"
)

// closest is how many sentences of given evidence a claim is compared with in detail.
const closest = 8

// A closer holds claims against texts alone. Its analyzers remember words.
type closer struct {
	analyzer Analyzer
	words    text.Analyzer
	spans    []sentence.Span
	buf      []text.Word
	best     []line
}

var closers = sync.Pool{New: func() any { return new(closer) }}

// Closed holds a claim against texts alone.
func Closed(claim string, evidence []string) Decision {
	c := closers.Get().(*closer)
	defer func() {
		clear(c.best[:cap(c.best)]) // keep no text
		clear(c.buf[:cap(c.buf)])
		clear(c.analyzer.buf[:cap(c.analyzer.buf)])
		closers.Put(c)
	}()
	return c.decide(claim, evidence)
}

// A line is a sentence of the evidence.
type line struct {
	text   string
	same   float64 // how much of the claim's weight its words cover
	before string
}

func (c *closer) decide(claim string, evidence []string) Decision {
	s := c.analyzer.Analyze(claim)
	u := newUnion(s)
	lines := c.lines(u, evidence)
	groups := make([]Group, 0, len(lines))
	for _, l := range lines {
		g := Group{Main: c.analyzer.Analyze(l.text)}
		if l.before != "" {
			g.Context = []*Sentence{c.analyzer.Analyze(l.before)}
		}
		groups = append(groups, g)
	}
	e := NewEvidence(groups)
	q := e.Query(s, nil)
	return q.closed(u, lines)
}

// lines cuts evidence into sentences and notes in u what words it has. It returns the
// closest sentences, best first; of equals the earlier.
func (c *closer) lines(u *union, evidence []string) []line {
	out := c.best[:0]
	for _, t := range evidence {
		c.spans = sentence.Append(c.spans[:0], t)
		before := ""
		for _, span := range c.spans {
			l := line{text: t[span.Start:span.End], before: before}
			c.buf = c.words.AppendWords(c.buf[:0], l.text)
			l.same = u.add(c.buf)
			before = l.text
			at := len(out)
			for at > 0 && l.same > out[at-1].same {
				at--
			}
			if at < closest {
				out = slices.Insert(out[:min(len(out), closest-1)], at, l)
			}
		}
	}
	c.best = out
	return out
}

// A union is which words of a claim the evidence has, in whatever sentence.
type union struct {
	claim  *Sentence
	at     map[string][]int32 // the claim's words by key
	seen   []int              // how many sentences have each word of the claim
	pairs  []bool             // whether a sentence has it next to the word before it
	mark   []int              // the last sentence that had it
	lines  int
	weight []float64
	total  float64
	forms  map[string]bool // the claim's words as they are, and whether they were seen
}

func newUnion(s *Sentence) *union {
	n := len(s.words)
	u := &union{claim: s, at: make(map[string][]int32, n), seen: make([]int, n), pairs: make([]bool, n), mark: make([]int, n), forms: make(map[string]bool, n), weight: make([]float64, n)}
	for i := range s.words {
		w := &s.words[i]
		u.at[w.key] = append(u.at[w.key], int32(i))
		u.forms[w.Folded] = false
		u.weight[i] = w.weight
		if w.number >= 0 {
			u.weight[i] = weightNumber / float64(max(1, s.mentions[w.number].to-s.mentions[w.number].from))
		}
		if w.Term == "" {
			u.weight[i] = 0
		}
		u.total += u.weight[i]
		u.mark[i] = -1
	}
	return u
}

// add notes the words of a sentence and returns how much of the claim's weight they
// cover.
func (u *union) add(words []text.Word) float64 {
	line := u.lines
	u.lines++
	cover := 0.0
	var last []int32
	for i := range words {
		k := words[i].Term
		if k == "" {
			k = words[i].Folded
		}
		if seen, ok := u.forms[words[i].Folded]; ok && !seen {
			u.forms[words[i].Folded] = true
		}
		list := u.at[k]
		for _, j := range list {
			if u.mark[j] != line {
				u.mark[j] = line
				u.seen[j]++
				cover += u.weight[j]
			}
			for len(last) > 0 && last[0] < j-1 {
				last = last[1:] // both are in order
			}
			if len(last) > 0 && last[0] == j-1 {
				u.pairs[j] = true
			}
		}
		last = list
	}
	if u.total == 0 {
		return 0
	}
	return cover / u.total
}

// A Feature is one of the numbers that the score of a claim against given evidence is
// made of.
type Feature uint8

// The features of a claim against given evidence.
const (
	Covered       Feature = iota // the share of its weight that the evidence has, anywhere
	BestLine                     // the share that one sentence has
	Pairs                        // the share of its words that stand next to the same word
	AbsentWords                  // how many of its words the evidence hasn't, at most 3
	AbsentNames                  // the share of its names' words
	AbsentNumbers                // the share of its numbers' words
	Asks                         // 1 for a question
	Personal                     // how much it speaks of "I" and "you"
	Length                       // the logarithm of its number of content words
	BestGroup                    // the share of its weight that one sentence has in other words
	Conflict                     // 1 if a rule found a conflict with that sentence
	AllWords                     // the share of all its words that the evidence has
	NumFeatures   = iota
)

// Features are the features of a claim.
type Features [NumFeatures]float64

// closed decides a claim against given evidence.
func (q *Query) closed(u *union, lines []line) Decision {
	d := Decision{Features: u.features()}
	if len(lines) > 0 {
		d.Features[BestLine] = lines[0].same
	}
	cs := q.Best(nil)
	if len(cs) > 0 {
		d.Findings, d.Groups = cs[0].Findings, []int{cs[0].Group}
		d.Features[BestGroup] = cs[0].Soft
		if slices.ContainsFunc(cs[0].Findings, func(f Finding) bool { return f.Code.conflicts() }) {
			d.Features[Conflict] = 1
		}
	}
	d.Score = Closed0.probability(&d.Features)
	if !u.claim.cut {
		Closed0.decide(&d, u.lines)
	}
	return d
}

// features returns what the union alone tells.
func (u *union) features() Features {
	var f Features
	s := u.claim
	var covered, paired, names, namesAbsent, numbers, numbersAbsent, seen, content float64
	for i := range s.words {
		w := &s.words[i]
		has := u.seen[i] > 0
		if has {
			covered += u.weight[i]
		}
		if u.weight[i] >= weightWord/2 {
			content++
			if !has {
				f[AbsentWords]++
			}
		}
		if u.pairs[i] {
			paired++
		}
		if u.forms[w.Folded] {
			seen++
		}
		switch {
		case w.number >= 0:
			numbers++
			if !has {
				numbersAbsent++
			}
		case w.name >= 0 && w.Term != "":
			names++
			if !has {
				namesAbsent++
			}
		}
	}
	f[Covered] = 1
	if u.total > 0 {
		f[Covered] = covered / u.total
	}
	f[Pairs] = paired / math.Max(1, float64(len(s.words)-1))
	f[AbsentWords] = math.Min(3, f[AbsentWords])
	f[AbsentNames] = namesAbsent / math.Max(1, names)
	f[AbsentNumbers] = numbersAbsent / math.Max(1, numbers)
	if s.question {
		f[Asks] = 1
	}
	f[Personal] = s.personal()
	f[Length] = math.Log(1 + content)
	f[AllWords] = seen / math.Max(1, float64(len(s.words)))
	return f
}

// personal returns the share of words by which a speaker speaks of himself or to
// another: what no source states.
func (s *Sentence) personal() float64 {
	n := 0
	for i := range s.words {
		if persons[s.words[i].Folded] {
			n++
		}
	}
	return math.Min(1, float64(n)/3)
}

var persons = set(`i im ive my me mine you your youre yours we our us lol wow oh yeah yes haha hmm`)
