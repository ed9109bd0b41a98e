package eval

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/footnote-go/footnote/corpus"
)

// Corpus makes a corpus of the documents, one article each and in their order,
// which [Dataset.DocumentOf] maps back. Title and text are plain: no character in
// them is Markdown, and blank lines part the text's paragraphs. The title is the
// article's, and it begins the text as well. Most published figures are of title
// and text in one, and so a document without a text has a passage to find, too.
func (d *Dataset) Corpus() (*corpus.Corpus, error) {
	articles := make([]*corpus.Article, len(d.documents))
	var m markdown
	for i, doc := range d.documents {
		a, err := corpus.Parse(articleID(i)+".md", m.document(doc))
		if err != nil {
			return nil, fmt.Errorf("eval: document %s: %w", quoted(doc.ID), err)
		}
		articles[i] = a
	}
	c, err := corpus.New(articles...)
	if err != nil {
		return nil, fmt.Errorf("eval: %w", err)
	}
	return c, nil
}

// DocumentOf returns the ID of the document that an article of the corpus was
// made of.
func (d *Dataset) DocumentOf(article string) (id string, ok bool) {
	n, err := strconv.Atoi(strings.TrimPrefix(article, articlePrefix))
	if err != nil || n < 1 || n > len(d.documents) || articleID(n-1) != article {
		return "", false
	}
	return d.documents[n-1].ID, true
}

// An article has the number of its document in its ID, since IDs of documents
// may be any text, and two of them one slug.
const articlePrefix = "d"

func articleID(i int) string { return articlePrefix + strconv.Itoa(i+1) }

// maxHeading is how many bytes a title may have as Markdown: fewer than corpus
// reads as a heading. What is longer stands in the text alone.
const maxHeading = 4000

// A markdown writes plain text as Markdown that says the same.
type markdown struct{ out []byte }

// document returns a document as Markdown, valid until the next call.
func (m *markdown) document(doc Document) []byte {
	m.out = append(m.out[:0], "# "...)
	empty := len(m.out)
	m.paragraph(doc.Title)
	if n := len(m.out); n == empty || n > maxHeading {
		m.out = m.out[:0]
	}
	m.paragraphs(doc.Title + " " + doc.Text)
	return m.out
}

// paragraphs writes text that blank lines part.
func (m *markdown) paragraphs(text string) {
	var lines []string
	flush := func() {
		m.paragraph(strings.Join(lines, " "))
		lines = lines[:0]
	}
	for line := range strings.SplitSeq(text, "\n") {
		if strings.Trim(line, asciiSpace) == "" {
			flush()
			continue
		}
		lines = append(lines, line)
	}
	flush()
}

// asciiSpace is what corpus folds.
const asciiSpace = " \t\n\v\f\r"

// paragraph writes text on one line, with a blank line behind it; nothing, if
// there is nothing to see. On one line, a block can begin at its start only.
func (m *markdown) paragraph(text string) {
	// A byte order mark would hide the start of the file.
	text = strings.TrimLeft(text, asciiSpace+"\ufeff")
	text = strings.TrimRight(text, asciiSpace)
	if text == "" {
		return
	}
	digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
	for i := range len(text) {
		c := text[i]
		switch {
		case strings.IndexByte(asciiSpace, c) >= 0:
			m.out = append(m.out, ' ')
			continue
		case isMarkup(c),
			i == 0 && isPunctuation(c),
			i == digits && (c == '.' || c == ')'): // the number of a list item
			m.out = append(m.out, '\\')
		}
		m.out = append(m.out, c)
	}
	m.out = append(m.out, "\n\n"...)
}

// isMarkup reports whether a character may be markup wherever it stands.
func isMarkup(c byte) bool {
	switch c {
	case '\\', '`', '*', '_', '~', '[', ']', '<', '>', '&', '#', '|':
		return true
	}
	return false
}

// isPunctuation reports whether a character can be escaped.
func isPunctuation(c byte) bool {
	return '!' <= c && c <= '/' || ':' <= c && c <= '@' || '[' <= c && c <= '`' || '{' <= c && c <= '~'
}
