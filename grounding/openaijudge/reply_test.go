package openaijudge

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/grounding"
)

// TestParse: a reply is what was asked for, or it is refused.
func TestParse(t *testing.T) {
	supported := grounding.Judgement{Content: grounding.Supported, Passage: 1, Quote: "rust"}
	for _, tt := range []struct {
		name, reply string
		want        grounding.Judgement
		fault       Fault // "" for a good reply
		detail      string
		why         string
	}{
		{"plain", `{"content":"supported","passage":2,"quote":"rust"}`, supported, "", "", "as asked; passages are counted from 1"},
		{"fence", "```json\n{\"content\":\"supported\",\"passage\":2,\"quote\":\"rust\"}\n```\n", supported, "", "", "many models put one round it"},
		{"text before", "Sure! Here it is:\n\n{\"content\":\"supported\",\"passage\":2,\"quote\":\"rust\"}", supported, "", "", "a greeting takes nothing back"},
		{"thought before", "<think>It says rust.</think>{\"content\":\"supported\",\"passage\":2,\"quote\":\"rust\"}", supported, "", "", "what it thought before it said"},
		{"other keys", `{"reason":{"a":[1]},"content":"supported","passage":2,"quote":"rust"}`, supported, "", "", "what nobody asked for is passed over"},
		{"space in the quote", `{"content":"supported","passage":2,"quote":" rust"}`, grounding.Judgement{Content: grounding.Supported, Passage: 1, Quote: " rust"}, "", "", "as it stands: the text decides"},
		{"partial", `{"content":"partial","passage":1,"quote":"a"}`, grounding.Judgement{Content: grounding.Partial, Quote: "a"}, "", "", "with a quote"},
		{"contradicted", `{"content":"contradicted","passage":1,"quote":"a"}`, grounding.Judgement{Content: grounding.Contradicted, Quote: "a"}, "", "", "with a quote"},
		{"unsupported", `{"content":"unsupported","passage":0,"quote":""}`, grounding.Judgement{Content: grounding.Unsupported}, "", "", "nothing to quote"},
		{"unsupported, with null", `{"content":"unsupported","passage":null,"quote":null}`, grounding.Judgement{Content: grounding.Unsupported}, "", "", "nothing to quote"},
		{"unsupported, bare", `{"content":"unsupported"}`, grounding.Judgement{Content: grounding.Unsupported}, "", "", "nothing to quote"},
		{"unsupported, a passage", `{"content":"unsupported","passage":2,"quote":" "}`, grounding.Judgement{Content: grounding.Unsupported}, "", "", "a passage without a quote says nothing"},
		{"unsupported, a quote", `{"content":"unsupported","passage":2,"quote":"rust"}`, grounding.Judgement{Content: grounding.Unsupported, Passage: 1, Quote: "rust"}, "", "", "it may have one"},
		{"undecided", `{"content":"undecided","passage":0,"quote":""}`, grounding.Judgement{Content: grounding.Undecided}, "", "", "it may not know"},

		{"empty", "", grounding.Judgement{}, NoJSON, "", "nothing"},
		{"words", "The claim is supported.", grounding.Judgement{}, NoJSON, "", "no object"},
		{"half", `{"content":"supported","passage":2,"quo`, grounding.Judgement{}, NoJSON, "unexpected EOF", "the rest is missing"},
		{"half a fence", "```json\n{\"content\":\"supported\",", grounding.Judgement{}, NoJSON, "unexpected EOF", "the rest is missing"},
		{"only a brace", "{", grounding.Judgement{}, NoJSON, "unexpected EOF", "the rest is missing"},
		{"no JSON", "{content: supported}", grounding.Judgement{}, NoJSON, "invalid character 'c'", "no quotation marks"},
		{"set", "the set {1, 2}", grounding.Judgement{}, NoJSON, "", "another brace"},
		{"nothing in it", "{}", grounding.Judgement{}, BadContent, "no string", "another object"},
		{"text after", `{"content":"supported","passage":2,"quote":"rust"} But no, it isn't.`, grounding.Judgement{}, NoJSON, "text follows", "it may take it back"},
		{"two objects", `{"content":"supported","passage":2,"quote":"rust"}{"content":"unsupported"}`, grounding.Judgement{}, NoJSON, "text follows", "which is it?"},
		{"twice", `{"content":"unsupported","content":"supported","passage":2,"quote":"rust"}`, grounding.Judgement{}, NoJSON, "a key stands twice", "which is it?"},
		{"another case", `{"Content":"supported","passage":2,"quote":"rust"}`, grounding.Judgement{}, BadContent, "no string", "keys are exact"},
		{"unknown content", `{"content":"true","passage":2,"quote":"rust"}`, grounding.Judgement{}, BadContent, "none of the five", "another scale"},
		{"a verdict", `{"content":"miscited","passage":2,"quote":"rust"}`, grounding.Judgement{}, BadContent, "none of the five", "no content, though a verdict"},
		{"capital", `{"content":"Supported","passage":2,"quote":"rust"}`, grounding.Judgement{}, BadContent, "none of the five", "words are exact"},
		{"content of a list", `{"content":["supported"],"passage":2,"quote":"rust"}`, grounding.Judgement{}, BadContent, "no string", "which is it?"},
		{"passage 0", `{"content":"supported","passage":0,"quote":"rust"}`, grounding.Judgement{}, BadPassage, "there are 1 to 3", "counted from 1"},
		{"no passage", `{"content":"supported","quote":"rust"}`, grounding.Judgement{}, BadPassage, "there are 1 to 3", "a quote from where?"},
		{"passage 4", `{"content":"supported","passage":4,"quote":"rust"}`, grounding.Judgement{}, BadPassage, "there are 1 to 3", "of three"},
		{"negative", `{"content":"unsupported","passage":-1,"quote":""}`, grounding.Judgement{}, BadPassage, "there are 1 to 3", "even where none is needed"},
		{"huge", `{"content":"supported","passage":99999999999999999999999,"quote":"rust"}`, grounding.Judgement{}, BadPassage, "no whole number", "no overflow"},
		{"fraction", `{"content":"supported","passage":1.5,"quote":"rust"}`, grounding.Judgement{}, BadPassage, "no whole number", "between two"},
		{"string", `{"content":"supported","passage":"2","quote":"rust"}`, grounding.Judgement{}, BadPassage, "no whole number", "a number was asked for"},
		{"no quote", `{"content":"supported","passage":2}`, grounding.Judgement{}, NoQuote, "supported needs one", "no evidence, no verdict"},
		{"blank", `{"content":"contradicted","passage":2,"quote":" \n"}`, grounding.Judgement{}, NoQuote, "contradicted needs one", "no words"},
		{"partial without", `{"content":"partial","passage":2,"quote":null}`, grounding.Judgement{}, NoQuote, "partial needs one", "no evidence, no verdict"},
		{"quote of a list", `{"content":"supported","passage":2,"quote":["rust"]}`, grounding.Judgement{}, NoQuote, "no string", "one was asked for"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := parse(tt.reply, 3)
			if err == nil {
				err = &ReplyError{}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" || err.Fault != tt.fault || !strings.Contains(err.Detail, tt.detail) {
				t.Errorf("%s: error %q, want fault %q, detail %q; -want +got\n%s", tt.why, err, tt.fault, tt.detail, diff)
			}
		})
	}
}

// FuzzReply: whatever a model replies, there is a judgement that could be looked up,
// or an error.
func FuzzReply(f *testing.F) {
	f.Add(`{"content":"supported","passage":2,"quote":"rust"}`, 3)
	f.Add("Here:\n```json\n{\"content\":\"unsupported\",\"passage\":0,\"quote\":\"\"}\n```", 1)
	f.Add(`{"content":"partial","content":"supported"`, 2)
	f.Add(`{"a":{"b":[{}]},"content":"\u0000","passage":1e2,"quote":"\ud800"}`, 4)
	f.Fuzz(func(t *testing.T, reply string, n int) {
		got, err := parse(reply, n)
		if err != nil {
			if got != (grounding.Judgement{}) || err.Fault == "" || !strings.HasSuffix(reply, err.Reply) || len(err.Detail) > 100 {
				t.Errorf("%q gives %+v and error %q", reply, got, err)
			}
			return
		}
		switch got.Content {
		case grounding.Supported, grounding.Partial, grounding.Contradicted:
			if strings.TrimSpace(got.Quote) == "" {
				t.Errorf("%q gives %+v", reply, got)
			}
		case grounding.Unsupported, grounding.Undecided:
		default:
			t.Errorf("%q gives %+v", reply, got)
		}
		if got.Quote == "" && got.Passage != 0 || got.Quote != "" && (got.Passage < 0 || got.Passage >= n) {
			t.Errorf("%q gives %+v of %d", reply, got, n)
		}
	})
}
