package demo

import (
	"encoding/binary"
	"math/rand/v2"
	"sync"
	"time"

	"dateline/internal/news"
)

// Clock is the time by which the demo's acts are dated. It is set to each
// act's own time.
type Clock struct {
	mu  sync.Mutex
	now time.Time
}

// Now returns the time that was set last.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *Clock) set(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = t
}

// SeededIDs makes the same ids in the same order each time, so that two demo
// newsrooms look alike.
func SeededIDs() func() news.ID {
	var seed [32]byte
	binary.LittleEndian.PutUint64(seed[:], 1815)
	r := rand.NewChaCha8(seed)
	var mu sync.Mutex
	return func() news.ID {
		mu.Lock()
		defer mu.Unlock()
		for {
			if id := news.ID(r.Uint64() >> 1); id != 0 {
				return id
			}
		}
	}
}
