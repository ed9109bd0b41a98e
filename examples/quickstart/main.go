// Quickstart asks the built-in article a question and prints the sentences that
// answer it, each with the footnotes that vouch for it.
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"os"

	"github.com/footnote-go/footnote/index"
	"github.com/footnote-go/footnote/metapolicy"
)

func main() {
	question := "Is there a size above which a company needs its own Llama licence?"
	if err := answer(context.Background(), os.Stdout, question); err != nil {
		log.Fatal(err)
	}
}

func answer(ctx context.Context, w io.Writer, question string) error {
	x, err := index.New(ctx, metapolicy.Corpus(), index.Options{})
	if err != nil {
		return err
	}
	defer x.Close()

	found, err := x.Search(ctx, index.Query{Text: question, K: 5})
	if err != nil {
		return err
	}
	for _, sentence := range found.Answer(3) {
		fmt.Fprintln(w, sentence.Text)
		for _, note := range sentence.Citation.Footnotes {
			fmt.Fprintf(w, "    %s %s\n", note.Mark(), note.Text)
		}
		if len(sentence.Citation.Footnotes) == 0 {
			fmt.Fprintf(w, "    no footnote; it stands in %s\n", sentence.Citation.Passage)
		}
	}
	return nil
}
