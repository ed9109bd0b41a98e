package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// A model is a language model behind a server that has OpenAI's chat completions.
type model struct {
	base, name, key string
	http            *http.Client
}

const (
	timeout   = 2 * time.Minute
	maxAnswer = 1 << 20 // bytes that a server may send
	maxDetail = 300     // letters of what it says of an error that are shown
)

// modelFrom returns the model that the environment names.
func modelFrom(getenv func(string) string) (*model, error) {
	m := &model{base: getenv("OPENAI_BASE_URL"), name: getenv("OPENAI_MODEL"), key: getenv("OPENAI_API_KEY")}
	if m.base == "" || m.name == "" {
		return nil, errors.New("set OPENAI_BASE_URL, such as http://127.0.0.1:8080/v1, and OPENAI_MODEL")
	}
	// A redirect could take question and passages anywhere: it is no answer.
	m.http = &http.Client{Timeout: timeout, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	return m, nil
}

type message struct {
	Role       string     `json:"role"`
	Content    string     `json:"content"`
	ToolCalls  []toolCall `json:"tool_calls,omitempty"`
	ToolCallID string     `json:"tool_call_id,omitempty"`
}

// A toolCall is a call that the model wants done.
type toolCall struct {
	ID       string `json:"id"`
	Type     string `json:"type"`
	Function struct {
		Name      string `json:"name"`
		Arguments string `json:"arguments"` // JSON, if the model writes it well
	} `json:"function"`
}

// complete returns what the model says next, which may be calls of tools. No error has
// the key in it.
func (m *model) complete(ctx context.Context, talk []message, tools json.RawMessage) (message, error) {
	reply, err := m.post(ctx, map[string]any{"model": m.name, "messages": talk, "tools": tools})
	if err == nil {
		return reply, nil
	}
	if e, ok := errors.AsType[*url.Error](err); ok {
		err = e.Err // an address may have a key in it
	}
	return message{}, fmt.Errorf("asking the model: %s", m.withoutKey(err.Error()))
}

// withoutKey takes the key out of what a server says, since some repeat it.
func (m *model) withoutKey(s string) string {
	if m.key == "" {
		return s
	}
	return strings.ReplaceAll(s, m.key, "[key]")
}

func (m *model) post(ctx context.Context, request any) (message, error) {
	body, err := json.Marshal(request)
	if err != nil {
		return message{}, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, strings.TrimSuffix(m.base, "/")+"/chat/completions", bytes.NewReader(body))
	if err != nil {
		return message{}, err
	}
	req.Header.Set("Content-Type", "application/json")
	if m.key != "" {
		req.Header.Set("Authorization", "Bearer "+m.key)
	}
	resp, err := m.http.Do(req)
	if err != nil {
		return message{}, err
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer+1))
	switch {
	case err != nil:
		return message{}, err
	case resp.StatusCode != http.StatusOK:
		return message{}, fmt.Errorf("the server answered %s: %.*q", resp.Status, maxDetail, m.withoutKey(string(answer)))
	case len(answer) > maxAnswer:
		return message{}, fmt.Errorf("the server's answer has more than %d bytes", maxAnswer)
	}
	return read(answer)
}

// read returns the message of a completion.
func read(answer []byte) (message, error) {
	var c struct {
		Choices []struct {
			Message      message `json:"message"`
			FinishReason string  `json:"finish_reason"`
		} `json:"choices"`
	}
	if err := json.Unmarshal(answer, &c); err != nil {
		return message{}, fmt.Errorf("the server's answer is no completion: %w", err)
	}
	switch {
	case len(c.Choices) == 0:
		return message{}, errors.New("the server's answer has no choices")
	case c.Choices[0].FinishReason == "length":
		return message{}, errors.New("the answer was cut off at the server's limit of tokens")
	}
	reply := c.Choices[0].Message
	if len(reply.ToolCalls) == 0 && strings.TrimSpace(reply.Content) == "" {
		return message{}, errors.New("the model said nothing")
	}
	return reply, nil
}
