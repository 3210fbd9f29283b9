package storetest

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"dateline/internal/news"
	"dateline/internal/store"
)

var errOnPurpose = errors.New("on purpose")

// transactions keep all or nothing, and read one state by one clock.
func transactions(b *bench) {
	err := b.store.Write(b.Context(), func(tx *store.Tx) error {
		if err := tx.Settings().Keep(b.Context(), "half", "x", 0); err != nil {
			return err
		}
		return errOnPurpose
	})
	if !errors.Is(err, errOnPurpose) {
		b.Errorf("write: %v, want the function's own error", err)
	}
	value := ask(b, func(tx *store.Tx) (string, error) {
		v, _, err := tx.Settings().Value(b.Context(), "half")
		return v, err
	})
	equal(b, "what was rolled back", value, "")
	if err := b.store.Read(b.Context(), func(tx *store.Tx) error { return tx.Settings().Keep(b.Context(), "in reading", "x", 0) }); err == nil {
		b.Error("a reading transaction wrote")
	}
	b.write(func(tx *store.Tx) error {
		before := tx.Now()
		b.clock.Advance(time.Second)
		if tx.Now() != before {
			b.Error("a transaction went by two readings of the clock")
		}
		return nil
	})
	ended, cancel := context.WithCancel(b.Context())
	cancel()
	if err := b.store.Write(ended, func(*store.Tx) error { return nil }); !errors.Is(err, context.Canceled) {
		b.Errorf("write in an ended context: %v", err)
	}
	if err := b.store.Ping(b.Context()); err != nil {
		b.Error(err)
	}
}

func ledgerRows(b *bench) {
	var told []int64
	b.store.SetCommitted(func(ctx context.Context, seq int64) {
		rows := ask(b, func(tx *store.Tx) ([]news.LedgerRow, error) { return tx.Ledger().After(ctx, seq-1) })
		if len(rows) != 1 || rows[0].Seq != seq {
			b.Errorf("told of row %d before it could be read: %v", seq, rows)
		}
		told = append(told, seq)
	})
	first := b.act(news.LedgerRow{Actor: 5, Act: news.ActPublish, Subject: "story:7", Tags: []string{"story:7"}})
	equal(b, "first row", first, news.LedgerRow{Seq: 1, At: b.clock.Now(), Actor: 5, Act: news.ActPublish, Subject: "story:7", Tags: []string{"story:7"}})

	nothing, err := b.store.Act(b.Context(), func(tx *store.Tx) (news.LedgerRow, error) {
		return news.LedgerRow{}, tx.Settings().Keep(b.Context(), "unchanged", "x", 0)
	})
	if err != nil || nothing.Seq != 0 {
		b.Errorf("an act that changed nothing: %v, %v", nothing, err)
	}
	if _, err := b.store.Act(b.Context(), func(*store.Tx) (news.LedgerRow, error) {
		return news.LedgerRow{Act: news.ActFix}, errOnPurpose
	}); !errors.Is(err, errOnPurpose) {
		b.Errorf("an act that failed: %v", err)
	}
	if second := b.act(news.LedgerRow{Act: news.ActFix}); second.Seq != 2 {
		b.Errorf("after an act that changed nothing and one that failed comes row %d, want 2", second.Seq)
	}
	equal(b, "told of", told, []int64{1, 2})
	value := ask(b, func(tx *store.Tx) (string, error) {
		v, _, err := tx.Settings().Value(b.Context(), "unchanged")
		return v, err
	})
	equal(b, "what an act without a row wrote", value, "")
}

func seqs(rows []news.LedgerRow) []int64 {
	var all []int64
	for _, r := range rows {
		all = append(all, r.Seq)
	}
	return all
}

func ledgerQuestions(b *bench) {
	for i := range 5 {
		b.act(news.LedgerRow{Act: news.ActFix, Subject: "story:" + strconv.Itoa(1+i%2)})
	}
	q := func(fn func(l store.Ledger) ([]news.LedgerRow, error)) []int64 {
		return seqs(ask(b, func(tx *store.Tx) ([]news.LedgerRow, error) { return fn(tx.Ledger()) }))
	}
	equal(b, "after 3", q(func(l store.Ledger) ([]news.LedgerRow, error) { return l.After(b.Context(), 3) }), []int64{4, 5})
	equal(b, "after the last", q(func(l store.Ledger) ([]news.LedgerRow, error) { return l.After(b.Context(), 5) }), nil)
	equal(b, "before 4", q(func(l store.Ledger) ([]news.LedgerRow, error) { return l.Before(b.Context(), 4, 2) }), []int64{3, 2})
	subject := news.Subject{Noun: news.NounStory, ID: 1}
	equal(b, "of a story", q(func(l store.Ledger) ([]news.LedgerRow, error) { return l.Of(b.Context(), subject, 2) }), []int64{5, 3})
	equal(b, "head", ask(b, func(tx *store.Tx) (int64, error) { return tx.Ledger().Head(b.Context()) }), int64(5))
	counted := ask(b, func(tx *store.Tx) ([3]int64, error) {
		head, rows, last, err := tx.Ledger().Counted(b.Context())
		return [3]int64{head, rows, last}, err
	})
	equal(b, "counted", counted, [3]int64{5, 5, 5})
	b.plant(`DELETE FROM ledger WHERE seq = 5`)
	counted = ask(b, func(tx *store.Tx) ([3]int64, error) {
		head, rows, last, err := tx.Ledger().Counted(b.Context())
		return [3]int64{head, rows, last}, err
	})
	equal(b, "counted after a loss", counted, [3]int64{5, 4, 4})
}

func ledgerFollowers(b *bench) {
	position := func() int64 {
		return ask(b, func(tx *store.Tx) (int64, error) { return tx.Ledger().Position(b.Context(), "search") })
	}
	advance := func(from, to int64) func(tx *store.Tx) error {
		return func(tx *store.Tx) error { return tx.Ledger().Advance(b.Context(), "search", from, to) }
	}
	equal(b, "a new follower", position(), int64(0))
	b.write(advance(0, 3))
	equal(b, "position", position(), int64(3))
	b.stale("a second process at the start", advance(0, 4))
	b.stale("a second process", advance(2, 4))
	b.write(advance(3, 4))
	equal(b, "position", position(), int64(4))
	equal(b, "another follower", ask(b, func(tx *store.Tx) (int64, error) { return tx.Ledger().Position(b.Context(), "mail") }), int64(0))
}

// concurrentActs has many actors at once, some of whom fail: the sequence has
// no gap and every row is that of an act which was answered.
func concurrentActs(b *bench) {
	const actors, each = 16, 8
	other := Open(b, b.options) // a second process
	var answered sync.Map
	var told atomic.Int64
	for _, s := range []*store.Store{b.store, other} {
		s.SetCommitted(func(context.Context, int64) { told.Add(1) })
	}
	var wg sync.WaitGroup
	for actor := range actors {
		wg.Go(func() {
			for i := range each {
				row, err := b.tryOne([]*store.Store{b.store, other}[actor%2], actor, i)
				if err == nil && row.Act != "" {
					answered.Store(row.Seq, row.Actor)
				} else if err != nil && !errors.Is(err, errOnPurpose) {
					b.Errorf("actor %d: %v", actor, err)
				}
			}
		})
	}
	wg.Wait()
	rows := ask(b, func(tx *store.Tx) ([]news.LedgerRow, error) { return tx.Ledger().After(b.Context(), 0) })
	equal(b, "rows", len(rows), actors*each/2)
	equal(b, "told of", told.Load(), int64(actors*each/2))
	for i, r := range rows {
		actor, ok := answered.Load(r.Seq)
		if r.Seq != int64(i+1) || !ok || actor != r.Actor {
			b.Fatalf("row %d at place %d, answered: %v", r.Seq, i+1, ok)
		}
	}
}

// tryOne performs an actor's i-th act: of four, one fails and one changes
// nothing.
func (b *bench) tryOne(s *store.Store, actor, i int) (news.LedgerRow, error) {
	return s.Act(b.Context(), func(tx *store.Tx) (news.LedgerRow, error) {
		if err := tx.Settings().Keep(b.Context(), fmt.Sprintf("%d-%d", actor, i), "x", 0); err != nil {
			return news.LedgerRow{}, err
		}
		switch i % 4 {
		case 1:
			return news.LedgerRow{}, errOnPurpose
		case 2:
			return news.LedgerRow{}, nil
		}
		return news.LedgerRow{Act: news.ActFix, Actor: news.ID(actor + 1)}, nil
	})
}

// concurrentWriters change one thing at once: one of each round succeeds, the
// others are stale, and no change is lost.
func concurrentWriters(b *bench) {
	b.write(func(tx *store.Tx) error { return tx.Settings().Keep(b.Context(), "n", "0", 0) })
	const writers = 8
	var changed atomic.Int64
	var wg sync.WaitGroup
	for range writers {
		wg.Go(func() {
			for range 5 {
				err := b.store.Write(b.Context(), func(tx *store.Tx) error {
					value, version, err := tx.Settings().Value(b.Context(), "n")
					if err != nil {
						return err
					}
					n, err := strconv.Atoi(value)
					if err != nil {
						return err
					}
					return tx.Settings().Keep(b.Context(), "n", strconv.Itoa(n+1), version)
				})
				switch {
				case err == nil:
					changed.Add(1)
				case !errors.Is(err, store.ErrStale):
					b.Errorf("a writer that came second: %v", err)
				}
			}
		})
	}
	wg.Wait()
	value := ask(b, func(tx *store.Tx) (string, error) {
		v, _, err := tx.Settings().Value(b.Context(), "n")
		return v, err
	})
	equal(b, "count", value, strconv.FormatInt(changed.Load(), 10))
}

// concurrentRevisions keep revisions of one number at once: whoever comes
// second is stale.
func concurrentRevisions(b *bench) {
	b.sowEdition(english())
	s := b.sowDraft(news.Story{ID: 7}, content("h"))
	var kept atomic.Int64
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			err := b.store.Write(b.Context(), func(tx *store.Tx) error {
				return tx.Revisions().Add(b.Context(), news.Revision{ID: tx.NewID(), Story: s.ID, Number: 2, Content: content("h2")})
			})
			switch {
			case err == nil:
				kept.Add(1)
			case !errors.Is(err, store.ErrStale):
				b.Errorf("a revision that came second: %v", err)
			}
		})
	}
	wg.Wait()
	equal(b, "revisions kept", kept.Load(), int64(1))
}

// concurrentReaders see whole states only, while acts go on.
func concurrentReaders(b *bench) {
	done := make(chan struct{})
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				err := b.store.Read(b.Context(), func(tx *store.Tx) error {
					head, rows, last, err := tx.Ledger().Counted(b.Context())
					if err == nil && (head != rows || rows != last) {
						b.Errorf("a reader saw head %d, %d rows, last %d", head, rows, last)
					}
					return err
				})
				if err != nil {
					b.Errorf("reader: %v", err)
					return
				}
			}
		})
	}
	for range 50 {
		b.act(news.LedgerRow{Act: news.ActFix})
	}
	close(done)
	wg.Wait()
}
