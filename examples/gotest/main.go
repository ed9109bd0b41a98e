// Gotest is a small chatbot: it answers with the sentences of the built-in article that
// answer best. What is worth a look is its test, which asserts with package
// groundingtest that what it says is backed by what it cites.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/footnote-go/footnote/index"
	"github.com/footnote-go/footnote/metapolicy"
)

func main() {
	bot, err := newBot(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	defer bot.Close()
	answer, err := bot.answer(context.Background(), strings.Join(os.Args[1:], " "))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer)
}

// A bot answers from the built-in article.
type bot struct{ *index.Index }

func newBot(ctx context.Context) (*bot, error) {
	x, err := index.New(ctx, metapolicy.Corpus(), index.Options{})
	return &bot{x}, err
}

// answer returns sentences with their marks, or says that there are none.
func (b *bot) answer(ctx context.Context, question string) (string, error) {
	r, err := b.Search(ctx, index.Query{Text: question})
	if err != nil {
		return "", err
	}
	if !r.Answerable {
		return "The article does not say.", nil
	}
	var out []string
	for _, s := range r.Answer(2) {
		mark := "[" + string(s.Citation.Passage) + "]"
		if len(s.Citation.Footnotes) > 0 {
			mark = ""
			for _, f := range s.Citation.Footnotes {
				mark += f.Mark()
			}
		}
		out = append(out, s.Text+mark)
	}
	return strings.Join(out, " "), nil
}
