package apptest

import (
	"context"
	"log/slog"
	"testing"
	"time"

	"dateline/internal/app"
	"dateline/internal/config"
	"dateline/internal/pgtest"
	"dateline/internal/store"
	"dateline/internal/web"
)

// Site is the address under which a house believes itself to be read.
const Site = "https://courier.example"

// Engine is one of the databases on which every house must stand.
type Engine string

// The engines.
const (
	SQLite   Engine = "sqlite"
	Postgres Engine = "postgres"
)

// OnEach runs a test on a house of each engine.
func OnEach(t *testing.T, test func(t *testing.T, h *House)) {
	t.Helper()
	for _, e := range []Engine{SQLite, Postgres} {
		t.Run(string(e), func(t *testing.T) {
			t.Parallel()
			test(t, Open(t, e))
		})
	}
}

// House is the whole application under test.
type House struct {
	*Newsroom
	Place config.Data
	App   *app.App
	Doors []*app.Door
}

// Open builds a house on an empty database of an engine, and fills in what
// every publication has: see Newsroom. It is torn down when the test ends.
func Open(t testing.TB, e Engine) *House {
	t.Helper()
	return OpenAt(t, Place(t, e))
}

// OpenAt is Open in a place that the test has made.
func OpenAt(t testing.TB, place config.Data) *House {
	t.Helper()
	clock := newClock()
	h := Join(t, place, clock.Now)
	h.Newsroom = newNewsroom(t, clock, h.App)
	return h
}

// Place makes an empty place for a house: a data folder and a database.
func Place(t testing.TB, e Engine) config.Data {
	t.Helper()
	d := config.Data{Data: t.TempDir()}
	if e == Postgres {
		d.Database = pgtest.Template(t, "house", migrated)
	}
	return d
}

// migrated brings a database up to date once, for all tests of a run.
func migrated(ctx context.Context, url string) error {
	s, err := store.Open(ctx, store.Options{Database: url})
	if err != nil {
		return err
	}
	return s.Close()
}

// Join builds one more process of the house in a place: what belongs to the
// process, such as its page cache, is its own. It has no Newsroom.
func Join(t testing.TB, place config.Data, now func() time.Time) *House {
	t.Helper()
	a, err := app.New(t.Context(), config.Server{Data: place, URL: Site, CacheMB: 64}, logged(t), app.Clock(now))
	if err != nil {
		t.Fatalf("open house: %v", err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Errorf("close house: %v", err)
		}
	})
	h := &House{Place: place, App: a}
	if h.Doors, err = a.Doors(); err != nil {
		t.Fatalf("open doors: %v", err)
	}
	return h
}

// Routes lists every route of every door.
func (h *House) Routes() []web.Route {
	var all []web.Route
	for _, d := range h.Doors {
		all = append(all, d.Routes...)
	}
	return all
}

// logged is a log in the test's output, which is shown where the test fails.
func logged(t testing.TB) *slog.Logger {
	return slog.New(slog.NewTextHandler(t.Output(), &slog.HandlerOptions{Level: slog.LevelWarn}))
}
