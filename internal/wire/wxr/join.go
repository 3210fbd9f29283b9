package wxr

import "bytes"

// join makes the text of a field from its parts. White space around CDATA
// sections is the file's layout and not text.
func (s *fieldScan) join() string {
	view := s.r.win.view()
	if len(s.parts) == 1 && s.parts[0].cdata {
		p := s.parts[0]
		return s.r.clean(unsplit(view[p.from:p.to]))
	}
	var out []byte
	sections := 0
	for _, p := range s.parts {
		b := view[p.from:p.to]
		switch {
		case p.cdata:
			sections++
			b = unsplit(b)
		case s.loose && isMarkup(s.open.name):
			s.noteField(NoteTag, "The field was read as HTML.", "its markup is not escaped")
		default:
			b = s.r.unescape(b)
		}
		out = append(out, b...)
	}
	if s.loose && !isMarkup(s.open.name) {
		s.noteField(NoteTag, "Signs < were kept as they stand.", "they are not escaped")
	}
	if sections > 0 {
		return s.r.clean(s.trimLayout(out))
	}
	return s.r.clean(bytes.TrimSpace(out))
}

// trimLayout removes the white space before the first and behind the last
// CDATA section.
func (s *fieldScan) trimLayout(out []byte) []byte {
	view := s.r.win.view()
	if p := s.parts[0]; !p.cdata && len(bytes.TrimSpace(view[p.from:p.to])) == 0 {
		out = out[p.to-p.from:]
	}
	if p := s.parts[len(s.parts)-1]; !p.cdata && len(bytes.TrimSpace(view[p.from:p.to])) == 0 {
		out = out[:len(out)-(p.to-p.from)]
	}
	return out
}

// unsplit joins what WordPress split so that ]]> can stand in a section. It
// matters only in sections whose end had to be searched for.
func unsplit(b []byte) []byte {
	if !bytes.Contains(b, []byte(cdataSplit)) {
		return b
	}
	return bytes.ReplaceAll(b, []byte(cdataSplit), nil)
}

// isMarkup reports whether a field holds HTML.
func isMarkup(name string) bool {
	switch name {
	case "content:encoded", "excerpt:encoded", encoded, "description", "wp:comment_content", "wp:meta_value":
		return true
	}
	return false
}

// discard gives up a field that is too large, up to its end tag or to the end
// of its item.
func (r *reader) discard(open tag) {
	for {
		at := r.win.index([]byte("</"), 0, readSize)
		if at < 0 {
			if !r.win.fill(2) {
				r.cut = true
				r.win.skip(len(r.win.view()))
				return
			}
			r.win.skip(min(readSize, len(r.win.view())) - 1)
			continue
		}
		r.win.skip(at)
		raw, _ := r.nameAt(0)
		name := r.names.of(raw)
		if name == "item" || name == "channel" {
			return
		}
		r.win.skip(2)
		if bracket := r.tagEnd(len(raw)); name == open.name && bracket >= 0 {
			if after := r.win.space(bracket+1, maxTag); r.structural(after, "") {
				r.win.skip(bracket + 1)
				return
			}
		}
	}
}
