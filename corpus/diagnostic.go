package corpus

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A DiagnosticCode names a kind of oddity. The set may grow.
type DiagnosticCode string

// What may be odd in an article's file or in one of its sidecars.
const (
	DiagEmptyFile           DiagnosticCode = "empty-file"
	DiagNoHeading           DiagnosticCode = "no-heading"
	DiagNoFootnotes         DiagnosticCode = "no-footnotes"
	DiagFrontMatter         DiagnosticCode = "front-matter" // can't be read; kept as text
	DiagInvalidID           DiagnosticCode = "invalid-id"   // made a slug
	DiagInvalidUTF8         DiagnosticCode = "invalid-utf8" // read as U+FFFD
	DiagNULByte             DiagnosticCode = "nul-byte"     // read as U+FFFD
	DiagUnresolvedReference DiagnosticCode = "unresolved-reference"
	DiagEmptyScope          DiagnosticCode = "empty-scope"     // a reference before any text
	DiagStrayReference      DiagnosticCode = "stray-reference" // in a heading or table header
	DiagUnusedDefinition    DiagnosticCode = "unused-definition"
	DiagDuplicateDefinition DiagnosticCode = "duplicate-definition"
	DiagRaggedRow           DiagnosticCode = "ragged-row" // more cells than the header
	DiagHTMLBlock           DiagnosticCode = "html-block"
	DiagNestingLimit        DiagnosticCode = "nesting-limit" // what is deeper is text
	DiagMarkupLimit         DiagnosticCode = "markup-limit"  // the paragraph is text
	DiagBrokenSidecarLine   DiagnosticCode = "broken-sidecar-line"
	DiagDuplicateFact       DiagnosticCode = "duplicate-fact"     // of one ID; the first counts
	DiagDuplicateAlias      DiagnosticCode = "duplicate-alias"    // of two entities; the first has it
	DiagEditedEvidence      DiagnosticCode = "edited-evidence"    // the text of a quotation has changed
	DiagGoneEvidence        DiagnosticCode = "gone-evidence"      // a quotation is not in the text
	DiagAmbiguousEvidence   DiagnosticCode = "ambiguous-evidence" // a quotation may be at several places
	DiagMovedEvidence       DiagnosticCode = "moved-evidence"     // a quotation stands in another passage now
	DiagUnsoughtEvidence    DiagnosticCode = "unsought-evidence"  // too many had to be looked for
	DiagUnknownField        DiagnosticCode = "unknown-field"      // of a fact; nothing reads it
	DiagWrongFootnotes      DiagnosticCode = "wrong-footnotes"    // of a fact: others are in force
	DiagMovedQuestions      DiagnosticCode = "moved-questions"    // their passage has another ID now
	DiagStaleQuestions      DiagnosticCode = "stale-questions"    // their passage was edited or is gone
	DiagTooManyQuestions    DiagnosticCode = "too-many-questions" // or one that is too long
)

// A Diagnostic tells of something odd in an article that was read all the same.
// Of one code, a file has at most 1,000, and then one that says how many more
// there are.
type Diagnostic struct {
	Code DiagnosticCode `json:"code"`
	// File is the sidecar's name, "" for the article's own file.
	File string `json:"file,omitempty"`
	// Label is that of the footnote in question, if it is about one.
	Label string `json:"label,omitempty"`
	// Line counts from 1; 0 where the whole file is meant.
	Line int `json:"line"`
	// Offset is in bytes from the file's start.
	Offset  int    `json:"offset"`
	Message string `json:"message"`
}

// String returns the diagnostic as one line.
func (d Diagnostic) String() string {
	var b strings.Builder
	if d.File != "" {
		b.WriteString(d.File + ":")
	}
	if d.Line > 0 {
		fmt.Fprintf(&b, "%d: ", d.Line)
	} else if d.File != "" {
		b.WriteByte(' ')
	}
	fmt.Fprintf(&b, "%s: %s", d.Code, d.Message)
	return b.String()
}

// maxDiagnostics is how many diagnostics of one code a file has at most. One more
// says how many there are besides.
const maxDiagnostics = 1000

// diagnostics are those of one file, as they come.
type diagnostics struct {
	list []Diagnostic
	n    map[DiagnosticCode]int // how many there were
	last map[DiagnosticCode]int // index of the one that says so
}

// add adds a diagnostic with the given message.
func (ds *diagnostics) add(d Diagnostic, format string, args ...any) {
	if ds.n == nil {
		ds.n, ds.last = map[DiagnosticCode]int{}, map[DiagnosticCode]int{}
	}
	ds.n[d.Code]++
	switch n := ds.n[d.Code]; {
	case n <= maxDiagnostics:
		d.Message = fmt.Sprintf(format, args...)
		ds.list = append(ds.list, d)
	case n == maxDiagnostics+1:
		d.Label = ""
		ds.last[d.Code] = len(ds.list)
		ds.list = append(ds.list, d)
	}
}

// all returns the diagnostics.
func (ds *diagnostics) all() []Diagnostic {
	for code, i := range ds.last {
		ds.list[i].Message = fmt.Sprintf("%d more of this kind, from here on", ds.n[code]-maxDiagnostics)
	}
	return ds.list
}

// wholeFile marks a diagnostic that has no place yet and gets none.
const wholeFile = -1

// place sorts the diagnostics and fills in their lines.
func place(ds []Diagnostic, raw string) {
	slices.SortStableFunc(ds, func(x, y Diagnostic) int {
		return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Offset, y.Offset))
	})
	line, at := 1, 0
	for i := range ds {
		d := &ds[i]
		switch {
		case d.Offset == wholeFile:
			d.Offset = 0
		case d.File == "":
			line += strings.Count(raw[at:d.Offset], "\n")
			at = d.Offset
			d.Line = line
		}
	}
}
