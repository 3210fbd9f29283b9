package library

import (
	"context"
	"fmt"
	"time"

	"dateline/internal/store"
)

// Youth is how long a blob may lie without a name before Sweep removes it: an
// upload is kept before the database names it.
const Youth = time.Hour

// sweepAtOnce is how many keys one question to the database holds.
const sweepAtOnce = store.MaxListed

// Sweep removes blobs that nothing in the database names and that were put
// more than olderThan ago, and what dead writers left behind. It returns how
// many blobs went. olderThan below Youth is Youth.
func (l *Library) Sweep(ctx context.Context, olderThan time.Duration) (int, error) {
	before := l.now().Add(-max(olderThan, Youth))
	removed := 0
	var old []string
	flush := func() error {
		n, err := l.removeUnnamed(ctx, old, before)
		removed, old = removed+n, old[:0]
		return err
	}
	err := l.blobs.Walk(ctx, "", func(b Blob) error {
		if b.At.Before(before) {
			old = append(old, b.Key)
		}
		if len(old) < sweepAtOnce {
			return nil
		}
		return flush()
	})
	if err == nil {
		err = flush()
	}
	if err == nil {
		err = l.blobs.SweepTemps(ctx, before)
	}
	if err != nil {
		return removed, fmt.Errorf("sweep blobs: %w", err)
	}
	return removed, nil
}

func (l *Library) removeUnnamed(ctx context.Context, keys []string, before time.Time) (int, error) {
	var free []string
	err := l.store.Read(ctx, func(tx *store.Tx) (err error) {
		free, err = tx.Pictures().Unnamed(ctx, keys)
		return err
	})
	if err != nil {
		return 0, err
	}
	removed := 0
	for _, key := range free {
		gone, err := l.blobs.RemoveOld(ctx, key, before)
		if err != nil {
			return removed, err
		}
		if gone {
			removed++
		}
	}
	return removed, nil
}

// Destroy removes blobs at once, whatever their age, unless something names
// them again: the files of what was withdrawn.
func (l *Library) Destroy(ctx context.Context, keys []string) error {
	for at := 0; at < len(keys); at += sweepAtOnce {
		var free []string
		err := l.store.Read(ctx, func(tx *store.Tx) (err error) {
			free, err = tx.Pictures().Unnamed(ctx, keys[at:min(len(keys), at+sweepAtOnce)])
			return err
		})
		if err != nil {
			return fmt.Errorf("destroy blobs: %w", err)
		}
		for _, key := range free {
			if err := l.blobs.Remove(ctx, key); err != nil {
				return fmt.Errorf("destroy blobs: %w", err)
			}
		}
	}
	return nil
}
