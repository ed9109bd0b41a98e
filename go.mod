module github.com/footnote-go/footnote

go 1.26.0
