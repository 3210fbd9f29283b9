package apptest

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestScenarios plays every testdata/*.txtar on both databases. A scenario is
// a script, line by line an act, a request, or what must be seen; the files
// behind it are what writers give stories. The words of the script are in
// scenario_words_test.go.
func TestScenarios(t *testing.T) {
	names := must[[]string](t)(filepath.Glob("testdata/*.txtar"))
	if len(names) == 0 {
		t.Fatal("there are no scenarios")
	}
	for _, name := range names {
		archive := must[*txtar.Archive](t)(txtar.ParseFile(name))
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			t.Parallel()
			OnEach(t, func(t *testing.T, h *House) {
				s := newScenario(t, h, archive)
				s.play(string(archive.Comment))
			})
		})
	}
}

// TestScenarioCanFail plays lines that do not hold: each must be reported.
func TestScenarioCanFail(t *testing.T) {
	t.Parallel()
	h := Open(t, SQLite)
	archive := txtar.Parse([]byte("-- a --\nheadline: A\n\nText.\n"))
	for _, line := range []string{
		"get /en/\nstatus 404", "get /en/\nsee Nothing of the kind", "get /en/\nmiss Courier", "get /en/\nis h1 | Something", "get /en/\ncount h1 2",
		"get /en/\nheader Content-Type text/plain", "get /en/\nheader Etag -", "get /en/\nsame", "get /en/\nlead /fa/", "publish nobody", "dance",
		"draft a en a\npublish a\nledger retract {a}", "get /en/\nkept", "retract a", "draft b en none", "wait soon", "find h1[",
	} {
		r := &recording{TB: t}
		s := newScenario(r, h, archive)
		r.run(func() { s.play(line) })
		if r.said == "" {
			t.Errorf("%q was not reported", line)
		}
	}
}

// recording is a test that may fail without failing the one it stands in.
type recording struct {
	testing.TB
	said string
}

type ended struct{}

// Errorf implements testing.TB.
func (r *recording) Errorf(format string, _ ...any) { r.said = format }

// Fatalf implements testing.TB.
func (r *recording) Fatalf(format string, _ ...any) { r.said = format; panic(ended{}) }

// run calls f and returns when it ends or fails.
func (r *recording) run(f func()) {
	defer func() {
		if p := recover(); p != nil && p != (ended{}) {
			panic(p)
		}
	}()
	f()
}
