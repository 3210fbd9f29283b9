package wxr

// next reads one thing between fields: white space, stray text, something
// aside or a tag. It reports false at the end of the stream.
func (r *reader) next() bool {
	r.win.skip(r.win.space(0, readSize))
	if !r.win.fill(1) {
		return false
	}
	r.place = Where{Offset: r.win.base, Line: r.win.line}
	switch {
	case r.win.at(0) != '<':
		r.stray()
	case r.win.has(0, "<!--"):
		r.aside("-->")
	case r.win.has(0, cdataStart):
		r.note(NoteStray, "A CDATA section was left out.", "it stands outside of any field", 1)
		r.aside(cdataEnd)
	case r.win.has(0, "<?"):
		r.aside("?>")
	case r.win.has(0, "<!"):
		r.aside(">")
	default:
		r.tag()
	}
	return true
}

// aside gives up a comment or the like, up to its end.
func (r *reader) aside(end string) {
	s := r.asides[end]
	if s == nil {
		s = &seeker{pat: []byte(end)}
		r.asides[end] = s
	}
	if i := s.next(r.win, 2, maxAside); i >= 0 {
		r.win.skip(i + len(end))
		return
	}
	r.note(NoteTag, "The opening sign alone was passed over.", "a comment or instruction does not end", 1)
	r.win.skip(2)
}

// stray gives up text that stands outside of any field, and quotes it.
func (r *reader) stray() {
	end := 0
	for more := true; more; more = !r.beginsTag(end) {
		if end = r.win.index([]byte("<"), end+1, readSize); end < 0 {
			end = min(readSize, len(r.win.view()))
			break
		}
	}
	r.note(NoteStray, "Text was left out.", "it stands outside of any field: “"+quote(r.win.view()[:end])+"”", 1)
	r.win.skip(end)
}

// beginsTag reports whether the < at a position may begin a tag or the like.
func (r *reader) beginsTag(at int) bool {
	c := r.win.at(at + 1)
	return c == '/' || c == '!' || c == '?' || isNameByte(c, true)
}
