package store_test

import (
	"testing"

	"dateline/internal/storetest"
)

func TestConformance(t *testing.T) {
	storetest.Both(t, storetest.Run)
}

// TestConcurrency stands apart, so that the gate can run it under the race
// detector.
func TestConcurrency(t *testing.T) {
	storetest.Both(t, storetest.RunConcurrent)
}
