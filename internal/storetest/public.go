package storetest

import (
	"time"

	"dateline/internal/news"
	"dateline/internal/store"
)

func publicStory(b *bench) {
	ctx := b.Context()
	b.sowEdition(english())
	now := b.clock.Instant()
	c := fullContent()
	s := b.sowPublic(news.Story{ID: 7}, c, now)
	look := func() (p news.Piece, err error) {
		err = b.store.Read(ctx, func(tx *store.Tx) (err error) {
			p, err = tx.Public().Story(ctx, 7)
			return err
		})
		return p, err
	}
	visible := news.Piece{Story: s, Revision: news.Revision{ID: s.Working, Story: 7, Number: 1, At: now, Content: c}}
	p, err := look()
	if err != nil {
		b.Fatal(err)
	}
	equal(b, "visible", p, visible)

	change := func(fn func(s *news.Story)) {
		fn(&s)
		b.write(func(tx *store.Tx) error { return tx.Stories().Change(ctx, s) })
		s.Version++
	}
	change(func(s *news.Story) { s.VisibleAt = now + 1 })
	_, err = look()
	b.isKind("a moment too early", err, news.NotFound)
	b.clock.Advance(time.Microsecond)
	if _, err = look(); err != nil {
		b.Errorf("at its moment: %v", err)
	}
	change(func(s *news.Story) { s.Standing, s.Reason = news.Retracted, "why" })
	p, err = look()
	kept := news.Content{Kind: c.Kind, Section: c.Section, Slug: c.Slug, Headline: c.Headline, Dateline: c.Dateline}
	equal(b, "retracted", p.Revision, news.Revision{ID: s.Working, Story: 7, Content: kept})
	equal(b, "reason", p.Reason, "why")
	if err != nil {
		b.Error(err)
	}
	change(func(s *news.Story) { s.Standing, s.Reason = news.Withdrawn, "" })
	p, err = look()
	equal(b, "withdrawn", p.Revision, news.Revision{ID: s.Working, Story: 7})
	if err != nil {
		b.Error(err)
	}
	for _, standing := range []news.Standing{news.Retracted, news.Withdrawn} {
		change(func(s *news.Story) { s.Standing, s.VisibleAt = standing, b.clock.Instant()+1 })
		_, err = look()
		b.isKind("taken away before anybody saw it", err, news.NotFound)
	}
	change(func(s *news.Story) { s.Standing, s.PublishedAt, s.VisibleAt = news.Unpublished, 0, 0 })
	_, err = look()
	b.isKind("unpublished", err, news.NotFound)
}

// listed asks for the ids of a list.
func (b *bench) listed(sc store.Scope, w store.Window, n int) []news.ID {
	b.Helper()
	if sc.Edition == 0 {
		sc.Edition = 1
	}
	return ids(ask(b, func(tx *store.Tx) ([]news.Piece, error) { return tx.Public().Listed(b.Context(), sc, w, n) }), pieceID)
}

// fresh asks for the ids of the newest n stories beside those shown.
func (b *bench) fresh(n int, shown ...news.ID) []news.ID {
	b.Helper()
	there := map[news.ID]bool{}
	for _, id := range shown {
		there[id] = true
	}
	return ids(ask(b, func(tx *store.Tx) ([]news.Piece, error) {
		return tx.Public().Fresh(b.Context(), store.Scope{Edition: 1}, n, there)
	}), pieceID)
}

func publicLists(b *bench) {
	b.sowEdition(english())
	now := b.clock.Instant()
	page := content("page")
	page.Kind = news.KindPage
	b.sowPublic(news.Story{ID: 1}, content("old"), now-10)
	b.sowPublic(news.Story{ID: 2}, content("same moment"), now-5)
	b.sowPublic(news.Story{ID: 3}, content("same moment"), now-5)
	latest := content("new")
	latest.Dateline = news.Dateline{Source: "Courier", Place: "Vienna"}
	b.sowPublic(news.Story{ID: 4}, latest, now)
	b.sowPublic(news.Story{ID: 5}, content("to come"), now+1)
	b.sowPublic(news.Story{ID: 6, Delisted: true}, content("delisted"), now)
	b.sowPublic(news.Story{ID: 7}, page, now)
	b.sowDraft(news.Story{ID: 8}, content("draft"))
	equal(b, "newest first", b.listed(store.Scope{}, store.Window{}, 10), []news.ID{4, 3, 2, 1})
	equal(b, "bounded", b.listed(store.Scope{}, store.Window{}, 2), []news.ID{4, 3})
	equal(b, "none", b.listed(store.Scope{}, store.Window{}, 0), nil)
	equal(b, "fresh", b.fresh(2, 4, 2), []news.ID{3, 1})
	equal(b, "fresh, bounded", b.fresh(1, 4), []news.ID{3})
	equal(b, "fresh, all shown", b.fresh(9, 1, 2, 3, 4), nil)
	equal(b, "window", b.listed(store.Scope{}, store.Window{From: now - 10, To: now - 5}, 10), []news.ID{1})
	equal(b, "from", b.listed(store.Scope{}, store.Window{From: now - 5}, 10), []news.ID{4, 3, 2})
	pieces := ask(b, func(tx *store.Tx) ([]news.Piece, error) {
		return tx.Public().Listed(b.Context(), store.Scope{Edition: 1}, store.Window{}, 1)
	})
	equal(b, "a list has no texts", []string{pieces[0].Revision.Text, pieces[0].Revision.Headline}, []string{"", "new"})
	datelines := ask(b, func(tx *store.Tx) ([]news.Dateline, error) { return tx.Public().Datelines(b.Context(), 1, 2) })
	equal(b, "datelines", datelines, []news.Dateline{latest.Dateline, {}})
	next := ask(b, func(tx *store.Tx) (news.Instant, error) { return tx.Public().NextVisible(b.Context(), 1) })
	equal(b, "next", next, now+1)
	b.sowPublic(news.Story{ID: 9}, content("of 1848"), news.InstantOf(time.Date(1848, 3, 13, 12, 0, 0, 0, time.UTC)))
	equal(b, "from before 1970", b.listed(store.Scope{}, store.Window{To: now - 5}, 10), []news.ID{1, 9})
	b.clock.Advance(time.Microsecond)
	equal(b, "its moment has come", b.listed(store.Scope{}, store.Window{}, 1), []news.ID{5})
	next = ask(b, func(tx *store.Tx) (news.Instant, error) { return tx.Public().NextVisible(b.Context(), 1) })
	equal(b, "no next", next, news.Instant(0))
}

func publicScopes(b *bench) {
	b.sowEdition(english())
	other := english()
	other.ID, other.Name = 2, "ar"
	b.sowEdition(other)
	now := b.clock.Instant()
	c := content("all")
	c.Section, c.Tags, c.Topics, c.Bylines = 3, []news.ID{11}, []news.ID{21}, []news.Byline{{Person: 31, Role: news.RoleBy}}
	b.sowPublic(news.Story{ID: 1}, c, now)
	b.sowPublic(news.Story{ID: 2, Edition: 2}, c, now)
	b.sowPublic(news.Story{ID: 3}, content("nothing"), now)
	for _, x := range []struct {
		name  string
		scope store.Scope
		want  []news.ID
	}{
		{"edition", store.Scope{}, []news.ID{3, 1}},
		{"other edition", store.Scope{Edition: 2}, []news.ID{2}},
		{"section", store.Scope{Section: 3}, []news.ID{1}},
		{"tag", store.Scope{Tag: 11}, []news.ID{1}},
		{"topic in an edition", store.Scope{Topic: 21}, []news.ID{1}},
		{"topic in the other", store.Scope{Topic: 21, Edition: 2}, []news.ID{2}},
		{"person in an edition", store.Scope{Person: 31}, []news.ID{1}},
		{"unknown tag", store.Scope{Tag: 99}, nil},
	} {
		equal(b, x.name, b.listed(x.scope, store.Window{}, 10), x.want)
		if x.scope.Edition == 0 {
			x.scope.Edition = 1
		}
		n := ask(b, func(tx *store.Tx) (int64, error) { return tx.Public().Count(b.Context(), x.scope, store.Window{}) })
		equal(b, "count of "+x.name, n, int64(len(x.want)))
	}
}

func publicEdges(b *bench) {
	b.sowEdition(english())
	now := b.clock.Instant()
	c := content("h")
	c.Tags = []news.ID{11}
	b.sowPublic(news.Story{ID: 1}, c, now-10)
	b.sowPublic(news.Story{ID: 2}, c, now-5)
	b.sowPublic(news.Story{ID: 3}, c, now+5)
	for _, sc := range []store.Scope{{Edition: 1}, {Edition: 1, Tag: 11}} {
		edge := func(fn func(p store.Public) (news.Instant, error)) news.Instant {
			return ask(b, func(tx *store.Tx) (news.Instant, error) { return fn(tx.Public()) })
		}
		before := func(at news.Instant) news.Instant {
			return edge(func(p store.Public) (news.Instant, error) { return p.LastBefore(b.Context(), sc, at) })
		}
		after := func(at news.Instant) news.Instant {
			return edge(func(p store.Public) (news.Instant, error) { return p.FirstAfter(b.Context(), sc, at) })
		}
		equal(b, "before", []news.Instant{before(now + 9), before(now - 5), before(now - 10)}, []news.Instant{now - 5, now - 10, 0})
		equal(b, "after", []news.Instant{after(0), after(now - 10), after(now - 9), after(now - 4)}, []news.Instant{now - 10, now - 10, now - 5, 0})
	}
}

func publicSome(b *bench) {
	b.sowEdition(english())
	now := b.clock.Instant()
	page := content("page")
	page.Kind = news.KindPage
	b.sowPublic(news.Story{ID: 1}, content("h"), now)
	b.sowPublic(news.Story{ID: 2}, page, now)
	b.sowPublic(news.Story{ID: 3}, content("to come"), now+1)
	b.sowPublic(news.Story{ID: 4, Delisted: true}, content("delisted"), now)
	some := func(list ...news.ID) []news.ID {
		return ids(ask(b, func(tx *store.Tx) ([]news.Piece, error) { return tx.Public().Some(b.Context(), list) }), pieceID)
	}
	equal(b, "in the order asked, once", some(2, 4, 99, 1, 3, 2), []news.ID{2, 1})
	equal(b, "none", some(), nil)
}

func publicTranslations(b *bench) {
	b.sowEdition(english())
	now := b.clock.Instant()
	b.sowPublic(news.Story{ID: 1, Group: 70}, content("h"), now)
	b.sowPublic(news.Story{ID: 2, Group: 70}, content("h"), now)
	b.sowPublic(news.Story{ID: 3, Group: 70}, content("h"), now+1)
	b.sowPublic(news.Story{ID: 4, Group: 70, Delisted: true}, content("h"), now)
	b.sowDraft(news.Story{ID: 5, Group: 70}, content("h"))
	got := ask(b, func(tx *store.Tx) ([]news.Piece, error) { return tx.Public().Translations(b.Context(), 70) })
	equal(b, "translations", ids(got, pieceID), []news.ID{1, 2})
}

func publicPictures(b *bench) {
	b.sowEdition(english())
	now := b.clock.Instant()
	for id := range news.ID(6) {
		b.sowPicture(news.Picture{ID: id + 1})
	}
	b.sowPublic(news.Story{ID: 1}, content("h"), now, 1)
	b.sowPublic(news.Story{ID: 2}, content("h"), now+1, 2)
	b.plant(`UPDATE editions SET logo = 3`)
	b.plant(`INSERT INTO galleries (id, edition, group_id, slug, title, intro, standing, visible_at, version) VALUES (1, 1, 1, '', '', '', 'published', 5, 1)`)
	b.plant(`INSERT INTO gallery_frames (gallery, position, picture, caption, place, date) VALUES (1, 1, 4, '', '', '')`)
	b.plant(`INSERT INTO galleries (id, edition, group_id, slug, title, intro, standing, visible_at, version) VALUES (2, 1, 1, '', '', '', 'unpublished', 5, 1)`)
	b.plant(`INSERT INTO gallery_frames (gallery, position, picture, caption, place, date) VALUES (2, 1, 5, '', '', '')`)
	b.plant(`UPDATE galleries SET visible_at = $1 WHERE id = 1`, int64(now))
	var shown []news.ID
	for id := news.ID(1); id < 8; id++ {
		if ask(b, func(tx *store.Tx) (bool, error) { return tx.Public().Shows(b.Context(), id) }) {
			shown = append(shown, id)
		}
	}
	equal(b, "shown", shown, []news.ID{1, 3, 4})
}

func publicNotes(b *bench) {
	ctx := b.Context()
	b.sowEdition(english())
	now := b.clock.Instant()
	note := func(id, story news.ID, kind news.NoteKind, at news.Instant) {
		b.write(func(tx *store.Tx) error {
			return tx.ChangeNotes().Add(ctx, news.ChangeNote{ID: id, Story: story, Edition: 1, Kind: kind, Text: "t", At: at})
		})
	}
	b.sowPublic(news.Story{ID: 1}, content("h"), now-9)
	b.sowPublic(news.Story{ID: 2, Delisted: true}, content("h"), now-9)
	b.sowDraft(news.Story{ID: 3}, content("h"))
	note(11, 1, news.Correction, now-2)
	note(12, 1, news.Clarification, now-1)
	note(13, 1, news.UpdateNote, now)
	note(14, 2, news.Correction, now)
	note(15, 3, news.Correction, now)
	corrections := func(w store.Window, n int) []news.ID {
		all := ask(b, func(tx *store.Tx) ([]news.ChangeNote, error) { return tx.Public().Corrections(ctx, 1, w, n) })
		return ids(all, func(n news.ChangeNote) news.ID { return n.ID })
	}
	equal(b, "corrections", corrections(store.Window{}, 9), []news.ID{12, 11})
	equal(b, "in a window", corrections(store.Window{From: now - 2, To: now - 1}, 9), []news.ID{11})
	equal(b, "bounded", corrections(store.Window{}, 1), []news.ID{12})

	for id, delisted := range map[news.ID]bool{4: false, 5: true} {
		s := b.sowPublic(news.Story{ID: id, Delisted: delisted}, fullContent(), now-9)
		s.Standing, s.UpdatedAt = news.Retracted, now
		b.write(func(tx *store.Tx) error { return tx.Stories().Change(ctx, s) })
	}
	retracted := ask(b, func(tx *store.Tx) ([]news.Piece, error) { return tx.Public().RetractedIn(ctx, 1, store.Window{}, 9) })
	equal(b, "retracted", ids(retracted, pieceID), []news.ID{4})
	equal(b, "bare", []string{retracted[0].Revision.Headline, retracted[0].Revision.Standfirst}, []string{"h", ""})
}
