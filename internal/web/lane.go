package web

import (
	"context"
	"time"

	"dateline/internal/news"
)

// Lane bounds how many requests do one kind of costly work at once. Whoever
// finds it full waits a moment, and is then asked to come back.
type Lane struct {
	places chan struct{}
	wait   time.Duration
}

// NewLane returns a lane of some width in which a request waits at most so
// long for its place.
func NewLane(width int, wait time.Duration) *Lane {
	return &Lane{places: make(chan struct{}, max(1, width)), wait: wait}
}

// Enter takes a place; leave must be called to give it back. The error is
// Unavailable when the lane stayed full.
func (l *Lane) Enter(ctx context.Context) (leave func(), err error) {
	select {
	case l.places <- struct{}{}:
		return l.leave, nil
	default:
	}
	timer := time.NewTimer(l.wait)
	defer timer.Stop()
	select {
	case l.places <- struct{}{}:
		return l.leave, nil
	case <-timer.C:
		return nil, news.Errorf(news.Unavailable, "", "Too many people are doing this at once. Try again in a few seconds.")
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (l *Lane) leave() { <-l.places }
