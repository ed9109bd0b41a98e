package cite

// A Footnote is a source note of an article. Its text vouches for nothing
// outside the scope of the references that point at it.
type Footnote struct {
	// Article is the ID of the article that the label belongs to.
	Article string `json:"article"`
	// Label is what stands between "[^" and "]".
	Label string `json:"label"`
	// Text is the note without markup. It is empty where the article refers
	// to a note that it doesn't define.
	Text string `json:"text"`
	// Links are the addresses that the note links to, in order.
	Links []string `json:"links"`
	// Source says what kind of source the note names.
	Source Source `json:"source"`
}

// Mark returns the footnote as answers cite it where one article is in scope:
// [^4].
func (f Footnote) Mark() string { return "[^" + f.Label + "]" }

// Ref returns the full form of the label, ARTICLE^4.
func (f Footnote) Ref() string { return f.Article + "^" + f.Label }

// MarshalJSON writes the footnote as its fields say, with [] for no links. A struct
// that embeds a Footnote is written so, too, unless it has a MarshalJSON of its own.
func (f Footnote) MarshalJSON() ([]byte, error) {
	type fields Footnote
	if f.Links == nil {
		f.Links = []string{}
	}
	return marshal(fields(f))
}

// A Source says what a reader could open who wants to check a footnote, by the
// form of the note alone: nothing is looked up. The zero value, "", means that
// nobody has looked.
type Source string

const (
	// SourceNone is the source of a note without text.
	SourceNone Source = "none"
	// SourceInternal is that of a note that names nothing a reader could
	// open, such as "research notes".
	SourceInternal Source = "internal"
	// SourceExternal is that of a note with an absolute link, a DOI, an arXiv
	// number, an ISBN, a quoted or italic title of two words or more, or a name
	// with a year. That is a capitalised word followed by a year from 1500 to
	// 2099, with nothing between but a comma, brackets, "et al.", a month or a
	// day: "Smith et al. (2023)", "Linux Foundation 2025". A month is not a name,
	// and a year that only dates a common noun ("statistics for 2024") names no
	// work.
	SourceExternal Source = "external"
)
