package accounts

import (
	"sync"
	"time"
)

// maxThrottled bounds the keys that a throttle remembers.
const maxThrottled = 20_000

// throttle counts tries by key: a bucket of tries that fills by one in each
// pause. A key that is not there has a full bucket.
type throttle struct {
	mu    sync.Mutex
	tries float64
	pause time.Duration
	keys  map[[16]byte]bucket
}

type bucket struct {
	left float64
	at   time.Time
}

func newThrottle(tries int, pause time.Duration) *throttle {
	return &throttle{tries: float64(tries), pause: pause, keys: map[[16]byte]bucket{}}
}

// take uses up one try of a key and says whether there was one.
func (t *throttle) take(key [16]byte, now time.Time) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	b, known := t.keys[key]
	if !known {
		t.makeRoom(now)
		b = bucket{left: t.tries, at: now}
	}
	b = t.filled(b, now)
	allowed := b.left >= 1
	if allowed {
		b.left--
	}
	t.keys[key] = b
	return allowed
}

// giveBack returns the try of somebody who was right.
func (t *throttle) giveBack(key [16]byte) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if b, ok := t.keys[key]; ok {
		b.left = min(t.tries, b.left+1)
		t.keys[key] = b
	}
}

func (t *throttle) filled(b bucket, now time.Time) bucket {
	if gone := now.Sub(b.at); gone > 0 {
		b.left = min(t.tries, b.left+float64(gone)/float64(t.pause))
		b.at = now
	}
	return b
}

// makeRoom forgets the keys that are full again; where none is, any one, so
// that the bound holds.
func (t *throttle) makeRoom(now time.Time) {
	if len(t.keys) < maxThrottled {
		return
	}
	for key, b := range t.keys {
		if t.filled(b, now).left >= t.tries {
			delete(t.keys, key)
		}
	}
	for key := range t.keys {
		if len(t.keys) < maxThrottled {
			return
		}
		delete(t.keys, key)
	}
}
