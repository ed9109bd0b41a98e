package corpus

import (
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus/fact"
)

// aliases reads one entity a line. A name, an ID or an alias that another entity has
// is a diagnostic.
func (r *factReader) aliases(data []byte) []fact.Entity {
	var out []fact.Entity
	var places []Diagnostic
	lines(&r.sidecarReader, data, parseEntity, func(e fact.Entity, at Diagnostic) {
		out, places = append(out, e), append(places, at)
	})
	for _, clash := range fact.NameClashes(out) {
		at := places[clash.Entity]
		at.Code = DiagDuplicateAlias
		r.odd.add(at, "%q is a name of %q, which keeps it, and of %q", clash.Name, clash.Owner, out[clash.Entity].Name)
	}
	return out
}

func parseEntity(line []byte) (fact.Entity, error) {
	if !utf8.Valid(line) {
		return fact.Entity{}, errors.New("the line is not UTF-8")
	}
	var e fact.Entity
	if err := json.Unmarshal(line, &e); err != nil {
		return fact.Entity{}, err
	}
	if strings.TrimSpace(e.Name) == "" {
		return fact.Entity{}, errors.New("it has no name")
	}
	return e, nil
}
