package library

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"sync/atomic"

	"dateline/internal/news"
)

// maxWaiting is how many uploads wait for a lane before others are refused.
const maxWaiting = 32

// workshop opens strangers' files in child processes, a bounded number at once.
type workshop struct {
	program string
	lanes   chan struct{}
	waiting atomic.Int32
}

func newWorkshop(program string, lanes int) *workshop {
	return &workshop{program: program, lanes: make(chan struct{}, lanes)}
}

// open has a child decode a file and make its renditions. What the child
// refuses, and what kills it, is Invalid or TooLarge with a remedy.
func (w *workshop) open(ctx context.Context, file io.Reader, o order) (*work, error) {
	if err := w.enter(ctx); err != nil {
		return nil, err
	}
	defer func() { <-w.lanes }()
	answer, err := w.run(ctx, file, o)
	if err != nil {
		return nil, err
	}
	if answer.Refusal == nil {
		return answer, nil
	}
	kind := news.Invalid
	if answer.Refusal.TooLarge {
		kind = news.TooLarge
	}
	return nil, &news.Error{Kind: kind, Field: "file", Message: answer.Refusal.Message, Err: errors.New(answer.Refusal.Cause)}
}

// enter waits for a lane.
func (w *workshop) enter(ctx context.Context) error {
	defer w.waiting.Add(-1)
	if w.waiting.Add(1) > maxWaiting {
		return news.Errorf(news.Unavailable, "file", "Many pictures are being taken in just now. Send yours again in a minute.")
	}
	select {
	case w.lanes <- struct{}{}:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("wait for a lane: %w", ctx.Err())
	}
}

func (w *workshop) run(ctx context.Context, file io.Reader, o order) (*work, error) {
	program, err := w.path()
	if err != nil {
		return nil, fmt.Errorf("open picture: %w", err)
	}
	limited, cancel := context.WithTimeout(ctx, MaxTime)
	defer cancel()
	child := exec.CommandContext(limited, program, o.args()...)
	child.Env = []string{} // no token of ours is handed on
	child.Dir = os.TempDir()
	child.Stdin = file
	said := &complaint{most: MaxComplaint}
	child.Stderr = said
	return converse(ctx, child, said)
}

// path names the program to run. The running program itself is called by a
// name that stays right when its file is replaced by a newer version.
func (w *workshop) path() (string, error) {
	switch {
	case w.program != "":
		return w.program, nil
	case runtime.GOOS == "linux":
		return "/proc/self/exe", nil
	}
	return os.Executable()
}

// converse starts the child, reads its answer and waits for its end.
func converse(ctx context.Context, child *exec.Cmd, said *complaint) (*work, error) {
	out, err := child.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("open picture: %w", err)
	}
	if err := child.Start(); err != nil {
		return nil, fmt.Errorf("open picture: %w", err)
	}
	answer, err := receive(out)
	_, _ = io.Copy(io.Discard, io.LimitReader(out, MaxAnswer)) // so that the child can end; Wait tells how it did
	if e := child.Wait(); e != nil {
		err = e
	}
	if e := ctx.Err(); e != nil {
		return nil, fmt.Errorf("open picture: %w", e)
	}
	if err != nil {
		return nil, &news.Error{Kind: news.Invalid, Field: "file",
			Message: "The picture could not be opened with the memory and time that one picture may take. Open it in a picture program and save it anew as JPEG.",
			Err:     errors.Join(err, errors.New(said.String()))}
	}
	return answer, nil
}

// complaint keeps the first bytes of what a child complains of.
type complaint struct {
	bytes.Buffer
	most int
}

// Write implements io.Writer; it never fails.
func (c *complaint) Write(p []byte) (int, error) {
	c.Buffer.Write(p[:min(len(p), max(0, c.most-c.Len()))])
	return len(p), nil
}
