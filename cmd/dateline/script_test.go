package main

import (
	"database/sql"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"dateline/internal/app"
	"dateline/internal/pgtest"
)

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == app.BenchCommand { // the program calls itself to open a picture
		os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	}
	if os.Getenv(asProgram) != "" {
		os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	}
	testscript.Main(m, map[string]func(){
		"dateline": func() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// asProgram is set in the environment of a test's program that is to be
// dateline itself.
const asProgram = "RUN_AS_DATELINE"

// TestCommandLine runs the scripts in testdata/script: each is the command
// line as a person or a script meets it.
func TestCommandLine(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script", RequireExplicitExec: true,
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"fails": fails, "port": port, "occupy": occupy, "ready": ready, "fetch": fetch, "sql": plant, "postgres": postgres,
		},
		Setup: func(e *testscript.Env) error {
			e.Values[testKey{}] = e.T().(testing.TB)
			return nil
		},
	})
}

// testKey is where a script's test is kept.
type testKey struct{}

func testOf(ts *testscript.TestScript) testing.TB { return ts.Value(testKey{}).(testing.TB) }

// patience is how long a script waits for what must come.
const patience = time.Minute

// fails STATUS dateline ARGS… runs the program, which must end with the
// status, say nothing on standard output and one plain line on standard error.
func fails(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: fails status command [args...]")
	}
	err := ts.Exec(args[1], args[2:]...)
	var status string
	if e, ok := err.(*exec.ExitError); ok { //nolint:errorlint // testscript does not wrap it
		status = e.ProcessState.String()
	}
	if want := "exit status " + args[0]; status != want {
		ts.Fatalf("ended with %q (%v), want %q", status, err, want)
	}
	said := ts.ReadFile("stderr")
	if !strings.HasPrefix(said, "dateline: ") || strings.Count(said, "\n") != 1 {
		ts.Fatalf("standard error is not one plain line:\n%s", said)
	}
	if strings.Contains(said, "%!") || strings.Contains(said, "goroutine ") {
		ts.Fatalf("not a plain sentence: %s", said)
	}
}

// port NAME puts a free address of this machine into an environment variable.
func port(ts *testscript.TestScript, _ bool, args []string) {
	l := listen(ts, "127.0.0.1:0")
	ts.Setenv(args[0], l.Addr().String())
	ts.Check(l.Close())
}

// occupy NAME listens at an address until the script ends, and puts it into an
// environment variable.
func occupy(ts *testscript.TestScript, _ bool, args []string) {
	l := listen(ts, "127.0.0.1:0")
	ts.Defer(func() { _ = l.Close() })
	ts.Setenv(args[0], l.Addr().String())
}

func listen(ts *testscript.TestScript, address string) net.Listener {
	var opener net.ListenConfig
	l, err := opener.Listen(testOf(ts).Context(), "tcp", address)
	ts.Check(err)
	return l
}

// ready ADDRESS waits until pages are served there.
func ready(ts *testscript.TestScript, _ bool, args []string) {
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if status, _, err := ask(ts, args[0], "/healthz"); err == nil && status == http.StatusOK {
			return
		}
	}
	ts.Fatalf("nothing is served at %s after %s", args[0], patience)
}

// fetch ADDRESS PATH STATUS asks for a page, which must have the status, and
// keeps it in the file answer.
func fetch(ts *testscript.TestScript, _ bool, args []string) {
	status, body, err := ask(ts, args[0], args[1])
	ts.Check(err)
	if want := args[2]; want != http.StatusText(status) {
		ts.Fatalf("%s answers %d %s, want %s", args[1], status, http.StatusText(status), want)
	}
	ts.Check(os.WriteFile(ts.MkAbs("answer"), body, 0o600))
}

func ask(ts *testscript.TestScript, address, path string) (int, []byte, error) {
	r, err := http.NewRequestWithContext(testOf(ts).Context(), http.MethodGet, "http://"+address+path, nil)
	if err != nil {
		return 0, nil, err
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }, Timeout: patience}
	res, err := client.Do(r)
	if err != nil {
		return 0, nil, err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(io.LimitReader(res.Body, 1<<20))
	return res.StatusCode, body, err
}

// sql FOLDER STATEMENT changes a database behind the program's back.
func plant(ts *testscript.TestScript, _ bool, args []string) {
	db, err := sql.Open("sqlite", "file:"+filepath.Join(ts.MkAbs(args[0]), "dateline.db")+"?_pragma=busy_timeout(10000)")
	ts.Check(err)
	_, err = db.ExecContext(testOf(ts).Context(), args[1])
	ts.Check(err)
	ts.Check(db.Close())
}

// postgres NAME puts the address of a fresh database into an environment
// variable; where there is no PostgreSQL the script is skipped, or fails.
func postgres(ts *testscript.TestScript, _ bool, args []string) {
	ts.Setenv(args[0], pgtest.URL(testOf(ts)))
}
