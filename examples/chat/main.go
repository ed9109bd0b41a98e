// Chat answers a question, its first argument, about the built-in article with a
// language model, and lets nothing pass that the check finds fault with: the model gets
// the passages that match best, its draft is checked, and with what the check finds it
// may write the draft anew, once. Marks that are wrong or missing are put right without
// it. With -plain it prints the answer alone, for programs that check it themselves.
//
// OPENAI_BASE_URL, OPENAI_MODEL and OPENAI_API_KEY say which model, behind any server
// that has OpenAI's API. Without the first, sentences of the article answer.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"

	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/metapolicy"
	"github.com/footnote-go/footnote/toolset"
)

func main() {
	plain := flag.Bool("plain", false, "print the answer alone, passed or not")
	flag.Parse()
	m, err := modelFrom(os.Getenv)
	if err != nil {
		log.Fatal(err)
	}
	b, err := newBot(m)
	if err != nil {
		log.Fatal(err)
	}
	defer b.set.Close()
	r, err := b.answer(context.Background(), flag.Arg(0))
	if err != nil {
		log.Fatal(err)
	}
	if *plain {
		fmt.Println(r.text)
		return
	}
	b.print(os.Stdout, r)
}

// gate lets an answer pass that rightly says that the article doesn't say.
var gate = grounding.Gate{AllowRefusal: true}

// A bot answers questions about an article.
type bot struct {
	set     *toolset.Set
	checker *grounding.Checker
	model   *model // nil if there is none
}

func newBot(m *model) (*bot, error) {
	set, err := toolset.New(metapolicy.Corpus(), toolset.Options{Gate: gate})
	if err != nil {
		return nil, err
	}
	checker, err := set.Checker()
	return &bot{set, checker, m}, err
}

// answer answers a question. The reply says whether the answer passed the check.
func (b *bot) answer(ctx context.Context, question string) (reply, error) {
	if b.model == nil {
		return b.extract(ctx, question)
	}
	prompt, err := b.set.AnswerPrompt(ctx, question, 0)
	if err != nil {
		return reply{}, err
	}
	talk := []message{{"user", prompt}}
	draft, err := b.model.complete(ctx, talk)
	if err != nil {
		return reply{}, err
	}
	first, err := b.check(ctx, question, draft)
	if err != nil || first.passed {
		return first, err
	}
	prompt, _, err = b.set.RevisePrompt(ctx, grounding.Answer{Text: draft, Question: question})
	if err != nil {
		return reply{}, err
	}
	draft, err = b.model.complete(ctx, append(talk, message{"assistant", draft}, message{"user", prompt}))
	if err != nil {
		return reply{}, err
	}
	second, err := b.check(ctx, question, draft)
	second.revised = true
	return second, err
}
