package app_test

import (
	"os"
	"testing"

	"dateline/internal/app"
)

// TestMain lets the tests' program stand in for the real one: it opens
// pictures for itself, and works until it is killed.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 {
		switch os.Args[1] {
		case app.BenchCommand:
			os.Exit(app.Bench(os.Args[2:], os.Stdin, os.Stdout))
		case victimCommand:
			os.Exit(victim(os.Args[2:]))
		}
	}
	os.Exit(m.Run())
}
