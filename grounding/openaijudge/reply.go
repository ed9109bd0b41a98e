package openaijudge

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/footnote-go/footnote/grounding"
)

// A completion is what the server gives. Fields that nothing here needs are passed
// over.
type completion struct {
	Choices []struct {
		Message struct {
			Content string `json:"content"`
			Refusal string `json:"refusal"`
		} `json:"message"`
		FinishReason string `json:"finish_reason"`
	} `json:"choices"`
}

// read returns what the model says of a claim, of which it was shown n passages.
func (j *Judge) read(answer []byte, n int) (grounding.Judgement, error) {
	var c completion
	if json.Unmarshal(answer, &c) != nil {
		return grounding.Judgement{}, &ReplyError{Fault: NoCompletion, Reply: j.clean(errorText(answer), maxReply)}
	}
	if len(c.Choices) == 0 {
		return grounding.Judgement{}, &ReplyError{Fault: NoChoice, Reply: j.clean(errorText(answer), maxReply)}
	}
	first := c.Choices[0]
	fault, shown := Fault(""), first.Message.Content
	switch {
	case first.FinishReason == "length":
		fault = CutOff
	case first.Message.Refusal != "":
		fault, shown = Refused, first.Message.Refusal
	case first.FinishReason == "content_filter":
		fault = Refused
	}
	if fault != "" {
		return grounding.Judgement{}, &ReplyError{Fault: fault, Reply: j.clean(shown, maxReply)}
	}
	out, err := parse(first.Message.Content, n)
	if err != nil {
		err.Reply = j.clean(err.Reply, maxReply)
		return grounding.Judgement{}, err
	}
	return out, nil
}

// parse reads a reply: one JSON object, perhaps in a code fence and with text before
// it. Text after it may take back what it says, so there must be none. The error has
// the reply from the object on.
func parse(reply string, n int) (grounding.Judgement, *ReplyError) {
	at := strings.IndexByte(reply, '{')
	if at < 0 {
		return grounding.Judgement{}, &ReplyError{Fault: NoJSON, Reply: reply}
	}
	reply = reply[at:]
	fail := func(f Fault, format string, args ...any) (grounding.Judgement, *ReplyError) {
		return grounding.Judgement{}, &ReplyError{Fault: f, Detail: fmt.Sprintf(format, args...), Reply: reply}
	}
	fields, rest, err := object(reply)
	if err != nil {
		return fail(NoJSON, "%v", err)
	}
	if rest = strings.TrimSpace(rest); strings.Trim(rest, "`") != "" {
		return fail(NoJSON, "text follows the object")
	}
	var content, quote string
	var passage int
	if raw, ok := fields["content"]; !ok || json.Unmarshal(raw, &content) != nil {
		return fail(BadContent, "no string")
	}
	out := grounding.Judgement{Content: grounding.Content(content)}
	needed := true
	switch out.Content {
	case grounding.Supported, grounding.Partial, grounding.Contradicted:
	case grounding.Unsupported, grounding.Undecided:
		needed = false
	default:
		return fail(BadContent, "none of the five")
	}
	if raw, ok := fields["quote"]; ok && json.Unmarshal(raw, &quote) != nil {
		return fail(NoQuote, "no string")
	}
	if raw, ok := fields["passage"]; ok && json.Unmarshal(raw, &passage) != nil {
		return fail(BadPassage, "no whole number")
	}
	blank := strings.TrimSpace(quote) == ""
	switch {
	case blank && needed:
		return fail(NoQuote, "%s needs one", content)
	case blank && passage == 0:
		return out, nil
	case passage < 1 || passage > n:
		return fail(BadPassage, "there are 1 to %d", n)
	case blank:
		return out, nil
	}
	out.Passage, out.Quote = passage-1, quote
	return out, nil
}

// object reads the JSON object that s begins with, and returns what follows it. Other
// than encoding/json it takes keys as they stand, and none twice: of two verdicts
// neither is to be believed.
func object(s string) (fields map[string]json.RawMessage, rest string, err error) {
	d := json.NewDecoder(strings.NewReader(s))
	if _, err := d.Token(); err != nil {
		return nil, "", err
	}
	fields = map[string]json.RawMessage{}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, "", whole(err)
		}
		name, _ := key.(string) // the decoder takes no other key
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return nil, "", whole(err)
		}
		if _, ok := fields[name]; ok {
			return nil, "", errTwice
		}
		fields[name] = value
	}
	if _, err := d.Token(); err != nil {
		return nil, "", whole(err)
	}
	return fields, s[d.InputOffset():], nil
}

// whole says of the end of the text that it came too soon.
func whole(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
