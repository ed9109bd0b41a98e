package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/toolset"
	"github.com/footnote-go/footnote/toolset/httpserver"
	"github.com/footnote-go/footnote/toolset/mcpserver"
)

// serveFlags are the flags of serve.
type serveFlags struct {
	tools        toolFlags
	addr         string
	hosts        []string
	origins      []string
	tokenFile    string
	rate         float64
	timeout      time.Duration
	concurrency  int
	logFormat    string
	logQuestions bool
}

// tokenVariable is where serve looks for its token if no file is given.
const tokenVariable = "FOOTNOTE_TOKEN"

func (a *app) serveCommand() *cobra.Command {
	var flags serveFlags
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the articles and the tools over HTTP",
		Long: `serve shows the articles as pages, and serves the tools: as JSON under /v1 (described in /openapi.json), and over MCP at /mcp. It writes its address and a line for each request to standard error, and stops at an interrupt, once what runs has come to its end.

It listens on 127.0.0.1 unless told otherwise, and answers only to the names of loopback, of --base-url and of --host. Browsers may ask it from pages of its own and of --origin. Where others than this machine can reach it, give it a token: in the environment variable FOOTNOTE_TOKEN, or in a file by --token-file. Then every request but /healthz has to bring it as "Authorization: Bearer TOKEN".`,
		Example: `  footnote serve
  footnote serve --corpus notes/ --addr :8080 --base-url https://notes.example.org`,
		Args:              noArgs,
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	flags.tools.register(cmd)
	f := cmd.Flags()
	f.StringVar(&flags.addr, "addr", "127.0.0.1:8642", "listen on `HOST:PORT`; port 0 is any that is free")
	f.StringArrayVar(&flags.hosts, "host", nil, "answer to the host `NAME`, too (repeatable; * is all)")
	f.StringArrayVar(&flags.origins, "origin", nil, "let pages of `ORIGIN` ask, such as https://example.org (repeatable)")
	f.StringVar(&flags.tokenFile, "token-file", "", "read the token from `FILE`")
	f.Float64Var(&flags.rate, "rate", 0, "let a client make `N` requests a second; 0 is 20, and no limit on loopback; -1 is no limit at all")
	f.DurationVar(&flags.timeout, "timeout", httpserver.DefaultTimeout, "an operation may take `DURATION`, with waiting")
	f.IntVar(&flags.concurrency, "concurrency", 0, "run `N` operations at once; 0 is two for each processor")
	f.StringVar(&flags.logFormat, "log", "text", "`FORMAT` of the log on standard error: text, json, or none")
	f.BoolVar(&flags.logQuestions, "log-questions", false, "put questions and answers into the log")
	for _, name := range []string{"addr", "host", "origin", "rate", "timeout", "concurrency"} {
		_ = cmd.RegisterFlagCompletionFunc(name, cobra.NoFileCompletions)
	}
	_ = cmd.RegisterFlagCompletionFunc("log", cobra.FixedCompletions([]string{"text", "json", "none"}, cobra.ShellCompDirectiveNoFileComp))
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM)
		defer stop()
		return a.serve(ctx, cmd, flags)
	}
	return cmd
}

// serve serves until the context is done.
func (a *app) serve(ctx context.Context, cmd *cobra.Command, flags serveFlags) error {
	if a.json {
		return usageErrorOf(cmd, "serve has no --json: its log has --log json")
	}
	logger, err := a.logger(cmd, flags.logFormat)
	if err != nil {
		return err
	}
	token, err := readToken(flags.tokenFile)
	if err != nil {
		return err
	}
	host, _, err := net.SplitHostPort(flags.addr)
	if err != nil {
		return usageErrorOf(cmd, "--addr %q: HOST:PORT, such as 127.0.0.1:8642 or :8642", flags.addr)
	}
	listener, err := net.Listen("tcp", flags.addr)
	if err != nil {
		return readError(err)
	}
	defer listener.Close()
	if flags.tools.baseURL == "" {
		flags.tools.baseURL = "http://" + reachable(host, listener.Addr())
	}
	set, err := a.openTools(flags.tools)
	if err != nil {
		return err
	}
	defer set.Close()
	turns := toolset.NewTurns(flags.concurrency, 0)
	overMCP := mcpserver.New(set, mcpserver.Options{Version: moduleVersion(), Timeout: flags.timeout, Turns: turns})
	server, err := httpserver.New(set, httpserver.Options{
		MCP:   mcpserver.Handler(overMCP, mcpserver.Options{AnyHost: true}),
		Hosts: flags.hosts, Origins: flags.origins, Token: token, Rate: flags.rate, Timeout: flags.timeout,
		Turns: turns, Logger: logger, LogQuestions: flags.logQuestions, Version: moduleVersion(),
	})
	if err != nil {
		return usageError("%s", strings.TrimPrefix(err.Error(), "httpserver: "))
	}
	if err := set.Prepare(); err != nil {
		return readError(err)
	}
	limitMemory()
	fmt.Fprintf(a.stderr, "footnote: serving %s\n", set.BaseURL())
	if open := !isLoopback(listener.Addr()); open && token == "" {
		a.complain("others than this machine may ask: set %s or --token-file", tokenVariable)
	}
	if err := httpserver.Serve(ctx, listener, server, httpserver.Limits{Logger: logger}); err != nil {
		return readError(err)
	}
	return nil
}

// leastMemory is the least at which the collector begins to work harder.
const leastMemory = 128 << 20

// limitMemory lets the collector work harder rather than let memory grow, from three
// times what the articles and their index take on; unless GOMEMLIMIT says otherwise.
func limitMemory() {
	if os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	debug.SetMemoryLimit(max(leastMemory, 3*int64(m.HeapAlloc)))
}

// logger makes the log of a format.
func (a *app) logger(cmd *cobra.Command, format string) (*slog.Logger, error) {
	switch format {
	case "text":
		return slog.New(slog.NewTextHandler(a.stderr, nil)), nil
	case "json":
		return slog.New(slog.NewJSONHandler(a.stderr, nil)), nil
	case "none":
		return slog.New(slog.DiscardHandler), nil
	}
	return nil, usageErrorOf(cmd, "--log %q: text, json or none", format)
}

// readToken reads the token from a file, or from the environment.
func readToken(file string) (string, error) {
	if file == "" {
		return os.Getenv(tokenVariable), nil
	}
	b, err := os.ReadFile(file)
	if err != nil {
		return "", readError(err)
	}
	token := strings.TrimSpace(string(b))
	if token == "" {
		return "", readError(errors.New(file + ": the token is empty"))
	}
	return token, nil
}

// reachable returns an address at which this machine reaches the server.
func reachable(host string, addr net.Addr) string {
	at, err := netip.ParseAddrPort(addr.String())
	if err != nil {
		return addr.String()
	}
	if host == "" || at.Addr().IsUnspecified() {
		return fmt.Sprintf("127.0.0.1:%d", at.Port())
	}
	return at.String()
}

func isLoopback(addr net.Addr) bool {
	at, err := netip.ParseAddrPort(addr.String())
	return err == nil && at.Addr().IsLoopback()
}
