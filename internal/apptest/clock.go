package apptest

import (
	"sync/atomic"
	"time"

	"dateline/internal/news"
)

// morning is when every house opens: an ordinary Thursday, far from the turn
// of a day or a month in each of the editions' zones.
var morning = time.Date(2026, time.June, 18, 9, 30, 0, 0, time.UTC)

// Clock is the time of a house. It stands still until the test moves it.
type Clock struct{ micros atomic.Int64 }

// newClock returns a clock that stands at the morning.
func newClock() *Clock {
	c := &Clock{}
	c.micros.Store(morning.UnixMicro())
	return c
}

// Now returns the time.
func (c *Clock) Now() time.Time { return time.UnixMicro(c.micros.Load()).UTC() }

// Instant returns the time as it is stored.
func (c *Clock) Instant() news.Instant { return news.Instant(c.micros.Load()) }

// Pass moves the clock forward.
func (c *Clock) Pass(d time.Duration) { c.micros.Add(d.Microseconds()) }
