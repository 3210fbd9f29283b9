package press

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"dateline/internal/news"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// clock is a clock that a test moves.
type clock struct {
	guard sync.Mutex
	t     time.Time
}

func newClock() *clock { return &clock{t: time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)} }

func (c *clock) now() time.Time {
	c.guard.Lock()
	defer c.guard.Unlock()
	return c.t
}

func (c *clock) pass(d time.Duration) {
	c.guard.Lock()
	defer c.guard.Unlock()
	c.t = c.t.Add(d)
}

// house is a Press with a clock and a log to look into.
type house struct {
	*Press
	*clock
	t   testing.TB
	log *bytes.Buffer
}

func newHouse(t testing.TB, change ...func(*Options)) *house {
	h := &house{clock: newClock(), t: t, log: &bytes.Buffer{}}
	o := Options{Now: h.clock.now, Logger: slog.New(slog.NewTextHandler(h.log, nil))}
	for _, c := range change {
		c(&o)
	}
	h.Press = New(o)
	t.Cleanup(h.Close)
	return h
}

// get asks for a key and returns the recorded answer.
func (h *house) get(key string, fill Fill, headers ...string) *httptest.ResponseRecorder {
	h.t.Helper()
	w, err := h.try(context.Background(), key, fill, headers...)
	if err != nil {
		h.t.Fatalf("Serve(%q) = %v", key, err)
	}
	return w
}

func (h *house) try(ctx context.Context, key string, fill Fill, headers ...string) (*httptest.ResponseRecorder, error) {
	r := httptest.NewRequestWithContext(ctx, http.MethodGet, "/", nil)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Add(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	err := h.Serve(w, r, key, fill)
	return w, err
}

func (h *house) apply(rows ...news.LedgerRow) {
	h.t.Helper()
	if err := h.Apply(rows); err != nil {
		h.t.Fatal(err)
	}
}

// row is a ledger row after the applied ones.
func (h *house) row(tags ...string) news.LedgerRow {
	return news.LedgerRow{Seq: h.Position() + 1, Act: "test", Tags: tags}
}

func (h *house) urgent(tags ...string) news.LedgerRow {
	row := h.row(tags...)
	row.Urgent = true
	return row
}

// edition counts its renderings: the nth page says "page n".
type edition struct {
	mu    sync.Mutex
	n     int
	page  Page
	err   error
	block chan struct{} // when set, a fill waits for it
	then  func(n int)   // when set, runs at the end of the nth fill
}

func (e *edition) fill(ctx context.Context) (Page, error) {
	e.mu.Lock()
	e.n++
	n, page, err := e.n, e.page, e.err
	e.mu.Unlock()
	if e.block != nil {
		select {
		case <-e.block:
		case <-ctx.Done():
			return Page{}, ctx.Err()
		}
	}
	if e.then != nil {
		e.then(n)
	}
	page.Body = fmt.Appendf(nil, "page %d", n)
	return page, err
}

func (e *edition) filled() int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.n
}

func hard(names ...string) (tags []news.PageTag) {
	for _, n := range names {
		tags = append(tags, news.PageTag{Name: n})
	}
	return tags
}

func soft(names ...string) (tags []news.PageTag) {
	for _, n := range names {
		tags = append(tags, news.PageTag{Name: n, Soft: true})
	}
	return tags
}

// want fails unless the answer's body is the given one.
func (h *house) want(w *httptest.ResponseRecorder, body string) {
	h.t.Helper()
	if got := w.Body.String(); got != body {
		h.t.Errorf("body = %q, want %q", got, body)
	}
}
