package press

import (
	"context"

	"dateline/internal/news"
)

// Apply does to the kept pages what rows of the ledger say: pages that carry
// a named tag are dropped or, where they hold it softly, become stale. Rows come
// in the order of the ledger; those applied before are passed over, so that
// acts and the follower may overlap. A gap is an error of kind Conflict: nothing
// from the gap on is applied, and the caller reads again from Position. An
// acting process calls Apply before it answers. The Tags of the rows are kept:
// they must not be changed afterwards.
func (p *Press) Apply(rows []news.LedgerRow) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	before := p.applied.Load()
	err := p.applyAll(rows)
	if p.applied.Load() != before {
		close(p.moved)
		p.moved = make(chan struct{})
	}
	return err
}

func (p *Press) applyAll(rows []news.LedgerRow) error {
	for _, row := range rows {
		at := p.applied.Load()
		if row.Seq <= at {
			continue
		}
		if row.Seq != at+1 {
			return news.Errorf(news.Conflict, "", "press: row %d of the ledger came after row %d", row.Seq, at)
		}
		for _, name := range row.Tags {
			p.touch(name, row.Seq, row.Urgent)
		}
		p.recent.add(row)
		p.applied.Store(row.Seq)
	}
	return nil
}

// Position is the Seq of the last row applied.
func (p *Press) Position() int64 { return p.applied.Load() }

// WaitFor returns once the row seq has been applied here: for a signed-in
// request that carries the position of its person's last act. The number comes
// from outside, so ctx must end soon: then the error is of kind Unavailable.
func (p *Press) WaitFor(ctx context.Context, seq int64) error {
	for {
		p.mu.RLock()
		moved := p.moved
		p.mu.RUnlock()
		if p.applied.Load() >= seq {
			return nil
		}
		select {
		case <-moved:
		case <-ctx.Done():
			return news.Errorf(news.Unavailable, "", "the page is not up to date yet, please try again: %w", ctx.Err())
		}
	}
}
