package main

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"dateline/e2e/browser"
	"dateline/internal/needs"
	"dateline/internal/tools/crawl"
	"dateline/quality/node"
	"dateline/quality/nu"
)

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The Vienna Courier</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width"></head><body><main><h1>News</h1>%s</main></body></html>`

// inspectSite runs every check but Lighthouse over a site of one front page.
func inspectSite(t *testing.T, content string) (printed string, err error) {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, page, content)
	}))
	t.Cleanup(server.Close)
	var out strings.Builder
	err = run(t.Context(), &out, options{address: server.URL, out: t.TempDir()})
	for _, missing := range []error{browser.ErrMissing, node.ErrMissing, nu.ErrMissing} {
		if errors.Is(err, missing) {
			needs.Missing(t, err)
		}
	}
	return out.String(), err
}

func TestInspectFindsNothing(t *testing.T) {
	if printed, err := inspectSite(t, `<p>Rain over Vienna.</p>`); err != nil {
		t.Errorf("%v, printed:\n%s", err, printed)
	}
}

// TestInspectFindsFaults plants one of each kind in a page: every start of the
// checkers takes seconds.
func TestInspectFindsFaults(t *testing.T) {
	printed, err := inspectSite(t, `<a href="/absent">Rain</a> <p>Rain <section>over</section></p>
		<script>null.ink</script> <button type="button"></button> <p style="width: 3000px">Vienna</p>`)
	if err == nil {
		t.Error("nothing was found")
	}
	for _, want := range []string{
		"links that lead nowhere: 1\n", "/absent (on ",
		"errors in HTML: 1\n", "No “p” element in scope",
		"(1440 px, dark false): script: ", "(360 px, dark true): script: ",
		"button-name", "px wider than the screen",
	} {
		if !strings.Contains(printed, want) {
			t.Errorf("%q is not in what was printed:\n%s", want, printed)
		}
	}
}

func TestExemplars(t *testing.T) {
	var pages []crawl.Page
	for _, path := range []string{
		"/", "/en/", "/en/2026/11/rain-abc", "/en/2026/11/snow-abd", "/ar/", "/en/tag/rain/", "/-/record", "/newsroom/x",
		"/ar/2026/11/%D9%85%D8%B7%D8%B1-abe",
	} {
		pages = append(pages, crawl.Page{Address: "http://h" + path, Status: 200})
	}
	pages = append(pages, crawl.Page{Address: "http://h/fa/", Status: 410})
	want := []string{"http://h/en/", "http://h/en/2026/11/rain-abc", "http://h/ar/", "http://h/ar/2026/11/%D9%85%D8%B7%D8%B1-abe"}
	if got := exemplars(pages); !slices.Equal(got, want) {
		t.Errorf("exemplars %q, want %q", got, want)
	}
}
