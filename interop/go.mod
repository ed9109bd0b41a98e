// The tests that hold our servers against clients and types of others. They know
// footnote as a program only, so that this module needs none of its packages.
module github.com/footnote-go/footnote/interop

go 1.26.0

ignore ./node_modules

require github.com/google/go-cmp v0.7.0
