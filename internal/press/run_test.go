package press

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"dateline/internal/news"
)

// ask sends a request in the background and gives its body, or its error.
func (h *house) ask(ctx context.Context, key string, fill Fill) <-chan string {
	out := make(chan string, 1)
	go func() {
		w, err := h.try(ctx, key, fill)
		if err != nil {
			out <- news.KindOf(err).String()
			return
		}
		out <- w.Body.String()
	}()
	return out
}

func TestRequestsJoinARun(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		e := &edition{block: make(chan struct{})}
		var answers []<-chan string
		for range 20 {
			answers = append(answers, h.ask(t.Context(), "k", e.fill))
		}
		synctest.Wait()
		close(e.block)
		for _, a := range answers {
			if got := <-a; got != "page 1" {
				t.Errorf("got %q", got)
			}
		}
		if c := h.Counts(); c.Misses != 1 || c.Joins != 19 || e.filled() != 1 {
			t.Errorf("counts %+v, filled %d times", c, e.filled())
		}
	})
}

func TestNoRequestJoinsAnOlderRun(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		old := &edition{page: Page{Tags: hard("story:1")}, block: make(chan struct{})}
		first := h.ask(t.Context(), "k", old.fill)
		synctest.Wait()
		h.apply(h.row("story:2")) // another story: the older run stays good for its own readers
		newer := &edition{block: make(chan struct{})}
		second := h.ask(t.Context(), "k", newer.fill)
		synctest.Wait()
		if newer.filled() != 1 {
			t.Fatal("the second request joined the run from before the row")
		}
		newer.page.Body = nil
		close(newer.block)
		<-second
		close(old.block)
		if got := <-first; got != "page 1" || old.filled() != 1 {
			t.Errorf("the first reader got %q after %d renderings", got, old.filled())
		}
		h.mu.RLock()
		defer h.mu.RUnlock()
		if h.sheets["k"].born != 1 {
			t.Error("the older page replaced the newer one")
		}
	})
}

func TestARunNamedByARowIsMadeAgain(t *testing.T) {
	h := newHouse(t)
	e := &edition{page: Page{Tags: hard("story:1")}}
	e.then = func(n int) {
		if n == 1 {
			h.apply(h.row("other"), h.rowAfter(2, "story:1"))
		}
	}
	h.want(h.get("k", e.fill), "page 2")
	h.want(h.get("k", e.fill), "page 2")
	if c := h.Counts(); c.Discarded != 1 || c.Misses != 1 || c.Hits != 1 {
		t.Errorf("counts %+v", c)
	}
}

func TestARunThatIsNamedAgainAndAgainIsSentButNotKept(t *testing.T) {
	h := newHouse(t)
	e := &edition{page: Page{Tags: hard("story:1")}}
	e.then = func(int) { h.apply(h.row("story:1")) }
	h.want(h.get("k", e.fill), "page 3")
	if c := h.Counts(); c.Pages != 0 || e.filled() != maxTries {
		t.Errorf("kept %d pages after %d renderings", c.Pages, e.filled())
	}
}

func TestASoftTagNamedDuringARunMakesThePageStale(t *testing.T) {
	h := newHouse(t)
	e := &edition{page: Page{Tags: soft("box")}}
	e.then = func(n int) {
		if n == 1 {
			h.apply(h.row("box"))
		}
	}
	h.want(h.get("k", e.fill), "page 1")
	h.pass(11 * time.Second)
	h.want(h.get("k", e.fill), "page 1")
	h.work.Wait()
	h.want(h.get("k", e.fill), "page 2")
}

func TestAnUrgentRowDuringARunDiscardsSoftPages(t *testing.T) {
	h := newHouse(t)
	e := &edition{page: Page{Tags: soft("box")}}
	e.then = func(n int) {
		if n == 1 {
			h.apply(h.urgent("box"))
		}
	}
	h.want(h.get("k", e.fill), "page 2")
}

func TestDropAllDuringARunDiscardsIt(t *testing.T) {
	h := newHouse(t)
	e := &edition{}
	e.then = func(n int) {
		if n == 1 {
			h.DropAll()
		}
	}
	h.want(h.get("k", e.fill), "page 2")
	h.DropAll()
	h.want(h.get("k", e.fill), "page 3")
}

func TestARunOlderThanTheRingIsDiscarded(t *testing.T) {
	h := newHouse(t)
	e := &edition{page: Page{Tags: hard("story:1")}}
	e.then = func(n int) {
		for range maxRingRows + 1 {
			if n == 1 {
				h.apply(h.row("story:2"))
			}
		}
	}
	h.want(h.get("k", e.fill), "page 2")
	e = &edition{page: Page{Tags: hard("story:1")}}
	e.then = func(n int) {
		if n == 1 {
			h.apply(h.row(make([]string, maxRingNames+1)...))
		}
	}
	h.want(h.get("huge row", e.fill), "page 2")
}

func TestAPanicReachesItsHandlerAndFreesTheOthers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		block := make(chan struct{})
		bad := func(context.Context) (Page, error) { <-block; panic("bad page") }
		caught := make(chan any, 1)
		go func() {
			defer func() { caught <- recover() }()
			_, _ = h.try(t.Context(), "k", bad)
		}()
		synctest.Wait()
		other := h.ask(t.Context(), "k", bad)
		synctest.Wait()
		close(block)
		if v := <-caught; v != "bad page" {
			t.Errorf("the handler recovered %v", v)
		}
		if got := <-other; got != "internal" {
			t.Errorf("the other reader got %q", got)
		}
		h.want(h.get("k", (&edition{}).fill), "page 1")
		if len(h.runs) != 0 || len(h.lane) != 0 {
			t.Errorf("%d runs and %d places are still taken", len(h.runs), len(h.lane))
		}
	})
}

func TestLeavingEarlyEndsNoRun(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		e := &edition{block: make(chan struct{})}
		leaderCtx, leaderLeaves := context.WithCancel(t.Context())
		waiterCtx, waiterLeaves := context.WithCancel(t.Context())
		leader := h.ask(leaderCtx, "k", e.fill)
		synctest.Wait()
		waiter, stays := h.ask(waiterCtx, "k", e.fill), h.ask(t.Context(), "k", e.fill)
		synctest.Wait()
		leaderLeaves()
		waiterLeaves()
		if got := <-waiter; got != "unavailable" {
			t.Errorf("who left got %q", got)
		}
		close(e.block)
		if got := <-stays; got != "page 1" || e.filled() != 1 {
			t.Errorf("who stayed got %q after %d fills", got, e.filled())
		}
		<-leader
	})
}

func TestAFillEndsAfterItsTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		e := &edition{block: make(chan struct{})}
		start := time.Now()
		_, err := h.try(t.Context(), "k", e.fill)
		if news.KindOf(err) != news.Unavailable || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("error %v", err)
		}
		if d := time.Since(start); d != h.opt.FillTimeout {
			t.Errorf("ended after %s", d)
		}
	})
}

func TestRendersAreBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t, func(o *Options) { o.Renders = 2 })
		e := &edition{block: make(chan struct{})}
		var answers []<-chan string
		for i := range 5 {
			answers = append(answers, h.ask(t.Context(), string(rune('a'+i)), e.fill))
		}
		synctest.Wait()
		if e.filled() != 2 {
			t.Errorf("%d pages are made at once, want 2", e.filled())
		}
		e.block <- struct{}{}
		synctest.Wait()
		if e.filled() != 3 {
			t.Errorf("%d pages were begun after one ended, want 3", e.filled())
		}
		close(e.block)
		for _, a := range answers {
			if got := <-a; !strings.HasPrefix(got, "page") {
				t.Errorf("got %q", got)
			}
		}
	})
}

func TestNoPlaceToRenderInTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t, func(o *Options) { o.Renders = 1 })
		h.lane <- struct{}{}
		e := &edition{}
		if _, err := h.try(t.Context(), "k", e.fill); news.KindOf(err) != news.Unavailable || e.filled() != 0 {
			t.Errorf("error %v after %d fills", err, e.filled())
		}
		<-h.lane
		h.want(h.get("k", e.fill), "page 1")
	})
}

func TestLongKeysAndManyTagsAreNotKept(t *testing.T) {
	h := newHouse(t)
	longest, tooLong := strings.Repeat("k", MaxKey), strings.Repeat("k", MaxKey+1)
	manyTags := make([]news.PageTag, MaxTags+1)
	for i := range manyTags {
		manyTags[i].Name = string(rune('a' + i))
	}
	for _, c := range []struct {
		key  string
		tags []news.PageTag
		want int
	}{
		{longest, nil, 1}, {tooLong, nil, 2}, {"", nil, 2},
		{"most tags", manyTags[1:], 1}, {"too many tags", manyTags, 2},
	} {
		e := &edition{page: Page{Tags: c.tags}}
		h.get(c.key, e.fill)
		h.get(c.key, e.fill)
		if e.filled() != c.want {
			t.Errorf("key of %d bytes, %d tags: made %d times, want %d", len(c.key), len(c.tags), e.filled(), c.want)
		}
	}
}

func TestConcurrentRequestsForManyKeys(t *testing.T) {
	h := newHouse(t)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for i := range 200 {
				e := &edition{page: Page{Tags: hard("story:1")}}
				h.get(string(rune('a'+i%20)), e.fill)
			}
		})
	}
	wg.Wait()
	if h.Counts().Pages != 20 || len(h.runs) != 0 {
		t.Errorf("%d pages, %d runs", h.Counts().Pages, len(h.runs))
	}
}
