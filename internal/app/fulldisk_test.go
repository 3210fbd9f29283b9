package app_test

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"dateline/internal/app"
	"dateline/internal/apptest"
	"dateline/internal/config"
	"dateline/internal/desk"
	"dateline/internal/library"
	"dateline/internal/needs"
	"dateline/internal/news"
)

// disk is a small disk of its own.
type disk struct {
	t   *testing.T
	dir string
}

// newDisk mounts a disk of some megabytes, which takes root on Linux.
func newDisk(t *testing.T, megabytes int) disk {
	t.Helper()
	d := disk{t, t.TempDir()}
	if err := syscall.Mount("tmpfs", d.dir, "tmpfs", 0, fmt.Sprintf("size=%dm", megabytes)); err != nil {
		needs.Missing(t, fmt.Errorf("a small disk cannot be mounted; run the test as root: %w", err))
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(d.dir, syscall.MNT_DETACH); err != nil {
			t.Errorf("unmount: %v", err)
		}
	})
	return d
}

// ballast is the file that takes all the room there is.
func (d disk) ballast() string { return filepath.Join(d.dir, "ballast") }

// fill takes all the room there is.
func (d disk) fill() {
	d.t.Helper()
	f, err := os.OpenFile(d.ballast(), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		d.t.Fatal(err)
	}
	defer f.Close()
	for {
		if _, err := f.Write(make([]byte, 4096)); errors.Is(err, syscall.ENOSPC) {
			return
		} else if err != nil {
			d.t.Fatal(err)
		}
	}
}

// empty gives the room back.
func (d disk) empty() {
	d.t.Helper()
	if err := os.Remove(d.ballast()); err != nil {
		d.t.Fatal(err)
	}
}

// mustBeFull fails the test unless an error says plainly that there is no
// room, and asks to try again.
func mustBeFull(t *testing.T, what string, err error) {
	t.Helper()
	if news.KindOf(err) != news.Unavailable || !strings.Contains(app.Plainly(err), "disk is full") {
		t.Errorf("%s on a full disk: %v", what, err)
	}
}

func TestFullDisk(t *testing.T) {
	d := newDisk(t, 12)
	place := config.Data{Data: filepath.Join(d.dir, "news")}
	h := apptest.OpenAt(t, place)
	answered := []news.Story{h.Published("en", h.Story("en", "Before"))}
	for round := range 2 {
		d.fill()
		answered = append(answered, writeUntilFull(t, h)...)
		draft := answered[0]
		_, err := h.Desk.Save(t.Context(), news.System, desk.Target{Story: draft.ID, Version: draft.Version}, h.Story("en", "Changed", noise(64<<10)))
		mustBeFull(t, "save", err)
		mustBeFull(t, "upload", upload(t, h))
		if got := h.Fetch(t, "/en/"); got.Status != 200 {
			t.Errorf("the front page answers %d on a full disk", got.Status)
		}
		d.empty()
		mustBeThere(t, h, answered)
		answered = append(answered, h.Published("en", h.Story("en", fmt.Sprintf("There is room again: %d", round))))
		if err := upload(t, h); err != nil {
			t.Errorf("upload when there is room again: %v", err)
		}
		mustBeWell(t, place)
	}
}

func TestOpeningOnAFullDisk(t *testing.T) {
	d := newDisk(t, 4)
	d.fill()
	_, err := app.New(t.Context(), config.Server{Data: config.Data{Data: d.dir}}, nil)
	if err == nil {
		t.Fatal("a newsroom was opened where there is no room for it")
	}
	if said := app.Plainly(err); !strings.Contains(said, "full") && !strings.Contains(said, "no space left") {
		t.Errorf("what is said does not tell why: %s", said)
	}
	d.empty()
	apptest.OpenAt(t, config.Data{Data: d.dir})
}

// writeUntilFull publishes stories until there is no more room, and returns
// those that were answered.
func writeUntilFull(t *testing.T, h *apptest.House) []news.Story {
	t.Helper()
	var answered []news.Story
	for range 1000 {
		c := h.Story("en", "Filling", noise(32<<10))
		s, err := h.Desk.Draft(t.Context(), news.System, desk.Start{Edition: h.Editions["en"].ID, Content: c})
		if err == nil {
			answered = append(answered, s)
			if s, err = h.Desk.Publish(t.Context(), news.System, desk.Target{Story: s.ID, Version: s.Version}); err == nil {
				answered[len(answered)-1] = s
			}
		}
		if err != nil {
			mustBeFull(t, "publish", err)
			return answered
		}
	}
	t.Fatal("the disk does not become full")
	return nil
}

// mustBeThere holds what was answered against what is stored.
func mustBeThere(t *testing.T, h *apptest.House, answered []news.Story) {
	t.Helper()
	for _, s := range answered {
		now := h.Standing(s.ID)
		if now.Version != s.Version || now.Standing != s.Standing || now.Public != s.Public {
			t.Errorf("answered %+v, stored %+v", s, now)
		}
	}
}

func upload(t *testing.T, h *apptest.House) error {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, 600, 400))
	for i := range m.Pix {
		m.Pix[i] = byte(rand.IntN(256))
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	l := library.New(library.Options{Store: h.App.Store(), Blobs: h.App.Blobs()})
	_, err := l.Add(t.Context(), news.System, library.Upload{Name: "noise.jpg", Reader: &b, Proof: true})
	return err
}

// noise is a text that cannot be made smaller.
func noise(n int) string {
	var b strings.Builder
	for b.Len() < n {
		b.WriteRune('a' + rand.N[rune](26))
	}
	return b.String()
}
