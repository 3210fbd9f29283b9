package app

import (
	"os"
	"runtime/debug"
)

// spare is the memory in bytes that the program may hold beside its page cache
// before it collects harder. What it needs with 20,000 stories is a third.
const spare = 64 << 20

// memoryLimit is how much memory the program should manage with, for a page
// cache of so many bytes. The collector alone would let garbage grow to the
// size of the cache.
func memoryLimit(cache int64) int64 { return cache + max(spare, cache/2) }

// garbage is how many times the living data may grow by garbage before it is
// collected, in per cent: what a page leaves behind is small beside the limit,
// and collecting it at every doubling takes a tenth of the processor.
const garbage = 400

// boundMemory tells the collector, unless whoever runs the program has, and
// gives back what only the start needed.
func (a *App) boundMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit(a.config.CacheMB << 20))
	}
	debug.FreeOSMemory()
}
