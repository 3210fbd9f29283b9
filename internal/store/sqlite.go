package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"github.com/pressly/goose/v3"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"dateline/internal/news"
)

// SQLiteFile is the database's name in the data directory.
const SQLiteFile = "dateline.db"

type sqliteEngine struct{ dir string }

func (sqliteEngine) name() string { return "sqlite" }

// openSQLite opens one writing connection and a pool of readers. WAL lets
// them go on side by side; synchronous=FULL puts every commit on the disk
// before it is answered; secure_delete overwrites what is deleted, so that a
// withdrawn text does not stay readable in the file.
func (s *Store) openSQLite(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("make data directory: %w", err)
	}
	file := filepath.Join(dir, SQLiteFile)
	var err error
	if s.writer, err = sql.Open("sqlite", sqliteDSN(file, "immediate")); err != nil {
		return fmt.Errorf("open %s: %w", file, err)
	}
	s.writer.SetMaxOpenConns(1)
	if s.reader, err = sql.Open("sqlite", sqliteDSN(file, "deferred")+"&_pragma=query_only(1)"); err != nil {
		return fmt.Errorf("open %s: %w", file, err)
	}
	s.reader.SetMaxOpenConns(max(4, 2*runtime.NumCPU()))
	s.reader.SetMaxIdleConns(max(4, 2*runtime.NumCPU()))
	s.writing, s.reading = newStatements(s.writer), newStatements(s.reader)
	s.engine = sqliteEngine{dir}
	return nil
}

func sqliteDSN(file, lock string) string {
	return "file:" + (&url.URL{Path: file}).EscapedPath() + "?_txlock=" + lock +
		"&_pragma=busy_timeout(10000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)" +
		"&_pragma=foreign_keys(1)&_pragma=secure_delete(1)&_pragma=cache_size(-8000)&_pragma=temp_store(MEMORY)"
}

func (sqliteEngine) readOptions() *sql.TxOptions { return &sql.TxOptions{} }

// migrate holds a lock file, so that two programs that start at once on one
// directory do not migrate it side by side.
func (e sqliteEngine) migrate(ctx context.Context, db *sql.DB) error {
	lock, err := os.OpenFile(filepath.Join(e.dir, "migrate.lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return fmt.Errorf("open migration lock: %w", err)
	}
	defer func() { _ = lock.Close() }() // closing gives the lock back
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX); err != nil {
		return fmt.Errorf("take migration lock: %w", err)
	}
	return migrate(ctx, goose.DialectSQLite3, db)
}

// forget brings the write-ahead log into the file, where secure_delete has
// zeroed what was deleted, and cuts it off. Readers under way may keep it from
// finishing; the next commit's checkpoint does the rest.
func (sqliteEngine) forget(ctx context.Context, db *sql.DB) error {
	_, err := db.ExecContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`)
	return err
}

func (sqliteEngine) kind(err error) (news.Kind, bool) {
	e, ok := errors.AsType[*sqlite.Error](err)
	if !ok {
		return 0, false
	}
	switch e.Code() {
	case sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY:
		return news.Conflict, true
	case sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY: // a reference to what is not there
		return news.Invalid, true
	}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN:
		return news.Unavailable, true
	}
	return 0, false
}
