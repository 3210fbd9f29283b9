package postgres

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"time"
)

// Kill ends the server as a power cut would: no process of it gets to write
// another byte. Start a Durable server for this; Restart brings it back.
func (s *Server) Kill() error {
	pid, err := s.pid()
	if err != nil {
		return err
	}
	for _, p := range append(childrenOf(pid), pid) {
		_ = syscall.Kill(p, syscall.SIGKILL)
	}
	return s.awaitGone(pid)
}

// Restart starts a killed server again on the same data and the same port.
func (s *Server) Restart(ctx context.Context) error {
	old, oldKeeper := s.leash, s.keeper
	// Its locks name a process that may linger as a zombie, which PostgreSQL
	// would take for a living one.
	_ = os.Remove(filepath.Join(s.data(), "postmaster.pid"))
	_ = os.Remove(filepath.Join(s.dir, fmt.Sprintf(".s.PGSQL.%d.lock", s.port)))
	if err := s.keep(); err != nil {
		return err
	}
	// The old keeper is let go without its cleaning: the data lives on.
	_ = oldKeeper.Process.Kill()
	_ = old.Close()
	_ = oldKeeper.Wait()
	return s.awaitAnswer(ctx)
}

// pid returns the process id that the server wrote down.
func (s *Server) pid() (int, error) {
	text, err := os.ReadFile(filepath.Join(s.data(), "postmaster.pid"))
	if err != nil {
		return 0, fmt.Errorf("postgres: %w", err)
	}
	first, _, _ := bytes.Cut(text, []byte("\n"))
	pid, err := strconv.Atoi(string(first))
	if err != nil {
		return 0, fmt.Errorf("postgres: postmaster.pid: %w", err)
	}
	return pid, nil
}

// childrenOf lists the processes that a process has started.
func childrenOf(pid int) []int {
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/task/%d/children", pid, pid)) // gone: no children
	var children []int
	for field := range bytes.FieldsSeq(text) {
		child, err := strconv.Atoi(string(field))
		if err == nil {
			children = append(children, child)
		}
	}
	return children
}

// awaitGone returns once a killed process no longer runs.
func (s *Server) awaitGone(pid int) error {
	for deadline := time.Now().Add(stopLimit); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if isZombie(pid) {
			return nil
		}
	}
	return fmt.Errorf("postgres: process %d is still there", pid)
}

// isZombie reports whether a process has ended and only waits to be noticed,
// or is gone altogether.
func isZombie(pid int) bool {
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	_, after, found := bytes.Cut(text, []byte(") "))
	return !found || bytes.HasPrefix(after, []byte("Z"))
}

// keeperGone reports whether the keeper's server has ended by itself.
func (s *Server) keeperGone() bool {
	children := childrenOf(s.keeper.Process.Pid)
	return len(children) == 0 || isZombie(children[0])
}

func (s *Server) data() string    { return filepath.Join(s.dir, "data") }
func (s *Server) logFile() string { return filepath.Join(s.dir, "log") }
