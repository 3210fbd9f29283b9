package library

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"syscall"
)

// niceness is by how much the child stands back.
const niceness = 10

// limitProcess bounds the address space to what the program takes already and
// MaxMemory beside it, and forbids long work and writing of files.
func limitProcess() error {
	taken, err := addressSpace()
	if err != nil {
		return err
	}
	// Readers come first: what is made here can wait.
	if err := syscall.Setpriority(syscall.PRIO_PROCESS, 0, niceness); err != nil {
		return fmt.Errorf("lower priority: %w", err)
	}
	seconds := uint64(MaxTime.Seconds())
	for _, l := range []struct {
		what int
		most uint64
	}{{syscall.RLIMIT_AS, taken + MaxMemory}, {syscall.RLIMIT_CPU, 2 * seconds}, {syscall.RLIMIT_FSIZE, 0}, {syscall.RLIMIT_CORE, 0}} {
		if err := syscall.Setrlimit(l.what, &syscall.Rlimit{Cur: l.most, Max: l.most}); err != nil {
			return fmt.Errorf("set limit %d: %w", l.what, err)
		}
	}
	return nil
}

// addressSpace returns the bytes of address space that the process has mapped:
// the Go runtime reserves far more than it uses.
func addressSpace() (uint64, error) {
	b, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0, err
	}
	pages, _, _ := bytes.Cut(b, []byte(" "))
	n, err := strconv.ParseUint(string(pages), 10, 64)
	return n * uint64(os.Getpagesize()), err
}
