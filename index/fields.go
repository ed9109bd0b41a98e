package index

import (
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/internal/rank"
)

// A Field is a part of what is indexed of a passage.
type Field int

// The fields, in the order in which they are summed.
const (
	TextField Field = iota
	LeadField
	HeadingsField
	NotesField
	QuestionsField // document expansion
	FactsField     // what the facts of the corpus state of the passage
	fieldCount
)

var fieldNames = [fieldCount]string{"text", "lead", "headings", "notes", "questions", "facts"}

// String returns the field's name in the Bleve index.
func (f Field) String() string {
	if f < 0 || f >= fieldCount {
		return "unknown"
	}
	return fieldNames[f]
}

// The constants of the score. k1 is the usual one. A small b for the text suits
// passages, which are cut to much the same length: of the values tried, it did
// best over three public collections (Cranfield, CISI, sentences of WiCE). The
// weights were set by hand: a heading is shared by all passages under it and a
// note by its whole scope, so that both tell less than a passage's own words. The
// development questions (testdata) hardly tell one setting from another.
const k1 = 1.2

var fieldParams = [fieldCount]struct{ weight, b float64 }{
	TextField:      {1.0, 0.4},
	LeadField:      {0.3, 0.75},
	HeadingsField:  {1.0, 0.75},
	NotesField:     {0.2, 0.75},
	QuestionsField: {1.0, 0.75},
	FactsField:     {0.4, 0.75},
}

// model returns the scoring model for fields of the given average lengths.
func model(avgLen [fieldCount]float64) *rank.Model {
	fields := make([]rank.Field, fieldCount)
	for f, p := range fieldParams {
		fields[f] = rank.Field{Weight: p.weight, B: p.b, AvgLen: avgLen[f]}
	}
	return rank.NewModel(k1, fields)
}

// Fields that only filters look at. Each holds whole values, not words.
const (
	articleFilter = "article"
	sectionFilter = "section" // the section's ID and those of all above it
	noteFilter    = "note"    // ARTICLE^LABEL
)

// headings returns what is indexed of where a section stands.
func headings(s corpus.Section) string {
	title := s.Article().Title()
	path := s.Path()
	if len(path) == 0 {
		return title
	}
	return title + "\n" + strings.Join(path, "\n")
}

// noteText returns what is indexed of a passage's footnotes.
func noteText(notes []cite.Footnote) string {
	var b strings.Builder
	for _, n := range notes {
		b.WriteString(n.Text)
		b.WriteByte('\n')
	}
	return b.String()
}
