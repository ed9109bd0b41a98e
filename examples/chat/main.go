// Chat answers a question about the built-in article, and shows nothing as an answer that
// the check finds fault with: a model is given the passages that match best, its draft is
// checked, wrong marks are put right, and if need be it may write the draft anew, once.
// OPENAI_BASE_URL (such as http://127.0.0.1:8080/v1), OPENAI_MODEL and OPENAI_API_KEY say
// which model. Without the first, sentences of the article answer.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/metapolicy"
	"github.com/footnote-go/footnote/toolset"
)

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

func main() {
	plain := flag.Bool("plain", false, "print the answer alone, passed or not")
	flag.Parse()
	ctx, question := context.Background(), flag.Arg(0)
	gate := grounding.Gate{AllowRefusal: true} // that the article doesn't say may be right
	set := must(toolset.New(metapolicy.Corpus(), toolset.Options{Gate: gate}))
	if os.Getenv("OPENAI_BASE_URL") == "" {
		sentences := must(set.Answer(ctx, question))
		for _, s := range sentences {
			fmt.Println(s.Quote, set.Key(s))
		}
		if len(sentences) == 0 {
			fmt.Println("The article does not say.")
		}
		return
	}
	checker := must(set.Checker()) // whose Cite checks, puts right what marks are wrong, and checks again
	prompt := must(set.AnswerPrompt(ctx, question, 0))
	talk := []message{{"user", prompt.Text}}
	draft := grounding.Answer{Text: complete(ctx, talk), Question: question, Context: prompt.Passages}
	reply := must(checker.Cite(ctx, draft))
	revised := !gate.Passes(reply.Report)
	if revised {
		talk = append(talk, message{"assistant", reply.Text}, message{"user", must(set.RevisePrompt(reply.Text, reply.Report))})
		draft.Text = complete(ctx, talk)
		reply = must(checker.Cite(ctx, draft))
	}
	passed := gate.Passes(reply.Report)
	if passed || *plain {
		fmt.Println(reply.Text)
	} else {
		fmt.Printf("No answer. This draft did not pass the check:\n\n%s", corpus.Blockquote(reply.Text))
	}
	if *plain {
		return
	}
	fmt.Printf("\nPassed: %v, written anew: %v, marks put right: %v\n", passed, revised, len(reply.Changes) > 0)
	for _, f := range gate.Check(reply.Report) {
		fmt.Println(checker.Explain(reply.Report, f))
	}
	fmt.Println(reply.Report.Notice)
}

// complete returns what the model says next.
func complete(ctx context.Context, talk []message) string {
	body := must(json.Marshal(map[string]any{"model": os.Getenv("OPENAI_MODEL"), "messages": talk}))
	url := os.Getenv("OPENAI_BASE_URL") + "/chat/completions"
	req := must(http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body)))
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Authorization", "Bearer "+os.Getenv("OPENAI_API_KEY"))
	resp := must((&http.Client{Timeout: 2 * time.Minute}).Do(req))
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		log.Fatalf("the model's server answers %d %s", resp.StatusCode, http.StatusText(resp.StatusCode))
	}
	var c struct{ Choices []struct{ Message message } }
	if err := json.NewDecoder(io.LimitReader(resp.Body, 1<<20)).Decode(&c); err != nil || len(c.Choices) == 0 {
		log.Fatalf("the model's server answers without a completion: %v", err)
	}
	return c.Choices[0].Message.Content
}

// must returns v. Any error is the end.
func must[T any](v T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return v
}
