// Package openaiembed makes vectors with any server that speaks OpenAI's embeddings
// interface, POST /v1/embeddings: OpenAI itself, Ollama, llama.cpp, vLLM, LM Studio,
// text-embeddings-inference and others. Nothing else in this module uses the
// network; whoever wants vectors makes a [Client] and hands [Client.Embedding] to
// package index.
//
// The client sends texts to the server that it is given and to no other: it has no
// default, and follows redirects within the same scheme, host and port only. The
// key stands in the Authorization header and in no error.
//
// What the server says is not trusted. Its answer may have so many bytes and no
// more ([Options.MaxResponseBytes]), and must have one vector for each text, all of
// one dimension and of finite values; it may list them in any order. A server that
// is busy or has failed (429 and 5xx) is asked again, after as long as it says
// or ever longer; one that refuses a request is not.
package openaiembed
