package press

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"dateline/internal/news"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// samplePage is a list page of about the given size in words of uneven
// frequency, so that it shrinks as much as a real one.
func samplePage(size int) []byte {
	rnd := rand.New(rand.NewPCG(1, 2))
	words := make([]string, 3000)
	for i := range words {
		b := make([]byte, 2+rnd.IntN(9))
		for j := range b {
			b[j] = "aeiourstlnmpcdgbfhvk"[rnd.IntN(20)]
		}
		words[i] = string(b)
	}
	zipf := rand.NewZipf(rnd, 1.2, 8, 2999)
	text := func(n int) string {
		var out []string
		for range n {
			out = append(out, words[zipf.Uint64()])
		}
		return strings.Join(out, " ")
	}
	var page bytes.Buffer
	for page.Len() < size {
		fmt.Fprintf(&page, "<article class=\"card card--list\"><a class=\"card__link\" href=\"/en/2026/11/%s-%x\">"+
			"<img src=\"/media/%x/640.webp\" width=\"640\" height=\"427\" alt=\"%s\" loading=\"lazy\"><h2>%s</h2></a><p>%s</p></article>\n",
			strings.ReplaceAll(text(4), " ", "-"), rnd.Uint32(), rnd.Uint64(), text(6), text(8), text(28))
	}
	return page.Bytes()
}

// blank is a ResponseWriter that keeps its header map, as a server would not.
type blank struct{ h http.Header }

func (b blank) Header() http.Header         { return b.h }
func (b blank) WriteHeader(int)             {}
func (b blank) Write(p []byte) (int, error) { return len(p), nil }

func sampleFill(body []byte) Fill {
	tags := append(hard("story:1", "story:2"), soft("list:latest", "list:most-viewed", "menu")...)
	return func(context.Context) (Page, error) {
		return Page{
			Body: body, ContentType: "text/html; charset=utf-8", Tags: tags,
			CacheControl: "public, max-age=30", LastModified: time.Unix(1700000000, 0),
		}, nil
	}
}

func hit(tb testing.TB) func() {
	h := newHouse(tb)
	fill := sampleFill(samplePage(49_000))
	w := blank{http.Header{}}
	r, _ := http.NewRequest(http.MethodGet, "/en/", nil)
	r.Header.Set("Accept-Encoding", "gzip, deflate, br, zstd")
	return func() {
		clear(w.h)
		if err := h.Serve(w, r, "/en/", fill); err != nil {
			tb.Fatal(err)
		}
	}
}

func TestAHitAllocatesNothing(t *testing.T) {
	serve := hit(t)
	serve()
	if n := testing.AllocsPerRun(1000, serve); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkHit(b *testing.B) {
	serve := hit(b)
	b.ReportAllocs()
	for b.Loop() {
		serve()
	}
}

func BenchmarkMiss(b *testing.B) {
	h := newHouse(b)
	fill := sampleFill(samplePage(49_000))
	w := blank{http.Header{}}
	r, _ := http.NewRequest(http.MethodGet, "/en/", nil)
	b.ReportAllocs()
	for b.Loop() {
		h.apply(h.row("story:1"))
		if err := h.Serve(w, r, "/en/", fill); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkApply is a row that names the soft tag of 20,000 pages and the hard
// tag of none.
func BenchmarkApply(b *testing.B) {
	h := newHouse(b)
	for i := range 20_000 {
		e := &edition{page: Page{Tags: append(hard(fmt.Sprint("story:", i)), soft("list:latest")...)}}
		h.get(fmt.Sprint(i), e.fill)
	}
	for b.Loop() {
		_ = h.Apply([]news.LedgerRow{h.row("list:latest", "story:new")})
	}
}

func BenchmarkEncode(b *testing.B) {
	page := samplePage(49_000)
	var out bytes.Buffer
	bench := func(name string, w encoder) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				out.Reset()
				w.Reset(&out)
				_, _ = w.Write(page)
				_ = w.Close()
			}
			b.ReportMetric(float64(out.Len()), "B/page")
		})
	}
	for level := 3; level <= 7; level++ {
		bench(fmt.Sprint("brotli-", level), brotli.NewWriterLevel(nil, level))
	}
	for level := 2; level <= 7; level++ {
		bench(fmt.Sprint("brotli-v2-", level), brotli.NewWriterV2(nil, level))
	}
	for _, level := range []int{1, 5, 6, 7, 9} {
		w, _ := gzip.NewWriterLevel(nil, level)
		bench(fmt.Sprint("gzip-", level), w)
	}
	for _, level := range []zstd.EncoderLevel{zstd.SpeedDefault, zstd.SpeedBetterCompression} {
		w, _ := zstd.NewWriter(nil, zstd.WithEncoderLevel(level), zstd.WithEncoderConcurrency(1))
		bench("zstd-"+level.String(), w)
	}
}

// BenchmarkLoopback asks for kept pages over TCP, with the listener of net and
// with Listen. Client and server share the processors.
func BenchmarkLoopback(b *testing.B) {
	for _, size := range []int{2_000, 14_000, 50_000} {
		for _, name := range []string{"plain", "coalesced"} {
			b.Run(fmt.Sprint(size, "/", name), func(b *testing.B) { benchLoopback(b, size, name == "coalesced") })
		}
	}
}

func benchLoopback(b *testing.B, size int, coalesced bool) {
	h := newHouse(b)
	body := make([]byte, size)
	fill := func(context.Context) (Page, error) { return Page{Body: body, ContentType: "image/webp"}, nil }
	handler := func(w http.ResponseWriter, r *http.Request) {
		if !coalesced {
			r = r.WithContext(context.WithValue(r.Context(), connKey{}, nil))
		}
		_ = h.Serve(w, r, "k", fill)
	}
	c, err := net.Dial("tcp", serve(b, handler))
	if err != nil {
		b.Fatal(err)
	}
	defer c.Close()
	request := []byte("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
	answer := make([]byte, 1<<16)
	_, _ = c.Write(request)
	total, err := io.ReadAtLeast(c, answer, size+100) // the answers are equally long
	for b.Loop() {
		if err != nil {
			b.Fatal(err)
		}
		_, _ = c.Write(request)
		_, err = io.ReadFull(c, answer[:total])
	}
}
