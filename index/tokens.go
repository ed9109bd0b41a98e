package index

// A TokenCounter counts the tokens of a text as a language model does.
type TokenCounter interface {
	Count(text string) int
}

// ApproxTokens counts a token for every four bytes, rounded up: close enough for
// English prose in the tokenizers of today's models, and never zero for a text.
type ApproxTokens struct{}

// Count returns ceil(len(text) / 4).
func (ApproxTokens) Count(text string) int { return (len(text) + 3) / 4 }
