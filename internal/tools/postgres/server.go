// Package postgres starts a PostgreSQL server of its own in a temporary
// directory, from the programs of Debian's package, for tests and for trying
// the demo on PostgreSQL.
//
// Start reading at Start. The server dies with the process that started it,
// however that ends: a small shell waits on a pipe from the process, and when
// the pipe closes it stops the server and removes its directory. The package
// knows nothing of the store; internal/pgtest hands databases to tests.
package postgres

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"time"
)

// Variable names the environment variable that carries the address of a server
// which somebody else has started, for all test binaries of one run.
const Variable = "DATELINE_TEST_PG"

// ErrMissing says that the machine has no PostgreSQL to start, or that this
// user may not start it.
var ErrMissing = errors.New("PostgreSQL is not on this machine: apt-get install postgresql")

const (
	owner          = "postgres" // the account of Debian's package, and the superuser's name
	maxConnections = 200
	startLimit     = 30 * time.Second
	stopLimit      = 20 * time.Second
	portAttempts   = 3
)

// Options say what kind of server is wanted.
type Options struct {
	// Durable turns fsync on: for tests that kill the server. Without it the
	// server is about three times as fast and loses data when it crashes.
	Durable bool
}

// Server is a running PostgreSQL.
type Server struct {
	dir     string // holds data/, the socket and the log
	port    int
	bin     string
	options Options
	account *syscall.Credential // nil: this process's own user
	keeper  *exec.Cmd           // the shell that outlives this process
	leash   *os.File            // closed: the keeper stops the server and removes dir
}

// Start makes a cluster in a temporary directory, starts it and waits until it
// answers. The error is ErrMissing where there is no PostgreSQL.
func Start(ctx context.Context, options Options) (*Server, error) {
	bin, err := binDir()
	if err != nil {
		return nil, err
	}
	account, err := unprivileged()
	if err != nil {
		return nil, err
	}
	var failures []error
	for range portAttempts { // somebody else may take the port before the server does
		s := &Server{bin: bin, options: options, account: account}
		if err = s.start(ctx); err == nil {
			return s, nil
		}
		failures = append(failures, err)
	}
	return nil, errors.Join(failures...)
}

// start makes the cluster and starts it. Where it fails, nothing stays: the
// keeper has removed the directory when Stop returns.
func (s *Server) start(ctx context.Context) (err error) {
	if s.dir, err = os.MkdirTemp("", "dateline-pg-"); err != nil {
		return fmt.Errorf("postgres: %w", err)
	}
	if err = s.create(ctx); err == nil {
		err = s.launch(ctx)
	}
	if err != nil {
		s.Stop()
		_ = os.RemoveAll(s.dir)
	}
	return err
}

// URL returns the address of one of the server's databases.
func (s *Server) URL(database string) string {
	return fmt.Sprintf("postgres://%s@127.0.0.1:%d/%s?sslmode=disable", owner, s.port, database)
}

// Stop ends the server and removes all it has written. It may be called twice.
func (s *Server) Stop() {
	if s.leash == nil {
		return
	}
	_ = s.leash.Close()
	_ = s.keeper.Wait()
	s.leash, s.keeper = nil, nil
}

// create makes the cluster's files. Only this machine's loopback reaches it,
// for the time of a test, so that it asks for no password.
func (s *Server) create(ctx context.Context) error {
	if s.account != nil {
		if err := os.Chown(s.dir, int(s.account.Uid), int(s.account.Gid)); err != nil {
			return fmt.Errorf("postgres: %w", err)
		}
	}
	cmd := exec.CommandContext(ctx, filepath.Join(s.bin, "initdb"), "--pgdata", s.data(), "--username", owner,
		"--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync")
	s.confine(cmd)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("postgres: initdb: %w: %s", err, bytes.TrimSpace(out))
	}
	return nil
}

// launch starts the server under its keeper on a free port.
func (s *Server) launch(ctx context.Context) error {
	port, err := freePort(ctx)
	if err != nil {
		return err
	}
	s.port = port
	if err := s.keep(); err != nil {
		return err
	}
	return s.awaitAnswer(ctx)
}

// keeperScript runs the server and waits for the leash (standard input) to be
// let go: by Stop, or by the end of this process in any manner. $1 is the
// directory; the rest is the server's command line.
const keeperScript = `
dir=$1; shift
"$@" </dev/null &
server=$!
while read -r _; do :; done
kill -INT "$server" 2>/dev/null
wait "$server"
cd / && rm -rf "$dir"
`

// keep starts the keeper. Its output goes to a file: a pipe held open by it
// would keep `go test` waiting.
func (s *Server) keep() error {
	log, err := os.OpenFile(s.logFile(), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("postgres: %w", err)
	}
	defer log.Close()
	read, write, err := os.Pipe()
	if err != nil {
		return fmt.Errorf("postgres: %w", err)
	}
	defer read.Close()
	args := append([]string{"-c", keeperScript, "keeper", s.dir, filepath.Join(s.bin, "postgres")}, s.settings()...)
	cmd := exec.CommandContext(context.Background(), "/bin/sh", args...) // it ends with its leash
	cmd.Stdin, cmd.Stdout, cmd.Stderr = read, log, log
	s.confine(cmd)
	cmd.SysProcAttr.Setsid = true // an interrupt at the terminal is not for it
	if err := cmd.Start(); err != nil {
		_ = write.Close()
		return fmt.Errorf("postgres: %w", err)
	}
	s.keeper, s.leash = cmd, write
	return nil
}

// settings are the server's command line.
func (s *Server) settings() []string {
	fsync := "off"
	if s.options.Durable {
		fsync = "on"
	}
	return []string{
		"-D", s.data(), "-k", s.dir, "-h", "127.0.0.1", "-p", strconv.Itoa(s.port),
		"-c", "fsync=" + fsync, "-c", "full_page_writes=" + fsync, "-c", "synchronous_commit=" + fsync,
		"-c", "max_connections=" + strconv.Itoa(maxConnections), "-c", "shared_buffers=64MB",
		"-c", "autovacuum_naptime=10min",
	}
}

// awaitAnswer returns once the server takes connections.
func (s *Server) awaitAnswer(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, startLimit)
	defer cancel()
	for {
		cmd := exec.CommandContext(ctx, filepath.Join(s.bin, "pg_isready"), "-q", "-h", "127.0.0.1", "-p", strconv.Itoa(s.port), "-U", owner)
		if cmd.Run() == nil {
			return nil
		}
		if s.keeperGone() || ctx.Err() != nil {
			log, _ := os.ReadFile(s.logFile())
			return fmt.Errorf("postgres: does not answer on port %d: %s", s.port, bytes.TrimSpace(log))
		}
		time.Sleep(20 * time.Millisecond)
	}
}
