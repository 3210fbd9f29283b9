package press

import "sync/atomic"

// counts are the running numbers of a Press.
type counts struct {
	hits, misses, joins, stale, notModified atomic.Int64
	refreshes, failures, discarded          atomic.Int64
	dropped, evicted, sent                  atomic.Int64
}

// Counts is a reading of a Press's counters. All but Pages, Kept and Position
// only grow.
type Counts struct {
	Hits        int64 // answers from kept bytes, stale ones included
	Misses      int64 // answers that had to be rendered first
	Joins       int64 // answers that waited for another request's rendering
	Stale       int64 // hits on a page of which a soft tag had been named
	NotModified int64 // answers 304
	Refreshes   int64 // pages made anew behind old bytes
	Failures    int64 // fills that ended in an error or a panic
	Discarded   int64 // renderings thrown away because a row outdated them
	Dropped     int64 // kept pages dropped by rows, by time or by DropAll
	Evicted     int64 // kept pages that made room for others
	Sent        int64 // bytes of bodies handed to the network
	Pages       int64 // pages kept now
	Kept        int64 // bytes kept now
	Position    int64 // ledger position applied
}

// Counts reads the counters.
func (p *Press) Counts() Counts {
	c := &p.counts
	p.mu.RLock()
	defer p.mu.RUnlock()
	return Counts{
		Hits: c.hits.Load(), Misses: c.misses.Load(), Joins: c.joins.Load(),
		Stale: c.stale.Load(), NotModified: c.notModified.Load(),
		Refreshes: c.refreshes.Load(), Failures: c.failures.Load(), Discarded: c.discarded.Load(),
		Dropped: c.dropped.Load(), Evicted: c.evicted.Load(), Sent: c.sent.Load(),
		Pages:    int64(len(p.sheets)),
		Kept:     p.pages.bytes + p.others.bytes,
		Position: p.applied.Load(),
	}
}
