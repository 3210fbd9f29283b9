package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

// maxEvent bounds one line of go test -json.
const maxEvent = 1 << 20

// event is one line of `go test -json` (see `go doc test2json`).
type event struct {
	Action      string
	Package     string
	ImportPath  string // of build output, where Package is not set
	Test        string
	Output      string
	Elapsed     float64 // seconds
	FailedBuild string
}

// tally counts what the tests say and keeps the output of each until it is
// known whether anybody needs to read it.
type tally struct {
	out            io.Writer
	strict         strictness
	passed, failed int
	skipped        []string            // tests that skipped and may
	refused        []string            // what fails the gate though no test failed
	output         map[string][]string // by package and test
	elapsed        map[string]time.Duration
}

func newTally(out io.Writer, strict strictness) *tally {
	return &tally{out: out, strict: strict, output: map[string][]string{}, elapsed: map[string]time.Duration{}}
}

// read takes in events until the stream ends. What is not an event, such as
// the output of a test binary that crashed hard, is printed.
func (t *tally) read(r io.Reader) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxEvent)
	for lines.Scan() {
		var e event
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			fmt.Fprintln(t.out, lines.Text())
			continue
		}
		t.note(e)
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read go test: %w", err)
	}
	return nil
}

// note takes in one event.
func (t *tally) note(e event) {
	key := e.Package + " " + e.Test
	switch e.Action {
	case "build-output":
		t.output[e.ImportPath] = append(t.output[e.ImportPath], e.Output)
	case "output":
		t.keepOutput(key, e)
	case "pass", "fail", "skip":
		if e.Test == "" {
			t.finishPackage(e)
		} else {
			t.finishTest(key, e)
		}
		delete(t.output, key)
	}
}

// keepOutput keeps what a test prints. Of a package itself, its closing line
// is shown at once: it is how one sees that tests ran.
func (t *tally) keepOutput(key string, e event) {
	if e.Test == "" && (strings.HasPrefix(e.Output, "ok ") || strings.HasPrefix(e.Output, "FAIL\t")) {
		fmt.Fprint(t.out, e.Output)
		return
	}
	t.output[key] = append(t.output[key], e.Output)
}

func (t *tally) finishTest(key string, e event) {
	output := strings.Join(t.output[key], "")
	switch {
	case e.Action == "pass":
		t.passed++
	case e.Action == "fail":
		t.failed++
		fmt.Fprintf(t.out, "FAILED %s\n%s", key, output)
	case t.strict.allows(output):
		t.skipped = append(t.skipped, key+": "+reason(output))
	default:
		t.refuse(key, "skipped, and here nothing may skip: "+reason(output))
	}
}

// finishPackage notes the package's time and, when it failed outside of any
// test (a panic, TestMain, the compiler), prints what it said.
func (t *tally) finishPackage(e event) {
	t.elapsed[e.Package] += time.Duration(e.Elapsed * float64(time.Second))
	if e.Action != "fail" {
		return
	}
	fmt.Fprint(t.out, strings.Join(t.output[e.FailedBuild], ""))
	fmt.Fprint(t.out, strings.Join(t.output[e.Package+" "], ""))
	t.refuse(e.Package, "failed")
}

// refuse fails the gate for a reason that is not a failed test.
func (t *tally) refuse(what, why string) { t.refused = append(t.refused, what+": "+why) }

// ran returns how many tests came to an end.
func (t *tally) ran() int { return t.passed + t.failed + len(t.skipped) }

// verdict prints what skipped, what fails the gate and the counts. It returns
// an error when the gate is shut.
func (t *tally) verdict(goTestFailed bool) error {
	for _, s := range t.skipped {
		fmt.Fprintln(t.out, "skipped", s)
	}
	for _, r := range t.refused {
		fmt.Fprintln(t.out, "REFUSED", r)
	}
	fmt.Fprintf(t.out, "%d passed, %d failed\n", t.passed, t.failed)
	switch {
	case t.failed > 0 || len(t.refused) > 0:
		return fmt.Errorf("%d tests failed, %d other reasons above", t.failed, len(t.refused))
	case goTestFailed:
		return fmt.Errorf("go test failed without saying which test")
	case t.passed == 0:
		return fmt.Errorf("no test ran")
	}
	return nil
}

// timing returns a line per package, slowest first.
func (t *tally) timing() string {
	var lines []string
	for pkg, d := range t.elapsed {
		lines = append(lines, fmt.Sprintf("%9.2f s  %s\n", d.Seconds(), pkg))
	}
	slices.SortFunc(lines, func(a, b string) int { return strings.Compare(b, a) })
	return strings.Join(lines, "")
}

// reason finds the words that a test skipped with: the line that t.Skip wrote,
// without its file and line number.
func reason(output string) string {
	for line := range strings.Lines(output) {
		line = strings.TrimSpace(line)
		if _, words, found := strings.Cut(line, ".go:"); found {
			if _, words, found = strings.Cut(words, ": "); found {
				return words
			}
		}
	}
	return "no reason given"
}
