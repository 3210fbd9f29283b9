// Package launch starts the built program, waits until it serves, and stops
// it: for the tools that look at it from outside.
package launch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"slices"
	"sync"
	"syscall"
	"time"
)

const (
	readyLimit = 60 * time.Second
	stopLimit  = 15 * time.Second
	maxOutput  = 64 << 10 // of what the program says, the end is kept
)

// Program is a running dateline with data of its own.
type Program struct {
	Address string        // http://127.0.0.1:port, without a slash at the end
	Ready   time.Duration // from its start until it served
	PID     int

	cmd    *exec.Cmd
	ended  chan struct{} // closed when the program has ended
	data   string        // removed at the end; "" where it is not the program's own
	output tail
}

// Demo starts `binary demo` on a free port of this machine, with its data in a
// temporary directory. prefix, when not empty, is a command that the program
// is started through, such as taskset.
func Demo(ctx context.Context, binary string, prefix ...string) (*Program, error) {
	data, err := os.MkdirTemp("", "dateline-demo-")
	if err != nil {
		return nil, fmt.Errorf("launch: %w", err)
	}
	p := &Program{data: data, ended: make(chan struct{})}
	if err := p.start(ctx, append(slices.Clone(prefix), binary, "demo", "--data", data)); err != nil {
		return nil, errors.Join(err, os.RemoveAll(data))
	}
	return p, nil
}

// Serve starts `binary serve` on a free port of this machine, with data that is
// there already and stays.
func Serve(ctx context.Context, binary, data string, prefix ...string) (*Program, error) {
	p := &Program{ended: make(chan struct{})}
	if err := p.start(ctx, append(slices.Clone(prefix), binary, "serve", "--data", data)); err != nil {
		return nil, err
	}
	return p, nil
}

// start runs a command line on a free port and returns when it serves.
func (p *Program) start(ctx context.Context, line []string) error {
	listen, err := freeAddress(ctx)
	if err != nil {
		return err
	}
	p.Address = "http://" + listen
	line = append(line, "--listen", listen)
	p.cmd = exec.CommandContext(context.WithoutCancel(ctx), line[0], line[1:]...)
	p.cmd.Stdout, p.cmd.Stderr = &p.output, &p.output
	begun := time.Now()
	if err := p.cmd.Start(); err != nil {
		return fmt.Errorf("launch: %w", err)
	}
	p.PID = p.cmd.Process.Pid
	go func() {
		_ = p.cmd.Wait()
		close(p.ended)
	}()
	if err := p.awaitReady(ctx); err != nil {
		p.Stop()
		return err
	}
	p.Ready = time.Since(begun)
	return nil
}

// Stop asks the program to end, makes it end when it does not, and removes its
// data.
func (p *Program) Stop() {
	_ = p.cmd.Process.Signal(syscall.SIGTERM)
	select {
	case <-p.ended:
	case <-time.After(stopLimit):
		_ = p.cmd.Process.Kill()
		<-p.ended
	}
	_ = os.RemoveAll(p.data) // "" is nothing
}

// awaitReady returns when /healthz answers 200.
func (p *Program) awaitReady(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, readyLimit)
	defer cancel()
	for {
		if healthy(ctx, p.Address) {
			return nil
		}
		select {
		case <-p.ended:
			return fmt.Errorf("launch: the program ended: %s", p.output.String())
		case <-ctx.Done():
			return fmt.Errorf("launch: not ready after %v: %s", readyLimit, p.output.String())
		case <-time.After(10 * time.Millisecond):
		}
	}
}

func healthy(ctx context.Context, address string) bool {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address+"/healthz", nil)
	if err != nil {
		return false
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return false
	}
	_ = response.Body.Close()
	return response.StatusCode == http.StatusOK
}

// freeAddress asks the kernel for a port that nobody listens on.
func freeAddress(ctx context.Context) (string, error) {
	var config net.ListenConfig
	l, err := config.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return "", fmt.Errorf("launch: %w", err)
	}
	defer l.Close()
	return l.Addr().String(), nil
}

// Find returns an error that names the remedy when the binary is not there.
func Find(binary string) error {
	if _, err := os.Stat(binary); errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("%s is not there: run make build", binary)
	} else if err != nil {
		return fmt.Errorf("launch: %w", err)
	}
	return nil
}

// tail keeps the end of what is written to it.
type tail struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.text.Len()+len(p) > maxOutput {
		t.text.Reset()
	}
	return t.text.Write(p)
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.text.String()
}
