package press

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func TestSoftPagesAreRefreshedAtMostOnceInTenSeconds(t *testing.T) {
	h := newHouse(t)
	e := &edition{page: Page{Tags: soft("box")}}
	h.get("k", e.fill)
	for second := 1; second <= 60; second++ {
		h.apply(h.row("box"))
		h.pass(time.Second)
		before := e.filled()
		w := h.get("k", e.fill)
		if w.Body.String() == "" {
			t.Fatal("no old bytes")
		}
		h.work.Wait()
		if made, want := e.filled() > before, second%10 == 0; made != want {
			t.Errorf("second %d: refreshed %t, want %t", second, made, want)
		}
	}
	if c := h.Counts(); c.Refreshes != 6 || c.Misses != 1 || c.Hits != 60 {
		t.Errorf("counts %+v", c)
	}
}

func TestOldBytesWhileRefreshing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		quick := &edition{page: Page{Tags: soft("box")}}
		h.get("k", quick.fill)
		h.apply(h.row("box"))
		h.pass(10 * time.Second)
		slow := &edition{page: Page{Tags: soft("box")}, block: make(chan struct{})}
		slow.n = 100
		for range 5 {
			h.want(h.get("k", slow.fill), "page 1")
		}
		synctest.Wait()
		if slow.filled() != 101 {
			t.Errorf("%d refreshes at once", slow.filled()-100)
		}
		close(slow.block)
		synctest.Wait()
		h.want(h.get("k", slow.fill), "page 101")
		if c := h.Counts(); c.Stale != 5 {
			t.Errorf("%d stale hits, want 5", c.Stale)
		}
	})
}

func TestRefreshesAreBoundedAndEndWithClose(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t, func(o *Options) { o.Refreshers = 2 })
		e := &edition{page: Page{Tags: soft("box")}}
		keys := []string{"a", "b", "c", "d"}
		for _, k := range keys {
			h.get(k, e.fill)
		}
		h.apply(h.row("box"))
		h.pass(10 * time.Second)
		slow := &edition{block: make(chan struct{})}
		for _, k := range keys {
			h.get(k, slow.fill)
		}
		synctest.Wait()
		if slow.filled() != 2 {
			t.Errorf("%d refreshes at once, want 2", slow.filled())
		}
		h.Close() // the bubble fails the test if one of them stays
		h.pass(10 * time.Second)
		h.get("a", slow.fill)
		synctest.Wait()
		if slow.filled() != 2 {
			t.Error("a refresh began after Close")
		}
		if strings.Contains(h.log.String(), "could not") {
			t.Errorf("stopping was logged as a failure: %s", h.log)
		}
	})
}

func TestAFailedRefreshKeepsTheOldBytes(t *testing.T) {
	h := newHouse(t)
	e := &edition{page: Page{Tags: soft("box")}}
	h.get("k", e.fill)
	h.apply(h.row("box"))
	for i, fill := range []Fill{
		func(context.Context) (Page, error) { return Page{}, errors.New("database is away") },
		func(context.Context) (Page, error) { panic("bad page") },
	} {
		h.pass(10 * time.Second)
		h.want(h.get("k", fill), "page 1")
		h.work.Wait()
		if h.Counts().Failures != int64(i+1) {
			t.Errorf("%d failures, want %d", h.Counts().Failures, i+1)
		}
		h.want(h.get("k", fill), "page 1") // no second try within ten seconds
	}
	h.pass(10 * time.Second)
	h.get("k", e.fill)
	h.work.Wait()
	h.want(h.get("k", e.fill), "page 2")
	for _, s := range []string{"database is away", "bad page"} {
		if !strings.Contains(h.log.String(), s) {
			t.Errorf("the log does not tell of %q", s)
		}
	}
}

func TestAStalePageNobodyReadIsMadeAnewFirst(t *testing.T) {
	h := newHouse(t)
	e := &edition{page: Page{Tags: soft("box")}}
	h.get("k", e.fill)
	h.pass(time.Hour)
	h.want(h.get("k", e.fill), "page 1") // not stale: age alone does not matter
	h.apply(h.row("box"))
	h.pass(61 * time.Second)
	h.want(h.get("k", e.fill), "page 2")
}

func TestAnEvictedPageIsNotRefreshed(t *testing.T) {
	h := newHouse(t)
	e := &edition{page: Page{Tags: soft("box")}}
	h.get("k", e.fill)
	h.mu.RLock()
	s := h.sheets["k"]
	h.mu.RUnlock()
	h.DropAll()
	h.pass(10 * time.Second)
	h.refresh(s, h.now(), e.fill)
	h.work.Wait()
	if e.filled() != 1 || h.refreshing.Load() != 0 {
		t.Errorf("filled %d times, %d places taken", e.filled(), h.refreshing.Load())
	}
}
