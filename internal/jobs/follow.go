package jobs

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"dateline/internal/news"
	"dateline/internal/store"
)

// Follower reads the ledger from its own position on and hands the rows over
// in order. Its position lives in memory: it is for what every process keeps
// for itself, such as the page cache.
type Follower struct {
	Store *store.Store
	// Position is the number of the last row that was applied.
	Position func() int64
	// Apply takes the rows that follow the position, without a gap.
	Apply func(rows []news.LedgerRow) error
	// Every is how often Run looks for the acts of other processes.
	Every  time.Duration
	Logger *slog.Logger

	mu sync.Mutex // one reader of the ledger at a time
}

// CatchUp applies every row that is committed by now. The acting process
// calls it before an act is answered.
func (f *Follower) CatchUp(ctx context.Context) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	for {
		var rows []news.LedgerRow
		err := f.Store.Read(ctx, func(tx *store.Tx) (err error) {
			rows, err = tx.Ledger().After(ctx, f.Position())
			return err
		})
		if err != nil {
			return fmt.Errorf("follow ledger: %w", err)
		}
		if err := f.Apply(rows); err != nil {
			return fmt.Errorf("apply ledger rows: %w", err)
		}
		if len(rows) < store.MaxLedgerPage {
			return nil
		}
	}
}

// Run catches up again and again until ctx ends.
func (f *Follower) Run(ctx context.Context) {
	Every(ctx, f.Every, func(ctx context.Context) {
		if err := f.CatchUp(ctx); err != nil && ctx.Err() == nil {
			f.Logger.Error("cannot follow the ledger", "err", err)
		}
	})
}

// Every calls fn at intervals until ctx ends; a call that takes longer than
// the interval delays the next one.
func Every(ctx context.Context, interval time.Duration, fn func(ctx context.Context)) {
	tick := time.NewTicker(interval)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			fn(ctx)
		}
	}
}
