package interop

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// installed is the file in node_modules that says from which package-lock.json and by
// which node it was filled.
const installed = "node_modules/.footnote-installed"

// How long npm and a client may take.
const (
	installTimeout = 5 * time.Minute
	clientTimeout  = time.Minute
)

// needClients installs the public clients once, or skips the test: what is what isn't
// tested then. It returns the major version of node.
func needClients(t *testing.T, what string) int {
	t.Helper()
	major, err := install()
	if m, ok := errors.AsType[missing](err); ok {
		t.Skipf("skipped %s: %s", what, string(m))
	}
	if err != nil {
		t.Fatal(err)
	}
	return major
}

// missing is what the clients need and the machine doesn't have.
type missing string

func (m missing) Error() string { return string(m) }

// unreachable is what npm says where it can't reach the registry.
var unreachable = regexp.MustCompile(`ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENOTCACHED`)

// install fills node_modules, unless it was filled from the same package-lock.json.
var install = sync.OnceValues(func() (int, error) {
	for _, name := range []string{"node", "npm"} {
		if _, err := exec.LookPath(name); err != nil {
			return 0, missing(name + " is not installed")
		}
	}
	version, err := exec.Command("node", "--version").Output()
	if err != nil {
		return 0, fmt.Errorf("node --version: %w", err)
	}
	major, err := strconv.Atoi(regexp.MustCompile(`\d+`).FindString(string(version)))
	if err != nil {
		return 0, fmt.Errorf("node --version says %q", version)
	}
	if major < leastNode {
		return 0, missing(fmt.Sprintf("node is %s; the clients need %d or newer", bytes.TrimSpace(version), leastNode))
	}
	lock, err := os.ReadFile("package-lock.json")
	if err != nil {
		return 0, err
	}
	// A package may come built for this node and this machine.
	stamp := fmt.Sprintf("%x %s\n", sha256.Sum256(lock), bytes.TrimSpace(version))
	if have, err := os.ReadFile(installed); err == nil && string(have) == stamp {
		return major, nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), installTimeout)
	defer cancel()
	npm := exec.CommandContext(ctx, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--loglevel=error")
	out, err := npm.CombinedOutput()
	switch {
	case err == nil:
		return major, os.WriteFile(installed, []byte(stamp), 0o666)
	case unreachable.Match(out) || ctx.Err() != nil:
		return 0, missing("npm can't reach its registry: " + string(unreachable.Find(out)))
	}
	return 0, fmt.Errorf("npm ci: %w\n%s", err, out)
})

// leastNode is the oldest node by which the clients run.
const leastNode = 20

// A run is what became of a client.
type run struct {
	code           int
	stdout, stderr string
}

// node runs a script with node: a file, or by its name one in node_modules/.bin.
func node(t *testing.T, script string, args ...string) run {
	t.Helper()
	if !strings.Contains(script, "/") {
		script = filepath.Join("node_modules", ".bin", script)
	}
	return execute(t, "node", append([]string{script}, args...)...)
}

// execute runs a program without input. A program that doesn't end fails the test.
func execute(t *testing.T, name string, args ...string) run {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), clientTimeout)
	defer cancel()
	var stdout, stderr bytes.Buffer
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	cmd.WaitDelay = 5 * time.Second
	cmd.Env = append(os.Environ(), "NO_COLOR=1", "REDOCLY_TELEMETRY=off", "REDOCLY_SUPPRESS_UPDATE_NOTICE=true")
	err := cmd.Run()
	if _, ok := errors.AsType[*exec.ExitError](err); err != nil && !ok || ctx.Err() != nil {
		t.Fatalf("%s %s: %v (%v)\n%s%s", name, strings.Join(args, " "), err, ctx.Err(), stdout.String(), stderr.String())
	}
	return run{cmd.ProcessState.ExitCode(), stdout.String(), stderr.String()}
}

// short cuts output down to what a failure can show.
func short(s string) string {
	const most = 4000
	if len(s) <= most {
		return s
	}
	return s[:most] + "\n…"
}
