package postgres

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
)

// binPattern is where Debian keeps the server's programs, a directory per
// major version; they are not on the PATH.
const binPattern = "/usr/lib/postgresql/*/bin"

// binDir returns the directory of the newest PostgreSQL installed.
func binDir() (string, error) {
	dirs, err := filepath.Glob(binPattern)
	if err != nil {
		return "", fmt.Errorf("postgres: %w", err)
	}
	slices.SortFunc(dirs, func(a, b string) int { return majorOf(b) - majorOf(a) })
	for _, dir := range dirs {
		if _, err := os.Stat(filepath.Join(dir, "initdb")); err == nil {
			return dir, nil
		}
	}
	if path, err := exec.LookPath("initdb"); err == nil {
		return filepath.Dir(path), nil
	}
	return "", ErrMissing
}

// majorOf returns the version in /usr/lib/postgresql/15/bin, 0 when there is none.
func majorOf(dir string) int {
	n, _ := strconv.Atoi(filepath.Base(filepath.Dir(dir)))
	return n
}

// unprivileged returns whom to run the server as. PostgreSQL refuses to run as
// root, so root lends it the account that the package made; anybody else runs
// it as themselves (nil).
func unprivileged() (*syscall.Credential, error) {
	if os.Geteuid() != 0 {
		return nil, nil //nolint:nilnil // nil is a value here: no change of user
	}
	account, err := user.Lookup(owner)
	if err != nil {
		return nil, fmt.Errorf("%w (there is no user %q)", ErrMissing, owner)
	}
	uid, err := strconv.ParseUint(account.Uid, 10, 32)
	if err != nil {
		return nil, fmt.Errorf("postgres: user id of %s: %w", owner, err)
	}
	gid, err := strconv.ParseUint(account.Gid, 10, 32)
	if err != nil {
		return nil, fmt.Errorf("postgres: group id of %s: %w", owner, err)
	}
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, nil
}

// confine makes a command run as the server's user, in a directory that this
// user can read, and away from the locale and settings of whoever runs it.
func (s *Server) confine(cmd *exec.Cmd) {
	cmd.Dir = s.dir
	cmd.Env = []string{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"}
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: s.account}
}

// freePort asks the kernel for a port that nobody listens on.
func freePort(ctx context.Context) (int, error) {
	var config net.ListenConfig
	l, err := config.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return 0, fmt.Errorf("postgres: %w", err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}
