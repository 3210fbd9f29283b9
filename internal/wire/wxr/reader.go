package wxr

import (
	"context"
	"errors"
	"io"
	"iter"

	"golang.org/x/text/encoding"

	"dateline/internal/news"
)

// Options say how to read what an export leaves open. The zero value is right
// for most.
type Options struct {
	// Legacy names the encoding (as on the web, e.g. "windows-1256") of bytes
	// that are not UTF-8 where the file does not declare one. Empty means
	// windows-1252.
	Legacy string
	// Zone is the old site's time zone, for dates that the file gives in local
	// time only; a name such as "Europe/Vienna". Empty means UTC.
	Zone string
}

// Read streams the records of an export, plain or gzip-compressed. A pair has
// either a record or an error; an error is the last pair. Its kind is
// news.Invalid when the file is at fault, and its message then says what the
// file is or after which item it broke; everything before has been delivered.
// The memory used depends on the largest item, not on the export.
func Read(ctx context.Context, src io.Reader, opt Options) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		r, err := open(src, opt)
		if err != nil {
			yield(nil, err)
			return
		}
		r.ctx, r.yield = ctx, yield
		if err := r.run(); err != nil && !r.stopped {
			yield(nil, err)
		}
	}
}

// reader holds the state of one reading.
type reader struct {
	ctx     context.Context
	yield   func(Record, error) bool
	stopped bool // the caller wants no more
	zone    zone

	legacy     encoding.Encoding
	legacyName string

	win        *window
	names      *names
	sectionEnd *seeker
	itemEdge   *seeker
	asides     map[string]*seeker // ends of comments and the like
	endTags    map[string]*seeker // ends of fields, by name as written
	tailOf     int64              // the end tag that tail is about
	tail       int64              // where the ]]> before it begins, -1

	stack   []string // open containers; the channel is always there
	place   Where    // of the tag being read
	pad     pad
	quiet   bool // inside something that is left out: no notes
	closed  bool // the channel's or the document's end tag was seen
	cut     bool // the stream ended inside a field
	refusal string

	channel    *Channel
	announced  bool // the channel has been delivered
	author     *Author
	term       *Term
	item       *Item
	itemSize   int
	comment    *Comment
	meta       Meta
	last       Where // the last item that was read whole
	amongItems bool  // an item has ended since the channel began
	check      checks
	leftOut    tally
}

func newReader(src io.Reader) *reader {
	return &reader{
		win:        newWindow(src),
		names:      newNames(),
		sectionEnd: &seeker{pat: []byte(cdataEnd)},
		itemEdge:   &seeker{pat: []byte("</item")},
		asides:     map[string]*seeker{},
		endTags:    map[string]*seeker{},
		tailOf:     -1,
		stack:      []string{channelName},
		channel:    &Channel{},
		check:      newChecks(),
		leftOut:    tally{},
	}
}

// run reads until the end of the stream or until the caller wants no more.
func (r *reader) run() error {
	for !r.stopped && !r.cut {
		if err := r.ctx.Err(); err != nil {
			return err
		}
		if !r.next() {
			break
		}
	}
	if r.stopped {
		return nil
	}
	return r.finish()
}

func (r *reader) tag() {
	t, ok := r.tagAt(0)
	if !ok {
		r.stray()
		return
	}
	r.win.skip(t.size)
	if t.name == encoded {
		t.name = r.whichEncoded()
	}
	if why := r.names.guessed[t.raw]; why != "" && !t.end {
		delete(r.names.guessed, t.raw)
		r.note(NoteNamespace, "The element "+t.raw+" was read as "+t.name+".", why, 1)
	}
	if t.end {
		r.endTagOf(t)
		return
	}
	r.startTagOf(t)
}

// whichEncoded tells content from excerpt by their order.
func (r *reader) whichEncoded() string {
	if r.item != nil && r.item.Content != "" {
		return "excerpt:encoded"
	}
	return "content:encoded"
}

// endTag returns the seeker for the end tag of a field.
func (r *reader) endTag(raw string) *seeker {
	s := r.endTags[raw]
	if s == nil {
		s = &seeker{pat: []byte("</" + raw)}
		if len(r.endTags) < maxNames {
			r.endTags[raw] = s
		}
	}
	return s
}

func (r *reader) note(kind NoteKind, what, why string, count int) {
	if !r.quiet {
		r.pad.add(Note{Where: r.place, Kind: kind, What: what, Why: why, Count: count})
	}
}

// deliver hands a record to the caller.
func (r *reader) deliver(rec Record) {
	if !r.stopped && !r.yield(rec, nil) {
		r.stopped = true
	}
}

// flush delivers the notes that have gathered.
func (r *reader) flush() {
	for _, n := range r.pad.take() {
		r.deliver(n)
	}
}

// finish delivers what is still to say and reports how the export ended.
func (r *reader) finish() error {
	r.announce()
	truncated := r.cut || !r.closed
	if !truncated {
		r.closeAbove(0)
	}
	r.flush()
	r.summary()
	if err := r.win.err; err != nil && !errors.Is(err, io.EOF) {
		return r.broken(err)
	}
	if truncated {
		return r.broken(nil)
	}
	return nil
}

// broken says after which item the stream ended too early.
func (r *reader) broken(cause error) error {
	after := "before the first item"
	if r.last.Line > 0 {
		after = "after " + r.last.name()
	}
	if r.item != nil {
		after += ", inside " + r.item.named().name()
	}
	e := news.Errorf(news.Invalid, "export", "The export breaks off %s (line %d). Everything before that was read; export the site again to get the rest.", after, r.win.line)
	e.Err = cause
	return e
}
