package storetest

import (
	"database/sql"
	"path/filepath"
)

// raw opens the bench's database beside the store, to plant what the store
// itself would never write.
func (b *bench) raw() *sql.DB {
	b.Helper()
	driver, source := "sqlite", "file:"+filepath.Join(b.options.Dir, "dateline.db")+"?_pragma=busy_timeout(10000)"
	if b.options.Database != "" {
		driver, source = "pgx", b.options.Database
	}
	db, err := sql.Open(driver, source)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() }) // it was for planting only
	return db
}

// plant runs a statement past the store; it must touch one row.
func (b *bench) plant(query string, args ...any) {
	b.Helper()
	res, err := b.raw().ExecContext(b.Context(), query, args...)
	if err != nil {
		b.Fatalf("plant: %v", err)
	}
	if n, err := res.RowsAffected(); err != nil || n != 1 {
		b.Fatalf("plant: touched %d rows (%v), want 1: %s", n, err, query)
	}
}
