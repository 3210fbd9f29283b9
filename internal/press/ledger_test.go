package press

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"dateline/internal/news"
)

// rowAfter is a row n places after the applied ones.
func (h *house) rowAfter(n int64, tags ...string) news.LedgerRow {
	return news.LedgerRow{Seq: h.Position() + n, Act: "test", Tags: tags}
}

func TestApplyInOrder(t *testing.T) {
	h := newHouse(t, func(o *Options) { o.Position = 10 })
	for _, c := range []struct {
		name string
		seqs []int64
		at   int64
		kind news.Kind
	}{
		{"next", []int64{11}, 11, -1},
		{"nothing", nil, 11, -1},
		{"some again", []int64{10, 11, 12, 13}, 13, -1},
		{"all again", []int64{12, 13}, 13, -1},
		{"gap", []int64{15}, 13, news.Conflict},
		{"gap inside", []int64{14, 16}, 14, news.Conflict},
	} {
		var rows []news.LedgerRow
		for _, seq := range c.seqs {
			rows = append(rows, news.LedgerRow{Seq: seq})
		}
		err := h.Apply(rows)
		if (err == nil) != (c.kind == -1) || err != nil && news.KindOf(err) != c.kind {
			t.Errorf("%s: error %v", c.name, err)
		}
		if h.Position() != c.at {
			t.Errorf("%s: position %d, want %d", c.name, h.Position(), c.at)
		}
	}
}

func TestWhatARowDrops(t *testing.T) {
	for _, c := range []struct {
		name string
		tags []news.PageTag
		row  news.LedgerRow
		made int // renderings after the row and one more request
	}{
		{"its own tag", hard("story:1"), news.LedgerRow{Tags: []string{"story:1"}}, 2},
		{"one of several", hard("a", "story:1", "b"), news.LedgerRow{Tags: []string{"x", "story:1"}}, 2},
		{"another tag", hard("story:2"), news.LedgerRow{Tags: []string{"story:1"}}, 1},
		{"no tags", nil, news.LedgerRow{Tags: []string{"story:1"}}, 1},
		{"a soft tag", soft("story:1"), news.LedgerRow{Tags: []string{"story:1"}}, 1},
		{"a soft tag, urgently", soft("story:1"), news.LedgerRow{Tags: []string{"story:1"}, Urgent: true}, 2},
		{"soft and hard", append(soft("story:1"), hard("story:1")...), news.LedgerRow{Tags: []string{"story:1"}}, 2},
		{"hard and soft", append(hard("story:1"), soft("story:1")...), news.LedgerRow{Tags: []string{"story:1"}}, 2},
	} {
		h := newHouse(t)
		e := &edition{page: Page{Tags: c.tags}}
		h.get("k", e.fill)
		c.row.Seq = 1
		h.apply(c.row)
		h.get("k", e.fill)
		if e.filled() != c.made {
			t.Errorf("%s: made %d times, want %d", c.name, e.filled(), c.made)
		}
	}
}

func TestAPageKeptAfterARowIsNotStaleForIt(t *testing.T) {
	h := newHouse(t)
	other := &edition{page: Page{Tags: soft("box")}}
	h.get("other", other.fill) // so that the tag is known when the row comes
	h.apply(h.row("box"))
	e := &edition{page: Page{Tags: soft("box")}}
	h.get("k", e.fill)
	h.pass(time.Minute)
	h.get("k", e.fill)
	if c := h.Counts(); c.Stale != 0 {
		t.Errorf("%d stale hits", c.Stale)
	}
}

func TestDroppedPagesLeaveNoTags(t *testing.T) {
	h := newHouse(t)
	for _, key := range []string{"a", "b", "c"} {
		e := &edition{page: Page{Tags: append(hard("story:"+key), soft("box")...)}}
		h.get(key, e.fill)
	}
	h.apply(h.row("story:a"), h.rowAfter(2, "story:b"))
	if len(h.tags) != 2 { // story:c and box
		t.Errorf("%d tags left", len(h.tags))
	}
	h.apply(h.urgent("box"))
	if len(h.tags) != 0 || h.Counts().Kept != 0 || h.Counts().Pages != 0 {
		t.Errorf("%d tags and %+v left", len(h.tags), h.Counts())
	}
}

func TestWaitFor(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		if err := h.WaitFor(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
		done := make(chan error, 1)
		go func() { done <- h.WaitFor(t.Context(), 2) }()
		h.apply(h.row())
		synctest.Wait()
		select {
		case <-done:
			t.Fatal("returned before its row")
		default:
		}
		h.apply(h.row())
		if err := <-done; err != nil {
			t.Error(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if err := h.WaitFor(ctx, 3); news.KindOf(err) != news.Unavailable {
			t.Errorf("error %v", err)
		}
	})
}
