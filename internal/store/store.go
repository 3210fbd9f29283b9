package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"dateline/internal/news"
)

// Options open a Store.
type Options struct {
	// Dir is the data directory; without Database the SQLite file lies in it.
	Dir string
	// Database is a PostgreSQL URL, or "" for SQLite.
	Database string
	// Now is the clock; one reading serves a whole transaction.
	Now func() time.Time
	// NewID makes ids; nil is news.NewID. The demo newsroom seeds it, so that
	// two of its starts look alike.
	NewID func() news.ID
	// Committed, when set, is told of every act after its commit and before
	// Act returns, so that the acting process answers with fresh pages. It
	// must not start a transaction of its own on the caller's goroutine that
	// waits for the caller.
	Committed func(ctx context.Context, seq int64)
}

// Store is an open database.
type Store struct {
	engine    engine
	writer    *sql.DB
	reader    *sql.DB
	writing   *statements
	reading   *statements
	now       func() time.Time
	newID     func() news.ID
	committed func(ctx context.Context, seq int64)
}

// engine is what differs between the two databases.
type engine interface {
	name() string
	// migrate brings the schema up to date, one process at a time.
	migrate(ctx context.Context, db *sql.DB) error
	// readOptions begin a transaction that sees one state of the database.
	readOptions() *sql.TxOptions
	// forget writes destroyed bytes over where the engine keeps copies of them.
	forget(ctx context.Context, db *sql.DB) error
	// kind classifies an error of the driver.
	kind(err error) (news.Kind, bool)
}

// Open opens the database, migrating it when it is older than the program. A
// database that a newer program has migrated is refused.
func Open(ctx context.Context, o Options) (*Store, error) {
	if o.Now == nil {
		o.Now = time.Now //nolint:forbidigo // the real clock, unless another is handed in
	}
	if o.NewID == nil {
		o.NewID = news.NewID
	}
	s := &Store{now: o.Now, newID: o.NewID, committed: o.Committed}
	var err error
	if o.Database == "" {
		err = s.openSQLite(o.Dir)
	} else {
		err = s.openPostgres(o.Database)
	}
	if err != nil {
		return nil, err
	}
	if err := s.engine.migrate(ctx, s.writer); err != nil {
		_ = s.Close() // the migration's error is the one to tell
		return nil, err
	}
	return s, nil
}

// Close closes all connections.
func (s *Store) Close() error {
	err := s.writer.Close()
	if s.reader != s.writer {
		if e := s.reader.Close(); err == nil {
			err = e
		}
	}
	if err != nil {
		return fmt.Errorf("close database: %w", err)
	}
	return nil
}

// NewID makes an id for a new thing.
func (s *Store) NewID() news.ID { return s.newID() }

// Engine names the database in use: "sqlite" or "postgres".
func (s *Store) Engine() string { return s.engine.name() }

// SetCommitted sets Options.Committed after Open, for followers that need the
// store themselves. It must be called before the first act.
func (s *Store) SetCommitted(f func(ctx context.Context, seq int64)) { s.committed = f }

// Forget removes what was destroyed from where the engine keeps copies of it
// for a while: SQLite's write-ahead log. PostgreSQL reuses the space in its own
// time; docs/operations.md says what an operator can do.
func (s *Store) Forget(ctx context.Context) error {
	if err := s.engine.forget(ctx, s.writer); err != nil {
		return s.wrap(err, "forget what was destroyed")
	}
	return nil
}

// Ping says whether the database answers.
func (s *Store) Ping(ctx context.Context) error {
	if err := s.reader.PingContext(ctx); err != nil {
		return s.wrap(err, "ping database")
	}
	return nil
}

// Read runs fn in a transaction that sees one state of the database and
// cannot write.
func (s *Store) Read(ctx context.Context, fn func(tx *Tx) error) error {
	t, err := s.reader.BeginTx(ctx, s.engine.readOptions())
	if err != nil {
		return s.wrap(err, "begin reading")
	}
	defer func() { _ = t.Rollback() }() // for a panic of fn; no-op otherwise
	tx := &Tx{tx: t, store: s, now: news.InstantOf(s.now()), prepared: s.reading}
	err = fn(tx)
	_ = t.Rollback() // nothing was written
	s.reading.prepare(ctx, tx.unprepared)
	return err
}

// Write runs fn in one transaction and commits it when fn returns nil. Every
// write inside must be conditional on a version: the ledger head is not held.
func (s *Store) Write(ctx context.Context, fn func(tx *Tx) error) error {
	t, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return s.wrap(err, "begin writing")
	}
	defer func() { _ = t.Rollback() }() // no-op after the commit
	tx := &Tx{tx: t, store: s, now: news.InstantOf(s.now()), prepared: s.writing}
	if err := fn(tx); err != nil {
		return err
	}
	if err := t.Commit(); err != nil {
		if away(err) { // nobody knows whether it was done before the server went
			return fmt.Errorf("commit: %w", &news.Error{Kind: news.Unavailable, Err: err,
				Message: "The database went away while this was being saved. Look whether it is there before you do it again."})
		}
		return s.wrap(err, "commit")
	}
	s.writing.prepare(ctx, tx.unprepared)
	return nil
}

// Act runs an editorial act: it takes the ledger head first, so that acts
// stand in one order, runs fn, appends the row that fn returns, and commits.
// Its Seq and At are filled in. When fn returns a row without an Act, nothing
// changed: all is rolled back and no row is written.
func (s *Store) Act(ctx context.Context, fn func(tx *Tx) (news.LedgerRow, error)) (news.LedgerRow, error) {
	var row news.LedgerRow
	err := s.Write(ctx, func(tx *Tx) error {
		seq, err := tx.takeHead(ctx)
		if err != nil {
			return err
		}
		if row, err = fn(tx); err != nil {
			return err
		}
		if row.Act == "" {
			return errNothing
		}
		row.Seq, row.At = seq, tx.now.Time()
		return tx.appendRow(ctx, row)
	})
	if err == errNothing { //nolint:errorlint // a private mark, never wrapped
		return row, nil
	}
	if err == nil && s.committed != nil {
		s.committed(ctx, row.Seq)
	}
	return row, err
}
