package press

import (
	"context"
	"errors"
	"time"

	"dateline/internal/news"
)

// run is one rendering of a page that several requests may wait for.
type run struct {
	born  int64         // position before the first read of the current try; under Press.mu
	epoch int           // Press.epoch at the same moment; under Press.mu
	began time.Time     // the time at the same moment; under Press.mu
	done  chan struct{} // closed when the run has ended
	sheet *sheet        // this and err are set before done is closed
	err   error
}

var errPanicked = errors.New("press: the rendering panicked")

// made makes the page under key, or waits for the run that is making it as new
// as this request needs it.
func (p *Press) made(ctx context.Context, key string, fill Fill) (*sheet, error) {
	if len(key) > MaxKey {
		key = "" // never kept: see keep
	}
	p.mu.Lock()
	if s := p.usable(key); s != nil {
		p.mu.Unlock()
		p.counts.hits.Add(1)
		return s, nil
	}
	if r := p.runs[key]; r != nil && p.current(r) {
		p.mu.Unlock()
		p.counts.joins.Add(1)
		return r.wait(ctx)
	}
	r := p.start(key)
	p.mu.Unlock()
	p.counts.misses.Add(1)
	return p.lead(ctx, key, r, fill)
}

// usable looks again under the lock, where another run may just have ended, and
// drops what may no longer be served.
func (p *Press) usable(key string) *sheet {
	s := p.sheets[key]
	if s == nil {
		return nil
	}
	now := p.opt.Now()
	if !s.expired(now) && !(s.stale() && p.idle(s, now)) {
		return s
	}
	p.remove(s)
	p.counts.dropped.Add(1)
	return nil
}

// start enters a run for key; p.mu is held. An older run under the same key
// goes on for those who wait for it.
func (p *Press) start(key string) *run {
	r := &run{born: p.applied.Load(), epoch: p.epoch, done: make(chan struct{}), err: errPanicked}
	if key != "" {
		p.runs[key] = r
	}
	return r
}

// current tells whether a run is as new as what is applied here; p.mu is held.
func (p *Press) current(r *run) bool { return r.born == p.applied.Load() && r.epoch == p.epoch }

// wait waits for another request's run; leaving early does not end it.
func (r *run) wait(ctx context.Context) (*sheet, error) {
	select {
	case <-r.done:
	case <-ctx.Done():
		return nil, notInTime(ctx.Err())
	}
	if errors.Is(r.err, errPanicked) {
		return nil, news.Errorf(news.Internal, "", "the page could not be made: %w", r.err)
	}
	return r.sheet, r.err
}

func notInTime(err error) error {
	return news.Errorf(news.Unavailable, "", "the page was not ready in time, please try again: %w", err)
}

// lead renders for the request that began the run and for all that join it. The
// run does not end with that request's context: others may be waiting. A panic
// of the fill reaches this request's handler, and the others get an error.
func (p *Press) lead(ctx context.Context, key string, r *run, fill Fill) (*sheet, error) {
	defer p.finish(key, r)
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), p.opt.FillTimeout)
	defer cancel()
	leave, err := p.enterLane(ctx)
	if err != nil {
		r.err = err
		return nil, err
	}
	defer leave()
	s, err := p.render(ctx, key, r, fill)
	r.sheet, r.err = s, err
	return s, err
}

// enterLane takes one of the places for rendering, waiting while all are taken.
func (p *Press) enterLane(ctx context.Context) (leave func(), err error) {
	select {
	case p.lane <- struct{}{}:
		return func() { <-p.lane }, nil
	case <-ctx.Done():
		return nil, news.Errorf(news.Unavailable, "", "too many pages are being made at once, please try again: %w", ctx.Err())
	}
}

// finish lets the waiting requests go, however the run ended.
func (p *Press) finish(key string, r *run) {
	if r.sheet == nil {
		p.counts.failures.Add(1)
	}
	p.mu.Lock()
	if p.runs[key] == r {
		delete(p.runs, key)
	}
	p.mu.Unlock()
	close(r.done)
}

// render fills and encodes until no row outdated the page meanwhile.
func (p *Press) render(ctx context.Context, key string, r *run, fill Fill) (*sheet, error) {
	for try := 1; ; try++ {
		if err := ctx.Err(); err != nil {
			return nil, notInTime(err)
		}
		born := p.begin(r)
		page, err := fill(ctx)
		if err != nil && ctx.Err() != nil {
			return nil, notInTime(err)
		}
		if err != nil {
			return nil, err
		}
		s, err := newSheet(key, born, page)
		if err != nil {
			return nil, err
		}
		if p.keep(r, s) || try == maxTries {
			return s, nil
		}
		p.counts.discarded.Add(1)
	}
}

// begin notes the position before the first read of a try.
func (p *Press) begin(r *run) int64 {
	now := p.opt.Now()
	p.mu.Lock()
	defer p.mu.Unlock()
	r.born, r.epoch, r.began = p.applied.Load(), p.epoch, now
	return r.born
}
