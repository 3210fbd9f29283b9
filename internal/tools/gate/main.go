// Command gate runs the tests of the packages it is given and decides whether
// a change may be merged. Beside failures it refuses silence: where the machine
// has everything (DATELINE_TESTDATA is set, or CI=true), a skipped test is a
// failure.
//
//	go run ./internal/tools/gate ./...
//
// It prints go test's line for every package, the whole output of what failed,
// and at the end one line "N passed, N failed", subtests counted. The time of
// each package goes to .cache/gate/timing.txt.
//
// Start reading at run in this file, then tally.go. It knows nothing of what
// the tests test, except race.go: the packages whose point is concurrency.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
)

// perPackage is go test's own limit for one package: long enough for the
// browser tests on a slow machine, short enough to notice a test that hangs.
const perPackage = "12m"

// timingFile is where the time of each package is written, slowest first.
const timingFile = ".cache/gate/timing.txt"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	patterns := os.Args[1:]
	if len(patterns) == 0 {
		patterns = []string{"./..."}
	}
	if err := run(ctx, os.Stdout, patterns); err != nil {
		fmt.Fprintln(os.Stderr, "gate:", err)
		stop()
		os.Exit(1)
	}
}

// run tests the packages, then those of race.go once more under the race
// detector, all into one tally.
func run(ctx context.Context, out io.Writer, patterns []string) error {
	packages, err := listPackages(ctx, patterns)
	if err != nil {
		return err
	}
	env, stopDatabase := withDatabase(ctx, out, packages)
	defer stopDatabase()

	t := newTally(out, strictnessOf(os.Getenv))
	failed := goTest(ctx, t, env, packages)
	for _, r := range raceRunsOf(packages) {
		fmt.Fprintf(out, "race detector: %s\n", r.pkg)
		before := t.ran()
		failed = goTest(ctx, t, append(env, "CGO_ENABLED=1"), r.args()) || failed
		if t.ran() == before {
			t.refuse(r.pkg, fmt.Sprintf("no test matches %q, yet the race detector is promised here", r.tests))
		}
	}
	if err := writeTiming(timingFile, t); err != nil {
		return err
	}
	return t.verdict(failed)
}

// goTest runs go test with args and feeds its events to the tally. It reports
// whether go test itself was unhappy, which the tally may not have seen: a
// package that does not build has no test events.
func goTest(ctx context.Context, t *tally, env, args []string) (failed bool) {
	args = append([]string{"test", "-json", "-count=1", "-timeout", perPackage}, args...)
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Env = env
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.Stderr = os.Stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.refuse("go test", err.Error())
		return true
	}
	if err := cmd.Start(); err != nil {
		t.refuse("go test", err.Error())
		return true
	}
	if err := t.read(stdout); err != nil {
		t.refuse("go test", err.Error())
	}
	return cmd.Wait() != nil
}

// writeTiming keeps the time of each package for whoever wonders where the
// minutes went.
func writeTiming(path string, t *tally) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("timing: %w", err)
	}
	if err := os.WriteFile(path, []byte(t.timing()), 0o644); err != nil {
		return fmt.Errorf("timing: %w", err)
	}
	return nil
}
