package corpus

import (
	"fmt"
	"iter"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
)

// FindPassage returns the passage of an ID, ARTICLE#SECTION.N, or #SECTION.N where
// the corpus has one article; brackets around it are allowed. The error is an
// [*UnknownPassageError], which says what there is.
func (c *Corpus) FindPassage(id string) (Passage, error) {
	e := &UnknownPassageError{ID: id}
	name, place, inside := strings.Cut(Unbracket(id), "#")
	if !inside || name == "" && len(c.articles) != 1 {
		return Passage{}, e
	}
	if name == "" {
		name = c.articles[0].id
	}
	a, ok := c.byID[name]
	if !ok {
		e.Err = c.unknownArticle(name)
		return Passage{}, e
	}
	e.Article = a.id
	if p, ok := a.Passage(cite.PassageID(a.id + "#" + place)); ok {
		return p, nil
	}
	if s, ok := a.FindSection(place); ok {
		e.Section, e.IsSection = s.ID(), true
		for sub := range s.Subtree() {
			e.passages(sub.Passages())
		}
		return Passage{}, e
	}
	if s, ok := a.Section(cite.PassageID(a.id + "#" + place).Section()); ok {
		e.Section = s.ID()
		e.passages(s.Passages())
		return Passage{}, e
	}
	for s := range a.Sections() {
		e.know(s.ID())
	}
	return Passage{}, e
}

// FindSection returns the section of a slug, else the first of a heading, for which
// case doesn't count.
func (a *Article) FindSection(name string) (Section, bool) {
	if s, ok := a.Section(name); ok {
		return s, true
	}
	for s := range a.Sections() {
		if s.Heading() != "" && strings.EqualFold(s.Heading(), name) {
			return s, true
		}
	}
	return Section{}, false
}

// Unbracket takes the brackets off an ID or label that is written as in a text, such as
// [^4].
func Unbracket(id string) string {
	inner, open := strings.CutPrefix(id, "[")
	inner, closed := strings.CutSuffix(inner, "]")
	if open && closed {
		return inner
	}
	return id
}

// maxKnown is how many of what there is an error knows, of passages, sections and
// facts.
const maxKnown = 10

// An UnknownPassageError tells of an ID that no passage has.
type UnknownPassageError struct {
	// ID is the ID as it was given.
	ID string
	// Article is the ID of the article that it means, "" if it means none.
	Article string
	// Section is the ID of the section that it means, "" if the article has none
	// such.
	Section string
	// IsSection says that it is that of the section itself.
	IsSection bool
	// Known are IDs of passages of the section, with those of the sections under it
	// if IsSection; of sections of the article, if Section is ""; at most ten.
	Known []string
	// More is how many more there are.
	More int
	// Err is an [*UnknownArticleError], if it names an article that there is not.
	Err error
}

// know takes a passage or section for one that there is.
func (e *UnknownPassageError) know(id string) {
	if len(e.Known) == maxKnown {
		e.More++
		return
	}
	e.Known = append(e.Known, id)
}

// passages takes passages for those that there are.
func (e *UnknownPassageError) passages(all iter.Seq[Passage]) {
	for p := range all {
		e.know(string(p.ID()))
	}
}

func (e *UnknownPassageError) Error() string {
	_, place, inside := strings.Cut(Unbracket(e.ID), "#")
	id := e.Article + "#" + place
	switch {
	case e.Err != nil:
		return e.Err.Error()
	case e.Article == "" && inside:
		return fmt.Sprintf("%q names no article; say ARTICLE#SECTION.N", e.ID)
	case e.Article == "":
		return fmt.Sprintf("%q names no passage; say ARTICLE#SECTION.N", e.ID)
	case e.Section == "" && len(e.Known) == 0:
		return fmt.Sprintf("no passage %s; the article has none", id)
	case e.Section == "":
		return fmt.Sprintf("no section or passage %s; the article has %s", id, e.tell("section", ", "))
	case e.IsSection && len(e.Known) == 0:
		return e.Section + " is a section; it has no passage"
	case e.IsSection:
		return e.Section + " is a section; it has " + e.tell("passage", " and ")
	case len(e.Known) == 0:
		return fmt.Sprintf("no passage %s; the section has none of its own", id)
	}
	return fmt.Sprintf("no passage %s; the section has %s", id, e.tell("passage", ", "))
}

// Unwrap returns e.Err.
func (e *UnknownPassageError) Unwrap() error { return e.Err }

// tell says what there is, with last before the last of it.
func (e *UnknownPassageError) tell(what, last string) string {
	end := len(e.Known) - 1
	switch {
	case e.More == 1:
		return strings.Join(e.Known, ", ") + " and 1 " + what + " more"
	case e.More > 1:
		return fmt.Sprintf("%s and %d %ss more", strings.Join(e.Known, ", "), e.More, what)
	case end == 0:
		return e.Known[0]
	}
	return strings.Join(e.Known[:end], ", ") + last + e.Known[end]
}
