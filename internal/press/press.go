package press

import (
	"context"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"
)

// Limits that no option changes.
const (
	MaxKey       = 1024 // bytes of a key; a page under a longer one is made each time and not kept
	MaxTags      = 1024 // tags of a page; a page with more is not kept
	maxTries     = 3    // times one run renders a page that rows keep outdating
	maxRingRows  = 4096 // applied rows remembered for runs that are under way
	maxRingNames = 1 << 16
)

// Options are the bounds and the surroundings of a Press. Zero values stand for
// the defaults named beside them.
type Options struct {
	Position     int64            // ledger position at the start: rows up to it are in the database and are not sent to Apply
	Now          func() time.Time // required: the clock
	MaxBytes     int64            // of kept pages with everything that belongs to them; 256 MB
	MaxNotFound  int              // answers other than 200 (not found, gone, moved) kept at once; 4096
	RefreshEvery time.Duration    // a page is made anew for its soft tags at most once in this time; 10 s
	StaleFor     time.Duration    // a stale page that nobody asked for this long is made anew first; 1 min
	Refreshers   int              // pages made anew at once behind old bytes; 2
	Renders      int              // pages rendered at once for waiting readers; 64
	FillTimeout  time.Duration    // end of waiting for a place to render, and of a fill; 15 s
	Logger       *slog.Logger     // required
}

func (o *Options) setDefaults() {
	o.MaxBytes = orDefault(o.MaxBytes, 256<<20)
	o.MaxNotFound = orDefault(o.MaxNotFound, 4096)
	o.RefreshEvery = orDefault(o.RefreshEvery, 10*time.Second)
	o.StaleFor = orDefault(o.StaleFor, time.Minute)
	o.Refreshers = orDefault(o.Refreshers, 2)
	o.Renders = orDefault(o.Renders, 64)
	o.FillTimeout = orDefault(o.FillTimeout, 15*time.Second)
}

func orDefault[T ~int | ~int64](v, byDefault T) T {
	if v <= 0 {
		return byDefault
	}
	return v
}

// Press keeps rendered pages. Its methods may be called from any goroutine.
type Press struct {
	opt    Options
	counts counts
	lane   chan struct{} // a place per page rendered for readers at once

	mu     sync.RWMutex // guards what follows; held for lookups and bookkeeping, never for a fill
	sheets map[string]*sheet
	pages  shelf // sheets with status 200
	others shelf // sheets with any other status
	tags   map[string]*tag
	runs   map[string]*run
	recent ring
	epoch  int // how often DropAll was called
	moved  chan struct{}
	closed bool

	applied    atomic.Int64 // written under mu
	refreshing atomic.Int64
	work       sync.WaitGroup
	life       context.Context // ends with Close; what refreshes run under
	end        context.CancelFunc
}

// New returns an empty Press. Close ends it.
func New(o Options) *Press {
	o.setDefaults()
	p := &Press{
		opt:    o,
		lane:   make(chan struct{}, o.Renders),
		sheets: make(map[string]*sheet),
		pages:  shelf{maxBytes: o.MaxBytes - o.MaxBytes/8, maxCount: 1 << 30},
		others: shelf{maxBytes: o.MaxBytes / 8, maxCount: o.MaxNotFound},
		tags:   make(map[string]*tag),
		runs:   make(map[string]*run),
		moved:  make(chan struct{}),
	}
	p.applied.Store(o.Position)
	p.life, p.end = context.WithCancel(context.Background())
	return p
}

// Close stops refreshing and waits for the refreshes under way. Serve still
// answers afterwards, but a request that waits for such a refresh gets its
// error: stop the server first.
func (p *Press) Close() {
	p.mu.Lock()
	p.closed = true
	p.mu.Unlock()
	p.end()
	p.work.Wait()
}

// DropAll drops every page, and what is being rendered now is rendered again:
// for a change that no row tells of, such as a new theme.
func (p *Press) DropAll() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.epoch++
	for _, s := range p.sheets {
		p.remove(s)
		p.counts.dropped.Add(1)
	}
}
