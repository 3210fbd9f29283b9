package apptest

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"dateline/internal/news"
	"dateline/internal/store"
	"dateline/internal/web"
)

// crawl makes a crawl of the aviary, with routes of the test's own on top.
func (a *aviary) crawl(t *testing.T, allowed func(word, path string) bool, more ...web.Route) *crawl {
	t.Helper()
	c := &crawl{t: t, from: a.Doors[0], words: a.words(), allowed: allowed}
	c.wildcards = must[map[string][]string](t)(a.wildcards(t.Context()))
	for _, d := range a.Doors[1:] {
		t.Errorf("door %s is not crawled", d.Listen)
	}
	c.over(append(a.Routes(), more...))
	return c
}

// anything is the rule of a crawl that only warms the page cache.
func anything(string, string) bool { return true }

// TestCanary asks every route for everything that is not public: it stands on
// no page, in no header, list, link or address, and its pictures are not
// served. Pages are in the cache from when the stories were public.
func TestCanary(t *testing.T) {
	OnEach(t, func(t *testing.T, h *House) {
		a := newAviary(t, h)
		before := a.crawl(t, anything)
		for _, key := range []string{"retracted", "withdrawn", "delisted", "buried"} {
			a.mustSee(t, before, key)
		}
		a.hide()
		after := a.crawl(t, a.allowed)
		after.report()
		if len(after.asked) < 500 {
			t.Errorf("only %d addresses were asked for", len(after.asked))
		}
		a.pictures(t)
		a.own(t)

		h.Clock.Pass(scheduleEnds)
		if n := must[int](t)(h.Desk.PublishDue(t.Context())); n != 1 {
			t.Errorf("%d scheduled stories came out, want 1", n)
		}
		later := a.crawl(t, anything)
		for _, key := range []string{"embargoed", "scheduled"} {
			a.mustSee(t, later, key)
		}
	})
}

// mustSee makes sure that the crawl can see: the words of a story that is
// public were found. Some words are never for readers.
func (a *aviary) mustSee(t *testing.T, c *crawl, key string) {
	t.Helper()
	for _, place := range canaryPlaces {
		if place == "picturecreator" || place == "picturecaption" || place == "personbio" && key != "scheduled" {
			continue
		}
		if c.seen[a.canaries[key].word(place)] == "" {
			t.Errorf("the crawl did not find %s while it was public", a.canaries[key].word(place))
		}
	}
}

// pictures asks for every rendition of hidden pictures.
func (a *aviary) pictures(t *testing.T) {
	t.Helper()
	get := func(p news.ID, width int) int {
		return a.Fetch(t, news.MediaPath(news.Rendition{Picture: p, Width: width, MediaType: "image/jpeg"})).Status
	}
	for _, w := range pictureWidths {
		for _, p := range a.hidden {
			if s := get(p, w); s != http.StatusNotFound {
				t.Errorf("a hidden picture answers %d", s)
			}
		}
		if s := get(a.canaries["delisted"].picture.ID, w); s != http.StatusOK {
			t.Errorf("the delisted story's picture answers %d, want 200", s)
		}
	}
}

// own asks for each canary at its own address.
func (a *aviary) own(t *testing.T) {
	t.Helper()
	want := map[string]int{"retracted": 410, "buried": 410, "withdrawn": 451, "delisted": 200, "reworked": 200}
	for key, c := range a.canaries {
		status := want[key]
		if status == 0 {
			status = http.StatusNotFound
		}
		s := a.Standing(c.story)
		slug := c.word("slug")
		switch key {
		case "reworked":
			slug = "open-to-all-en"
		case "buried":
			slug = "what-came-after"
		case "withdrawn":
			slug = ""
		}
		if got := a.Fetch(t, a.Editions[c.edition].StoryPath(s, slug)).Status; got != status {
			t.Errorf("%s: its own address answers %d, want %d", key, got, status)
		}
	}
}

// TestCanaryFindsALeak plants routes that leak, and one that nobody knows how
// to ask for: the crawl must complain of each.
func TestCanaryFindsALeak(t *testing.T) {
	t.Parallel()
	h := Open(t, SQLite)
	a := newAviary(t, h)
	a.hide()
	mux := http.NewServeMux()
	mux.Handle("/", h.Doors[0])
	var routes []web.Route
	hang := func(pattern string, answer func(w http.ResponseWriter, headline string)) {
		routes = append(routes, web.Route{Method: http.MethodGet, Pattern: pattern, Who: web.Everybody})
		mux.HandleFunc("GET "+pattern, func(w http.ResponseWriter, r *http.Request) {
			id, _ := news.ParseID(r.PathValue("story"))
			answer(w, a.working(t, id))
		})
	}
	hang("/-/leak/page/{story}", func(w http.ResponseWriter, s string) { _, _ = io.WriteString(w, s) })
	hang("/-/leak/header/{story}", func(w http.ResponseWriter, s string) { w.Header().Set("X-Title", s) })
	hang("/-/leak/link/{story}", func(w http.ResponseWriter, s string) { _, _ = fmt.Fprintf(w, `<a href="/-/linked?q=%s">`, "x") })
	mux.HandleFunc("GET /-/linked", func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, strings.ToUpper(a.working(t, a.canaries["draft"].story)))
	})
	hang("/-/unknown/{nobody}", nil)
	c := &crawl{t: t, from: mux, words: a.words(), allowed: a.allowed}
	c.wildcards = must[map[string][]string](t)(a.wildcards(t.Context()))
	c.over(append(h.Routes(), routes...))
	found := strings.Join(c.leaks, "\n")
	for _, want := range []string{"/-/leak/page/", "/-/leak/header/", "/-/linked shows", "{nobody}"} {
		if !strings.Contains(found, want) {
			t.Errorf("the crawl did not notice %s", want)
		}
	}
}

// working is the working headline of a story, whoever may know it.
func (a *aviary) working(t *testing.T, id news.ID) (headline string) {
	err := a.store.Read(t.Context(), func(tx *store.Tx) error {
		s, err := tx.Stories().ByID(t.Context(), id)
		if err != nil {
			return nil //nolint:nilerr // the crawl asks for what is not there too
		}
		r, err := tx.Revisions().ByID(t.Context(), s.Working)
		headline = r.Headline
		return err
	})
	if err != nil {
		t.Error(err)
	}
	return headline
}
