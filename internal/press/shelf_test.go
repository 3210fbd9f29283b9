package press

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"dateline/internal/news"
)

// check compares everything that knows of a sheet: the map, the shelves and the
// tags must agree, and no bound may be exceeded.
func (h *house) check() {
	h.t.Helper()
	h.mu.Lock()
	defer h.mu.Unlock()
	seen := 0
	for _, f := range []*shelf{&h.pages, &h.others} {
		var bytes int64
		count, handFound := 0, f.hand == nil
		for s := f.oldest; s != nil; s = s.newer {
			count++
			bytes += s.cost
			handFound = handFound || s == f.hand
			if h.sheets[s.key] != s || s.shelf != f || s.newer == nil && f.newest != s {
				h.t.Fatalf("the sheet %q stands on a shelf but is not kept", s.key)
			}
			for _, pt := range s.tags {
				t := h.tags[pt.Name]
				_, isHard := t.hard[s]
				_, isSoft := t.soft[s]
				if isHard == pt.Soft || isSoft != pt.Soft {
					h.t.Fatalf("tag %q does not know its sheet", pt.Name)
				}
			}
		}
		if count != f.count || bytes != f.bytes || bytes > f.maxBytes || count > f.maxCount || !handFound {
			h.t.Fatalf("shelf says %d sheets of %d bytes, has %d of %d (hand found: %t)", f.count, f.bytes, count, bytes, handFound)
		}
		seen += count
	}
	if seen != len(h.sheets) {
		h.t.Fatalf("%d sheets on shelves, %d kept", seen, len(h.sheets))
	}
	for name, t := range h.tags {
		for _, held := range []map[*sheet]struct{}{t.hard, t.soft} {
			for s := range held {
				if h.sheets[s.key] != s {
					h.t.Fatalf("tag %q holds a sheet that is gone", name)
				}
			}
		}
		if len(t.hard)+len(t.soft) == 0 {
			h.t.Fatalf("tag %q is carried by nothing", name)
		}
	}
}

// TestEverythingAgreesAfterAnything does random things and compares after each.
func TestEverythingAgreesAfterAnything(t *testing.T) {
	for seed := range uint64(20) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		h := newHouse(t, func(o *Options) { o.MaxBytes = 40_000; o.MaxNotFound = 3 })
		name := func() string { return fmt.Sprint("tag", rnd.IntN(12)) }
		for range 500 {
			switch rnd.IntN(12) {
			case 0:
				h.apply(h.row(name(), name()))
			case 1:
				h.apply(h.urgent(name()))
			case 2:
				h.pass(time.Duration(rnd.IntN(30)) * time.Second)
			case 3:
				if rnd.IntN(20) == 0 {
					h.DropAll()
				}
			default:
				page := Page{Tags: append(hard(name()), soft(name(), name())...), Status: []int{200, 200, 200, 404}[rnd.IntN(4)]}
				page.Body = make([]byte, rnd.IntN(900))
				if rnd.IntN(5) == 0 {
					page.Until = h.now().Add(time.Duration(rnd.IntN(20)-2) * time.Second)
				}
				h.get(fmt.Sprint(rnd.IntN(40)), func(context.Context) (Page, error) { return page, nil })
				h.work.Wait()
			}
			h.check()
		}
		if c := h.Counts(); c.Evicted == 0 || c.Dropped == 0 || c.Refreshes == 0 {
			t.Errorf("seed %d tried too little: %+v", seed, c)
		}
	}
}

func TestNotFoundIsBounded(t *testing.T) {
	h := newHouse(t, func(o *Options) { o.MaxNotFound = 10 })
	h.get("/en/", (&edition{}).fill)
	for i := range 1000 {
		e := &edition{page: Page{Status: 404}}
		h.get(fmt.Sprint("/en/no-such-", i), e.fill)
	}
	h.check()
	if c := h.Counts(); c.Pages != 11 {
		t.Errorf("%d pages kept, want the front page and 10 others", c.Pages)
	}
	e := &edition{}
	h.get("/en/", e.fill)
	if e.filled() != 0 {
		t.Error("the front page made room for pages that are not there")
	}
}

func TestBytesAreBounded(t *testing.T) {
	const limit = 1 << 20
	h := newHouse(t, func(o *Options) { o.MaxBytes = limit })
	for i := range 500 {
		h.get(fmt.Sprint(i), func(context.Context) (Page, error) {
			return Page{Body: make([]byte, 10_000), ContentType: "image/webp", Tags: hard(fmt.Sprint("story:", i))}, nil
		})
	}
	h.check()
	c := h.Counts()
	if c.Kept > limit || c.Kept < limit/2 || c.Evicted == 0 {
		t.Errorf("counts %+v", c)
	}
	if len(h.tags) != int(c.Pages) {
		t.Errorf("%d tags for %d pages", len(h.tags), c.Pages)
	}
	huge := func(context.Context) (Page, error) { return Page{Body: make([]byte, limit)}, nil }
	h.get("huge", huge)
	if after := h.Counts(); after.Evicted != c.Evicted || after.Pages != c.Pages {
		t.Error("a page larger than the shelf pushed out others")
	}
}

func TestACrawlerDoesNotPushOutWhatPeopleRead(t *testing.T) {
	h := newHouse(t, func(o *Options) { o.MaxBytes = 200 * 2048 })
	fill := func(context.Context) (Page, error) {
		return Page{Body: make([]byte, 1000), Tags: []news.PageTag{}}, nil
	}
	read := func() (hits int64) {
		before := h.Counts().Hits
		for i := range 50 {
			h.get(fmt.Sprint("read-", i), fill)
		}
		return h.Counts().Hits - before
	}
	read()
	read()
	for i := range 5000 {
		h.get(fmt.Sprint("crawled-", i), fill)
		if i%100 == 0 {
			read()
		}
	}
	h.check()
	if hits := read(); hits != 50 {
		t.Errorf("%d of 50 popular pages are still kept", hits)
	}
}

// TestHitRate holds SIEVE against the plainest bound, oldest out first, on
// requests whose popularity follows Zipf's law with visits of a crawler between.
func TestHitRate(t *testing.T) {
	const room, requests = 300, 20_000
	h := newHouse(t, func(o *Options) { o.MaxBytes = room * (sheetCost + 1100) * 8 / 7 })
	fill := func(context.Context) (Page, error) { return Page{Body: make([]byte, 1000)}, nil }
	rnd := rand.New(rand.NewPCG(7, 7))
	zipf := rand.NewZipf(rnd, 1.1, 4, 5000)
	queue, queued, plain := []string{}, map[string]bool{}, 0
	for i := range requests {
		key := fmt.Sprint(zipf.Uint64())
		if i%4 == 0 {
			key = fmt.Sprint("crawled-", i)
		}
		h.get(key, fill)
		if queued[key] {
			plain++
			continue
		}
		queue, queued[key] = append(queue, key), true
		if len(queue) > room {
			delete(queued, queue[0])
			queue = queue[1:]
		}
	}
	hits := h.Counts().Hits
	t.Logf("hits: SIEVE %.1f %%, oldest out first %.1f %%", 100*float64(hits)/requests, 100*float64(plain)/requests)
	if float64(hits) < 1.1*float64(plain) {
		t.Errorf("%d hits, oldest out first has %d", hits, plain)
	}
}
