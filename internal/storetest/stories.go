package storetest

import (
	"time"

	"dateline/internal/news"
	"dateline/internal/store"
)

func stories(b *bench) {
	ctx := b.Context()
	b.sowEdition(english())
	s := b.sowDraft(news.Story{ID: 7, Group: 70, Source: 5, SourceRevision: 50, CreatedBy: 3, Embargo: 4, Confidential: true, Delisted: true}, content("h"))
	look := func() news.Story {
		return ask(b, func(tx *store.Tx) (news.Story, error) { return tx.Stories().ByID(ctx, 7) })
	}
	equal(b, "as added", look(), s)

	b.clock.Advance(time.Hour)
	changed := s
	changed.Standing, changed.Stage, changed.Working, changed.Public = news.Published, news.Submitted, 71, 72
	changed.PublishedAt, changed.VisibleAt, changed.UpdatedAt, changed.ScheduledAt, changed.Embargo = 1, 2, 3, 4, 5
	changed.Source, changed.SourceRevision, changed.Reason, changed.Delisted, changed.Confidential = 6, 60, "why", false, false
	b.write(func(tx *store.Tx) error { return tx.Stories().Change(ctx, changed) })
	changed.Version++
	equal(b, "as changed", look(), changed)
	b.stale("second change", func(tx *store.Tx) error { return tx.Stories().Change(ctx, s) })
	missing := s
	missing.ID = 99
	b.stale("a change of nothing", func(tx *store.Tx) error { return tx.Stories().Change(ctx, missing) })
	b.refused("an id that is taken", news.Conflict, func(tx *store.Tx) error { return tx.Stories().Add(ctx, s, "h") })

	b.sowDraft(news.Story{ID: 6, Group: 70}, content("h"))
	group := ask(b, func(tx *store.Tx) ([]news.Story, error) { return tx.Stories().Group(ctx, 70) })
	equal(b, "group", ids(group, func(s news.Story) news.ID { return s.ID }), []news.ID{6, 7})
}

// storyTies are what lists follow: shown again they are replaced, hidden they
// are gone.
func storyTies(b *bench) {
	ctx := b.Context()
	b.sowEdition(english())
	c := content("h")
	c.Section, c.Tags, c.Topics = 3, []news.ID{11, 12, 11}, []news.ID{21}
	c.Bylines = []news.Byline{{Person: 31, Role: news.RoleBy}, {Name: "Guest", Role: news.RoleBy}, {Person: 31, Role: news.RolePictures}}
	s := b.sowPublic(news.Story{ID: 7}, c, 5, 41, 41)
	count := func(sc store.Scope) int64 {
		sc.Edition = 1
		return ask(b, func(tx *store.Tx) (int64, error) { return tx.Public().Count(ctx, sc, store.Window{}) })
	}
	shows := func(picture news.ID) bool {
		return ask(b, func(tx *store.Tx) (bool, error) { return tx.Public().Shows(ctx, picture) })
	}
	scopes := []store.Scope{{}, {Section: 3}, {Tag: 11}, {Tag: 12}, {Topic: 21}, {Person: 31}}
	for _, sc := range scopes {
		if n := count(sc); n != 1 {
			b.Errorf("%+v holds %d stories, want 1", sc, n)
		}
	}
	equal(b, "picture", shows(41), true)
	b.write(func(tx *store.Tx) error { return tx.Stories().Show(ctx, s, content("h"), []news.ID{42}) })
	for _, sc := range scopes[1:] {
		if n := count(sc); n != 0 {
			b.Errorf("%+v still holds %d stories", sc, n)
		}
	}
	equal(b, "pictures", []bool{shows(41), shows(42)}, []bool{false, true})
	b.write(func(tx *store.Tx) error { return tx.Stories().Hide(ctx, 7) })
	equal(b, "hidden picture", shows(42), false)
}

func storiesAtDesk(b *bench) {
	ctx := b.Context()
	b.sowEdition(english())
	other := english()
	other.ID, other.Name = 2, "ar"
	b.sowEdition(other)
	for i, s := range []news.Story{
		{ID: 1, CreatedBy: 5}, {ID: 2, CreatedBy: 6}, {ID: 3, Edition: 2, CreatedBy: 5}, {ID: 4, CreatedBy: 6, Confidential: true},
	} {
		if i > 1 {
			b.clock.Advance(time.Minute) // the first two were touched in one moment
		}
		b.sowDraft(s, content("headline"))
	}
	desk := func(f store.DeskFilter, n int) []news.ID {
		rows := ask(b, func(tx *store.Tx) ([]store.DeskRow, error) { return tx.Stories().AtDesk(ctx, f, n) })
		return ids(rows, func(r store.DeskRow) news.ID { return r.ID })
	}
	equal(b, "last touched first", desk(store.DeskFilter{}, 10), []news.ID{3, 2, 1})
	equal(b, "bounded", desk(store.DeskFilter{}, 2), []news.ID{3, 2})
	equal(b, "edition", desk(store.DeskFilter{Edition: 2}, 10), []news.ID{3})
	equal(b, "mine", desk(store.DeskFilter{Mine: 5}, 10), []news.ID{3, 1})
	equal(b, "stage", desk(store.DeskFilter{Stage: news.Submitted}, 10), nil)
	equal(b, "standing", desk(store.DeskFilter{Standing: news.Unpublished}, 10), []news.ID{3, 2, 1})
	rows := ask(b, func(tx *store.Tx) ([]store.DeskRow, error) { return tx.Stories().AtDesk(ctx, store.DeskFilter{}, 2) })
	last := rows[1]
	equal(b, "page", desk(store.DeskFilter{Before: last.Touched, BeforeID: last.ID}, 10), []news.ID{1})
	equal(b, "headline", last.Headline, "headline")

	equal(b, "confidential, to who began it", desk(store.DeskFilter{Viewer: 6}, 10), []news.ID{4, 3, 2, 1})
	equal(b, "confidential, to others", desk(store.DeskFilter{Viewer: 5}, 10), []news.ID{3, 2, 1})
	b.write(func(tx *store.Tx) error { return tx.Stories().Join(ctx, 4, 5) })
	b.write(func(tx *store.Tx) error { return tx.Stories().Join(ctx, 4, 5) }) // again changes nothing
	equal(b, "confidential, to the team", desk(store.DeskFilter{Viewer: 5}, 10), []news.ID{4, 3, 2, 1})
	equal(b, "on the team", ask(b, func(tx *store.Tx) (bool, error) { return tx.Stories().OnTeam(ctx, 4, 5) }), true)
	equal(b, "not on the team", ask(b, func(tx *store.Tx) (bool, error) { return tx.Stories().OnTeam(ctx, 4, 9) }), false)

	b.write(func(tx *store.Tx) error { return tx.Stories().Headline(ctx, 1, "new") })
	rows = ask(b, func(tx *store.Tx) ([]store.DeskRow, error) { return tx.Stories().AtDesk(ctx, store.DeskFilter{}, 10) })
	equal(b, "new headline", rows[2].Headline, "new")
}

func storiesDue(b *bench) {
	ctx := b.Context()
	b.sowEdition(english())
	now := b.clock.Instant()
	for i, at := range []news.Instant{now + 1, now, now - 5, 0, now} {
		s := b.sowDraft(news.Story{ID: news.ID(i + 1)}, content("h"))
		s.Stage, s.ScheduledAt = news.Scheduled, at
		if i == 4 {
			s.Stage = news.Drafting // taken off the schedule
		}
		b.write(func(tx *store.Tx) error { return tx.Stories().Change(ctx, s) })
	}
	due := func(n int) []news.ID {
		all := ask(b, func(tx *store.Tx) ([]news.Story, error) { return tx.Stories().Due(ctx, n) })
		return ids(all, func(s news.Story) news.ID { return s.ID })
	}
	equal(b, "due", due(10), []news.ID{3, 2})
	equal(b, "bounded", due(1), []news.ID{3})
	b.clock.Advance(time.Microsecond)
	equal(b, "due later", due(10), []news.ID{3, 2, 1})
}

func deskNotes(b *bench) {
	ctx := b.Context()
	b.sowEdition(english())
	b.sowDraft(news.Story{ID: 7}, content("h"))
	first := store.DeskNote{ID: 1, Story: 7, Actor: 5, At: b.clock.Instant(), Text: "ask again"}
	b.write(func(tx *store.Tx) error { return tx.Stories().Note(ctx, first) })
	b.clock.Advance(time.Second)
	second := store.DeskNote{ID: 2, Story: 7, Actor: 6, At: b.clock.Instant(), Text: "done"}
	b.write(func(tx *store.Tx) error { return tx.Stories().Note(ctx, second) })
	notes := func(n int) []store.DeskNote {
		return ask(b, func(tx *store.Tx) ([]store.DeskNote, error) { return tx.Stories().Notes(ctx, 7, n) })
	}
	equal(b, "newest first", notes(5), []store.DeskNote{second, first})
	equal(b, "bounded", notes(1), []store.DeskNote{second})
	b.write(func(tx *store.Tx) error { return tx.Stories().DestroyNotes(ctx, 7) })
	equal(b, "destroyed", notes(5), nil)
}
