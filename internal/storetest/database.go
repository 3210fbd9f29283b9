package storetest

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"dateline/internal/pgtest"
	"dateline/internal/store"
)

// Fresh returns the options that open a fresh, migrated database; several
// stores may open it, as several processes do.
type Fresh func(t testing.TB) store.Options

// Both runs a test on SQLite, and on PostgreSQL where the machine has it.
func Both(t *testing.T, test func(t *testing.T, fresh Fresh)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { test(t, SQLite) })
	t.Run("postgres", func(t *testing.T) { test(t, Postgres) })
}

// Open opens a store that is closed when the test ends.
func Open(t testing.TB, o store.Options) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), o)
	if err != nil {
		t.Fatalf("open store: %v", err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("close store: %v", err)
		}
	})
	return s
}

// SQLite is a fresh database in a directory of the test: a copy of a file that
// the process migrates once.
func SQLite(t testing.TB) store.Options {
	t.Helper()
	template, err := migrated()
	if err != nil {
		t.Fatalf("migrate template: %v", err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "dateline.db"), template, 0o600); err != nil {
		t.Fatal(err)
	}
	return store.Options{Dir: dir}
}

// migrated returns the bytes of an empty database. Closing it has brought its
// write-ahead log back into the file.
var migrated = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "dateline-template-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	s, err := store.Open(context.Background(), store.Options{Dir: dir})
	if err != nil {
		return nil, err
	}
	if err := s.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(dir, "dateline.db"))
})

// Postgres is a fresh copy of a database that was migrated once.
func Postgres(t testing.TB) store.Options {
	t.Helper()
	url := pgtest.Template(t, "store "+schema(t), func(ctx context.Context, url string) error {
		s, err := store.Open(ctx, store.Options{Database: url})
		if err != nil {
			return err
		}
		return s.Close()
	})
	return store.Options{Database: url}
}

// schema returns all that decides what a migrated database looks like.
func schema(t testing.TB) string {
	t.Helper()
	_, here, _, _ := runtime.Caller(0)
	dir := filepath.Join(filepath.Dir(here), "..", "store")
	files, err := filepath.Glob(filepath.Join(dir, "migrations", "*.sql"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no migrations in %s: %v", dir, err)
	}
	var all []byte
	for _, name := range append(files, filepath.Join(dir, "postgres.go")) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, text...)
	}
	return string(all)
}
