package nu_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/internal/needs"
	"dateline/quality/node"
	"dateline/quality/nu"
)

const (
	sound  = "<!doctype html>\n<html lang=en><title>The Vienna Courier</title><h1>News</h1><p>Rain.</p></html>\n"
	broken = "<!doctype html>\n<html lang=en><title>The Vienna Courier</title>\n<img src=rain.jpg><b><p>Rain.</b></html>\n"
)

func TestCheck(t *testing.T) {
	dir := t.TempDir()
	good, bad := filepath.Join(dir, "good.html"), filepath.Join(dir, "bad.html")
	for file, text := range map[string]string{good: sound, bad: broken} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	found := check(t, good, bad)
	var ofImage bool
	for _, m := range found {
		if m.File != bad {
			t.Errorf("an error in a sound page: %v", m)
		}
		ofImage = ofImage || strings.Contains(m.Text, "alt") && m.Line == 3
	}
	if !ofImage {
		t.Errorf("no error about the missing alt in line 3: %v", found)
	}
}

func TestCheckRefusesWhatIsNotThere(t *testing.T) {
	check(t, writeSound(t))
	if _, err := nu.Check(t.Context(), filepath.Join(t.TempDir(), "absent.html")); err == nil {
		t.Error("a file that is not there was found to be sound")
	}
	if _, err := nu.Check(t.Context()); err == nil {
		t.Error("no files at all were found to be sound")
	}
}

func writeSound(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "sound.html")
	if err := os.WriteFile(file, []byte(sound), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// check runs the checker, where there is one.
func check(t *testing.T, files ...string) []nu.Message {
	t.Helper()
	found, err := nu.Check(t.Context(), files...)
	if errors.Is(err, nu.ErrMissing) || errors.Is(err, node.ErrMissing) {
		needs.Missing(t, err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return found
}
