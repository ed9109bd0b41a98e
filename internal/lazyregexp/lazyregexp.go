// Package lazyregexp compiles regular expressions when they are first needed. It is
// for those of packages that a program may bring in and not use: regexp.MustCompile
// of a variable costs every start of the program.
package lazyregexp

import (
	"regexp"
	"sync"
)

// New returns a function that returns the compiled expression, the same at each call.
// It is safe for concurrent use. It panics if the expression can't be parsed: the
// expression is a part of the program, and some test has to need it.
func New(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
