package mcpserver

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// Serve serves one client on a pair of streams, a message a line, such as standard
// input and output. It returns nil when the input has ended and everything that was
// asked before is answered: mcp.StdioTransport would drop what is still in work, so that
// a client that writes all and closes its end, as a shell does, would get no answer. A
// line that is no JSON is answered with a parse error, and the next ones are read.
func Serve(ctx context.Context, server *mcp.Server, in io.Reader, out io.Writer) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	p := &pending{balance: map[string]int{}, none: make(chan struct{}, 1)}
	to := &answers{to: out, pending: p}
	from := &requests{ctx: ctx, from: bufio.NewReader(in), pending: p, to: to}
	err := server.Run(ctx, &mcp.IOTransport{Reader: from, Writer: to})
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// pending are the requests that have no answer yet.
type pending struct {
	mu sync.Mutex
	// balance has for an ID how many requests more than answers there are. It may be
	// less than 0: a message is read before its line ends, and may be answered before.
	balance map[string]int
	none    chan struct{} // told when nothing is open
	gone    bool          // nobody reads answers
}

// A pointer is what there is to see of a message.
type pointer struct {
	ID     any
	Method string
	Params struct{ RequestID any }
}

// point reads what there is to see; what isn't a message has nothing.
func point(line []byte) (m pointer) {
	_ = json.Unmarshal(line, &m) // params may be a list, and the rest is read all the same
	return m
}

// asked takes note of a message of the client's.
func (p *pending) asked(line []byte) {
	m := point(line)
	switch {
	case m.Method == "notifications/cancelled":
		p.add(m.Params.RequestID, -1)
	case m.ID != nil && m.Method != "":
		p.add(m.ID, 1)
	}
}

// add takes note of requests with an ID, of answers if n is less than 0.
func (p *pending) add(id any, n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	k := key(id)
	p.balance[k] += n
	if p.balance[k] == 0 {
		delete(p.balance, k)
	}
	p.tell()
}

// leave takes note that nobody reads answers any more.
func (p *pending) leave() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.gone = true
	p.tell()
}

// open reports whether an answer is to come.
func (p *pending) open() bool {
	if p.gone {
		return false
	}
	for _, n := range p.balance {
		if n > 0 {
			return true
		}
	}
	return false
}

// tell wakes who waits if there is nothing to wait for.
func (p *pending) tell() {
	if !p.open() {
		select {
		case p.none <- struct{}{}:
		default:
		}
	}
}

// wait waits until there is no request without an answer.
func (p *pending) wait(ctx context.Context) {
	for {
		p.mu.Lock()
		done := !p.open()
		p.mu.Unlock()
		if done {
			return
		}
		select {
		case <-p.none:
		case <-ctx.Done():
			return
		}
	}
}

// key tells the ID 1 from "1".
func key(id any) string { return fmt.Sprintf("%T %v", id, id) }

// maxLine is how many bytes a message has at most.
const maxLine = mcp.DefaultMaxLineLength

// requests is an input of messages, a line each, that ends only when all requests are
// answered. A line that is no JSON is answered here: the transport would take it for the
// end.
type requests struct {
	ctx     context.Context
	from    *bufio.Reader
	pending *pending
	to      *answers
	line    []byte // what is still to be handed on
}

func (r *requests) Read(b []byte) (int, error) {
	for len(r.line) == 0 {
		line, err := r.next()
		if err == io.EOF && len(line) == 0 {
			r.pending.wait(r.ctx)
		}
		if len(line) == 0 && err != nil {
			return 0, err
		}
		line = bytes.TrimSpace(line)
		if len(line) > 0 && !json.Valid(line) {
			if err := r.to.send([]byte(parseError)); err != nil {
				return 0, err
			}
			continue
		}
		if len(line) > 0 {
			r.pending.asked(line)
			r.line = append(line, '\n')
		}
	}
	n := copy(b, r.line)
	r.line = r.line[n:]
	return n, nil
}

// parseError is the answer to a line that is no JSON.
const parseError = `{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"the line is not JSON; a message is one line"}}` + "\n"

// next reads a line of bounded length.
func (r *requests) next() ([]byte, error) {
	var line []byte
	for {
		part, err := r.from.ReadSlice('\n')
		line = append(line, part...)
		if len(line) > maxLine {
			return nil, fmt.Errorf("a message has more than %d bytes", maxLine)
		}
		if err != bufio.ErrBufferFull {
			return line, err
		}
	}
}

// Close leaves the input open: it is the caller's.
func (r *requests) Close() error { return nil }

// answers is an output that takes note of answers.
type answers struct {
	mu      sync.Mutex
	to      io.Writer
	pending *pending
}

// Write writes a message, which the transport does at once.
func (w *answers) Write(line []byte) (int, error) {
	if err := w.send(line); err != nil {
		return 0, err
	}
	if m := point(line); m.ID != nil && m.Method == "" {
		w.pending.add(m.ID, -1)
	}
	return len(line), nil
}

// send writes a line, one at a time.
func (w *answers) send(line []byte) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	_, err := w.to.Write(line)
	if err != nil {
		w.pending.leave()
	}
	return err
}

// Close leaves the output open: it is the caller's.
func (w *answers) Close() error { return nil }
