package corpus

import (
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus/fact"
)

// aliases reads one entity a line. A name, an ID or an alias that another entity has
// is a diagnostic: names go before IDs and these before aliases, and of two the
// first keeps it, as in [fact.NewSet].
func (r *factReader) aliases(data []byte) []fact.Entity {
	var out []fact.Entity
	var places []Diagnostic
	lines(&r.sidecarReader, data, parseEntity, func(e fact.Entity, at Diagnostic) {
		out, places = append(out, e), append(places, at)
	})
	owner := map[string]string{} // of a name in lower case
	for _, names := range []func(fact.Entity) []string{
		func(e fact.Entity) []string { return []string{e.Name} },
		func(e fact.Entity) []string { return []string{e.ID} },
		func(e fact.Entity) []string { return e.Aliases },
	} {
		for i, e := range out {
			for _, name := range names(e) {
				key := strings.ToLower(strings.TrimSpace(name))
				have, taken := owner[key]
				switch {
				case key == "":
				case !taken:
					owner[key] = e.Name
				case have != e.Name:
					at := places[i]
					at.Code = DiagDuplicateAlias
					r.odd.add(at, "%q is a name of %q, which keeps it, and of %q", name, have, e.Name)
				}
			}
		}
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
