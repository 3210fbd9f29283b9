package storetest

import (
	"errors"
	"testing"
	"time"

	"dateline/internal/news"
	"dateline/internal/store"
)

func fullContent() news.Content {
	return news.Content{
		Kind: news.KindAnalysis, Section: 3, Slug: "slug", Kicker: "k", Headline: "h", Standfirst: "s",
		Dateline: news.Dateline{Source: "Courier-", Place: "Vienna", Topic: 4,
			Date: news.CivilDate{Year: 1815, Month: 6, Day: 9, Precision: news.ToDay, Approximate: true}, Point: &news.Point{Lat: 48.2, Lon: 16.4}},
		Bylines: []news.Byline{{Person: 1, Name: "n", Role: news.RoleIn, Place: "p"}},
		Lead:    news.LeadPicture{Picture: 2, Caption: "c", Alt: "a"},
		Text:    `{"v":1}`, Tags: []news.ID{1, 2}, Topics: []news.ID{3}, Related: []news.ID{4},
	}
}

func revisions(b *bench) {
	ctx := b.Context()
	b.sowEdition(english())
	last := func() int64 {
		return ask(b, func(tx *store.Tx) (int64, error) { return tx.Revisions().Last(ctx, 7) })
	}
	equal(b, "last of none", last(), int64(0))
	b.sowDraft(news.Story{ID: 7, CreatedBy: 5}, fullContent())
	first := news.Revision{ID: 1007, Story: 7, Number: 1, At: b.clock.Instant(), Actor: 5, Content: fullContent()}
	equal(b, "by id", ask(b, func(tx *store.Tx) (news.Revision, error) { return tx.Revisions().ByID(ctx, 1007) }), first)

	b.clock.Advance(time.Second)
	second := news.Revision{ID: 8, Story: 7, Number: 2, At: b.clock.Instant(), Actor: 6, Content: content("h2")}
	b.write(func(tx *store.Tx) error { return tx.Revisions().Add(ctx, second) })
	b.stale("a number that is taken", func(tx *store.Tx) error {
		return tx.Revisions().Add(ctx, news.Revision{ID: 9, Story: 7, Number: 2})
	})
	b.refused("an id that is taken", news.Conflict, func(tx *store.Tx) error {
		return tx.Revisions().Add(ctx, news.Revision{ID: 8, Story: 7, Number: 3})
	})
	equal(b, "last", last(), int64(2))
	first.Text, second.Text = "", ""
	of := func(n int) []news.Revision {
		return ask(b, func(tx *store.Tx) ([]news.Revision, error) { return tx.Revisions().Of(ctx, 7, n) })
	}
	equal(b, "newest first, without texts", of(10), []news.Revision{second, first})
	equal(b, "bounded", of(1), []news.Revision{second})
}

func revisionSeals(b *bench) {
	ctx := b.Context()
	b.sowEdition(english())
	b.sowDraft(news.Story{ID: 7}, content("one"))
	b.sowDraft(news.Story{ID: 8}, content("one")) // the same text
	b.sowDraft(news.Story{ID: 9}, content("two"))
	seal := func(id news.ID) [32]byte {
		return ask(b, func(tx *store.Tx) ([32]byte, error) { return tx.Revisions().Seal(ctx, id) })
	}
	if seal(1007) == seal(1008) {
		b.Error("two revisions of one text have one digest: a reader could guess the text")
	}
	check := func(after news.ID, n int) []store.Sealed {
		return ask(b, func(tx *store.Tx) ([]store.Sealed, error) { return tx.Revisions().CheckSeals(ctx, after, n) })
	}
	equal(b, "intact", check(0, 2), []store.Sealed{{Revision: 1007, Story: 7, Intact: true}, {Revision: 1008, Story: 8, Intact: true}})
	equal(b, "the next page", check(1008, 2), []store.Sealed{{Revision: 1009, Story: 9, Intact: true}})
	before := seal(1008)
	b.write(func(tx *store.Tx) error { return tx.Revisions().Destroy(ctx, 8) })
	b.plant(`UPDATE revisions SET text = 'forged' WHERE id = 1009`)
	equal(b, "destroyed and forged", check(1007, 5), []store.Sealed{{Revision: 1008, Story: 8, Destroyed: true}, {Revision: 1009, Story: 9}})
	equal(b, "the digest of what was destroyed", seal(1008), before)
	r := ask(b, func(tx *store.Tx) (news.Revision, error) { return tx.Revisions().ByID(ctx, 1008) })
	equal(b, "what was destroyed", r.Content, news.Content{})
}

// sowRecord enters a story and n entries of it.
func (b *bench) sowRecord(n int) news.Story {
	b.Helper()
	b.sowEdition(english())
	s := b.sowDraft(news.Story{ID: 7}, content("h"))
	for i := range n {
		act := news.ActUpdate
		if i == 0 {
			act = news.ActPublish
		}
		b.write(func(tx *store.Tx) error {
			_, err := tx.Record().Append(b.Context(), act, s, s.Working)
			return err
		})
		b.clock.Advance(time.Second)
	}
	return s
}

func (b *bench) checkChain() (n int64, err error) {
	b.Helper()
	readErr := b.store.Read(b.Context(), func(tx *store.Tx) error {
		n, err = tx.Record().CheckChain(b.Context(), 1)
		return nil
	})
	if readErr != nil {
		b.Fatal(readErr)
	}
	return n, err
}

func record(b *bench) {
	ctx := b.Context()
	head := func(edition news.ID) news.RecordEntry {
		return ask(b, func(tx *store.Tx) (news.RecordEntry, error) { return tx.Record().Head(ctx, edition) })
	}
	equal(b, "head of none", head(1), news.RecordEntry{Edition: 1})
	start := b.clock.Instant()
	s := b.sowRecord(3)
	all := ask(b, func(tx *store.Tx) ([]news.RecordEntry, error) { return tx.Record().From(ctx, 1, 1, 10) })
	equal(b, "entries", len(all), 3)
	digest := ask(b, func(tx *store.Tx) ([32]byte, error) { return tx.Revisions().Seal(ctx, s.Working) })
	first := news.RecordEntry{Edition: 1, Number: 1, At: start, Act: news.ActPublish, Story: 7, Digest: digest}
	first.Hash = first.HashAfter([32]byte{})
	equal(b, "first entry", all[0], first)
	equal(b, "head", head(1), all[2])
	equal(b, "head of another edition", head(2), news.RecordEntry{Edition: 2})
	equal(b, "from", ask(b, func(tx *store.Tx) ([]news.RecordEntry, error) { return tx.Record().From(ctx, 1, 2, 1) }), all[1:2])
	of := ask(b, func(tx *store.Tx) ([]store.RecordedChange, error) { return tx.Record().OfStory(ctx, 7) })
	equal(b, "of the story", of[2], store.RecordedChange{RecordEntry: all[2], Revision: s.Working})
	if n, err := b.checkChain(); n != 3 || err != nil {
		b.Errorf("the chain has %d entries, %v", n, err)
	}
}

// recordTampered changes the past in every way that a chain must show.
func recordTampered(b *bench) {
	tricks := []struct {
		name    string
		queries []string
		at      int64 // entries before the first that does not hold
	}{
		{"time changed", []string{`UPDATE record SET at = at + 1 WHERE number = 2`}, 1},
		{"act changed", []string{`UPDATE record SET act = 'fix' WHERE number = 2`}, 1},
		{"story changed", []string{`UPDATE record SET story = 8 WHERE number = 3`}, 2},
		{"entry removed", []string{`DELETE FROM record WHERE number = 2`}, 1},
		{"first removed", []string{`DELETE FROM record WHERE number = 1`}, 0},
		{"entries moved up", []string{`DELETE FROM record WHERE number = 2`, `UPDATE record SET number = 2 WHERE number = 3`}, 1},
		{"entry inserted", []string{`INSERT INTO record SELECT edition, 5, at, act, story, revision, digest, hash FROM record WHERE number = 4`}, 4},
		{"revision sealed anew", []string{`UPDATE revisions SET digest = salt WHERE id = 1007`}, 0},
		{"revision of another story", []string{`UPDATE record SET revision = 1008 WHERE number = 2`}, 1},
		{"revision gone", []string{`UPDATE record SET revision = 5 WHERE number = 4`}, 3},
	}
	b.sowRecord(4)
	b.sowDraft(news.Story{ID: 8}, content("other"))
	for _, trick := range tricks {
		b.Run(trick.name, func(t *testing.T) {
			copied := b.copyRecord()
			defer copied()
			for _, q := range trick.queries {
				b.plant(q)
			}
			n, err := b.checkChain()
			if !errors.Is(err, store.ErrBroken) || n != trick.at {
				t.Errorf("the chain holds for %d entries, %v; want %d and then ErrBroken", n, err, trick.at)
			}
		})
	}
	if n, err := b.checkChain(); n != 4 || err != nil {
		b.Errorf("restored, the chain has %d entries, %v", n, err)
	}
}

// copyRecord keeps record and revisions as they are and returns how to bring
// them back.
func (b *bench) copyRecord() (restore func()) {
	b.Helper()
	db := b.raw()
	run := func(queries ...string) {
		for _, q := range queries {
			if _, err := db.ExecContext(b.Context(), q); err != nil {
				b.Fatalf("%s: %v", q, err)
			}
		}
	}
	run(`CREATE TABLE record_copy AS SELECT * FROM record`, `CREATE TABLE revisions_copy AS SELECT * FROM revisions`)
	return func() {
		run(`DELETE FROM record`, `DELETE FROM revisions`, `INSERT INTO revisions SELECT * FROM revisions_copy`, `INSERT INTO record SELECT * FROM record_copy`,
			`DROP TABLE record_copy`, `DROP TABLE revisions_copy`)
	}
}

// recordDestroyed takes a text and its salt away: the chain holds.
func recordDestroyed(b *bench) {
	b.sowRecord(3)
	b.write(func(tx *store.Tx) error { return tx.Revisions().Destroy(b.Context(), 7) })
	if n, err := b.checkChain(); n != 3 || err != nil {
		b.Errorf("after the text was destroyed the chain has %d entries, %v", n, err)
	}
}

// recordPages checks a chain that is longer than one page of the query.
func recordPages(b *bench) {
	b.sowEdition(english())
	s := b.sowDraft(news.Story{ID: 7}, content("h"))
	const n = store.MaxListed + 2
	b.write(func(tx *store.Tx) error {
		for range n {
			if _, err := tx.Record().Append(b.Context(), news.ActFix, s, s.Working); err != nil {
				return err
			}
		}
		return nil
	})
	if got, err := b.checkChain(); got != n || err != nil {
		b.Errorf("the chain has %d entries, %v; want %d", got, err, n)
	}
	b.plant(`UPDATE record SET at = at + 1 WHERE number = 502`)
	if got, err := b.checkChain(); got != n-1 || !errors.Is(err, store.ErrBroken) {
		b.Errorf("the chain holds for %d entries, %v; want %d", got, err, n-1)
	}
}
