package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"dateline/internal/tools/postgres"
)

// withDatabase starts one PostgreSQL for all packages, so that not every test
// binary starts its own, and returns the environment that leads tests to it.
// A single package starts its own when it needs one. Without PostgreSQL the
// tests themselves skip, which is judged as any skip is.
func withDatabase(ctx context.Context, out io.Writer, packages []string) (env []string, stop func()) {
	env = os.Environ()
	if len(packages) < 2 || os.Getenv(postgres.Variable) != "" {
		return env, func() {}
	}
	server, err := postgres.Start(ctx, postgres.Options{})
	if err != nil {
		fmt.Fprintln(out, "PostgreSQL:", err)
		return env, func() {}
	}
	return append(env, postgres.Variable+"="+server.URL("postgres")), server.Stop
}
