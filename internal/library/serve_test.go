package library

import (
	"bytes"
	"errors"
	"io"
	"testing"
	"time"

	"dateline/internal/news"
	"dateline/internal/store"
)

// show ties a picture to a story of a given standing.
func (h *house) show(t testing.TB, picture news.ID, standing news.Standing, visible news.Instant) {
	t.Helper()
	err := h.store.Write(t.Context(), func(tx *store.Tx) error {
		e := news.Edition{ID: tx.NewID(), Name: tx.NewID().String(), Language: "en", Zone: "UTC"}
		s := news.Story{ID: tx.NewID(), Edition: e.ID, Standing: standing, Stage: news.Done}
		if err := errors.Join(tx.Editions().Add(t.Context(), e), tx.Stories().Add(t.Context(), s, "x")); err != nil {
			return err
		}
		s.Version, s.VisibleAt, s.PublishedAt = 1, visible, visible
		return errors.Join(tx.Stories().Change(t.Context(), s), tx.Stories().Show(t.Context(), s, news.Content{}, []news.ID{picture}))
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestReadersGetPicturesOfVisibleStoriesOnly(t *testing.T) {
	h := newHouse(t)
	file := photoFile(t, 400, 300)
	now := news.InstantOf(h.clock)
	for what, c := range map[string]struct {
		standing news.Standing
		visible  news.Instant
		shown    bool
	}{
		"published": {news.Published, now, true}, "embargoed": {news.Published, now + 1, false},
		"draft": {news.Unpublished, 0, false}, "retracted": {news.Retracted, now, false}, "withdrawn": {news.Withdrawn, now, false},
	} {
		p := h.add(t, file)
		h.show(t, p.ID, c.standing, c.visible)
		f, err := h.Rendition(t.Context(), p.ID, 320, "jpg")
		if c.shown != (err == nil) || !c.shown && news.KindOf(err) != news.NotFound {
			t.Errorf("%s: %v", what, err)
		}
		if err == nil {
			_ = f.Close() // only read
		}
		if f, err = h.RenditionForDesk(t.Context(), p.ID, 320, "webp"); err != nil {
			t.Fatalf("%s at the desk: %v", what, err)
		}
		b, err := io.ReadAll(f)
		if err != nil || KeyOf(b) != f.Blob || f.MediaType != "image/webp" || f.Bytes != int64(len(b)) {
			t.Errorf("%s: %+v, %v", what, f.Rendition, err)
		}
		_ = f.Close() // only read
	}
}

func TestRightsEnd(t *testing.T) {
	h := newHouse(t)
	end := news.InstantOf(h.clock.Add(time.Hour))
	p, err := h.Add(t.Context(), reporter, Upload{Reader: bytes.NewReader(photoFile(t, 40, 30)), RightsEnd: end})
	if err != nil {
		t.Fatal(err)
	}
	h.show(t, p.ID, news.Published, 1)
	f, err := h.Rendition(t.Context(), p.ID, 40, "jpg")
	if err != nil {
		t.Fatal(err)
	}
	_ = f.Close() // only read
	h.clock = h.clock.Add(time.Hour)
	if _, err := h.Rendition(t.Context(), p.ID, 40, "jpg"); news.KindOf(err) != news.NotFound {
		t.Errorf("after the end of the rights: %v", err)
	}
}

func TestWhatIsNotServed(t *testing.T) {
	h := newHouse(t)
	p := h.add(t, photoFile(t, 400, 300))
	h.show(t, p.ID, news.Published, 1)
	for _, c := range []struct {
		id    news.ID
		width int
		ext   string
	}{{p.ID, 321, "jpg"}, {p.ID, 320, "png"}, {p.ID, 320, "svg"}, {p.ID, 0, "jpg"}, {p.ID, -320, "jpg"}, {p.ID + 1, 320, "jpg"}, {p.ID, 320, ""}} {
		if _, err := h.Rendition(t.Context(), c.id, c.width, c.ext); news.KindOf(err) != news.NotFound {
			t.Errorf("%+v: %v", c, err)
		}
	}
	r := h.renditions(t, p.ID)[0]
	if err := h.blobs.Remove(t.Context(), r.Blob); err != nil {
		t.Fatal(err)
	}
	if _, err := h.Rendition(t.Context(), p.ID, r.Width, news.MediaExtension(r.MediaType)); err == nil || news.KindOf(err) != news.Internal {
		t.Errorf("a lost file passes for one that never was: %v", err)
	}
}

func TestDescribe(t *testing.T) {
	h := newHouse(t)
	p := h.add(t, tracedFile(t, 1))
	before := h.renditions(t, p.ID)
	d := DescriptionOf(p)
	d.FocusX, d.Words["de"] = 20, news.PictureWords{Alt: "Brücke"}
	p2, err := h.Describe(t.Context(), reporter, p.ID, p.Version, d)
	if err != nil || p2.Version != 2 || p2.FocusX != 20 || h.lastRow(t).Urgent {
		t.Fatalf("%+v, %v", p2, err)
	}
	if now := h.renditions(t, p.ID); now[0] != before[0] {
		t.Error("renditions were labelled anew though nothing in their label changed")
	}
	d.Credit, d.RightsEnd = "New credit", 77
	if _, err := h.Describe(t.Context(), reporter, p.ID, p.Version, d); !errors.Is(err, store.ErrStale) || news.KindOf(err) != news.Conflict {
		t.Errorf("an older version: %v", err)
	}
	if _, err = h.Describe(t.Context(), reporter, p.ID, 2, d); err != nil || !h.lastRow(t).Urgent {
		t.Fatalf("%v, %+v", err, h.lastRow(t))
	}
	after := h.renditions(t, p.ID)
	if len(after) != len(before) {
		t.Fatalf("%d renditions, had %d", len(after), len(before))
	}
	for _, r := range after {
		b := h.bytesOf(t, r)
		checkWhitelist(t, r.MediaType, b)
		if !bytes.Contains(b, []byte("New credit")) || bytes.Contains(b, []byte("Courier/Agency")) {
			t.Errorf("%s of %d has its old credit", r.MediaType, r.Width)
		}
	}
	d.FocusY = 101
	if _, err := h.Describe(t.Context(), reporter, p.ID, 3, d); news.KindOf(err) != news.Invalid {
		t.Errorf("%v", err)
	}
}

func TestSweepRemovesWhatNothingNames(t *testing.T) {
	h := newHouse(t)
	p := h.add(t, tracedFile(t, 1))
	d := DescriptionOf(p)
	d.Credit = "Other" // leaves eight renditions without a name
	if _, err := h.Describe(t.Context(), reporter, p.ID, 1, d); err != nil {
		t.Fatal(err)
	}
	stray := put(t, h.blobs, "stray")
	if n, err := h.Sweep(t.Context(), 0); n != 0 || err != nil {
		t.Errorf("swept %d young blobs: %v", n, err)
	}
	h.clock = h.clock.Add(Youth + time.Minute)
	young := put(t, h.blobs, "young")
	if n, err := h.Sweep(t.Context(), 0); n != 9 || err != nil {
		t.Errorf("swept %d: %v", n, err)
	}
	if _, _, err := h.blobs.Open(t.Context(), stray); news.KindOf(err) != news.NotFound {
		t.Errorf("the stray blob: %v", err)
	}
	for _, key := range []string{young, p.Blob} {
		f, _, err := h.blobs.Open(t.Context(), key)
		if err != nil {
			t.Fatal(err)
		}
		_ = f.Close() // only read
	}
	for _, r := range h.renditions(t, p.ID) {
		h.bytesOf(t, r)
	}
}

func TestDestroy(t *testing.T) {
	h := newHouse(t)
	gone, kept := h.add(t, photoFile(t, 400, 300)), h.add(t, photoFile(t, 500, 300))
	keys := []string{kept.Blob}
	for _, r := range h.renditions(t, gone.ID) {
		keys = append(keys, r.Blob)
	}
	if err := h.store.Write(t.Context(), func(tx *store.Tx) error {
		free, err := tx.Pictures().Destroy(t.Context(), gone.ID)
		keys = append(keys, free...)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if err := h.Destroy(t.Context(), keys); err != nil {
		t.Fatal(err)
	}
	for _, key := range keys[1:] {
		if _, _, err := h.blobs.Open(t.Context(), key); news.KindOf(err) != news.NotFound {
			t.Errorf("a destroyed file is still here: %v", err)
		}
	}
	if _, err := h.contents(t.Context(), kept.Blob); err != nil {
		t.Errorf("another picture's file went: %v", err)
	}
	if _, err := h.Describe(t.Context(), reporter, gone.ID, 2, Description{}); news.KindOf(err) != news.Gone {
		t.Errorf("a destroyed picture: %v", err)
	}
	if err := h.Renew(t.Context(), reporter, gone.ID); news.KindOf(err) != news.Gone {
		t.Errorf("a destroyed picture: %v", err)
	}
}
