package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

const report = `Running 5s test @ http://127.0.0.1:8080/
  1 threads and 64 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     1.02ms  500.00us  12.00ms   90.00%
  Latency Distribution
     50%    0.90ms
     99%    2.10ms
  200000 requests in 5.00s, 2.50GB read
TROUBLERequests/sec:  40123.45
Transfer/sec:    512.00MB
`

// reportWith returns a report of wrk with a line of trouble, or none.
func reportWith(trouble string) string { return strings.Replace(report, "TROUBLE", trouble, 1) }

func TestRead(t *testing.T) {
	got, err := read(reportWith(""))
	if want := (result{40123.45, 200000, "2.10ms"}); err != nil || got != want {
		t.Errorf("%v, %v; want %v", got, err, want)
	}
}

func TestReadRefusesTrouble(t *testing.T) {
	for _, out := range []string{
		"", reportWith("  Non-2xx or 3xx responses: 7\n"),
		reportWith("  Socket errors: connect 0, read 3, write 0, timeout 0\n"),
	} {
		if got, err := read(out); err == nil {
			t.Errorf("read as %v:\n%s", got, out)
		}
	}
}

// serveStory serves a front page that links to a story, and the story, whose
// compressed form unpacks to what is given.
func serveStory(t *testing.T, front, plain, unpacks string) string {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, front) })
	mux.HandleFunc("/en/2026/11/rain-abc", func(w http.ResponseWriter, r *http.Request) {
		if !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			fmt.Fprint(w, plain)
			return
		}
		w.Header().Set("Content-Encoding", "gzip")
		var packed bytes.Buffer
		z := gzip.NewWriter(&packed)
		fmt.Fprint(z, unpacks)
		z.Close()
		w.Write(packed.Bytes())
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

const link = `<a href="/en/">English</a> <a href="/en/2026/11/rain-abc">Rain</a>`

func TestCachedStory(t *testing.T) {
	base := serveStory(t, link, "Rain over Vienna.", "Rain over Vienna.")
	s, err := cachedStory(t.Context(), base, "")
	if err != nil {
		t.Fatal(err)
	}
	if s.address != base+"/en/2026/11/rain-abc" || string(s.plain) != "Rain over Vienna." {
		t.Errorf("story %s: %q", s.address, s.plain)
	}
	if _, err := cachedStory(t.Context(), base, "/absent"); err == nil {
		t.Error("a page that is not there was taken for a story")
	}
}

func TestCachedStoryRefuses(t *testing.T) {
	if _, err := cachedStory(t.Context(), serveStory(t, "nothing", "", ""), ""); err == nil {
		t.Error("a front page without a story was accepted")
	}
	if _, err := cachedStory(t.Context(), serveStory(t, link, "Rain.", "Snow."), ""); err == nil {
		t.Error("two different pages would have been compared")
	}
}

func TestMiddle(t *testing.T) {
	if got := middle([]float64{3, 1, 2}); got != 2 {
		t.Errorf("median %v, want 2", got)
	}
	if got := middle([]float64{4, 1, 2, 3}); got != 2 {
		t.Errorf("median of four %v, want 2", got)
	}
}
