package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/internal/news"
	"dateline/internal/pgtest"
	"dateline/internal/store"
	"dateline/internal/storetest"
)

// onEmpty runs a test on a database of each engine that nobody has migrated.
func onEmpty(t *testing.T, test func(t *testing.T, o store.Options)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { test(t, store.Options{Dir: filepath.Join(t.TempDir(), "not", "there", "yet")}) })
	t.Run("postgres", func(t *testing.T) { test(t, store.Options{Database: pgtest.URL(t)}) })
}

func TestMigrateFreshAndAgain(t *testing.T) {
	onEmpty(t, func(t *testing.T, o store.Options) {
		first := storetest.Open(t, o)
		write(t, first, func(tx *store.Tx) error { return tx.Settings().Keep(t.Context(), "kept", "x", 0) })
		again := storetest.Open(t, o)
		err := again.Read(t.Context(), func(tx *store.Tx) error {
			value, _, err := tx.Settings().Value(t.Context(), "kept")
			if value != "x" {
				t.Errorf("after a second start the setting is %q", value)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	})
}

// TestConcurrentMigration starts several programs at once on an empty database.
func TestConcurrentMigration(t *testing.T) {
	onEmpty(t, func(t *testing.T, o store.Options) {
		const n = 4
		errs := make(chan error, n)
		for range n {
			go func() {
				s, err := store.Open(t.Context(), o)
				if err == nil {
					err = s.Close()
				}
				errs <- err
			}()
		}
		for range n {
			if err := <-errs; err != nil {
				t.Errorf("one of %d programs that start at once: %v", n, err)
			}
		}
	})
}

func TestNewerDatabase(t *testing.T) {
	storetest.Both(t, func(t *testing.T, fresh storetest.Fresh) {
		o := fresh(t)
		db := raw(t, o)
		exec(t, db, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, `+map[bool]string{true: "1", false: "TRUE"}[o.Database == ""]+`)`)
		_, err := store.Open(t.Context(), o)
		if news.KindOf(err) != news.Conflict || !strings.Contains(err.Error(), "newer Dateline") || !strings.Contains(err.Error(), "99999") {
			t.Errorf("a newer database: %v", err)
		}
		exec(t, db, `DELETE FROM goose_db_version WHERE version_id = 99999`)
		storetest.Open(t, o) // nothing was changed
	})
}

func TestNoDatabase(t *testing.T) {
	for _, url := range []string{"postgres://user:secret@127.0.0.1:1/none?connect_timeout=2", "postgres://user:secret@[::bad/none"} {
		_, err := store.Open(t.Context(), store.Options{Database: url})
		if err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%q: %v", url, err)
		}
	}
}

// TestSameColumns compares the two schemas column by column.
func TestSameColumns(t *testing.T) {
	lite := columns(t, raw(t, storetest.SQLite(t)), `SELECT m.name, c.name, c.type FROM sqlite_master m JOIN pragma_table_info(m.name) c
		WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE 'goose%'`)
	postgres := columns(t, raw(t, storetest.Postgres(t)), `SELECT table_name, column_name, COALESCE(domain_name, data_type) FROM information_schema.columns
		WHERE table_schema = 'public' AND table_name NOT LIKE 'goose%'`)
	for name, typ := range lite {
		if !strings.EqualFold(typ, postgres[name]) {
			t.Errorf("%s is %s on SQLite and %q on PostgreSQL", name, typ, postgres[name])
		}
		if allowed := []string{"TEXT", "BIGINT", "BOOLEAN", "DOUBLE PRECISION", "BYTES"}; !slices.Contains(allowed, typ) {
			t.Errorf("%s is %s, which is not in the subset", name, typ)
		}
	}
	if len(lite) != len(postgres) || len(lite) < 100 {
		t.Errorf("%d columns on SQLite, %d on PostgreSQL", len(lite), len(postgres))
	}
	indexes := func(o store.Options, query string) map[string]string { return columns(t, raw(t, o), query) }
	onLite := indexes(storetest.SQLite(t), `SELECT tbl_name, name, '' FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`)
	onPostgres := indexes(storetest.Postgres(t), `SELECT tablename, indexname, '' FROM pg_indexes WHERE schemaname = 'public'`)
	for name := range onLite {
		if _, ok := onPostgres[name]; !ok {
			t.Errorf("PostgreSQL lacks the index %s", name)
		}
	}
}

// TestTextOrdersByBytes: no column of PostgreSQL sorts by a language.
func TestTextOrdersByBytes(t *testing.T) {
	found := columns(t, raw(t, storetest.Postgres(t)), `SELECT table_name, column_name, COALESCE(collation_name, '') FROM information_schema.columns
		WHERE table_schema = 'public' AND data_type = 'text' AND table_name NOT LIKE 'goose%'`)
	for name, collation := range found {
		if collation != "C" {
			t.Errorf("%s sorts by %q", name, collation)
		}
	}
	if len(found) < 50 {
		t.Errorf("only %d columns of text", len(found))
	}
}

func columns(t *testing.T, db *sql.DB, query string) map[string]string {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	all := map[string]string{}
	for rows.Next() {
		var table, column, typ string
		if err := rows.Scan(&table, &column, &typ); err != nil {
			t.Fatal(err)
		}
		all[fmt.Sprintf("%s.%s", table, column)] = typ
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

// raw opens a database past the store.
func raw(t *testing.T, o store.Options) *sql.DB {
	t.Helper()
	driver, source := "sqlite", "file:"+filepath.Join(o.Dir, "dateline.db")+"?_pragma=busy_timeout(10000)"
	if o.Database != "" {
		driver, source = "pgx", o.Database
	}
	db, err := sql.Open(driver, source)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func exec(t *testing.T, db *sql.DB, query string) {
	t.Helper()
	if _, err := db.ExecContext(context.WithoutCancel(t.Context()), query); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}

func write(t *testing.T, s *store.Store, fn func(tx *store.Tx) error) {
	t.Helper()
	if err := s.Write(t.Context(), fn); err != nil {
		t.Fatal(err)
	}
}
