package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"

	"dateline/internal/news"
)

// maxPostgresConns bounds the connections of one process.
const maxPostgresConns = 16

// migrationLock is the key of the advisory lock that a migrating process
// holds: "dateline" in ASCII, as a number.
const migrationLock = 0x646174656c696e65

type postgresEngine struct{}

func (postgresEngine) name() string { return "postgres" }

func (s *Store) openPostgres(url string) error {
	cfg, err := pgx.ParseConfig(url)
	if err != nil {
		// The parser's error may quote the URL, and with it a password.
		return news.Errorf(news.Invalid, "database", "The database address cannot be read: write it like postgres://user@host/name.")
	}
	s.writer = stdlib.OpenDB(*cfg)
	s.writer.SetMaxOpenConns(maxPostgresConns)
	s.writer.SetMaxIdleConns(maxPostgresConns)
	s.reader = s.writer
	s.engine = postgresEngine{}
	return nil
}

func (postgresEngine) readOptions() *sql.TxOptions {
	return &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}
}

// migrate takes an advisory lock on one connection and makes the domain that
// lets both engines share one text.
func (postgresEngine) migrate(ctx context.Context, db *sql.DB) error {
	conn, err := db.Conn(ctx)
	if err != nil {
		return fmt.Errorf("connect to the database: %w", err)
	}
	defer func() { _ = conn.Close() }() // the pool owns it
	if _, err := conn.ExecContext(ctx, `SELECT pg_advisory_lock($1)`, int64(migrationLock)); err != nil {
		return fmt.Errorf("take migration lock: %w", err)
	}
	defer func() {
		// A lock that cannot be given back ends with the connection.
		_, _ = conn.ExecContext(context.WithoutCancel(ctx), `SELECT pg_advisory_unlock($1)`, int64(migrationLock))
	}()
	if _, err := conn.ExecContext(ctx, `CREATE DOMAIN BYTES AS BYTEA`); err != nil && !isCode(err, "42710") {
		return fmt.Errorf("create domain: %w", err)
	}
	if err := migrate(ctx, goose.DialectPostgres, db); err != nil {
		return err
	}
	if _, err := conn.ExecContext(ctx, orderByBytes); err != nil {
		return fmt.Errorf("set the order of text: %w", err)
	}
	return nil
}

// orderByBytes has every text column compare and sort by bytes, as SQLite
// does, whatever language the database was made for. A column that does so
// already is left alone.
const orderByBytes = `DO $$
DECLARE c record;
BEGIN
	FOR c IN SELECT table_name, column_name FROM information_schema.columns
		WHERE table_schema = current_schema() AND data_type = 'text' AND is_updatable = 'YES'
			AND collation_name IS DISTINCT FROM 'C'
	LOOP
		EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE TEXT COLLATE "C"', c.table_name, c.column_name);
	END LOOP;
END $$`

// forget lets PostgreSQL reuse the space of destroyed texts.
func (postgresEngine) forget(ctx context.Context, db *sql.DB) error {
	_, err := db.ExecContext(ctx, `VACUUM revisions, comments, change_notes, desk_notes`)
	return err
}

func (postgresEngine) kind(err error) (news.Kind, bool) {
	e, ok := errors.AsType[*pgconn.PgError](err)
	if !ok {
		return news.Unavailable, away(err)
	}
	switch {
	case e.Code == "23505":
		return news.Conflict, true
	case e.Code == "23503": // a reference to what is not there
		return news.Invalid, true
	case e.Code == "40001", e.Code == "40P01", e.Code == "55P03",
		strings.HasPrefix(e.Code, "53"), strings.HasPrefix(e.Code, "57P"):
		return news.Unavailable, true
	}
	return 0, false
}

// away says whether an error means that the server cannot be reached.
func away(err error) bool {
	if _, ok := errors.AsType[*pgconn.ConnectError](err); ok {
		return true
	}
	if _, ok := errors.AsType[net.Error](err); ok {
		return true
	}
	return errors.Is(err, driver.ErrBadConn) || errors.Is(err, pgconn.ErrConnClosed) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, net.ErrClosed)
}

func isCode(err error, code string) bool {
	e, ok := errors.AsType[*pgconn.PgError](err)
	return ok && e.Code == code
}
