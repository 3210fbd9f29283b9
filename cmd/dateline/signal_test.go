package main

import (
	"bufio"
	"errors"
	"io"
	"net"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// serving starts the program on a fresh folder, and waits until it says where
// it serves.
func serving(t *testing.T) (program *exec.Cmd, address string) {
	t.Helper()
	program = exec.CommandContext(t.Context(), "/proc/self/exe", "serve", "--data", t.TempDir(), "--listen", "127.0.0.1:0")
	program.Env = append(os.Environ(), asProgram+"=1")
	program.Stderr = t.Output()
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address = l.Addr().String()
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	program.Args[len(program.Args)-1] = address
	out, err := program.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || !strings.HasPrefix(line, "Newsroom") {
		t.Fatalf("%q, %v", line, err)
	}
	return program, address
}

// hang sends the beginning of a request, for which a graceful stop waits, and
// returns when the program has taken it up.
func hang(t *testing.T, address string) {
	t.Helper()
	conn, err := new(net.Dialer).DialContext(t.Context(), "tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	head := "POST /newsroom/sign-in HTTP/1.1\r\nHost: " + address + "\r\nExpect: 100-continue\r\nContent-Length: 20\r\n" +
		"Content-Type: application/x-www-form-urlencoded\r\n\r\n"
	if _, err := io.WriteString(conn, head); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(conn).ReadString('\n'); err != nil || !strings.Contains(line, "100") {
		t.Fatalf("%q, %v", line, err)
	}
}

func TestSecondSignalEndsAtOnce(t *testing.T) {
	t.Parallel()
	program, address := serving(t)
	hang(t, address)
	begun := time.Now()
	terminate(t, program)
	refused(t, address)
	terminate(t, program)
	err := program.Wait()
	var ended *exec.ExitError
	if !errors.As(err, &ended) || ended.Sys().(syscall.WaitStatus).Signal() != syscall.SIGTERM {
		t.Errorf("ended with %v, want the signal", err)
	}
	if took := time.Since(begun); took > 10*time.Second { // a graceful stop waits for 15
		t.Errorf("ended after %s", took)
	}
}

func TestSignalEndsWithSuccess(t *testing.T) {
	t.Parallel()
	program, _ := serving(t)
	terminate(t, program)
	if err := program.Wait(); err != nil {
		t.Errorf("a stop that was asked for is no failure: %v", err)
	}
}

func terminate(t *testing.T, program *exec.Cmd) {
	t.Helper()
	if err := program.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
}

// refused returns when the program lets nobody in any more: it has taken up
// the signal.
func refused(t *testing.T, address string) {
	t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		conn, err := new(net.Dialer).DialContext(t.Context(), "tcp", address)
		if err != nil {
			return
		}
		_ = conn.Close()
	}
	t.Fatal("the program still lets readers in")
}
