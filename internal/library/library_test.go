package library

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/jpeg"
	"math"
	"os"
	"testing"
	"time"

	"dateline/internal/news"
	"dateline/internal/store"
)

// TestMain lets the test program be its own child, as the program is.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == BenchCommand {
		os.Exit(Bench(os.Args[2:], os.Stdin, os.Stdout))
	}
	if len(os.Args) > 1 && children[os.Args[1]] != nil {
		if err := children[os.Args[1]](os.Args[2:]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// children are what this program does instead of testing, when a test starts
// it with one of these as its first argument.
var children = map[string]func(args []string) error{"write-until-killed": writeUntilKilled, "be-greedy": beGreedy}

var (
	reporter    = news.Actor{Account: 7, Role: news.Reporter}
	contributor = news.Actor{Account: 8, Role: news.Contributor}
)

// house is a library on a database and a folder of its own, with a clock that
// the test moves.
type house struct {
	*Library
	store *store.Store
	blobs *Folder
	clock time.Time
}

func newHouse(t testing.TB) *house {
	t.Helper()
	h := &house{clock: time.Date(2026, 6, 20, 12, 0, 0, 0, time.UTC)}
	now := func() time.Time { return h.clock }
	var err error
	if h.store, err = store.Open(t.Context(), store.Options{Dir: t.TempDir(), Now: now}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = h.store.Close() })
	if h.blobs, err = OpenFolder(t.TempDir(), now); err != nil {
		t.Fatal(err)
	}
	h.Library = New(Options{Store: h.store, Blobs: h.blobs, Now: now})
	return h
}

// photo draws a picture with the statistics of a photograph.
func photo(w, h int) *image.YCbCr {
	m := image.NewYCbCr(image.Rect(0, 0, w, h), image.YCbCrSubsampleRatio420)
	for y := range h {
		for x := range w {
			noise := float64((x*7919+y*104729)%13) - 6
			v := 128 + 60*math.Sin(float64(x)/97)*math.Cos(float64(y)/71) + 30*math.Sin(float64(x*y)/9000) + noise
			m.Y[y*m.YStride+x] = uint8(max(0, min(255, v)))
		}
	}
	for y := range (h + 1) / 2 {
		for x := range (w + 1) / 2 {
			m.Cb[y*m.CStride+x] = uint8(128 + 40*math.Sin(float64(x)/200))
			m.Cr[y*m.CStride+x] = uint8(128 + 40*math.Cos(float64(y)/150))
		}
	}
	return m
}

func photoFile(t testing.TB, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, photo(w, h), &jpeg.Options{Quality: 90}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func (h *house) add(t testing.TB, file []byte) news.Picture {
	t.Helper()
	p, err := h.Add(t.Context(), reporter, Upload{Name: "x.jpg", Reader: bytes.NewReader(file)})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// renditions returns a picture's renditions as the database has them.
func (h *house) renditions(t testing.TB, id news.ID) []news.Rendition {
	t.Helper()
	var found map[news.ID][]news.Rendition
	err := h.store.Read(context.Background(), func(tx *store.Tx) (err error) {
		found, err = tx.Pictures().Renditions(t.Context(), []news.ID{id})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found[id]
}
