module github.com/footnote-go/footnote/peers

go 1.26.0

replace github.com/footnote-go/footnote => ../

require (
	github.com/footnote-go/footnote v0.0.0-00010101000000-000000000000
	github.com/neurosnap/sentences v1.1.2
)
