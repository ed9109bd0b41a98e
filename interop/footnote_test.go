package interop

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// footnote is the command as it was built for these tests.
var footnote string

func TestMain(m *testing.M) {
	flag.Parse()
	dir, err := os.MkdirTemp("", "interop")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	footnote = filepath.Join(dir, "footnote")
	build := exec.Command("go", "build", "-o", footnote, "./cmd/footnote")
	build.Dir = ".."
	build.Stdout, build.Stderr = os.Stderr, os.Stderr
	code := 1
	if err := build.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "go build ./cmd/footnote:", err)
	} else {
		code = m.Run()
	}
	os.RemoveAll(dir)
	os.Exit(code)
}

// output returns what the command prints.
func output(t *testing.T, args ...string) []byte {
	t.Helper()
	r := execute(t, footnote, args...)
	if r.code != 0 {
		t.Fatalf("footnote %s: exit code %d\n%s", strings.Join(args, " "), r.code, r.stderr)
	}
	return []byte(r.stdout)
}

// serve starts "footnote serve" and returns its address. At the end of the test it
// is interrupted, and has to end in peace.
func serve(t *testing.T, args ...string) string {
	t.Helper()
	cmd := exec.Command(footnote, append([]string{"serve", "--addr", "127.0.0.1:0", "--log", "none"}, args...)...)
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(clientTimeout, func() { cmd.Process.Kill() })
	lines := bufio.NewScanner(stderr)
	address := ""
	for address == "" && lines.Scan() {
		address, _ = strings.CutPrefix(lines.Text(), "footnote: serving ")
	}
	timer.Stop()
	t.Cleanup(func() {
		timer := time.AfterFunc(clientTimeout, func() { cmd.Process.Kill() })
		defer timer.Stop()
		if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
			t.Errorf("footnote serve: %v", err)
		}
		for lines.Scan() {
			t.Errorf("footnote serve says: %s", lines.Text())
		}
		if err := cmd.Wait(); err != nil {
			t.Errorf("footnote serve: %v", err)
		}
	})
	if address == "" {
		t.Fatal("footnote serve tells no address")
	}
	return address
}

// golden compares with a file, or writes it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}
