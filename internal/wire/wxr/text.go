package wxr

import (
	"bytes"
	"html"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// clean turns the bytes of a field into a string that is valid UTF-8 without
// control characters, and notes what it had to change.
func (r *reader) clean(b []byte) string {
	if !utf8.Valid(b) {
		b = r.reencode(b)
	}
	if i := firstControl(b); i >= 0 {
		b = r.strip(b, i)
	}
	return string(b)
}

// reencode reads bytes that are not UTF-8. A legacy encoding that the file
// declares or the caller names is believed for the whole field; otherwise
// what is valid UTF-8 stays, and only the other bytes are read as
// windows-1252, since fields that mix both are the common case.
func (r *reader) reencode(b []byte) []byte {
	if r.legacy != nil {
		if decoded, err := r.legacy.NewDecoder().Bytes(b); err == nil {
			r.note(NoteEncoding, "The field was read as "+r.legacyName+".", "it is not valid UTF-8", 1)
			return decoded
		}
	}
	out := make([]byte, 0, len(b)+len(b)/8)
	strange, lost := 0, 0
	for len(b) > 0 {
		c, n := utf8.DecodeRune(b)
		if c == utf8.RuneError && n == 1 {
			strange++
			if c = charmap.Windows1252.DecodeByte(b[0]); c == utf8.RuneError {
				lost++
			}
		}
		out = utf8.AppendRune(out, c)
		b = b[n:]
	}
	r.note(NoteEncoding, "Bytes that are not UTF-8 were read as windows-1252.", "the field mixes encodings", strange)
	if lost > 0 {
		r.note(NoteEncoding, "Bytes that mean nothing in windows-1252 became U+FFFD.", "the original character is lost in the file", lost)
	}
	return out
}

// firstControl finds the first character that may not stand in a text: any
// control character but tab and line feed, and the two noncharacters.
func firstControl(b []byte) int {
	for i, c := range b {
		switch {
		case c < 0x20 && c != '\n' && c != '\t', c == 0x7f:
			return i
		case c == 0xc2 && b[i+1] < 0xa0: // U+0080 to U+009F
			return i
		case c == 0xef && b[i+1] == 0xbf && b[i+2] >= 0xbe: // U+FFFE, U+FFFF
			return i
		}
	}
	return -1
}

// strip removes control characters from valid UTF-8. Line ends become line
// feeds, as XML wants them; the C1 controls are what windows-1252 becomes when
// it is taken for latin-1, and are read as that.
func (r *reader) strip(b []byte, start int) []byte {
	out := append(make([]byte, 0, len(b)), b[:start]...)
	removed, mapped := 0, 0
	for i := start; i < len(b); {
		c, n := utf8.DecodeRune(b[i:])
		switch {
		case c == '\r':
			if i+1 == len(b) || b[i+1] != '\n' {
				out = append(out, '\n')
			}
		case c < 0x20 && c != '\n' && c != '\t', c == 0x7f, c == 0xfffe, c == 0xffff:
			removed++
		case 0x80 <= c && c < 0xa0:
			mapped++
			out = utf8.AppendRune(out, charmap.Windows1252.DecodeByte(byte(c)))
		default:
			out = append(out, b[i:i+n]...)
		}
		i += n
	}
	if removed > 0 {
		r.note(NoteControl, "Control characters were removed.", "they may not stand in a text", removed)
	}
	if mapped > 0 {
		r.note(NoteEncoding, "C1 control characters were read as windows-1252.", "typographic signs were saved in a wrong encoding", mapped)
	}
	return out
}

// unescape decodes the entities of text outside of CDATA sections: those of
// XML, those of HTML that XML does not know, and numbers. An ampersand that
// begins none stays as it is.
func (r *reader) unescape(b []byte) []byte {
	amp := bytes.IndexByte(b, '&')
	if amp < 0 {
		return b
	}
	out := make([]byte, 0, len(b))
	foreign, loose := 0, 0
	for amp >= 0 {
		out = append(out, b[:amp]...)
		b = b[amp:]
		text, n := entity(b)
		switch {
		case n == 0:
			loose++
			text, n = "&", 1
		case !inXML(b[1 : n-1]):
			foreign++
		}
		out = append(out, text...)
		b = b[n:]
		amp = bytes.IndexByte(b, '&')
	}
	if foreign > 0 {
		r.note(NoteEntity, "Entities of HTML were read as such.", "the file does not define them", foreign)
	}
	if loose > 0 {
		r.note(NoteEntity, "Ampersands were kept as they stand.", "they are not escaped", loose)
	}
	return append(out, b...)
}

const longestEntity = 34 // &CounterClockwiseContourIntegral; and one more

// entity decodes the entity at the start of b; n is 0 when there is none.
func entity(b []byte) (text string, n int) {
	end := bytes.IndexByte(b[:min(len(b), longestEntity)], ';')
	if end < 2 {
		return "", 0
	}
	raw := string(b[:end+1])
	text = html.UnescapeString(raw)
	if text == raw || text[len(text)-1] == ';' && raw != "&semi;" && raw != "&#59;" {
		return "", 0 // unknown, or known only without its semicolon
	}
	return text, end + 1
}

// inXML reports whether XML itself defines an entity's name.
func inXML(name []byte) bool {
	switch string(name) {
	case "amp", "lt", "gt", "quot", "apos":
		return true
	}
	return name[0] == '#'
}
