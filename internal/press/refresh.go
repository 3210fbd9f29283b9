package press

import (
	"context"
	"fmt"
	"runtime/debug"
	"time"
)

// refresh makes a stale page anew behind the old bytes, unless that was done or
// tried within RefreshEvery or enough pages are being refreshed: then the next
// hit asks again.
func (p *Press) refresh(s *sheet, now time.Time, fill Fill) {
	at := s.refreshAt.Load()
	if now.UnixNano() < at || !p.refreshSlot() {
		return
	}
	if !s.refreshAt.CompareAndSwap(at, now.Add(p.opt.RefreshEvery).UnixNano()) || !p.goRefresh(s, fill) {
		p.refreshing.Add(-1)
	}
}

func (p *Press) refreshSlot() bool {
	if p.refreshing.Add(1) <= int64(p.opt.Refreshers) {
		return true
	}
	p.refreshing.Add(-1)
	return false
}

// goRefresh starts the goroutine that renders; it ends with its fill, at the
// latest after FillTimeout or with Close.
func (p *Press) goRefresh(s *sheet, fill Fill) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed || p.sheets[s.key] != s {
		return false
	}
	if r := p.runs[s.key]; r != nil && p.current(r) {
		return false
	}
	r := p.start(s.key)
	p.work.Go(func() {
		defer p.refreshing.Add(-1)
		p.renew(s.key, r, fill)
	})
	return true
}

func (p *Press) renew(key string, r *run, fill Fill) {
	defer p.finish(key, r)
	defer func() {
		if v := recover(); v != nil {
			p.opt.Logger.Error("a page could not be refreshed", "page", key, "panic", fmt.Sprint(v), "stack", string(debug.Stack()))
		}
	}()
	ctx, cancel := context.WithTimeout(p.life, p.opt.FillTimeout)
	defer cancel()
	p.counts.refreshes.Add(1)
	s, err := p.render(ctx, key, r, fill)
	if err != nil && p.life.Err() == nil {
		p.opt.Logger.Warn("a page could not be refreshed", "page", key, "error", err)
	}
	r.sheet, r.err = s, err
}
