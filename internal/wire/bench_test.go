package wire

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// archive writes an export of any size without keeping it: ordinary posts of
// some 6 kB with tags, a link and two comments.
func archive(t testing.TB, posts int) *os.File {
	t.Helper()
	f, err := os.Create(t.TempDir() + "/archive.xml")
	must(t, err)
	t.Cleanup(func() { must(t, f.Close()) })
	paragraph := "<!-- wp:paragraph -->\n<p>" + strings.Repeat("The council met again on Tuesday, and nothing was decided, as before: ", 9) + "<a href=\"https://old.example/2011/02/s-%d/\">more</a></p>\n<!-- /wp:paragraph -->\n\n"
	_, err = io.WriteString(f, head)
	must(t, err)
	for id := 1; id <= posts; id++ {
		text := strings.Repeat(fmt.Sprintf(paragraph, 1+id*7919%posts), 8)
		_, err := io.WriteString(f, item(id, fmt.Sprintf("Story %d of the archive", id), field("content:encoded", text), field("excerpt:encoded", "In short."),
			term("category", fmt.Sprintf("c%d", id%12), "Category"), term("post_tag", fmt.Sprintf("t%d", id%500), "Tag"), term("post_tag", fmt.Sprintf("u%d", id%37), "Tag"),
			comment(id*10, 0, "1", "Indeed."), comment(id*10+1, id*10, "1", "Not at all.")))
		must(t, err)
	}
	_, err = io.WriteString(f, tail)
	must(t, err)
	_, err = f.Seek(0, io.SeekStart)
	must(t, err)
	return f
}

// BenchmarkImport imports 20,000 posts with 40,000 comments into an empty
// newsroom on SQLite.
func BenchmarkImport(b *testing.B) {
	const posts = 20_000
	f := archive(b, posts)
	for b.Loop() {
		b.StopTimer()
		n := open(b, b.TempDir(), "")
		_, err := f.Seek(0, io.SeekStart)
		must(b, err)
		b.StartTimer()
		r, err := WordPress(b.Context(), n.options(f))
		must(b, err)
		same(b, "stories", r.tally("stories").New, posts)
	}
	b.ReportMetric(float64(posts*b.N)/b.Elapsed().Seconds(), "posts/s")
}

// maxHeap is what an import may hold at any time, in bytes, garbage included:
// it must fit into 200 MB with the program and SQLite's own memory.
const maxHeap = 120 << 20

// TestMemory imports an archive of 40 MB and watches the heap; with
// DATELINE_LARGE=1 the archive has 380 MB, and takes minutes.
func TestMemory(t *testing.T) {
	posts := 5_000
	if os.Getenv(largeVariable) != "" {
		posts = 52_000
	}
	f := archive(t, posts)
	info, err := f.Stat()
	must(t, err)
	n := sqlite(t)
	runtime.GC()
	worst := watchHeap(t)
	start := time.Now()
	r, err := WordPress(t.Context(), n.options(f))
	must(t, err)
	t.Logf("%d MB, %d stories in %v; heap at most %d MB", info.Size()>>20, r.tally("stories").New, time.Since(start).Round(time.Second), worst.Load()>>20)
	if got := worst.Load(); got > maxHeap {
		t.Errorf("the heap grew to %d MB", got>>20)
	}
}

// largeVariable switches on the tests that take minutes.
const largeVariable = "DATELINE_LARGE"

// watchHeap returns the largest heap seen until the test ends.
func watchHeap(t *testing.T) *atomic.Uint64 {
	var worst atomic.Uint64
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan struct{})
	debug.SetGCPercent(100)
	go func() {
		defer close(done)
		tick := time.NewTicker(20 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				worst.Store(max(worst.Load(), m.HeapInuse))
			}
		}
	}()
	t.Cleanup(func() { stop(); <-done })
	return &worst
}
