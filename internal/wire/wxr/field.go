package wxr

import "bytes"

// part is a stretch of a field, in positions of the window.
type part struct {
	from, to int
	cdata    bool
}

// fieldScan finds where a field ends. In a sound file that is its end tag
// after a CDATA section or escaped text. In a broken one the section may hold
// another one, or never end, or the end tag may be missing: then what follows
// decides, read by the names that a WordPress export is made of.
type fieldScan struct {
	r     *reader
	open  tag
	parts []part
	start int  // of the part being read
	end   int  // of the field, when done: where its end tag begins
	next  int  // where reading goes on
	loose bool // unescaped '<' in text
	fault scanFault
}

type scanFault int

const (
	scanSound    scanFault = iota
	scanCut                // the stream ends inside the field
	scanTooLarge           // longer than MaxField
)

// step is a state of the scan: it moves on and returns the next state, nil
// at the end.
type step func() step

// field reads the field whose start tag has just been given up, and gives it
// up too. It reports false when its text could not be read.
func (r *reader) field(open tag) (string, bool) {
	s := &fieldScan{r: r, open: open}
	for next := s.text; next != nil; {
		next = next()
	}
	switch s.fault {
	case scanCut:
		r.cut = true
		r.win.skip(len(r.win.view()))
		return "", false
	case scanTooLarge:
		r.refuse("the field " + open.raw + " is longer than 8 MB")
		r.discard(open)
		return "", false
	}
	text := s.join()
	r.win.skip(s.next)
	return text, true
}

// text reads outside of CDATA sections, from s.start on.
func (s *fieldScan) text() step {
	win := s.r.win
	for at := s.start; ; at++ {
		at = win.index([]byte("<"), at, MaxField)
		if at < 0 {
			return s.fail()
		}
		switch {
		case win.has(at, cdataStart):
			s.add(s.start, at, false)
			s.start = at + len(cdataStart)
			return s.cdata
		case s.closes(at):
			s.add(s.start, at, false)
			return s.finish(at)
		case s.r.structural(at, s.open.name):
			s.add(s.start, at, false)
			return s.unclosed(at)
		}
		s.loose = true
	}
}

const (
	cdataStart = "<![CDATA["
	cdataEnd   = "]]>"
	cdataSplit = cdataEnd + cdataStart // how WordPress writes ]]> inside of a section: ]]]]><![CDATA[>
)

// cdata reads a CDATA section from s.start on.
func (s *fieldScan) cdata() step {
	win := s.r.win
	end := s.r.sectionEnd.next(win, s.start, MaxField)
	if end < 0 {
		return s.endless()
	}
	behind := end + len(cdataEnd)
	after := win.space(behind, MaxField)
	switch {
	case s.closes(after):
		s.add(s.start, end, true)
		return s.finish(after)
	case win.has(after, cdataStart):
		s.add(s.start, end, true)
		s.add(behind, after, false)
		s.start = after + len(cdataStart)
		return s.cdata
	}
	return s.ambiguous(end, after)
}

// ambiguous decides what a ]]> means that the field's end does not follow.
func (s *fieldScan) ambiguous(end, after int) step {
	if cut := s.endInside(end); cut >= 0 {
		return s.cutAt(cut)
	}
	behind := end + len(cdataEnd)
	if s.r.structural(after, s.open.name) {
		return s.missingEnd(end, after)
	}
	if last := s.lastSection(behind); last >= 0 {
		s.add(s.start, last, true)
		s.noteField(NoteCDATA, "The inner end of a CDATA section was kept as text.", "a CDATA section stands inside another one")
		return s.finish(s.r.win.space(last+len(cdataEnd), MaxField))
	}
	s.add(s.start, end, true)
	s.start = behind
	return s.text
}

// endInside finds the field's end tag inside of a section that seems to go on
// to end, where the export's structure follows it: then the section was never
// closed, and the ]]> found belongs to a later field.
func (s *fieldScan) endInside(end int) int {
	i := s.r.endTag(s.open.raw).next(s.r.win, s.start, min(end, MaxField))
	if i < 0 || !s.closes(i) {
		return -1
	}
	bracket := s.r.tagEnd(i + 2)
	if bracket < 0 {
		return -1
	}
	if after := s.r.win.space(bracket+1, MaxField); s.r.structural(after, "") {
		return i
	}
	return -1
}

// cutAt ends a section that is not closed at the field's end tag.
func (s *fieldScan) cutAt(end int) step {
	s.add(s.start, end, true)
	s.noteField(NoteCDATA, "The field was ended at its end tag.", "its CDATA section is not closed")
	return s.finish(end)
}

// missingEnd handles a ]]> that another field's tag follows. If a field begins
// inside the section already, the ]]> is that one's.
func (s *fieldScan) missingEnd(end, after int) step {
	if raw, closing := s.r.nameAt(after); closing && !s.r.isContainer(s.r.names.of(raw)) {
		if i := s.r.firstStructural(s.start, end, s.open.name); i >= 0 {
			last := len(bytes.TrimRight(s.r.win.view()[:i], " \t\r\n"))
			s.add(s.start, max(s.start, last), true)
			return s.unclosed(i)
		}
	}
	s.add(s.start, end, true)
	return s.unclosed(after)
}

// lastSection returns where the ]]> begins that stands directly before the
// field's end tag, -1 when there is none before the item's end.
func (s *fieldScan) lastSection(from int) int {
	win := s.r.win
	end := s.r.endTag(s.open.raw).next(win, from, MaxField)
	if end < 0 {
		return -1
	}
	if item := s.r.itemEdge.next(win, from, MaxField); item >= 0 && item < end {
		return -1
	}
	if s.r.tailOf != win.base+int64(end) { // asked once for each end tag
		s.r.tailOf = win.base + int64(end)
		s.r.tail = int64(-1)
		text := bytes.TrimRight(win.view()[from:end], " \t\r\n")
		if bytes.HasSuffix(text, []byte(cdataEnd)) {
			s.r.tail = win.base + int64(from+len(text)-len(cdataEnd))
		}
	}
	if s.r.tail < 0 {
		return -1
	}
	return int(s.r.tail - win.base)
}

// endless handles a section whose ]]> is nowhere in reach.
func (s *fieldScan) endless() step {
	if cut := s.endInside(MaxField); cut >= 0 {
		return s.cutAt(cut)
	}
	return s.fail()
}

func (s *fieldScan) fail() step {
	s.fault = scanCut
	if len(s.r.win.view()) >= MaxField {
		s.fault = scanTooLarge
	}
	return nil
}

func (s *fieldScan) add(from, to int, cdata bool) {
	if from < to || cdata {
		s.parts = append(s.parts, part{from, to, cdata})
	}
}

// closes reports whether the field's own end tag stands at a position.
func (s *fieldScan) closes(at int) bool {
	raw, end := s.r.nameAt(at)
	return end && (string(raw) == s.open.raw || s.r.names.of(raw) == s.open.name)
}

// finish ends the field at its end tag.
func (s *fieldScan) finish(at int) step {
	s.end, s.next = at, at
	if bracket := s.r.tagEnd(at + 2); bracket >= 0 {
		s.next = bracket + 1
	} else {
		raw, _ := s.r.nameAt(at)
		s.next = at + 2 + len(raw)
	}
	return nil
}

// unclosed ends the field where the next one begins.
func (s *fieldScan) unclosed(at int) step {
	s.end, s.next = at, at
	s.noteField(NoteTag, "The field was ended where the next one begins.", "its end tag is missing")
	return nil
}

func (s *fieldScan) noteField(kind NoteKind, what, why string) { s.r.note(kind, what, why, 1) }
