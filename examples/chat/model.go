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

// modelFrom returns the model that the environment names, nil if it names none.
func modelFrom(getenv func(string) string) (*model, error) {
	m := &model{base: getenv("OPENAI_BASE_URL"), name: getenv("OPENAI_MODEL"), key: getenv("OPENAI_API_KEY")}
	if m.base == "" {
		return nil, nil
	}
	if m.name == "" {
		return nil, errors.New("OPENAI_BASE_URL is set, but OPENAI_MODEL names no model")
	}
	// A redirect could take question and passages anywhere: it is no answer.
	m.http = &http.Client{Timeout: timeout, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	return m, nil
}

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

// complete returns what the model says next. No error has the key in it.
func (m *model) complete(ctx context.Context, talk []message) (string, error) {
	text, err := m.post(ctx, map[string]any{"model": m.name, "messages": talk})
	if err == nil {
		return text, nil
	}
	if e, ok := errors.AsType[*url.Error](err); ok {
		err = e.Err // an address may have a key in it
	}
	return "", fmt.Errorf("asking the model: %s", m.withoutKey(err.Error()))
}

// withoutKey takes the key out of what a server says, since some repeat it.
func (m *model) withoutKey(s string) string {
	if m.key == "" {
		return s
	}
	return strings.ReplaceAll(s, m.key, "[key]")
}

func (m *model) post(ctx context.Context, request any) (string, error) {
	body, err := json.Marshal(request)
	if err != nil {
		return "", err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, strings.TrimSuffix(m.base, "/")+"/chat/completions", bytes.NewReader(body))
	if err != nil {
		return "", err
	}
	req.Header.Set("Content-Type", "application/json")
	if m.key != "" {
		req.Header.Set("Authorization", "Bearer "+m.key)
	}
	resp, err := m.http.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer+1))
	switch {
	case err != nil:
		return "", err
	case resp.StatusCode != http.StatusOK:
		return "", fmt.Errorf("the server answered %s: %.*q", resp.Status, maxDetail, m.withoutKey(string(answer)))
	case len(answer) > maxAnswer:
		return "", fmt.Errorf("the server's answer has more than %d bytes", maxAnswer)
	}
	return read(answer)
}

// read returns the message of a completion.
func read(answer []byte) (string, error) {
	var c struct {
		Choices []struct {
			Message      message `json:"message"`
			FinishReason string  `json:"finish_reason"`
		} `json:"choices"`
	}
	if err := json.Unmarshal(answer, &c); err != nil {
		return "", fmt.Errorf("the server's answer is no completion: %w", err)
	}
	switch {
	case len(c.Choices) == 0:
		return "", errors.New("the server's answer has no choices")
	case c.Choices[0].FinishReason == "length":
		return "", errors.New("the answer was cut off at the server's limit of tokens")
	case strings.TrimSpace(c.Choices[0].Message.Content) == "":
		return "", errors.New("the model said nothing")
	}
	return c.Choices[0].Message.Content, nil
}
