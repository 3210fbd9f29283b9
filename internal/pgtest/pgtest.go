// Package pgtest gives each test a fresh database on a real PostgreSQL.
//
// Start reading at URL. One server serves all tests of a process, or of a whole
// run of ./check when DATELINE_TEST_PG leads to it. Where there is no
// PostgreSQL a test skips; in CI, or with DATELINE_TESTDATA, it fails instead.
// The package knows nothing of the store or its tables, and only tests may
// import it.
package pgtest

import (
	"context"
	"crypto/rand"
	"errors"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"

	"dateline/internal/needs"
	"dateline/internal/tools/postgres"
)

// addresses returns the address of a server's database by its name. It holds on
// to the server: were that collected, the server would end.
type addresses func(database string) string

// shared is the server of this process, started by the first test that asks.
// Nobody stops it: it ends with the process (see postgres.Start).
var shared = sync.OnceValues(func() (addresses, error) {
	if u, err := url.Parse(os.Getenv(postgres.Variable)); err == nil && u.Host != "" {
		return func(database string) string {
			return u.ResolveReference(&url.URL{Path: "/" + database, RawQuery: u.RawQuery}).String()
		}, nil
	}
	server, err := postgres.Start(context.Background(), postgres.Options{})
	if err != nil {
		return nil, err
	}
	return server.URL, nil
})

// URL returns the address of a fresh, empty database that is dropped when the
// test ends.
func URL(t testing.TB) string {
	t.Helper()
	return create(t, server(t), "template0")
}

// Durable starts a server for this test alone, with fsync on, and returns it:
// for tests that kill the server and start it again.
func Durable(t testing.TB) *postgres.Server {
	t.Helper()
	server, err := postgres.Start(t.Context(), postgres.Options{Durable: true})
	if err != nil {
		unavailable(t, err)
	}
	t.Cleanup(server.Stop)
	return server
}

// server returns the addresses of the shared server.
func server(t testing.TB) addresses {
	t.Helper()
	of, err := shared()
	if err != nil {
		unavailable(t, err)
	}
	return of
}

// unavailable ends a test that has no server.
func unavailable(t testing.TB, err error) {
	t.Helper()
	if errors.Is(err, postgres.ErrMissing) {
		needs.Missing(t, err)
	}
	t.Fatal(err)
}

// admin is the database that others are made from.
const admin = "postgres"

// freshName returns a database name that nobody else has.
func freshName() string { return "dateline_" + strings.ToLower(rand.Text()) }
