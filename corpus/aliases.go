package corpus

import (
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus/fact"
)

// aliases reads one entity a line. A name or alias that another entity has is a
// diagnostic: the first one keeps it.
func (r *factReader) aliases(data []byte) []fact.Entity {
	var out []fact.Entity
	owner := map[string]string{} // of a name in lower case
	lines(&r.sidecarReader, data, parseEntity, func(e fact.Entity, at Diagnostic) {
		for _, name := range append([]string{e.Name}, e.Aliases...) {
			key := strings.ToLower(strings.TrimSpace(name))
			if have, ok := owner[key]; ok && have != e.Name {
				at.Code = DiagDuplicateAlias
				r.odd.add(at, "%q is a name of %q, which keeps it, and of %q", name, have, e.Name)
				continue
			}
			owner[key] = e.Name
		}
		out = append(out, e)
	})
	return out
}

func parseEntity(line []byte) (fact.Entity, error) {
	if !utf8.Valid(line) {
		return fact.Entity{}, errors.New("it is not UTF-8")
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
