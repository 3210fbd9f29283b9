package main

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
)

// listPackages expands patterns such as ./... to import paths.
func listPackages(ctx context.Context, patterns []string) ([]string, error) {
	cmd := exec.CommandContext(ctx, "go", append([]string{"list"}, patterns...)...)
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list %s: %w%s", strings.Join(patterns, " "), err, stderrOf(err))
	}
	packages := strings.Fields(string(out))
	if len(packages) == 0 {
		return nil, fmt.Errorf("go list %s: no packages", strings.Join(patterns, " "))
	}
	return packages, nil
}

// stderrOf returns what a failed command said, on its own line.
func stderrOf(err error) string {
	if exit, ok := errors.AsType[*exec.ExitError](err); ok && len(exit.Stderr) > 0 {
		return "\n" + strings.TrimSpace(string(exit.Stderr))
	}
	return ""
}
