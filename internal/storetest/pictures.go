package storetest

import (
	"time"

	"dateline/internal/news"
	"dateline/internal/store"
)

func (b *bench) sowPicture(p news.Picture, renditions ...news.Rendition) news.Picture {
	b.Helper()
	if p.Words == nil {
		p.Words = map[string]news.PictureWords{}
	}
	b.write(func(tx *store.Tx) error { return tx.Pictures().Add(b.Context(), p, renditions) })
	p.Version, p.CreatedAt = 1, b.clock.Instant()
	return p
}

func pictures(b *bench) {
	ctx := b.Context()
	wide := news.Rendition{Picture: 1, Width: 800, Height: 600, MediaType: "image/webp", Blob: "w", Bytes: 1 << 40}
	narrow := news.Rendition{Picture: 1, Width: 90, Height: 60, MediaType: "image/webp", Blob: "n", Bytes: 1}
	first := b.sowPicture(news.Picture{ID: 1, Blob: "original", MediaType: "image/jpeg", Width: 4000, Height: 3000, FocusX: 10, FocusY: 90,
		Creator: "c", Credit: "cr", Copyright: "©", Rights: "r", RightsEnd: 77, SourceType: "digitalCapture", CreatedBy: 5,
		Words: map[string]news.PictureWords{"en": {Caption: "cap", Alt: "alt"}, "fa": {Alt: "متن"}}}, wide, narrow)
	b.clock.Advance(time.Second)
	second := b.sowPicture(news.Picture{ID: 2, Blob: "original"})
	byID := func(id news.ID) news.Picture {
		return ask(b, func(tx *store.Tx) (news.Picture, error) { return tx.Pictures().ByID(ctx, id) })
	}
	equal(b, "by id", byID(1), first)
	equal(b, "the first by its blob", ask(b, func(tx *store.Tx) (news.Picture, error) { return tx.Pictures().ByBlob(ctx, "original") }), first)
	some := ask(b, func(tx *store.Tx) (map[news.ID]news.Picture, error) {
		return tx.Pictures().Some(ctx, []news.ID{9, 2, 1})
	})
	equal(b, "some", some, map[news.ID]news.Picture{1: first, 2: second})
	latest := func(before news.Instant, n int) []news.ID {
		all := ask(b, func(tx *store.Tx) ([]news.Picture, error) { return tx.Pictures().Latest(ctx, before, n) })
		return ids(all, func(p news.Picture) news.ID { return p.ID })
	}
	equal(b, "latest", latest(0, 5), []news.ID{2, 1})
	equal(b, "latest before", latest(second.CreatedAt, 5), []news.ID{1})
	equal(b, "latest bounded", latest(0, 1), []news.ID{2})
	sizes := ask(b, func(tx *store.Tx) (map[news.ID][]news.Rendition, error) {
		return tx.Pictures().Renditions(ctx, []news.ID{1, 2})
	})
	equal(b, "renditions", sizes, map[news.ID][]news.Rendition{1: {narrow, wide}})
	shown := ask(b, func(tx *store.Tx) (map[news.ID][]news.Rendition, error) {
		return tx.Pictures().Shown(ctx, []news.ID{1, 2, 9})
	})
	equal(b, "shown", shown, map[news.ID][]news.Rendition{1: {asShown(narrow), asShown(wide)}})

	changed := first
	changed.FocusX, changed.Creator, changed.Credit, changed.Copyright, changed.Rights = 50, "", "x", "y", "z"
	changed.RightsEnd, changed.SourceType, changed.Blob = 0, "", "scrubbed"
	changed.Words = map[string]news.PictureWords{"de": {Caption: "neu"}}
	b.write(func(tx *store.Tx) error { return tx.Pictures().Change(ctx, changed) })
	b.stale("second change", func(tx *store.Tx) error { return tx.Pictures().Change(ctx, first) })
	changed.Version++
	equal(b, "changed", byID(1), changed)

	wide.Blob, wide.Bytes = "w2", 5
	b.write(func(tx *store.Tx) error { return tx.Pictures().Replace(ctx, 1, []news.Rendition{wide}) })
	equal(b, "replaced", ask(b, func(tx *store.Tx) (map[news.ID][]news.Rendition, error) {
		return tx.Pictures().Renditions(ctx, []news.ID{1})
	}), map[news.ID][]news.Rendition{1: {wide}})
}

// asShown leaves of a rendition what a page names.
func asShown(r news.Rendition) news.Rendition {
	r.Blob, r.Bytes = "", 0
	return r
}

// picturesDestroyed frees the blobs that nothing else names.
func picturesDestroyed(b *bench) {
	ctx := b.Context()
	b.sowEdition(english())
	b.sowPicture(news.Picture{ID: 1, Blob: "original", Creator: "name", Words: map[string]news.PictureWords{"en": {Alt: "word"}}},
		news.Rendition{Picture: 1, Width: 1, MediaType: "image/webp", Blob: "own"}, news.Rendition{Picture: 1, Width: 2, MediaType: "image/webp", Blob: "shared"})
	b.sowPicture(news.Picture{ID: 2, Blob: "other"}, news.Rendition{Picture: 2, Width: 2, MediaType: "image/webp", Blob: "shared"})
	b.plant(`INSERT INTO videos (id, edition, group_id, slug, title, intro, credit, blob, media_type, seconds, width, height, poster, captions, transcript, standing, visible_at, version)
		VALUES (1, 1, 1, '', '', '', '', 'film', '', 0, 0, 0, 0, '{"en":"captions"}', '', '', 0, 1)`)
	unnamed := func(keys ...string) []string {
		return ask(b, func(tx *store.Tx) ([]string, error) { return tx.Pictures().Unnamed(ctx, keys) })
	}
	equal(b, "named", unnamed("original", "own", "shared", "other", "film", "captions"), nil)
	equal(b, "unnamed", unnamed("x", "own", "y"), []string{"x", "y"})
	var free []string
	b.write(func(tx *store.Tx) (err error) {
		free, err = tx.Pictures().Destroy(ctx, 1)
		return err
	})
	equal(b, "freed", len(free), 2)
	for _, k := range free {
		if k != "original" && k != "own" {
			b.Errorf("freed %q, which is still named", k)
		}
	}
	p := ask(b, func(tx *store.Tx) (news.Picture, error) { return tx.Pictures().ByID(ctx, 1) })
	equal(b, "what is left", []string{p.Blob, p.Creator, p.Words["en"].Alt}, []string{"", "", ""})
	lacks(b, "rendition", func(tx *store.Tx) (news.Rendition, error) { return tx.Pictures().Rendition(ctx, 1, 1, "image/webp") })
	equal(b, "blobs in use", ask(b, func(tx *store.Tx) ([]string, error) { return tx.Pictures().Blobs(ctx, "", 10) }), []string{"other", "shared"})
}

func picturesOnlyIn(b *bench) {
	b.sowEdition(english())
	for id := range news.ID(5) {
		b.sowPicture(news.Picture{ID: id + 1})
	}
	b.sowPublic(news.Story{ID: 7}, content("h"), 1, 1, 2)
	b.sowPublic(news.Story{ID: 8}, content("h"), 1, 2)
	b.plant(`INSERT INTO galleries (id, edition, group_id, slug, title, intro, standing, visible_at, version) VALUES (1, 1, 1, '', '', '', '', 0, 1)`)
	b.plant(`INSERT INTO gallery_frames (gallery, position, picture, caption, place, date) VALUES (1, 1, 3, '', '', '')`)
	b.plant(`UPDATE editions SET logo = 4`)
	got := ask(b, func(tx *store.Tx) ([]news.ID, error) {
		return tx.Pictures().OnlyIn(b.Context(), 7, []news.ID{5, 4, 3, 2, 1, 99})
	})
	equal(b, "only in", got, []news.ID{1, 5})
}
