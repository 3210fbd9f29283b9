package postgres

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"dateline/internal/needs"
)

// actVariable makes the test binary start a server and wait to be killed.
const actVariable = "DATELINE_POSTGRES_ACT"

func TestMain(m *testing.M) {
	if os.Getenv(actVariable) == "" {
		os.Exit(m.Run())
	}
	s, err := Start(context.Background(), Options{})
	if err != nil {
		fmt.Println("error:", err)
		os.Exit(1)
	}
	fmt.Println(s.dir)
	select {}
}

func TestServerDiesWithItsProcess(t *testing.T) {
	if _, err := binDir(); errors.Is(err, ErrMissing) {
		needs.Missing(t, err)
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), actVariable+"=starts")
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, _ := bufio.NewReader(stdout).ReadString('\n')
	dir := strings.TrimSpace(line)
	if !strings.Contains(dir, "dateline-pg-") {
		t.Fatalf("the process said %q, want its folder", dir)
	}
	if _, err := os.Stat(dir + "/data/postmaster.pid"); err != nil {
		t.Error(err)
	}
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	for deadline := time.Now().Add(stopLimit); ; <-time.After(20 * time.Millisecond) {
		if _, err := os.Stat(dir); errors.Is(err, os.ErrNotExist) {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("%s is still there", dir)
		}
	}
}

func TestMajorOf(t *testing.T) {
	if got := majorOf("/usr/lib/postgresql/15/bin"); got != 15 {
		t.Errorf("major %d, want 15", got)
	}
	if got := majorOf("/opt/bin"); got != 0 {
		t.Errorf("major %d, want 0", got)
	}
}
