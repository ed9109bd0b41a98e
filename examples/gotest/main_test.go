package main

import (
	"testing"

	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/grounding/groundingtest"
	"github.com/footnote-go/footnote/metapolicy"
)

func TestBot(t *testing.T) {
	bot, err := newBot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer bot.Close()
	checker, err := grounding.New(metapolicy.Corpus(), grounding.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, question := range []string{
		"When was Llama 2 released?",
		"How much did Meta spend on AI in 2024?",
		"Why did Meta oppose SB 1047?",
	} {
		t.Run(question, func(t *testing.T) {
			answer, err := bot.answer(t.Context(), question)
			if err != nil {
				t.Fatal(err)
			}
			groundingtest.Grounded(t, checker, answer)
		})
	}
	t.Run("a question that the article leaves open", func(t *testing.T) {
		question := "What is the boiling point of mercury?"
		answer, err := bot.answer(t.Context(), question)
		if err != nil {
			t.Fatal(err)
		}
		groundingtest.Refuses(t, checker, grounding.Answer{Text: answer, Question: question})
	})
}
