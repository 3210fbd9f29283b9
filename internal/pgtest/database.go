package pgtest

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"testing"

	"github.com/jackc/pgx/v5"
)

// Template returns the address of a fresh copy of a database that fill has
// filled once (with the migrations, say): a copy takes some 30 ms, whatever
// filling takes. key names the contents: use a digest of the migrations, since
// the filled database outlives the test and serves every process of the run.
func Template(t testing.TB, key string, fill func(ctx context.Context, url string) error) string {
	t.Helper()
	of := server(t)
	sum := sha256.Sum256([]byte(key))
	name := "template_" + hex.EncodeToString(sum[:8])
	if err := ensureTemplate(t.Context(), of, name, fill); err != nil {
		t.Fatalf("pgtest: template %q: %v", key, err)
	}
	return create(t, of, name)
}

// create makes a database from a template and drops it when the test ends.
func create(t testing.TB, of addresses, template string) string {
	t.Helper()
	name := freshName()
	if err := execute(t.Context(), of(admin), "CREATE DATABASE "+name+" TEMPLATE "+template); err != nil {
		t.Fatalf("pgtest: create database: %v", err)
	}
	t.Cleanup(func() {
		// The test's own context has ended by now.
		if err := execute(context.WithoutCancel(t.Context()), of(admin), "DROP DATABASE "+name+" WITH (FORCE)"); err != nil {
			t.Errorf("pgtest: drop database: %v", err)
		}
	})
	return of(name)
}

// ensureTemplate fills the template unless that has been done, by whichever
// process comes first; the others wait at a lock.
func ensureTemplate(ctx context.Context, of addresses, name string, fill func(context.Context, string) error) error {
	conn, err := pgx.Connect(ctx, of(admin))
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	lock := int64(binary.BigEndian.Uint64([]byte(name[len(name)-8:])))
	if _, err := conn.Exec(ctx, "SELECT pg_advisory_lock($1)", lock); err != nil {
		return err
	}
	var there bool
	if err := conn.QueryRow(ctx, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", name).Scan(&there); err != nil || there {
		return err
	}
	return fillTemplate(ctx, conn, of, name, fill)
}

// foreign gives a template the order of a living language, as a database has
// that its owner made without thinking: what relies on the order of bytes fails.
const foreign = "LOCALE_PROVIDER icu ICU_LOCALE 'en-US'"

// fillTemplate fills a database under another name, so that a fill that fails
// leaves no half-filled template behind.
func fillTemplate(ctx context.Context, conn *pgx.Conn, of addresses, name string, fill func(context.Context, string) error) error {
	draft := freshName()
	if _, err := conn.Exec(ctx, "CREATE DATABASE "+draft+" TEMPLATE template0 "+foreign); err != nil {
		return err
	}
	if err := fill(ctx, of(draft)); err != nil {
		_, _ = conn.Exec(ctx, "DROP DATABASE "+draft+" WITH (FORCE)")
		return fmt.Errorf("fill: %w", err)
	}
	// The filling's connections may still be closing; a template has none.
	if _, err := conn.Exec(ctx, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", draft); err != nil {
		return err
	}
	_, err := conn.Exec(ctx, "ALTER DATABASE "+draft+" RENAME TO "+name)
	return err
}

// execute runs one statement on a connection of its own.
func execute(ctx context.Context, address, statement string) error {
	conn, err := pgx.Connect(ctx, address)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	_, err = conn.Exec(ctx, statement)
	return err
}
