package app

import (
	"fmt"
	"io"
	"os"
	"time"

	"dateline/internal/wire"
)

// bar shows how far an import has come: on a terminal in one line that is
// written over, elsewhere with a line every so often.
type bar struct {
	out      io.Writer
	terminal bool
	now      func() time.Time
	began    time.Time
	last     time.Time
}

// How often progress is shown.
const (
	everyTerminal = 200 * time.Millisecond
	everyLine     = 15 * time.Second
)

func newBar(out io.Writer, now func() time.Time) *bar {
	b := &bar{out: out, now: now, began: now(), last: now()}
	if f, ok := out.(*os.File); ok {
		info, err := f.Stat()
		b.terminal = err == nil && info.Mode()&os.ModeCharDevice != 0
	}
	return b
}

func (b *bar) show(p wire.Progress) {
	every := everyLine
	if b.terminal {
		every = everyTerminal
	}
	at := b.now()
	if at.Sub(b.last) < every {
		return
	}
	b.last = at
	line := fmt.Sprintf("%d of %d items, %d stories, %s", p.Items, p.Of, p.Stories, b.last.Sub(b.began).Round(time.Second))
	if b.terminal {
		fmt.Fprintf(b.out, "\r\x1b[K%s", line)
		return
	}
	fmt.Fprintln(b.out, line)
}

// end clears the line.
func (b *bar) end() {
	if b.terminal {
		fmt.Fprint(b.out, "\r\x1b[K")
	}
}
