package citefmt

import (
	"errors"
	"fmt"
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

// An OpenAIOutputText is a content part of type output_text of the Responses API.
type OpenAIOutputText struct {
	Type        string             `json:"type"`
	Text        string             `json:"text"`
	Annotations []OpenAIAnnotation `json:"annotations"`
}

// An OpenAIAnnotation is one of an output text. It has the fields of its type:
// url_citation or file_citation.
type OpenAIAnnotation struct {
	Type string `json:"type"`
	*OpenAIURLCitation
	*OpenAIFileCitation

	err error // of UnmarshalJSON
}

// An OpenAIURLCitation is a range of the output text and the address it is from.
type OpenAIURLCitation struct {
	StartIndex int    `json:"start_index"`
	EndIndex   int    `json:"end_index"`
	Title      string `json:"title"`
	URL        string `json:"url"`
}

// An OpenAIFileCitation is a place in the output text and the file it is from.
type OpenAIFileCitation struct {
	FileID   string `json:"file_id"`
	Filename string `json:"filename"`
	Index    int    `json:"index"`
}

// The types of an OpenAIAnnotation that have a passage.
const (
	urlCitation  = "url_citation"
	fileCitation = "file_citation"
)

// UnmarshalJSON reads the annotation. It never fails: [FromOpenAI] tells what is
// wrong with one, so that the others can be used.
func (a *OpenAIAnnotation) UnmarshalJSON(data []byte) error {
	*a = OpenAIAnnotation{Type: typeOf(data)}
	switch a.Type {
	case urlCitation:
		at := &OpenAIURLCitation{}
		if a.err = decode(data, at, "start_index", "end_index", "url"); a.err == nil {
			a.OpenAIURLCitation = at
		}
	case fileCitation:
		at := &OpenAIFileCitation{}
		if a.err = decode(data, at, "filename", "index"); a.err == nil {
			a.OpenAIFileCitation = at
		}
	case "":
		a.err = errors.New("it has no type")
	}
	return nil
}

// OpenAIOptions are the settings of [ToOpenAI] and [FromOpenAI]. The zero
// OpenAIOptions are the defaults.
type OpenAIOptions struct {
	// Unit is what indices count. The vendor says "characters". That they aren't
	// bytes, and that the end is excluded, is known from published answers of its
	// Assistants API, in which a mark of 12 characters and 18 bytes takes 12 of the
	// index, up to where the next begins. Nothing found tells code points from UTF-16
	// units; code points, by which published Python programs slice, are the default:
	// likely, not certain.
	Unit Unit
	// Base is what stands before the percent-encoded ID of a passage in a URL, such
	// as "https://example.org/passages/". It is "footnote:" if Base is empty.
	Base string
	// TextFragment puts the quotation into the URL, so that a browser finds it and
	// FromOpenAI does. Without it a URL says no more than the passage.
	TextFragment bool
	// Files writes file_citation annotations, which are points and have no
	// quotation, in place of url_citation.
	Files bool
}

// ToOpenAI writes an answer as an output text of the Responses API. Titles are
// taken from the corpus; a passage that it doesn't have is titled with its ID.
//
// Citations that can't be written are left out, and each is a [*CitationError] in
// the error.
//
// Lost on the way out: footnotes, digest, and without TextFragment the quotation.
// In a file_citation, filename is the passage's ID, and so is file_id, for want of
// an uploaded file; index is where the span ends, and where it starts is lost.
func ToOpenAI(c *corpus.Corpus, a Answer, opts OpenAIOptions) (OpenAIOutputText, error) {
	good, _, errs, err := a.usable(FormatOpenAI)
	if err != nil {
		return OpenAIOutputText{}, err
	}
	out := OpenAIOutputText{Type: "output_text", Text: a.Text, Annotations: []OpenAIAnnotation{}}
	rule := newRuler(a.Text, opts.Unit)
	for _, at := range good {
		id := at.Citation.Passage
		start, end := rule.units(at.Span)
		if opts.Files {
			out.Annotations = append(out.Annotations, OpenAIAnnotation{Type: fileCitation,
				OpenAIFileCitation: &OpenAIFileCitation{FileID: string(id), Filename: string(id), Index: end}})
			continue
		}
		u := address(opts.Base, id)
		if opts.TextFragment && at.Citation.Quote != "" {
			u += "#" + at.Citation.QuoteSelector().TextFragment()
		}
		out.Annotations = append(out.Annotations, OpenAIAnnotation{Type: urlCitation,
			OpenAIURLCitation: &OpenAIURLCitation{StartIndex: start, EndIndex: end, Title: titleOf(c, id), URL: u}})
	}
	return out, errors.Join(errs...)
}

// FromOpenAI reads the content of an output message of the Responses API. The
// answer's text is that of its output texts, one behind the other; the indices of
// an annotation count in its own.
//
// A url_citation names its passage by url, an address as [ToOpenAI] writes it, with
// or without Base. Its span is what start_index and end_index say, the end
// excluded; in answers of a model that is often no claim but the link that stands
// behind it. A text fragment is looked up in the corpus; without one the citation
// is of the whole passage. A file_citation names its passage by filename, which may
// end in ".txt" or ".md". The vendor calls its index that "of the file in the list
// of files", but its users find that it is a place in the text (issue 2512 of
// openai-python, open), and it is read as one: the span is empty.
//
// Citations that can't be used are left out, and each is a [*CitationError] in the
// error. Only a text that is not UTF-8 leaves no answer.
//
// Lost on the way in: titles, file_id, refusals, log probabilities.
func FromOpenAI(c *corpus.Corpus, content []OpenAIOutputText, opts OpenAIOptions) (Answer, error) {
	r := &reader{corpus: c, format: FormatOpenAI}
	var text joined
	for i, part := range content {
		place := fmt.Sprintf("content[%d]", i)
		if part.Type != "output_text" {
			continue
		}
		if err := r.valid(place+".text", part.Text); err != nil {
			return Answer{}, err
		}
		base := text.add(part.Text)
		if len(part.Annotations) == 0 {
			continue
		}
		rule := newRuler(part.Text, opts.Unit)
		for j, a := range part.Annotations {
			r.add(fmt.Sprintf("%s.annotations[%d]", place, j), func() (Attribution, error) {
				at, err := r.openAI(rule, a, opts.Base)
				at.Span = at.Span.Shift(base)
				return at, err
			})
		}
	}
	return r.answer(text.String())
}

func (r *reader) openAI(rule *ruler, a OpenAIAnnotation, base string) (Attribution, error) {
	switch {
	case a.err != nil:
		return Attribution{}, a.err
	case a.Type == urlCitation && a.OpenAIURLCitation != nil:
		at := *a.OpenAIURLCitation
		span, err := rule.span(at.StartIndex, at.EndIndex)
		if err != nil {
			return Attribution{}, err
		}
		c, err := r.atAddress(base, at.URL)
		return Attribution{span, c}, err
	case a.Type == fileCitation && a.OpenAIFileCitation != nil:
		at := *a.OpenAIFileCitation
		span, err := rule.span(at.Index, at.Index)
		if err != nil {
			return Attribution{}, err
		}
		name := strings.TrimSuffix(strings.TrimSuffix(at.Filename, ".txt"), ".md")
		c, err := r.whole(cite.PassageID(name))
		return Attribution{span, c}, err
	case a.Type == urlCitation, a.Type == fileCitation:
		return Attribution{}, errors.New("it has no fields")
	}
	return Attribution{}, fmt.Errorf("%w: %q", ErrUnsupported, short(a.Type))
}

// atAddress cites what an address of a passage points at.
func (r *reader) atAddress(base, s string) (cite.Citation, error) {
	id, fragment, err := parseAddress(base, s)
	if err != nil {
		return cite.Citation{}, err
	}
	if !strings.Contains(fragment, ":~:text=") {
		return r.whole(id)
	}
	quote, err := cite.ParseTextFragment(fragment)
	if err != nil {
		return cite.Citation{}, err
	}
	old := quote.Citation(id.Article())
	old.Passage = id
	return r.resolve(old)
}
