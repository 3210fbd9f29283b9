package needs_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"dateline/internal/needs"
)

// witness is a test that notes how it was ended.
type witness struct {
	testing.TB
	ended string
}

func (w *witness) Helper()              {}
func (w *witness) Fatal(...any)         { w.end("failed") }
func (w *witness) Skip(...any)          { w.end("skipped") }
func (w *witness) Skipf(string, ...any) { w.end("skipped") }
func (w *witness) end(how string)       { w.ended = how; panic(w) }

// endOf returns how f ends the test that it is given.
func endOf(f func(testing.TB)) (ended string) {
	w := &witness{}
	defer func() {
		if p := recover(); p != nil && p != any(w) {
			panic(p)
		}
		ended = w.ended
	}()
	f(w)
	return "passed"
}

func TestMissing(t *testing.T) {
	tests := []struct{ name, ci, data, want string }{
		{"at home", "", "", "skipped"},
		{"in CI", "true", "", "failed"},
		{"with the test data", "", "/data", "failed"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Setenv("CI", tt.ci)
			t.Setenv(needs.TestdataVariable, tt.data)
			if got := endOf(func(tb testing.TB) { needs.Missing(tb, errors.New("no ink")) }); got != tt.want {
				t.Errorf("the test %q, want %q", got, tt.want)
			}
		})
	}
}

func TestTestdata(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "export.xml"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv(needs.TestdataVariable, dir)
	if got, want := needs.Testdata(t, "export.xml"), filepath.Join(dir, "export.xml"); got != want {
		t.Errorf("path %q, want %q", got, want)
	}
	if got := endOf(func(tb testing.TB) { needs.Testdata(tb, "absent.xml") }); got != "failed" {
		t.Errorf("a file that is absent from the test data: %q, want failed", got)
	}
	t.Setenv(needs.TestdataVariable, "")
	if got := endOf(func(tb testing.TB) { needs.Testdata(tb, "export.xml") }); got != "skipped" {
		t.Errorf("without the test data: %q, want skipped", got)
	}
}
