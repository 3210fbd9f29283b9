package library

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"dateline/internal/news"
	"dateline/internal/store"
)

func (h *house) lastRow(t testing.TB) news.LedgerRow {
	t.Helper()
	var rows []news.LedgerRow
	if err := h.store.Read(t.Context(), func(tx *store.Tx) (err error) {
		rows, err = tx.Ledger().Before(t.Context(), 1<<62, 1)
		return err
	}); err != nil || len(rows) == 0 {
		t.Fatalf("no ledger row: %v", err)
	}
	return rows[0]
}

func TestAddIsOneAct(t *testing.T) {
	h := newHouse(t)
	file := photoFile(t, 700, 500)
	p := h.add(t, file)
	r := h.lastRow(t)
	if r.Seq != 1 || r.Act != news.ActPicture || r.Actor != reporter.Account || r.Subject != (news.Subject{Noun: news.NounPicture, ID: p.ID}).String() ||
		len(r.Tags) != 1 || r.Tags[0] != news.TagOf(news.NounPicture, p.ID) || r.Urgent {
		t.Errorf("%+v", r)
	}
	if p.Version != 1 || p.CreatedBy != reporter.Account || p.CreatedAt != news.InstantOf(h.clock) || p.MediaType != "image/jpeg" || p.Blob != KeyOf(file) || p.FocusX != 50 {
		t.Errorf("%+v", p)
	}
	found, err := h.Find(t.Context(), KeyOf(file))
	if err != nil || found.ID != p.ID {
		t.Errorf("found %v, %v", found.ID, err)
	}
	if _, err := h.Find(t.Context(), KeyOf([]byte("other"))); news.KindOf(err) != news.NotFound {
		t.Errorf("found what is not there: %v", err)
	}
	for _, r := range h.renditions(t, p.ID) {
		if r.Width > p.Width {
			t.Errorf("a rendition of %d of a picture of %d", r.Width, p.Width)
		}
		h.bytesOf(t, r)
	}
}

func TestAddNeedsARole(t *testing.T) {
	h := newHouse(t)
	_, err := h.Add(t.Context(), contributor, Upload{Reader: bytes.NewReader(photoFile(t, 20, 20))})
	if news.KindOf(err) != news.Forbidden {
		t.Errorf("%v", err)
	}
	if err := h.Renew(t.Context(), contributor, 1); news.KindOf(err) != news.Forbidden {
		t.Errorf("%v", err)
	}
	if _, err := h.Describe(t.Context(), contributor, 1, 1, Description{}); news.KindOf(err) != news.Forbidden {
		t.Errorf("%v", err)
	}
}

func TestAddChecksWhatIsSaid(t *testing.T) {
	h := newHouse(t)
	many := map[string]news.PictureWords{}
	for a := 'a'; a <= 'b'; a++ {
		for b := 'a'; b <= 'z'; b++ {
			many["en-x-"+string(a)+string(b)] = news.PictureWords{Alt: "x"}
		}
	}
	for field, u := range map[string]Upload{
		"credit":            {Credit: strings.Repeat("é", MaxLine+1)},
		"creator":           {Creator: "a\x00b"},
		"copyright":         {Copyright: "\xff"},
		"sourceType":        {SourceType: "guessed"},
		"focus":             {FocusX: 101},
		"rightsEnd":         {RightsEnd: -1},
		"words":             {Words: map[string]news.PictureWords{"not a language": {}}},
		"words[en].alt":     {Words: map[string]news.PictureWords{"en": {Alt: strings.Repeat("x", MaxAlt+1)}}},
		"words[en].caption": {Words: map[string]news.PictureWords{"en": {Caption: strings.Repeat("x", MaxCaption+1)}}},
	} {
		_, err := h.Add(t.Context(), reporter, u)
		var e *news.Error
		if !errors.As(err, &e) || e.Kind != news.Invalid || e.Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	if _, err := h.Add(t.Context(), reporter, Upload{Words: many}); news.KindOf(err) != news.Invalid {
		t.Errorf("%d languages: %v", len(many), err)
	}
}

func TestLanesAreBounded(t *testing.T) {
	h := newHouse(t)
	h.workshop.lanes <- struct{}{}
	h.workshop.lanes <- struct{}{} // both taken
	file := photoFile(t, 20, 20)
	short, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := h.Add(short, reporter, Upload{Reader: bytes.NewReader(file)}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("waiting: %v", err)
	}
	h.workshop.waiting.Store(maxWaiting)
	if _, err := h.Add(t.Context(), reporter, Upload{Reader: bytes.NewReader(file)}); news.KindOf(err) != news.Unavailable {
		t.Errorf("too many waiting: %v", err)
	}
	h.workshop.waiting.Store(0)
	<-h.workshop.lanes
	h.add(t, file)
}

// A child that is not there, or dies, is an error and no picture.
func TestDeadChildIsNoPicture(t *testing.T) {
	h := newHouse(t)
	file := photoFile(t, 20, 20)
	h.workshop.program = "/bin/false"
	if _, err := h.Add(t.Context(), reporter, Upload{Reader: bytes.NewReader(file)}); news.KindOf(err) != news.Invalid {
		t.Errorf("dead: %v", err)
	}
	h.workshop.program = "/nowhere/at/all"
	if _, err := h.Add(t.Context(), reporter, Upload{Reader: bytes.NewReader(file)}); err == nil || news.KindOf(err) != news.Internal {
		t.Errorf("missing: %v", err)
	}
}

func TestScrubKeepsPixelsAlone(t *testing.T) {
	h := newHouse(t)
	p, err := h.Add(t.Context(), reporter, Upload{Reader: bytes.NewReader(tracedFile(t, 6)), Scrub: true})
	if err != nil {
		t.Fatal(err)
	}
	kept, err := h.contents(t.Context(), p.Blob)
	if err != nil {
		t.Fatal(err)
	}
	for _, trace := range append(traces, "Hartmann") {
		if bytes.Contains(kept, []byte(trace)) {
			t.Errorf("the kept original holds %q", trace)
		}
	}
	m, err := decode(bytes.NewReader(kept), p.MediaType)
	if err != nil || m.Bounds().Dx() != 600 || m.Bounds().Dy() != 900 {
		t.Fatalf("the kept original: %v, %v", m.Bounds(), err)
	}
	if p.Creator == "" {
		t.Error("what the file says of its creator was lost")
	}
	if err := h.Renew(t.Context(), reporter, p.ID); err != nil {
		t.Errorf("renew from scrubbed: %v", err)
	}
}

func TestRenewCompletesAProof(t *testing.T) {
	h := newHouse(t)
	p, err := h.Add(t.Context(), reporter, Upload{Reader: bytes.NewReader(tracedFile(t, 1)), Proof: true, Credit: "Ours"})
	if err != nil {
		t.Fatal(err)
	}
	if proof := h.renditions(t, p.ID); len(proof) != 2 || proof[0].MediaType != "image/jpeg" || proof[1].Width != 900 {
		t.Fatalf("%+v", proof)
	}
	if err := h.Renew(t.Context(), reporter, p.ID); err != nil {
		t.Fatal(err)
	}
	all := h.renditions(t, p.ID)
	if len(all) != 8 || h.lastRow(t).Seq != 2 {
		t.Errorf("%d renditions, %+v", len(all), h.lastRow(t))
	}
	for _, r := range all {
		checkWhitelist(t, r.MediaType, h.bytesOf(t, r))
	}
}

func TestRenewProofsGoesPastWhatFails(t *testing.T) {
	h := newHouse(t)
	whole := h.add(t, photoFile(t, 30, 20))
	var proofs []news.Picture
	for i := range 3 {
		p, err := h.Add(t.Context(), reporter, Upload{Reader: bytes.NewReader(photoFile(t, 40+i, 30)), Proof: true})
		if err != nil {
			t.Fatal(err)
		}
		proofs = append(proofs, p)
	}
	if err := h.blobs.Remove(t.Context(), proofs[1].Blob); err != nil {
		t.Fatal(err)
	}
	n, err := h.RenewProofs(t.Context(), news.System)
	if n != 2 || err == nil || !strings.Contains(err.Error(), proofs[1].ID.String()) {
		t.Errorf("renewed %d: %v", n, err)
	}
	for i, want := range []int{2, 1, 2} {
		if got := h.renditions(t, proofs[i].ID); len(got) != want {
			t.Errorf("picture %d has %d renditions, want %d", i, len(got), want)
		}
	}
	if len(h.renditions(t, whole.ID)) != 2 || h.lastRow(t).Seq != 6 {
		t.Errorf("%+v", h.lastRow(t))
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := h.RenewProofs(ended, news.System); !errors.Is(err, context.Canceled) {
		t.Errorf("ended: %v", err)
	}
}

func TestMadeEntersACallersTransaction(t *testing.T) {
	h := newHouse(t)
	made, err := h.Make(t.Context(), news.System, Upload{Reader: bytes.NewReader(photoFile(t, 30, 30))})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.Find(t.Context(), made.Picture.Blob); news.KindOf(err) != news.NotFound {
		t.Errorf("made and already entered: %v", err)
	}
	_, err = h.store.Act(t.Context(), func(tx *store.Tx) (news.LedgerRow, error) {
		return news.LedgerRow{Act: news.ActImport}, Enter(t.Context(), tx, made)
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.Find(t.Context(), made.Picture.Blob); err != nil {
		t.Error(err)
	}
}
