package pgtest_test

import (
	"context"
	"errors"
	"testing"

	"github.com/jackc/pgx/v5"

	"dateline/internal/pgtest"
)

// query returns the one value that a statement yields on a database.
func query[T any](t *testing.T, url, statement string) T {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	var value T
	if err := conn.QueryRow(t.Context(), statement).Scan(&value); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	return value
}

// exec runs a statement that yields nothing.
func exec(ctx context.Context, url, statement string) error {
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	_, err = conn.Exec(ctx, statement)
	return err
}

const countTables = "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"

func TestEachTestHasItsOwnDatabase(t *testing.T) {
	first, second := pgtest.URL(t), pgtest.URL(t)
	if err := exec(t.Context(), first, "CREATE TABLE story (id BIGINT)"); err != nil {
		t.Fatal(err)
	}
	if got := query[int](t, first, countTables); got != 1 {
		t.Errorf("tables in the first database: %d, want 1", got)
	}
	if got := query[int](t, second, countTables); got != 0 {
		t.Errorf("tables in the second database: %d, want 0", got)
	}
	if got := query[string](t, first, "SELECT lower('É')"); got != "é" {
		t.Errorf("lower('É') = %q: the cluster is not UTF-8", got)
	}
}

func TestDatabaseGoesWithItsTest(t *testing.T) {
	admin := pgtest.URL(t)
	var name string
	t.Run("inner", func(t *testing.T) {
		name = query[string](t, pgtest.URL(t), "SELECT current_database()")
	})
	if query[bool](t, admin, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = '"+name+"')") {
		t.Errorf("database %s is still there", name)
	}
}

func TestTemplateIsFilledOnce(t *testing.T) {
	filled := 0
	fill := func(ctx context.Context, url string) error {
		filled++
		return exec(ctx, url, "CREATE TABLE edition (name TEXT)")
	}
	key := t.Name() + pgtest.URL(t) // no template of an earlier run on the same server
	for range 3 {
		if got := query[int](t, pgtest.Template(t, key, fill), countTables); got != 1 {
			t.Errorf("tables in the copy: %d, want 1", got)
		}
	}
	if filled != 1 {
		t.Errorf("filled %d times, want once", filled)
	}
}

func TestFailedFillLeavesNoTemplate(t *testing.T) {
	key := t.Name() + pgtest.URL(t)
	failing := &recorder{TB: t}
	failing.run(func() {
		pgtest.Template(failing, key, func(context.Context, string) error { return errors.New("no ink") })
	})
	if !failing.fatal {
		t.Error("a fill that fails did not fail its test")
	}
	good := func(ctx context.Context, url string) error { return exec(ctx, url, "CREATE TABLE edition (name TEXT)") }
	if got := query[int](t, pgtest.Template(t, key, good), countTables); got != 1 {
		t.Errorf("tables after the second fill: %d, want 1", got)
	}
}

func TestDurableServerKeepsWhatWasCommitted(t *testing.T) {
	server := pgtest.Durable(t)
	url := server.URL("postgres")
	if err := exec(t.Context(), url, "CREATE TABLE story (id BIGINT); INSERT INTO story VALUES (7)"); err != nil {
		t.Fatal(err)
	}
	if err := server.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := exec(t.Context(), url, "SELECT 1"); err == nil {
		t.Fatal("a killed server answers")
	}
	if err := server.Restart(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := query[int](t, url, "SELECT id FROM story"); got != 7 {
		t.Errorf("after the crash: %d, want 7", got)
	}
}

// recorder is a test that may fail without failing the one it stands in.
type recorder struct {
	testing.TB
	fatal bool
}

type stop struct{}

func (r *recorder) Fatalf(string, ...any) { r.fatal = true; panic(stop{}) }

// run calls f and returns when it ends or fails.
func (r *recorder) run(f func()) {
	defer func() {
		if p := recover(); p != nil && p != (stop{}) {
			panic(p)
		}
	}()
	f()
}
