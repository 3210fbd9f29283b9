package crawl_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"dateline/internal/tools/crawl"
)

// site serves pages by path. A text that begins with "→" is a redirect, one
// that begins with "410" is gone, one that begins with "text:" is not HTML.
func site(t *testing.T, pages map[string]string) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		text, ok := pages[r.URL.Path]
		target, moved := strings.CutPrefix(text, "→")
		switch {
		case !ok:
			http.NotFound(w, r)
			return
		case moved:
			http.Redirect(w, r, target, http.StatusMovedPermanently)
			return
		case strings.HasPrefix(text, "text:"):
			w.Header().Set("Content-Type", "text/plain")
		default:
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
		}
		if strings.HasPrefix(text, "410") {
			w.WriteHeader(http.StatusGone)
		}
		fmt.Fprint(w, text)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// walk crawls a site from its root and returns the paths of its pages and its
// faults, without the host.
func walk(t *testing.T, pages map[string]string) (paths, faults []string) {
	t.Helper()
	base := site(t, pages)
	result, err := crawl.Site(t.Context(), base, "/")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range result.Pages {
		paths = append(paths, strings.TrimPrefix(p.Address, base))
	}
	for _, f := range result.Faults {
		faults = append(faults, strings.ReplaceAll(f.String(), base, ""))
	}
	slices.Sort(paths)
	return paths, faults
}

func TestSiteFollowsEveryKindOfLink(t *testing.T) {
	paths, faults := walk(t, map[string]string{
		"/": `<link rel=canonical href="/"><link rel=alternate hreflang=ar href="/ar/"><a href="en/">English</a>
			<a href="mailto:desk@example.org">Write</a><a href="https://example.org/">Elsewhere</a><link rel=preconnect href="/nowhere">`,
		"/ar/":     `<map><area href="../map/"></map>`,
		"/map/":    `<img src="/p.jpg" srcset="/p-1.jpg 1x, /p-2.jpg 2x"><video poster="/p.jpg"><source src="/film.mp4"></video>`,
		"/en/":     `<base href="/deep/"><a href="er">Deeper</a>`,
		"/deep/er": `<meta property="og:image" content="/p.jpg"><script src="/s.js"></script>`,
		"/p.jpg":   "text:", "/p-1.jpg": "text:", "/p-2.jpg": "text:", "/film.mp4": "text:",
		"/s.js":         `text: <a href="/not-a-link">`,
		"/never-linked": "",
	})
	if want := []string{"/", "/ar/", "/deep/er", "/en/", "/map/"}; !slices.Equal(paths, want) {
		t.Errorf("pages %q, want %q", paths, want)
	}
	if len(faults) != 0 {
		t.Errorf("faults %q, want none", faults)
	}
}

func TestSiteReportsFaults(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{"a broken link", `<a href="/absent">x</a>`, "/absent (on /): 404 Not Found"},
		{"a broken picture", `<img src="/absent.jpg">`, "/absent.jpg (on /): 404 Not Found"},
		{"a broken candidate", `<img src="/other" srcset="/absent-2.jpg 2x">`, "/absent-2.jpg (on /): 404 Not Found"},
		{"a broken style", `<link rel=stylesheet href="/absent.css">`, "/absent.css (on /): 404 Not Found"},
		{"a place that is not there", `<a href="#note">x</a>`, "/#note (on /): no such place on the page"},
		{"a place on another page", `<a href="/other#note">x</a>`, "/other#note (on /): no such place on the page"},
		{"no address at all", `<a href="http://[bad">x</a>`, "http://[bad (on /): not an address"},
		{"redirects in a circle", `<a href="/round">x</a>`, "more than 5 redirects"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, faults := walk(t, map[string]string{"/": tt.page, "/other": `<p id=there>`, "/round": "→/round"})
			if len(faults) != 1 || !strings.Contains(faults[0], tt.want) {
				t.Errorf("faults %q, want %q alone", faults, tt.want)
			}
		})
	}
}

func TestSiteAllows(t *testing.T) {
	paths, faults := walk(t, map[string]string{
		"/":     `<a href="/old#there">moved</a><a href="/gone">gone</a><a href="#top">up</a><a href="/new">new</a>`,
		"/old":  "→/new",
		"/new":  `<p id=there>`,
		"/gone": "410 <p>Retracted, and why.",
	})
	if want := []string{"/", "/gone", "/new"}; !slices.Equal(paths, want) {
		t.Errorf("pages %q, want %q", paths, want)
	}
	if len(faults) != 0 {
		t.Errorf("faults %q, want none", faults)
	}
}

func TestSiteReportsWhereItBegins(t *testing.T) {
	if paths, faults := walk(t, nil); len(paths) != 0 || len(faults) != 1 {
		t.Errorf("pages %q, faults %q; want one fault: nothing is there", paths, faults)
	}
}
