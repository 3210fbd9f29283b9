package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRunWritesTheScenesNamed(t *testing.T) {
	dir := t.TempDir()
	if err := run([]string{"-out", dir, "-width", "120", "sea", "telegraph"}); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(files) != 2 {
		t.Fatalf("wrote %v (%v), want sea.jpg and telegraph.png", files, err)
	}
	for _, name := range []string{"sea.jpg", "telegraph.png"} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Size() < 1000 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestRunSaysWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"nowhere"}, "nowhere"},
		{[]string{"-width", "5", "sea"}, "width 5"},
		{[]string{"-width", "999999", "sea"}, "width 999999"},
		{[]string{"-out", "/no/such/folder", "-width", "60", "sea"}, "write sea.jpg"},
	} {
		if err := run(c.args); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v, want it to name %q", c.args, err, c.want)
		}
	}
}
