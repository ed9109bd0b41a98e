// Package openaijudge asks a language model what the rules of package grounding leave
// open, over any server that speaks OpenAI's chat interface, POST /v1/chat/completions:
// OpenAI itself, Ollama, llama.cpp, vLLM, LM Studio and others. Nothing else in this
// module uses it; whoever wants a judge makes a [Judge] and hands it to grounding.New.
//
// The model must reply with one JSON object: a known verdict, a passage that it was
// shown, and words of that passage, without which it can neither support nor
// contradict. Anything else is a [*ReplyError] that says what is wrong; nothing is
// guessed or mended. Whether the words stand in the passage, package grounding looks
// up. Where either fails, the claim stays undecided.
//
// # What the model reads
//
// [SystemPrompt], and one message with the claim, what the answer said before it, and
// the passages. These are data: each stands between two lines that have a key, which
// is a digest of all of them, so that no text can have the line that ends it. Text in
// a passage that gives orders stays in its passage. A model may obey it all the same:
// then it must still quote words that stand there, and the report shows them.
//
// The temperature is 0. That makes answers alike, not the same: a report that a judge
// decided is not deterministic, and its receipt says so.
//
// # The network
//
// Texts go to the server that was named and to no other: there is no default, and
// redirects are followed within the same scheme, host and port only. The key stands
// in the Authorization header and in no error. Nor do errors repeat the texts: they
// have at most 200 bytes of what the model replied, and what else a server says is
// left out where it repeats 16 bytes of a text. An answer may have so many bytes and
// no more ([Options.MaxResponseBytes]). A server that is busy or has failed (429 and
// 5xx) is asked again, after as long as it says or ever longer, if the context leaves
// the time; one that refuses a request is not, nor is a model that replied nonsense.
package openaijudge
