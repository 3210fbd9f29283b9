package library

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/internal/news"
)

func newFolder(t testing.TB) *Folder {
	t.Helper()
	f, err := OpenFolder(filepath.Join(t.TempDir(), "blobs"), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func put(t testing.TB, b Blobs, text string) string {
	t.Helper()
	key := KeyOf([]byte(text))
	if err := b.Put(t.Context(), key, strings.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	return key
}

func TestBlobsKeepWhatTheyWereGiven(t *testing.T) {
	f := newFolder(t)
	key := put(t, f, "words")
	put(t, f, "words") // again: no harm
	r, size, err := f.Open(t.Context(), key)
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(r)
	if err != nil || string(got) != "words" || size != 5 {
		t.Errorf("%q, %d, %v", got, size, err)
	}
	if _, err := r.Seek(1, io.SeekStart); err != nil {
		t.Error(err)
	}
	if err := errors.Join(r.Close(), f.Remove(t.Context(), key), f.Remove(t.Context(), key)); err != nil {
		t.Error(err)
	}
	if _, _, err := f.Open(t.Context(), key); news.KindOf(err) != news.NotFound {
		t.Errorf("a removed blob: %v", err)
	}
}

func TestBlobsRefuseWrongKeysAndBytes(t *testing.T) {
	f := newFolder(t)
	right := KeyOf([]byte("right"))
	if err := f.Put(t.Context(), right, strings.NewReader("wrong")); news.KindOf(err) != news.Invalid {
		t.Errorf("bytes of another key: %v", err)
	}
	for _, key := range []string{"", "../../etc/passwd", strings.ToUpper(right), right + "0", strings.Repeat("/", 64), right[:63] + "."} {
		_, _, err := f.Open(t.Context(), key)
		_, old := f.RemoveOld(t.Context(), key, time.Now())
		for _, err := range []error{err, old, f.Put(t.Context(), key, strings.NewReader("x")), f.Remove(t.Context(), key)} {
			if news.KindOf(err) != news.NotFound {
				t.Errorf("key %q: %v", key, err)
			}
		}
	}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if err := f.Put(cancelled, right, strings.NewReader("right")); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if files := filesIn(t, f.dir); len(files) != 0 {
		t.Errorf("refused puts left %v", files)
	}
}

func filesIn(t testing.TB, dir string) (files []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, p)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestWalkGoesInOrderFromWhereItWasLeft(t *testing.T) {
	f := newFolder(t)
	var want []string
	for i := range 300 {
		want = append(want, put(t, f, fmt.Sprint(i)))
	}
	slices.Sort(want)
	if err := os.WriteFile(filepath.Join(f.dir, want[0][:2], tempPrefix+"1"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var got []string
	errEnough := errors.New("enough")
	for from := ""; ; from = got[len(got)-1] {
		err := f.Walk(t.Context(), from, func(b Blob) error {
			if got = append(got, b.Key); len(got)%70 == 0 {
				return errEnough
			}
			return nil
		})
		if err == nil {
			break
		}
		if !errors.Is(err, errEnough) {
			t.Fatal(err)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("walked %d, want %d, in order", len(got), len(want))
	}
}

func TestPutAgainMakesYoung(t *testing.T) {
	clock := time.Date(2026, 6, 18, 0, 0, 0, 0, time.UTC)
	f, err := OpenFolder(t.TempDir(), func() time.Time { return clock })
	if err != nil {
		t.Fatal(err)
	}
	key := put(t, f, "x")
	clock = clock.Add(2 * time.Hour)
	put(t, f, "x")
	if gone, err := f.RemoveOld(t.Context(), key, clock.Add(-time.Hour)); gone || err != nil {
		t.Errorf("a blob put just now was removed: %v, %v", gone, err)
	}
	if gone, err := f.RemoveOld(t.Context(), key, clock.Add(time.Second)); !gone || err != nil {
		t.Errorf("an old blob stayed: %v, %v", gone, err)
	}
}

// A writer that is killed leaves every blob whole that it had acknowledged,
// no broken one under a key, and nothing that a sweep does not remove.
func TestKilledWriterLosesNothing(t *testing.T) {
	dir := t.TempDir()
	for round := range 5 {
		child := exec.Command(executable(t), "write-until-killed", dir, fmt.Sprint(round))
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		acknowledged := make([]byte, 65*(3+7*round)+40)
		n, _ := io.ReadFull(out, acknowledged)
		_ = child.Process.Kill()
		_ = child.Wait() // killed
		checkWhole(t, dir, acknowledged[:n])
	}
}

func checkWhole(t *testing.T, dir string, acknowledged []byte) {
	t.Helper()
	f, err := OpenFolder(dir, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for line := range strings.Lines(string(acknowledged)) {
		key := strings.TrimSuffix(line, "\n")
		if len(key) != keyLen || key == line {
			continue // the test program's own words, or cut off
		}
		seen++
		if _, _, err := f.Open(t.Context(), key); err != nil {
			t.Errorf("acknowledged and lost: %v", err)
		}
	}
	if seen == 0 {
		t.Error("nothing was acknowledged: the test proves nothing")
	}
	if err := f.SweepTemps(t.Context(), time.Now().Add(time.Hour)); err != nil {
		t.Error(err)
	}
	for _, p := range filesIn(t, dir) {
		if b, err := os.ReadFile(p); err != nil || KeyOf(b) != filepath.Base(p) {
			t.Errorf("%s holds other bytes than its key's: %v", p, err)
		}
	}
}

// writeUntilKilled is the writer that is killed: it says each key after its
// Put. Its arguments are the folder and a mark of the round.
func writeUntilKilled(args []string) error {
	f, err := OpenFolder(args[0], time.Now)
	if err != nil {
		return err
	}
	for i := 0; ; i++ {
		b := bytes.Repeat([]byte(fmt.Sprint(args[1], "/", i)), 20_000)
		if err := f.Put(context.Background(), KeyOf(b), bytes.NewReader(b)); err != nil {
			return err
		}
		if _, err := fmt.Println(KeyOf(b)); err != nil {
			return err
		}
	}
}
