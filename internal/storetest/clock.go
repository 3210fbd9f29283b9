package storetest

import (
	"sync/atomic"
	"time"

	"dateline/internal/news"
)

// Clock is a clock that a test owns: it stands still until it is moved.
type Clock struct{ micros atomic.Int64 }

// NewClock returns a clock that stands at noon of 9 June 2015, UTC.
func NewClock() *Clock {
	c := &Clock{}
	c.Set(time.Date(2015, 6, 9, 12, 0, 0, 0, time.UTC))
	return c
}

// Set moves the clock to a moment.
func (c *Clock) Set(t time.Time) { c.micros.Store(t.UnixMicro()) }

// Advance moves the clock on.
func (c *Clock) Advance(d time.Duration) { c.micros.Add(d.Microseconds()) }

// Now is what the clock shows; hand it to store.Options.
func (c *Clock) Now() time.Time { return time.UnixMicro(c.micros.Load()).UTC() }

// Instant is what the clock shows as the store keeps it.
func (c *Clock) Instant() news.Instant { return news.InstantOf(c.Now()) }
