package press

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"dateline/internal/news"

	"github.com/andybalholm/brotli"
)

var long = []byte(strings.Repeat("<p>All the news that fits.</p>\n", 500))

func longFill(context.Context) (Page, error) {
	return Page{
		Body: long, ContentType: "text/html; charset=utf-8", CacheControl: "public, max-age=60",
		LastModified: time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC),
		Header:       http.Header{"link": {"</feed>; rel=alternate"}},
	}, nil
}

func decode(t *testing.T, w *httptest.ResponseRecorder) []byte {
	t.Helper()
	var r io.Reader = w.Body
	var err error
	switch w.Header().Get("Content-Encoding") {
	case "br":
		r = brotli.NewReader(r)
	case "gzip":
		r, err = gzip.NewReader(r)
	}
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

func TestAnswerInEachCoding(t *testing.T) {
	h := newHouse(t)
	tags := map[string]bool{}
	for _, c := range []struct{ accept, coding string }{
		{"", ""}, {"gzip, deflate, br, zstd", "br"}, {"gzip", "gzip"}, {"br;q=0, gzip", "gzip"},
	} {
		w := h.get("k", longFill, "Accept-Encoding", c.accept)
		if got := w.Header().Get("Content-Encoding"); got != c.coding {
			t.Errorf("%q: coding %q, want %q", c.accept, got, c.coding)
		}
		if w.Header().Get("Content-Length") != strconv.Itoa(w.Body.Len()) {
			t.Errorf("%q: Content-Length %s of %d", c.accept, w.Header().Get("Content-Length"), w.Body.Len())
		}
		if !bytes.Equal(decode(t, w), long) {
			t.Errorf("%q: the body does not decode to the page", c.accept)
		}
		tags[w.Header().Get("Etag")] = true
	}
	if len(tags) != 3 {
		t.Errorf("entity tags %v, want one for each coding", slices.Collect(maps.Keys(tags)))
	}
}

func TestHeaders(t *testing.T) {
	h := newHouse(t)
	for range 2 { // rendered, kept
		w := h.get("k", longFill, "Accept-Encoding", "gzip")
		for name, want := range map[string]string{
			"Content-Type": "text/html; charset=utf-8", "Vary": "Accept-Encoding",
			"Cache-Control": "public, max-age=60", "Link": "</feed>; rel=alternate",
			"Last-Modified": "Mon, 23 Nov 2026 11:00:00 GMT",
		} {
			if got := w.Header().Get(name); got != want {
				t.Errorf("%s = %q, want %q", name, got, want)
			}
		}
	}
	small := func(context.Context) (Page, error) { return Page{Body: []byte("x"), ContentType: "text/plain"}, nil }
	w := h.get("small", small, "Accept-Encoding", "br")
	if got := w.Header(); got.Get("Vary") != "" || got.Get("Content-Encoding") != "" || got.Get("Cache-Control") != "no-cache" {
		t.Errorf("small page: %v", got)
	}
}

func TestVaryKeepsWhatMiddlewareSet(t *testing.T) {
	h := newHouse(t)
	h.get("k", longFill)
	w := httptest.NewRecorder()
	w.Header().Set("Vary", "Origin")
	if err := h.Serve(w, httptest.NewRequest("GET", "/", nil), "k", longFill); err != nil {
		t.Fatal(err)
	}
	if got := w.Header()["Vary"]; !slices.Equal(got, []string{"Origin", "Accept-Encoding"}) {
		t.Errorf("Vary = %q", got)
	}
	w.Header().Add("Vary", "Cookie")
	if !slices.Equal(varyEncoding, []string{"Accept-Encoding"}) {
		t.Error("the shared value was changed")
	}
}

func TestAppendingToAnAnswerChangesNoOther(t *testing.T) {
	h := newHouse(t)
	w := h.get("k", longFill)
	for name := range w.Header() {
		w.Header().Add(name, "intruder")
	}
	for name, values := range h.get("k", longFill).Header() {
		if slices.Contains(values, "intruder") {
			t.Errorf("%s = %q", name, values)
		}
	}
}

func TestNotModified(t *testing.T) {
	h := newHouse(t)
	first := h.get("k", longFill, "Accept-Encoding", "gzip").Header()
	etag, modified := first.Get("Etag"), first.Get("Last-Modified")
	plain := h.get("k", longFill).Header().Get("Etag")
	for _, c := range []struct {
		name    string
		headers []string
		status  int
	}{
		{"same tag", []string{"If-None-Match", etag}, 304},
		{"weakened by a proxy", []string{"If-None-Match", "W/" + etag}, 304},
		{"in a list", []string{"If-None-Match", `"a", ` + etag}, 304},
		{"on a second line", []string{"If-None-Match", `"a"`, "If-None-Match", etag}, 304},
		{"star", []string{"If-None-Match", "*"}, 304},
		{"another tag", []string{"If-None-Match", `"a"`}, 200},
		{"another coding's tag", []string{"If-None-Match", plain}, 200},
		{"same date", []string{"If-Modified-Since", modified}, 304},
		{"later date", []string{"If-Modified-Since", "Mon, 23 Nov 2026 11:30:00 GMT"}, 200},
		{"the tag decides over the date", []string{"If-None-Match", `"a"`, "If-Modified-Since", modified}, 200},
	} {
		w := h.get("k", longFill, append(c.headers, "Accept-Encoding", "gzip")...)
		if w.Code != c.status {
			t.Errorf("%s: status %d, want %d", c.name, w.Code, c.status)
		}
		if w.Header().Get("Etag") != etag || w.Header().Get("Vary") == "" || w.Header().Get("Cache-Control") == "" {
			t.Errorf("%s: header %v", c.name, w.Header())
		}
		if c.status == 304 && (w.Body.Len() > 0 || w.Header().Get("Content-Length") != "") {
			t.Errorf("%s: a 304 with a body", c.name)
		}
	}
	if h.Counts().NotModified != 6 {
		t.Errorf("%d answers counted as not modified, want 6", h.Counts().NotModified)
	}
}

func TestNoDateWithinItsSecond(t *testing.T) {
	h := newHouse(t)
	fill := func(context.Context) (Page, error) {
		return Page{Body: long, ContentType: "text/html", LastModified: h.now().Truncate(time.Second)}, nil
	}
	if got := h.get("k", fill).Header().Get("Last-Modified"); got != "" {
		t.Errorf("Last-Modified %q while another act could share it", got)
	}
	w := h.get("k", fill, "If-Modified-Since", "Mon, 23 Nov 2026 12:00:00 GMT")
	if w.Code != 200 {
		t.Errorf("status %d", w.Code)
	}
	h.pass(time.Second)
	if got := h.get("k", fill).Header().Get("Last-Modified"); got != "Mon, 23 Nov 2026 12:00:00 GMT" {
		t.Errorf("Last-Modified %q after its second", got)
	}
}

func TestHead(t *testing.T) {
	h := newHouse(t)
	get := h.get("k", longFill).Header()
	w := httptest.NewRecorder()
	if err := h.Serve(w, httptest.NewRequest("HEAD", "/", nil), "k", longFill); err != nil {
		t.Fatal(err)
	}
	if w.Body.Len() > 0 || w.Code != 200 {
		t.Errorf("status %d, %d bytes", w.Code, w.Body.Len())
	}
	if !maps.EqualFunc(get, w.Header(), slices.Equal) {
		t.Errorf("HEAD %v, GET %v", w.Header(), get)
	}
}

func TestRedirectAndGoneAreKept(t *testing.T) {
	h := newHouse(t)
	e := &edition{page: Page{Status: 301, Header: http.Header{"Location": {"/en/"}}}}
	for range 2 {
		w := h.get("moved", e.fill)
		if w.Code != 301 || w.Header().Get("Location") != "/en/" {
			t.Errorf("status %d to %q", w.Code, w.Header().Get("Location"))
		}
		if _, ok := w.Header()["Content-Type"]; ok && w.Header().Get("Content-Type") != "" {
			t.Errorf("a guessed Content-Type %q", w.Header().Get("Content-Type"))
		}
	}
	if e.filled() != 1 {
		t.Errorf("rendered %d times", e.filled())
	}
	gone := &edition{page: Page{Status: 410}}
	h.get("gone", gone.fill)
	if w := h.get("gone", gone.fill, "If-None-Match", "*"); w.Code != 410 || gone.filled() != 1 {
		t.Errorf("status %d, rendered %d times", w.Code, gone.filled())
	}
}

func TestFailuresAreNotKept(t *testing.T) {
	h := newHouse(t)
	e := &edition{page: Page{Status: 503}}
	h.get("k", e.fill)
	h.get("k", e.fill)
	if e.filled() != 2 {
		t.Errorf("a 503 rendered %d times for two requests, want 2", e.filled())
	}
	e = &edition{err: news.Errorf(news.NotFound, "", "no such story")}
	for range 2 {
		if _, err := h.try(context.Background(), "e", e.fill); news.KindOf(err) != news.NotFound {
			t.Errorf("error %v", err)
		}
	}
	if e.filled() != 2 || h.Counts().Failures != 2 {
		t.Errorf("filled %d times, %d failures", e.filled(), h.Counts().Failures)
	}
}

func TestAPageMayNotSetACookie(t *testing.T) {
	h := newHouse(t)
	e := &edition{page: Page{Header: http.Header{"set-cookie": {"a=b"}}}}
	if _, err := h.try(context.Background(), "k", e.fill); news.KindOf(err) != news.Internal || err == nil {
		t.Errorf("error %v", err)
	}
}

func TestUntil(t *testing.T) {
	h := newHouse(t)
	e := &edition{page: Page{Until: h.now().Add(time.Hour)}}
	h.get("k", e.fill)
	h.pass(time.Hour - 1)
	h.want(h.get("k", e.fill), "page 1")
	h.pass(1)
	// The fill goes on giving a moment that has come: made each time, never kept.
	h.want(h.get("k", e.fill), "page 2")
	h.want(h.get("k", e.fill), "page 3")
	if h.Counts().Pages != 0 {
		t.Error("a page is kept past its time")
	}
}

func TestUntilComesWhileThePageIsMade(t *testing.T) {
	h := newHouse(t)
	e := &edition{page: Page{Until: h.now().Add(time.Minute)}}
	e.then = func(n int) {
		if n == 1 {
			h.pass(time.Minute)
			e.mu.Lock()
			e.page.Until = time.Time{}
			e.mu.Unlock()
		}
	}
	h.want(h.get("k", e.fill), "page 2")
	if c := h.Counts(); c.Pages != 1 || c.Discarded != 1 {
		t.Errorf("counts %+v", c)
	}
}
