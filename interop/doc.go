// Package interop holds the servers of footnote against public clients that nobody
// here wrote: both generations of the official TypeScript SDK of the Model Context
// Protocol, its inspector and its conformance suite, a validator of OpenAPI, and the
// compiler with the types of the vendors for whom "footnote tools" and "footnote
// context" write.
//
// It has tests alone. They build the command, start it as a user does, and know nothing
// else of it. The clients are pinned in package-lock.json and installed by npm when a
// test first needs them; where node, npm or the registry is missing, the tests are
// skipped and say so.
package interop
