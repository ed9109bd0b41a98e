package toolset

import (
	"encoding/json"
	"slices"
)

// ReadArguments returns why arguments don't fit an operation, nil if they do.
func ReadArguments(name string, arguments json.RawMessage) error {
	all := operations()
	i := slices.IndexFunc(all, func(o Operation) bool { return o.Name == name })
	return readArguments(name, all[i].Input, arguments, &map[string]json.RawMessage{})
}
