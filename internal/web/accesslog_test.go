package web

import (
	"bytes"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"dateline/internal/news"
)

// TestQuietFaceLogsTrouble asks a face for pages and looks at the lines of
// its log.
func TestQuietFaceLogsTrouble(t *testing.T) {
	ok := func(w http.ResponseWriter, _ *http.Request) error { w.WriteHeader(http.StatusOK); return nil }
	gone := func(http.ResponseWriter, *http.Request) error { return news.Errorf(news.NotFound, "", "Nothing.") }
	for _, test := range []struct {
		name   string
		quiet  bool
		method string
		path   string
		logged bool
	}{
		{"a page of a face that is not quiet", false, "GET", "/page", true},
		{"a page", true, "GET", "/page", false},
		{"its head", true, "HEAD", "/page", false},
		{"a page that is not there", true, "GET", "/gone", true},
		{"what changes something", true, "POST", "/page", true},
	} {
		var lines bytes.Buffer
		h, err := Mount(House{Log: slog.New(slog.NewTextHandler(&lines, nil))}, Face{Name: "test", Quiet: test.quiet, Routes: []Route{
			{Method: "GET", Pattern: "/page", Who: Everybody, Handler: ok},
			{Method: "POST", Pattern: "/page", Who: Everybody, Handler: ok},
			{Method: "GET", Pattern: "/gone", Who: Everybody, Handler: gone},
		}})
		if err != nil {
			t.Fatal(err)
		}
		h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequestWithContext(t.Context(), test.method, test.path, http.NoBody))
		if got := strings.Contains(lines.String(), "msg=request"); got != test.logged {
			t.Errorf("%s: logged %v, want %v: %q", test.name, got, test.logged, lines.String())
		}
	}
}
