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
	EmptyFile           DiagnosticCode = "empty-file"
	NoHeading           DiagnosticCode = "no-heading"
	NoFootnotes         DiagnosticCode = "no-footnotes"
	FrontMatter         DiagnosticCode = "front-matter" // can't be read; kept as text
	InvalidID           DiagnosticCode = "invalid-id"   // made a slug
	InvalidUTF8         DiagnosticCode = "invalid-utf8" // read as U+FFFD
	NULByte             DiagnosticCode = "nul-byte"     // read as U+FFFD
	UnresolvedReference DiagnosticCode = "unresolved-reference"
	EmptyScope          DiagnosticCode = "empty-scope"     // a reference before any text
	StrayReference      DiagnosticCode = "stray-reference" // in a heading or table header
	UnusedDefinition    DiagnosticCode = "unused-definition"
	DuplicateDefinition DiagnosticCode = "duplicate-definition"
	RaggedRow           DiagnosticCode = "ragged-row" // more cells than the header
	HTMLBlock           DiagnosticCode = "html-block"
	NestingLimit        DiagnosticCode = "nesting-limit" // what is deeper is text
	MarkupLimit         DiagnosticCode = "markup-limit"  // the paragraph is text
	BrokenSidecarLine   DiagnosticCode = "broken-sidecar-line"
)

// A Diagnostic tells of something odd in an article that was read all the same.
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
