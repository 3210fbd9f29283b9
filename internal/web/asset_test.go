package web_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"dateline/internal/theme"
	"dateline/internal/web"
)

func TestAssets(t *testing.T) {
	css := theme.NewAsset("style.css", []byte(strings.Repeat("body{color:red}", 50)))
	route := web.Assets(nil, func(name string) (*theme.Asset, bool) { return css, name == css.Name })
	handler, _ := mount(t, web.House{}, route)
	for _, c := range []struct {
		accept, encoding string
	}{{"", ""}, {"gzip, br", "br"}, {"gzip", "gzip"}, {"br;q=0, gzip;q=0.5", "gzip"}, {"*", "br"}, {"identity, *;q=0", ""}} {
		r := httptest.NewRequest(http.MethodGet, css.URL, nil)
		r.Header.Set("Accept-Encoding", c.accept)
		w := send(handler, r)
		h := w.Header()
		if w.Code != 200 || h.Get("Content-Encoding") != c.encoding || !strings.Contains(h.Get("Cache-Control"), "immutable") || h.Get("Vary") != "Accept-Encoding" {
			t.Errorf("%q: %d %v", c.accept, w.Code, h)
		}
		r.Header.Set("If-None-Match", h.Get("Etag"))
		if w := send(handler, r); w.Code != http.StatusNotModified {
			t.Errorf("%q: with its ETag %d", c.accept, w.Code)
		}
	}
	old := httptest.NewRequest(http.MethodGet, theme.AssetPrefix+"0000/style.css", nil)
	if w := send(handler, old); w.Code != http.StatusFound || w.Header().Get("Location") != css.URL || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("a former address: %d %v", w.Code, w.Header())
	}
	if w := send(handler, httptest.NewRequest(http.MethodGet, theme.AssetPrefix+"x/other.css", nil)); w.Code != http.StatusNotFound {
		t.Errorf("a file that is not there: %d", w.Code)
	}
}
