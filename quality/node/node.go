// Package node installs the checkers of pages that come from npm (axe-core,
// the Nu checker, Lighthouse) into .cache/node, at the versions that the lock
// files beside it pin.
//
// Start reading at Install. Nothing of this is shipped, and Go alone builds and
// runs everything without it.
package node

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"syscall"
)

// Set is a group of packages that is installed together.
type Set string

// The sets, each a folder with package.json and its lock file.
const (
	Checkers   Set = "checkers"   // axe-core and the Nu checker
	Lighthouse Set = "lighthouse" // Lighthouse
)

// ErrMissing says that the machine has no npm.
var ErrMissing = errors.New("npm is not on this machine: apt-get install nodejs npm")

//go:embed checkers/*.json lighthouse/*.json
var sets embed.FS

// stampFile holds the digest of the lock file that was installed last.
const stampFile = ".installed"

// Install makes sure that a set is installed and returns its node_modules
// folder. It may be called by several processes at once; one installs, the
// others wait.
func Install(ctx context.Context, set Set) (modules string, err error) {
	cache, err := cacheDir()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(cache, string(set))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", fmt.Errorf("node: %w", err)
	}
	unlock, err := lock(filepath.Join(dir, ".lock"))
	if err != nil {
		return "", err
	}
	defer unlock()
	modules = filepath.Join(dir, "node_modules")
	digest, err := copyManifests(set, dir)
	if err != nil {
		return "", err
	}
	stamp := filepath.Join(modules, stampFile)
	if installed, err := os.ReadFile(stamp); err == nil && string(installed) == digest {
		return modules, nil
	}
	if err := npm(ctx, dir); err != nil {
		return "", err
	}
	if err := os.WriteFile(stamp, []byte(digest), 0o644); err != nil {
		return "", fmt.Errorf("node: %w", err)
	}
	return modules, nil
}

// npm installs exactly what the lock file in dir says. No script of a package
// runs.
func npm(ctx context.Context, dir string) error {
	if _, err := exec.LookPath("npm"); err != nil {
		return ErrMissing
	}
	cmd := exec.CommandContext(ctx, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("node: npm ci in %s: %w: %s", dir, err, strings.TrimSpace(string(out)))
	}
	return nil
}

// copyManifests writes the set's package.json and lock file to dir and returns
// a digest of both.
func copyManifests(set Set, dir string) (digest string, err error) {
	sum := sha256.New()
	for _, name := range []string{"package.json", "package-lock.json"} {
		text, err := fs.ReadFile(sets, path.Join(string(set), name))
		if err != nil {
			return "", fmt.Errorf("node: %w", err)
		}
		_, _ = sum.Write(text)
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			return "", fmt.Errorf("node: %w", err)
		}
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// lock waits until no other process holds the file and takes it.
func lock(name string) (unlock func(), err error) {
	file, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, fmt.Errorf("node: %w", err)
	}
	if err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX); err != nil {
		_ = file.Close()
		return nil, fmt.Errorf("node: lock: %w", err)
	}
	return func() { _ = file.Close() }, nil
}

// cacheDir returns .cache/node of the repository that the process runs in.
func cacheDir() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("node: %w", err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return filepath.Join(dir, ".cache", "node"), nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", errors.New("node: not inside the repository: no go.mod above the working directory")
		}
		dir = parent
	}
}
