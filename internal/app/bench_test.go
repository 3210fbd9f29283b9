package app

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"dateline/internal/config"
	"dateline/internal/desk"
	"dateline/internal/news"
	"dateline/internal/store"
)

// The sizes of newsrooms that are compared.
const (
	few  = 1_000
	many = 20_000
)

// answered is a ResponseWriter that counts, and keeps the body where asked to.
type answered struct {
	header http.Header
	status int
	body   []byte
	keep   bool
}

func (a *answered) Header() http.Header { return a.header }

func (a *answered) WriteHeader(status int) { a.status = status }

func (a *answered) Write(b []byte) (int, error) {
	if a.keep {
		a.body = append(a.body, b...)
	}
	return len(b), nil
}

// readersOf is the handler that readers meet.
func readersOf(tb testing.TB, a *App) http.Handler {
	a.boundMemory() // as in the running program
	tb.Helper()
	doors, err := a.Doors()
	if err != nil {
		tb.Fatal(err)
	}
	return doors[0]
}

// ask sends one request as a browser does and returns the answer.
func ask(tb testing.TB, h http.Handler, path string, keep bool) *answered {
	tb.Helper()
	r := httptest.NewRequestWithContext(tb.Context(), http.MethodGet, path, http.NoBody)
	r.Header.Set("Accept-Encoding", "gzip, deflate, br")
	a := &answered{header: http.Header{}, keep: keep}
	if keep {
		r.Header.Set("Accept-Encoding", "identity")
	}
	h.ServeHTTP(a, r)
	if a.status != http.StatusOK {
		tb.Fatalf("%s: status %d, want 200", path, a.status)
	}
	return a
}

// storyPaths are addresses of the newest stories that readers can see.
func storyPaths(tb testing.TB, a *App, n int) []string {
	tb.Helper()
	var paths []string
	err := a.store.Read(tb.Context(), func(tx *store.Tx) error {
		all, err := tx.Editions().All(tb.Context())
		if err != nil {
			return err
		}
		pieces, err := tx.Public().Listed(tb.Context(), store.Scope{Edition: all[0].ID}, store.Window{}, n)
		for _, p := range pieces {
			paths = append(paths, all[0].StoryPath(p.Story, p.Revision.Slug))
		}
		return err
	})
	if err != nil || len(paths) != n {
		tb.Fatalf("%d stories, %v; want %d", len(paths), err, n)
	}
	return paths
}

// kindsOf are the kinds of page that are measured, each with addresses.
func kindsOf(tb testing.TB, a *App) map[string][]string {
	tb.Helper()
	kinds := map[string][]string{"front": {"/en/"}, "story": storyPaths(tb, a, 100)}
	for _, s := range seedSections {
		kinds["section"] = append(kinds["section"], "/en/"+strings.ToLower(s)+"/")
	}
	return kinds
}

// cpu is the processor time that this process has used. On a machine that
// others use too it says more than the time that passed.
func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // only a wrong argument is refused
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkCached asks for a story that is in the page cache, through the
// whole chain of handlers: what stands around the cache must stay small.
func BenchmarkCached(b *testing.B) {
	a := house(b, config.Data{Data: seeded(b, few)})
	h, path := readersOf(b, a), storyPaths(b, a, 1)[0]
	ask(b, h, path, false)
	r := httptest.NewRequestWithContext(b.Context(), http.MethodGet, path, http.NoBody)
	r.Header.Set("Accept-Encoding", "gzip, deflate, br")
	w := &answered{header: http.Header{}}
	b.ReportAllocs()
	before := cpu()
	for b.Loop() {
		clear(w.header)
		h.ServeHTTP(w, r)
	}
	b.ReportMetric(float64(cpu()-before)/float64(b.N), "cpu-ns/op")
}

// BenchmarkMiss makes pages that are not in the cache: read, rendered, encoded.
func BenchmarkMiss(b *testing.B) {
	b.Run("sqlite", func(b *testing.B) {
		for _, n := range []int{few, many} {
			b.Run(fmt.Sprint(n), func(b *testing.B) { missEach(b, house(b, config.Data{Data: seeded(b, n)})) })
		}
	})
	b.Run("postgres", func(b *testing.B) {
		missEach(b, house(b, config.Data{Data: b.TempDir(), Database: seededPostgres(b, few)}))
	})
}

func missEach(b *testing.B, a *App) {
	for _, kind := range []string{"front", "section", "story"} {
		b.Run(kind, func(b *testing.B) {
			turn := misses(b, a, kind)
			turn() // the first page of a process prepares what the others use
			var spent []time.Duration
			for b.Loop() {
				spent = append(spent, turn())
			}
			b.ReportMetric(float64(middle(spent).Microseconds())/1000, "cpu-ms/page")
			b.ReportMetric(float64(slices.Min(spent).Microseconds())/1000, "least-cpu-ms/page")
			b.ReportAllocs()
		})
	}
}

// BenchmarkGrowth makes the same kinds of page in a small and in a large
// newsroom, in turns, and reports how many times dearer the large one is.
func BenchmarkGrowth(b *testing.B) {
	small, large := house(b, config.Data{Data: seeded(b, few)}), house(b, config.Data{Data: seeded(b, many)})
	for _, kind := range []string{"front", "section", "story"} {
		b.Run(kind, func(b *testing.B) {
			var spent [2][]time.Duration
			turn := [2]func() time.Duration{misses(b, small, kind), misses(b, large, kind)}
			for b.Loop() {
				for i := range turn {
					spent[i] = append(spent[i], turn[i]())
				}
			}
			b.ReportMetric(float64(middle(spent[1]))/float64(middle(spent[0])), "ratio")
		})
	}
}

// atOnce is how many pages are made between two looks at the processor time.
const atOnce = 10

// misses returns a function that makes atOnce pages of a kind, and returns the
// processor time that each took.
func misses(b *testing.B, a *App, kind string) func() time.Duration {
	h, paths, i := readersOf(b, a), kindsOf(b, a)[kind], 0
	return func() time.Duration {
		before := cpu()
		for range atOnce {
			a.press.DropAll()
			ask(b, h, paths[i%len(paths)], false)
			i++
		}
		return (cpu() - before) / atOnce
	}
}

// middle is the median.
func middle(all []time.Duration) time.Duration {
	slices.Sort(all)
	return all[len(all)/2]
}

// BenchmarkVisible corrects a story and asks for it: the correction must be
// there. The act and its first reader are one operation; the median is told.
func BenchmarkVisible(b *testing.B) {
	for _, n := range []int{few, many} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			a := house(b, config.Data{Data: copied(b, seeded(b, n))})
			h, path := readersOf(b, a), storyPaths(b, a, 1)[0]
			id, _ := news.StoryID(filepath.Base(path))
			ask(b, h, path, false)
			var took []time.Duration
			for i := 0; b.Loop(); i++ {
				told := fmt.Sprintf("An earlier version gave the number %d.", i)
				begun := time.Now()
				correct(b, a, id, told)
				if !strings.Contains(string(ask(b, h, path, true).body), told) {
					b.Fatal("the answered correction is not on the page")
				}
				took = append(took, time.Since(begun))
			}
			b.ReportMetric(float64(middle(took).Microseconds())/1000, "median-ms/op")
		})
	}
}

// correct saves a story with other words and publishes them as a correction.
func correct(b *testing.B, a *App, id news.ID, told string) {
	b.Helper()
	var c news.Content
	s, err := a.desk.Story(b.Context(), news.System, id)
	if err != nil {
		b.Fatal(err)
	}
	err = a.store.Read(b.Context(), func(tx *store.Tx) error {
		r, err := tx.Revisions().ByID(b.Context(), s.Working)
		c = r.Content
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	c.Standfirst = told
	if s, err = a.desk.Save(b.Context(), news.System, desk.Target{Story: id, Version: s.Version}, c); err != nil {
		b.Fatal(err)
	}
	if _, err := a.desk.Correct(b.Context(), news.System, desk.Target{Story: id, Version: s.Version}, news.Correction, desk.Telling{Text: told}); err != nil {
		b.Fatal(err)
	}
}

// copied copies a data folder, for what changes it.
func copied(b *testing.B, dir string) string {
	b.Helper()
	to := b.TempDir()
	if err := os.CopyFS(to, os.DirFS(dir)); err != nil {
		b.Fatal(err)
	}
	return to
}

// BenchmarkOpen builds the house on a large newsroom up to its first page.
func BenchmarkOpen(b *testing.B) {
	dir := seeded(b, many)
	var spent []time.Duration
	for b.Loop() {
		before := cpu()
		a := house(b, config.Data{Data: dir})
		ask(b, readersOf(b, a), "/en/", false)
		spent = append(spent, cpu()-before)
	}
	b.ReportMetric(float64(middle(spent).Microseconds())/1000, "cpu-ms/op")
}
