package news

import "time"

// Instant is a moment as it is stored: microseconds since 1970, UTC. 0 is no
// moment.
type Instant int64

// InstantOf rounds a time down to microseconds; the zero time is no moment.
func InstantOf(t time.Time) Instant {
	if t.IsZero() {
		return 0
	}
	return Instant(t.UnixMicro())
}

// Time returns the moment in UTC; no moment is the zero time.
func (i Instant) Time() time.Time {
	if i == 0 {
		return time.Time{}
	}
	return time.UnixMicro(int64(i)).UTC()
}

// IsZero says whether there is no moment.
func (i Instant) IsZero() bool { return i == 0 }
