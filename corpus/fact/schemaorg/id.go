package schemaorg

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
)

// The beginnings of @ids; they say what a node is.
const (
	articlePrefix   = "#article/"
	entityPrefix    = "#entity/"
	namePrefix      = "#name/"
	notePrefix      = "#footnote/"
	quotationPrefix = "#quotation/"
	factPrefix      = "#fact/"
)

func articleID(article string) string { return articlePrefix + escape(article) }

func nameID(name string) string { return namePrefix + escape(name) }

func entityID(e fact.Entity) string {
	if e.ID == "" {
		return nameID(e.Name)
	}
	return entityPrefix + escape(e.ID)
}

func noteID(article, label string) string {
	return notePrefix + escape(article) + "/" + escape(label)
}

func quotationID(c cite.Citation) string {
	article, place, ok := strings.Cut(string(c.Passage), "#")
	if !ok {
		article, place = c.Article, string(c.Passage)
	}
	return quotationPrefix + escape(article) + "/" + escape(place) + "/" +
		strconv.Itoa(c.Start) + "-" + strconv.Itoa(c.End)
}

// factID returns the @id of a fact. The slashes of its own ID stay: that of the
// article has none left.
func factID(article, id string) string {
	return factPrefix + escape(article) + "/" + strings.ReplaceAll(escape(id), "%2F", "/")
}

// escape percent-encodes everything but letters, digits, "-", "." and "_". What it
// returns has no "~", with which ids numbers nodes.
func escape(s string) string {
	const hexDigits = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '.', c == '_':
			b.WriteByte(c)
		default:
			b.WriteByte('%')
			b.WriteByte(hexDigits[c>>4])
			b.WriteByte(hexDigits[c&15])
		}
	}
	return b.String()
}

// ids gives out @ids, each once.
type ids struct {
	given  map[string]int    // how often each was asked for
	bySelf map[string]string // the @ids of nodes by their JSON
}

// next returns id, or id~2, id~3 and so on if it was given out before.
func (s *ids) next(id string) string {
	s.given[id]++
	if n := s.given[id]; n > 1 {
		return id + "~" + strconv.Itoa(n)
	}
	return id
}

// of returns the @id of a node that asks for id and has it in its own @id, and
// whether the node is the first that is exactly so.
func (s *ids) of(id string, node any) (given string, first bool) {
	self, err := json.Marshal(node)
	if err != nil {
		panic("schemaorg: " + err.Error()) // nodes that ask have strings and numbers only
	}
	given, ok := s.bySelf[string(self)]
	if !ok {
		given = s.next(id)
		s.bySelf[string(self)] = given
	}
	return given, !ok
}
