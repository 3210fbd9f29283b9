package storetest

import (
	"slices"
	"strings"
	"time"

	"dateline/internal/news"
	"dateline/internal/store"
)

func lists(b *bench) {
	ctx := b.Context()
	b.sowEdition(english())
	l := news.Curated{ID: 1, Edition: 1, Key: "choice", Name: "Editor’s Choice", Size: 3, Tail: news.TailLatest, Version: 1}
	b.write(func(tx *store.Tx) error { return tx.Lists().Add(ctx, l) })
	equal(b, "by key", ask(b, func(tx *store.Tx) (news.Curated, error) { return tx.Lists().ByKey(ctx, 1, "choice") }), l)
	b.refused("a key that is taken", news.Conflict, func(tx *store.Tx) error {
		return tx.Lists().Add(ctx, news.Curated{ID: 2, Edition: 1, Key: "choice"})
	})
	story := func(id news.ID) news.Subject { return news.Subject{Noun: news.NounStory, ID: id} }
	now := b.clock.Instant()
	order := []news.Placement{{Subject: story(9), Blurb: "b"}, {Subject: story(8), PinnedUntil: now + 5}, {Subject: story(7), PinnedUntil: now}}
	placements := func() []news.Placement {
		return ask(b, func(tx *store.Tx) ([]news.Placement, error) { return tx.Lists().Placements(ctx, 1) })
	}
	changed := l
	changed.Name, changed.Size, changed.Tail = "Choice", 5, news.NoTail
	b.write(func(tx *store.Tx) error { return tx.Lists().Change(ctx, changed, order) })
	equal(b, "order", placements(), order)
	b.stale("second change", func(tx *store.Tx) error { return tx.Lists().Change(ctx, l, nil) })
	changed.Version++
	equal(b, "by id", ask(b, func(tx *store.Tx) (news.Curated, error) { return tx.Lists().ByID(ctx, 1) }), changed)
	equal(b, "of the edition", ask(b, func(tx *store.Tx) ([]news.Curated, error) { return tx.Lists().Of(ctx, 1) }), []news.Curated{changed})
	nextEnd := func() news.Instant {
		return ask(b, func(tx *store.Tx) (news.Instant, error) { return tx.Lists().NextEnd(ctx, 1) })
	}
	equal(b, "next end of a pin", nextEnd(), now+5)
	equal(b, "holding", ask(b, func(tx *store.Tx) ([]news.ID, error) { return tx.Lists().Holding(ctx, story(8)) }), []news.ID{1})
	b.write(func(tx *store.Tx) error { return tx.Lists().Drop(ctx, story(8)) })
	equal(b, "after a drop", placements(), []news.Placement{order[0], order[2]})
	equal(b, "holding nothing", ask(b, func(tx *store.Tx) ([]news.ID, error) { return tx.Lists().Holding(ctx, story(8)) }), nil)
	equal(b, "no pin", nextEnd(), news.Instant(0))
	b.write(func(tx *store.Tx) error { return tx.Lists().Change(ctx, changed, slices.Repeat(order[:1], 2)) })
	equal(b, "the order anew", placements(), slices.Repeat(order[:1], 2))
}

func redirects(b *bench) {
	ctx := b.Context()
	keep := func(path, target string) func(tx *store.Tx) error {
		return func(tx *store.Tx) error { return tx.Redirects().Keep(ctx, path, target) }
	}
	long := "/" + strings.Repeat("é?%'\"", store.MaxPath)
	longest := strings.ToValidUTF8(long[:store.MaxPath], "")
	for _, path := range []string{"/old/", "/?p=7", longest} {
		b.write(keep(path, "story:7"))
		equal(b, path, ask(b, func(tx *store.Tx) (string, error) { return tx.Redirects().Target(ctx, path) }), "story:7")
	}
	b.refused("no path", news.Invalid, keep("", "story:7"))
	b.refused("a path too long", news.Invalid, keep(strings.Repeat("x", store.MaxPath+1), "story:7"))
	b.write(keep("/old/", "/en/"))
	equal(b, "the newest word", ask(b, func(tx *store.Tx) (string, error) { return tx.Redirects().Target(ctx, "/old/") }), "/en/")
	of := func(n int) []string {
		return ask(b, func(tx *store.Tx) ([]string, error) { return tx.Redirects().Of(ctx, "story:7", n) })
	}
	equal(b, "of a target", of(5), []string{"/?p=7", longest})
	equal(b, "bounded", len(of(1)), 1)
}

func imported(b *bench) {
	ctx := b.Context()
	find := func(key string) store.Made {
		return ask(b, func(tx *store.Tx) (store.Made, error) { return tx.Imported().Find(ctx, "src", "post", key) })
	}
	keep := func(key string, m store.Made) func(tx *store.Tx) error {
		return func(tx *store.Tx) error { return tx.Imported().Keep(ctx, "src", "post", key, m) }
	}
	m := store.Made{Subject: news.Subject{Noun: news.NounStory, ID: 7}, Digest: [32]byte{1}}
	b.write(keep("1", m))
	equal(b, "found", find("1"), m)
	m.Digest[0], m.Subject = 2, news.Subject{}
	b.write(keep("1", m))
	equal(b, "kept anew", find("1"), m)
	lacks(b, "another kind", func(tx *store.Tx) (store.Made, error) { return tx.Imported().Find(ctx, "src", "page", "1") })
	b.refused("a key too long", news.Invalid, keep(strings.Repeat("x", store.MaxPath+1), m))
}

func comments(b *bench) {
	ctx := b.Context()
	b.sowEdition(english())
	now := b.clock.Instant()
	b.sowPublic(news.Story{ID: 7}, content("h"), now)
	b.sowDraft(news.Story{ID: 8}, content("h"))
	said := []news.Comment{
		{ID: 1, Story: 7, Name: "n", Email: "e@example.org", Text: "later", State: news.CommentApproved, At: now + 2, Decided: now, DecideBy: 5},
		{ID: 2, Story: 7, Text: "first", State: news.CommentApproved, At: now + 1, Parent: 1, Staff: 6},
		{ID: 3, Story: 7, Text: "held", State: news.CommentHeld, At: now},
		{ID: 4, Story: 8, Text: "of a draft", State: news.CommentApproved, At: now},
	}
	b.write(func(tx *store.Tx) error {
		for _, c := range said {
			if err := tx.Comments().Add(ctx, c); err != nil {
				return err
			}
		}
		return nil
	})
	shown := func(story news.ID) []news.Comment {
		return ask(b, func(tx *store.Tx) ([]news.Comment, error) { return tx.Public().Comments(ctx, story) })
	}
	count := func(state news.CommentState) int64 {
		return ask(b, func(tx *store.Tx) (int64, error) { return tx.Comments().Count(ctx, 7, state) })
	}
	equal(b, "shown", shown(7), []news.Comment{said[1], said[0]})
	equal(b, "of a draft", shown(8), nil)
	equal(b, "counts", []int64{count(news.CommentApproved), count(news.CommentHeld), count(news.CommentSpam)}, []int64{2, 1, 0})
	b.write(func(tx *store.Tx) error { return tx.Comments().Destroy(ctx, 7) })
	equal(b, "destroyed", count(news.CommentApproved)+count(news.CommentHeld), int64(0))
}

func changeNotes(b *bench) {
	ctx := b.Context()
	b.sowEdition(english())
	b.sowDraft(news.Story{ID: 7}, content("h"))
	now := b.clock.Instant()
	notes := []news.ChangeNote{
		{ID: 1, Story: 7, Edition: 1, Kind: news.Correction, Text: "first", At: now, Revision: 9, OnTop: true},
		{ID: 2, Story: 7, Edition: 1, Kind: news.UpdateNote, Text: "second", At: now + 1},
	}
	b.write(func(tx *store.Tx) error {
		if err := tx.ChangeNotes().Add(ctx, notes[1]); err != nil {
			return err
		}
		return tx.ChangeNotes().Add(ctx, notes[0])
	})
	of := func() []news.ChangeNote {
		return ask(b, func(tx *store.Tx) ([]news.ChangeNote, error) { return tx.ChangeNotes().Of(ctx, 7) })
	}
	equal(b, "oldest first", of(), notes)
	b.write(func(tx *store.Tx) error { return tx.ChangeNotes().Destroy(ctx, 7) })
	equal(b, "destroyed", of(), nil)
}

func accounts(b *bench) {
	ctx := b.Context()
	a := news.Account{ID: 1, Login: "elise", Name: "Elise", Email: "e@example.org", Role: news.Editor, Language: "ar", Password: "$argon2id$", Created: b.clock.Instant(), Version: 1}
	b.write(func(tx *store.Tx) error { return tx.Accounts().Add(ctx, a) })
	equal(b, "by login", ask(b, func(tx *store.Tx) (news.Account, error) { return tx.Accounts().ByLogin(ctx, "elise") }), a)
	b.refused("a login that is taken", news.Conflict, func(tx *store.Tx) error {
		return tx.Accounts().Add(ctx, news.Account{ID: 2, Login: "elise"})
	})
	changed := a
	changed.Login, changed.Name, changed.Email, changed.Role, changed.Language, changed.Password, changed.Disabled = "eh", "E", "", news.Owner, "en", "", true
	b.write(func(tx *store.Tx) error { return tx.Accounts().Change(ctx, changed) })
	b.stale("second change", func(tx *store.Tx) error { return tx.Accounts().Change(ctx, a) })
	changed.Version++
	equal(b, "by id", ask(b, func(tx *store.Tx) (news.Account, error) { return tx.Accounts().ByID(ctx, 1) }), changed)
	equal(b, "all", ask(b, func(tx *store.Tx) ([]news.Account, error) { return tx.Accounts().All(ctx) }), []news.Account{changed})
}

func sessions(b *bench) {
	ctx := b.Context()
	b.write(func(tx *store.Tx) error { return tx.Accounts().Add(ctx, news.Account{ID: 1, Login: "elise"}) })
	now := b.clock.Instant()
	open := func(n byte, expires news.Instant) news.Session {
		s := news.Session{TokenHash: [32]byte{n}, Account: 1, Expires: expires}
		b.write(func(tx *store.Tx) error { return tx.Accounts().OpenSession(ctx, s) })
		s.Created, s.LastSeen = b.clock.Instant(), b.clock.Instant()
		return s
	}
	session := func(n byte) func(tx *store.Tx) (news.Session, error) {
		return func(tx *store.Tx) (news.Session, error) { return tx.Accounts().Session(ctx, [32]byte{n}) }
	}
	first, second := open(1, now+2_000_000), open(2, now+1_000_000)
	third := open(3, now+9_000_000)
	equal(b, "open", ask(b, session(1)), first)
	b.clock.Advance(time.Second)
	lacks(b, "expired", session(2))
	b.write(func(tx *store.Tx) error { return tx.Accounts().Seen(ctx, first.TokenHash, now+5_000_000) })
	first.LastSeen, first.Expires = b.clock.Instant(), now+5_000_000
	equal(b, "extended", ask(b, session(1)), first)
	b.write(func(tx *store.Tx) error { return tx.Accounts().Sweep(ctx) })
	b.write(func(tx *store.Tx) error { return tx.Accounts().Seen(ctx, second.TokenHash, now+9_000_000) })
	lacks(b, "swept", session(2))
	b.write(func(tx *store.Tx) error { return tx.Accounts().CloseSession(ctx, first.TokenHash) })
	lacks(b, "closed", session(1))
	equal(b, "another stays open", ask(b, session(3)), third)
	b.write(func(tx *store.Tx) error { return tx.Accounts().CloseSessions(ctx, 1) })
	lacks(b, "all closed", session(3))
}
