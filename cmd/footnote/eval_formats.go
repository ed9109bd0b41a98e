package main

import (
	"slices"
)

// evalFormats are the values of --format of the commands under eval.
var evalFormats = []string{"text", "json", "md"}

// evalFormat returns the format to write in, of --format and --json, or says what
// is wrong with them. From then on errors are JSON where the output is.
func (a *app) evalFormat(format string) (string, error) {
	asked := a.json
	a.json = a.json || format == "json"
	switch {
	case !slices.Contains(evalFormats, format):
		return "", usageError("--format %q: text, json or md", format)
	case asked && format == "md":
		return "", usageError("--json and --format md exclude each other")
	case asked:
		return "json", nil
	}
	return format, nil
}
