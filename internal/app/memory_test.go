package app

import "testing"

// TestMemoryLimit holds the limit above the cache by what the collector needs
// to work with, whatever the cache's size.
func TestMemoryLimit(t *testing.T) {
	for cache, want := range map[int64]int64{0: 64 << 20, 64 << 20: 128 << 20, 1 << 30: 3 << 29} {
		if got := memoryLimit(cache); got != want {
			t.Errorf("memoryLimit(%d MB) = %d MB, want %d", cache>>20, got>>20, want>>20)
		}
	}
}
