package node

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/internal/needs"
)

func TestInstall(t *testing.T) {
	modules, err := Install(t.Context(), Checkers)
	if errors.Is(err, ErrMissing) {
		needs.Missing(t, err)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"axe-core/axe.min.js", "vnu-jar/build/dist/vnu.jar"} {
		if info, err := os.Stat(filepath.Join(modules, file)); err != nil || info.Size() < 100_000 {
			t.Errorf("%s: %v, want a file of more than 100 kB", file, err)
		}
	}
	stamp := filepath.Join(modules, stampFile)
	before, err := os.Stat(stamp)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Install(t.Context(), Checkers); err != nil {
		t.Fatal(err)
	}
	after, err := os.Stat(stamp)
	if err != nil {
		t.Fatal(err)
	}
	if !after.ModTime().Equal(before.ModTime()) {
		t.Error("a second Install installed again")
	}
}

// TestLocksNameNoHost: a lock file works with whichever registry npm is set to.
func TestLocksNameNoHost(t *testing.T) {
	for _, set := range []Set{Checkers, Lighthouse} {
		text, err := fs.ReadFile(sets, string(set)+"/package-lock.json")
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), `"resolved"`) {
			t.Errorf("%s: the lock names where packages came from; lock with --omit-lockfile-registry-resolved", set)
		}
	}
}
