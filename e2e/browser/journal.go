package browser

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// quietLook is how often the journal is looked at for silence, and how long
// silence must last: a script that has just arrived may ask for more.
const quietLook = 50 * time.Millisecond

// journal keeps what happens on a page.
type journal struct {
	mu       sync.Mutex
	problems []string
	asked    []string
	underway map[network.RequestID]string // addresses of requests without an end
	bytes    float64
	begun    int // requests so far
}

func newJournal() *journal { return &journal{underway: map[network.RequestID]string{}} }

// note takes in one event of the browser. It runs in the loop that reads the
// browser's messages and must be quick.
func (j *journal) note(event any) {
	j.mu.Lock()
	defer j.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		j.begin(e)
	case *network.EventResponseReceived:
		if e.Response.Status >= 400 && e.Type != network.ResourceTypeDocument {
			j.blame("request: %s: status %d", e.Response.URL, e.Response.Status)
		}
	case *network.EventLoadingFinished:
		delete(j.underway, e.RequestID)
		j.bytes += e.EncodedDataLength
	case *network.EventLoadingFailed:
		j.fail(e)
	case *runtime.EventExceptionThrown:
		j.blame("script: %v", &chromedp.ExceptionError{ExceptionDetails: e.ExceptionDetails})
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeAssert {
			j.blame("console: %s", words(e.Args))
		}
	case *log.EventEntryAdded:
		// Failed requests are noted above, with their address.
		if e.Entry.Level == log.EntryLevelError && e.Entry.Source != log.EntrySourceNetwork {
			j.blame("%s: %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL)
		}
	}
}

func (j *journal) begin(e *network.EventRequestWillBeSent) {
	if !strings.HasPrefix(e.Request.URL, "http") {
		return // data: and blob: never end in an event
	}
	j.underway[e.RequestID] = e.Request.URL
	j.asked = append(j.asked, e.Request.URL)
	j.begun++
}

// fail notes a request that failed, unless the page itself gave it up.
func (j *journal) fail(e *network.EventLoadingFailed) {
	address := j.underway[e.RequestID]
	delete(j.underway, e.RequestID)
	if e.Canceled && e.BlockedReason == "" {
		return
	}
	j.blame("request: %s: %s %s", address, e.ErrorText, e.BlockedReason)
}

func (j *journal) blame(format string, args ...any) {
	j.problems = append(j.problems, strings.TrimSpace(fmt.Sprintf(format, args...)))
}

// awaitQuiet returns when no request has been under way for a moment.
func (j *journal) awaitQuiet(ctx context.Context) error {
	tick := time.NewTicker(quietLook)
	defer tick.Stop()
	for before := -1; ; {
		open, begun := j.state()
		if len(open) == 0 && begun == before {
			return nil
		}
		before = begun
		select {
		case <-ctx.Done():
			return fmt.Errorf("not quiet, waiting for %q: %w", open, ctx.Err())
		case <-tick.C:
		}
	}
}

// state returns the requests under way and how many there have been.
func (j *journal) state() (open []string, begun int) {
	j.mu.Lock()
	defer j.mu.Unlock()
	for _, address := range j.underway {
		open = append(open, address)
	}
	return open, j.begun
}

func (j *journal) found() []string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return append([]string(nil), j.problems...)
}

func (j *journal) addresses() []string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return append([]string(nil), j.asked...)
}

func (j *journal) transferred() int64 {
	j.mu.Lock()
	defer j.mu.Unlock()
	return int64(j.bytes)
}

// words spells what a script gave to the console.
func words(args []*runtime.RemoteObject) string {
	var all []string
	for _, arg := range args {
		if arg.Description != "" {
			all = append(all, arg.Description)
		} else {
			all = append(all, string(arg.Value))
		}
	}
	return strings.Join(all, " ")
}
