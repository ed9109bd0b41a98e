// Footnote answers questions about footnoted articles with sentences and the
// footnotes that vouch for them, and prints the facts that they state: by kind
// (facts), by date (timeline), and where an article disagrees with itself
// (tensions). Without --corpus it knows one article, on Meta's open-weights (Llama)
// strategy.
//
//	footnote ask "Is there a size above which a company needs its own Llama licence?"
//
// "footnote help" lists the commands; docs/command.md in the module's repository
// describes their output for programs.
package main

import (
	"context"
	"io"
	"os"
	"runtime"
)

// heapFloor lets the heap grow so far beyond what is in use before garbage is
// collected. Go begins at 4 MB, and a command that answers one question about the
// built-in article would collect five times: a sixth of its time. The memory is never
// touched, so that the system gives none for it.
const heapFloor = 32 << 20

func main() {
	floor := make([]byte, heapFloor)
	code := run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	runtime.KeepAlive(floor)
	os.Exit(code)
}

// run runs the command and returns its exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{args: args, stdin: stdin, stdout: stdout, out: newPrinter(stdout), stderr: stderr}
	root := a.root()
	root.SetArgs(args)
	root.SetOut(a.out.w)
	root.SetErr(stderr)
	return a.finish(root.ExecuteContext(ctx))
}
