package theme

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"sync"

	"dateline/internal/page"
)

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// maxPooled is the largest buffer kept for the next page, in bytes.
const maxPooled = 1 << 20

// Render writes a page. It writes all of it or nothing: a template that fails
// half-way leaves w untouched.
func (t *Theme) Render(ctx context.Context, w io.Writer, p page.Page) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	s, err := t.set(p.Frame().Edition)
	if err != nil {
		return err
	}
	buf := buffers.Get().(*bytes.Buffer)
	buf.Reset()
	defer keep(buf)
	if err := s[p.Kind()].Execute(buf, p); err != nil {
		return fmt.Errorf("theme: render %s: %w", p.Kind(), t.problem(err))
	}
	_, err = w.Write(buf.Bytes())
	return err
}

func keep(buf *bytes.Buffer) {
	if buf.Cap() <= maxPooled {
		buffers.Put(buf)
	}
}
