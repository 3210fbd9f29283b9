package storetest

import (
	"math"

	"dateline/internal/news"
	"dateline/internal/store"
)

// scalars are where an engine without types would give back another value.
func scalars(b *bench) {
	b.sowEdition(english())
	const largest = news.ID(math.MaxInt64)
	for i, truth := range []bool{false, true} {
		s := b.sowDraft(news.Story{ID: largest - news.ID(2000+i), Confidential: truth, Delisted: truth, Embargo: math.MaxInt64, CreatedBy: largest}, content("h"))
		got := ask(b, func(tx *store.Tx) (news.Story, error) { return tx.Stories().ByID(b.Context(), s.ID) })
		equal(b, "story", got, s)
		row := b.act(news.LedgerRow{Act: news.ActFix, Actor: largest, Urgent: truth, Tags: []string{`a"'`, "ب"}})
		rows := ask(b, func(tx *store.Tx) ([]news.LedgerRow, error) { return tx.Ledger().After(b.Context(), row.Seq-1) })
		equal(b, "row", rows, []news.LedgerRow{row})
	}
	var digest [32]byte
	copy(digest[:], "\x00\xff'\"\\\n")
	b.write(func(tx *store.Tx) error {
		return tx.Imported().Keep(b.Context(), "s", "k", "1", store.Made{Subject: news.Subject{Noun: news.NounStory, ID: largest}, Digest: digest})
	})
	made := ask(b, func(tx *store.Tx) (store.Made, error) { return tx.Imported().Find(b.Context(), "s", "k", "1") })
	equal(b, "bytes", made, store.Made{Subject: news.Subject{Noun: news.NounStory, ID: largest}, Digest: digest})
	textForNumber(b)
}

// textForNumber plants a word in a column of numbers. PostgreSQL refuses it;
// SQLite keeps it, and the store must then fail rather than answer 0.
func textForNumber(b *bench) {
	s := b.sowDraft(news.Story{ID: 7}, content("h"))
	_, err := b.raw().ExecContext(b.Context(), `UPDATE stories SET published_at = 'soon' WHERE id = 7`)
	if b.store.Engine() == "postgres" {
		if err == nil {
			b.Error("PostgreSQL took a word for a number")
		}
		return
	}
	if err != nil {
		b.Fatal(err)
	}
	err = b.store.Read(b.Context(), func(tx *store.Tx) error {
		_, err := tx.Stories().ByID(b.Context(), s.ID)
		return err
	})
	b.isKind("a word for a number", err, news.Internal)
}

// namesMissing asks every question for one thing where there is none.
func namesMissing(b *bench) {
	ctx := b.Context()
	for what, question := range map[string]func(tx *store.Tx) error{
		"edition":         func(tx *store.Tx) error { _, err := tx.Editions().ByID(ctx, 9); return err },
		"edition by name": func(tx *store.Tx) error { _, err := tx.Editions().ByName(ctx, "xx"); return err },
		"section":         func(tx *store.Tx) error { _, err := tx.Sections().ByID(ctx, 9); return err },
		"section by slug": func(tx *store.Tx) error { _, err := tx.Sections().BySlug(ctx, 1, "x"); return err },
		"tag":             func(tx *store.Tx) error { _, err := tx.Tags().ByID(ctx, 9); return err },
		"tag by slug":     func(tx *store.Tx) error { _, err := tx.Tags().BySlug(ctx, 1, "x"); return err },
		"tag by name":     func(tx *store.Tx) error { _, err := tx.Tags().ByName(ctx, 1, "x"); return err },
		"person":          func(tx *store.Tx) error { _, err := tx.People().BySlug(ctx, "x"); return err },
		"story":           func(tx *store.Tx) error { _, err := tx.Stories().ByID(ctx, 9); return err },
		"revision":        func(tx *store.Tx) error { _, err := tx.Revisions().ByID(ctx, 9); return err },
		"seal":            func(tx *store.Tx) error { _, err := tx.Revisions().Seal(ctx, 9); return err },
		"list":            func(tx *store.Tx) error { _, err := tx.Lists().ByID(ctx, 9); return err },
		"list by key":     func(tx *store.Tx) error { _, err := tx.Lists().ByKey(ctx, 1, "x"); return err },
		"picture":         func(tx *store.Tx) error { _, err := tx.Pictures().ByID(ctx, 9); return err },
		"picture by blob": func(tx *store.Tx) error { _, err := tx.Pictures().ByBlob(ctx, "x"); return err },
		"rendition":       func(tx *store.Tx) error { _, err := tx.Pictures().Rendition(ctx, 9, 1, "image/webp"); return err },
		"account":         func(tx *store.Tx) error { _, err := tx.Accounts().ByID(ctx, 9); return err },
		"login":           func(tx *store.Tx) error { _, err := tx.Accounts().ByLogin(ctx, "x"); return err },
		"session":         func(tx *store.Tx) error { _, err := tx.Accounts().Session(ctx, [32]byte{1}); return err },
		"redirect":        func(tx *store.Tx) error { _, err := tx.Redirects().Target(ctx, "/x"); return err },
		"imported":        func(tx *store.Tx) error { _, err := tx.Imported().Find(ctx, "s", "k", "1"); return err },
		"public story":    func(tx *store.Tx) error { _, err := tx.Public().Story(ctx, 9); return err },
	} {
		b.isKind(what, b.store.Read(ctx, question), news.NotFound)
	}
}

// dangling writes what refers to things that are not there.
func dangling(b *bench) {
	ctx := b.Context()
	for what, write := range map[string]func(tx *store.Tx) error{
		"section": func(tx *store.Tx) error { return tx.Sections().Add(ctx, news.Section{ID: 1, Edition: 9, Slug: "s"}) },
		"tag":     func(tx *store.Tx) error { return tx.Tags().Add(ctx, news.Tag{ID: 1, Edition: 9, Slug: "s"}) },
		"list":    func(tx *store.Tx) error { return tx.Lists().Add(ctx, news.Curated{ID: 1, Edition: 9, Key: "s"}) },
		"story":   func(tx *store.Tx) error { return tx.Stories().Add(ctx, news.Story{ID: 1, Edition: 9}, "") },
		"revision": func(tx *store.Tx) error {
			return tx.Revisions().Add(ctx, news.Revision{ID: 1, Story: 9, Number: 1})
		},
		"note":    func(tx *store.Tx) error { return tx.ChangeNotes().Add(ctx, news.ChangeNote{ID: 1, Story: 9}) },
		"comment": func(tx *store.Tx) error { return tx.Comments().Add(ctx, news.Comment{ID: 1, Story: 9}) },
		"team":    func(tx *store.Tx) error { return tx.Stories().Join(ctx, 9, 9) },
		"session": func(tx *store.Tx) error { return tx.Accounts().OpenSession(ctx, news.Session{Account: 9}) },
	} {
		b.refused(what, news.Invalid, write)
	}
}
