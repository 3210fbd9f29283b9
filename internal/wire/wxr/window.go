package wxr

import (
	"bytes"
	"io"
)

const (
	readSize = 64 << 10
	maxIdle  = 100 // empty reads in a row before the source is given up
)

// window is a bounded view of a stream: bytes come in at its end on demand
// and are given up at its start. Positions are counted from its start.
type window struct {
	src  io.Reader
	buf  []byte
	from int   // start of the bytes in view
	base int64 // offset of buf[from] in the stream
	line int   // line of buf[from]
	err  error // why no more can be read, io.EOF at the end
}

func newWindow(src io.Reader) *window {
	return &window{src: src, buf: make([]byte, 0, 4*readSize), line: 1}
}

// view returns all bytes that have been read and not given up.
func (w *window) view() []byte { return w.buf[w.from:] }

// fill reads until n bytes are in view. It reports false when the stream ends
// before that.
func (w *window) fill(n int) bool {
	for idle := 0; len(w.buf)-w.from < n; idle++ {
		if idle > maxIdle {
			w.err = io.ErrNoProgress
		}
		if w.err != nil {
			return false
		}
		w.room()
		k, err := w.src.Read(w.buf[len(w.buf):cap(w.buf)])
		w.buf, w.err = w.buf[:len(w.buf)+k], err
		if k > 0 {
			idle = 0
		}
	}
	return true
}

// room makes space for reading. Bytes move only when they fill less than half
// of the buffer, so that each is moved a constant number of times on average.
func (w *window) room() {
	if cap(w.buf)-len(w.buf) >= readSize {
		return
	}
	kept := w.view()
	if len(kept) > cap(w.buf)/2 {
		grown := make([]byte, len(kept), 2*cap(w.buf))
		copy(grown, kept)
		w.buf, w.from = grown, 0
		return
	}
	copy(w.buf[:len(kept)], kept)
	w.buf, w.from = w.buf[:len(kept)], 0
}

// skip gives up n bytes.
func (w *window) skip(n int) {
	w.line += bytes.Count(w.buf[w.from:w.from+n], newline)
	w.from += n
	w.base += int64(n)
}

var newline = []byte("\n")

// at returns the byte at position i, or 0 beyond the end of the stream.
func (w *window) at(i int) byte {
	if !w.fill(i + 1) {
		return 0
	}
	return w.buf[w.from+i]
}

// has reports whether s stands at position i.
func (w *window) has(i int, s string) bool {
	return w.fill(i+len(s)) && string(w.view()[i:i+len(s)]) == s
}

// index returns the first position of pat from at on, or -1 when it does not
// begin before limit.
func (w *window) index(pat []byte, at, limit int) int {
	for {
		v := w.view()
		if end := min(len(v), limit+len(pat)-1); at < end {
			if i := bytes.Index(v[at:end], pat); i >= 0 {
				return at + i
			}
			at = max(at, end-len(pat)+1)
		}
		if at >= limit || !w.fill(max(len(v), at)+1) {
			return -1
		}
	}
}

// space returns the first position from at on that is not white space, or
// limit when there is none before.
func (w *window) space(at, limit int) int {
	for at < limit && w.fill(at+1) && isSpace(w.buf[w.from+at]) {
		at++
	}
	return at
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// seeker finds a pattern ahead and remembers what it saw, in offsets of the
// stream: asked again from the same or a later place, it does not look twice
// at a byte. That keeps the repair of broken fields linear.
type seeker struct {
	pat        []byte
	from, till int64 // the pattern does not begin in [from, till)
	hit        bool  // it begins at till
}

// next returns the first position of the pattern from at on, -1 when it does
// not begin before limit.
func (s *seeker) next(w *window, at, limit int) int {
	place := w.base + int64(at)
	if place < s.from || place > s.till {
		s.from, s.till, s.hit = place, place, false
	}
	if !s.hit {
		start := max(at, int(s.till-w.base))
		i := w.index(s.pat, start, limit)
		if i < 0 {
			seen := min(limit, len(w.view())-len(s.pat)+1)
			s.till = max(s.till, w.base+int64(seen))
			return -1
		}
		s.till, s.hit = w.base+int64(i), true
	}
	if i := int(s.till - w.base); i < limit {
		return i
	}
	return -1
}
