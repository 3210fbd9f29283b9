package prose

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// string reads a string; without escapes it is a slice of the source.
func (s *scanner) string() (string, bool) {
	s.pos++
	start := s.pos
	for ; s.pos < len(s.src); s.pos++ {
		switch c := s.src[s.pos]; {
		case c == '"':
			s.pos++
			return s.src[start : s.pos-1], true
		case c == '\\':
			return s.escaped(append([]byte(nil), s.src[start:s.pos]...))
		case c < 0x20:
			return "", false
		}
	}
	return "", false
}

// escaped goes on with a string after its first backslash.
func (s *scanner) escaped(b []byte) (string, bool) {
	for s.pos < len(s.src) {
		c := s.src[s.pos]
		s.pos++
		switch {
		case c == '"':
			return string(b), true
		case c < 0x20:
			return "", false
		case c == '\\':
			r, ok := s.escape()
			if !ok {
				return "", false
			}
			b = utf8.AppendRune(b, r)
		default:
			b = append(b, c)
		}
	}
	return "", false
}

func (s *scanner) escape() (rune, bool) {
	if s.pos == len(s.src) {
		return 0, false
	}
	c := s.src[s.pos]
	s.pos++
	switch c {
	case '"', '\\', '/':
		return rune(c), true
	case 'b':
		return '\b', true
	case 'f':
		return '\f', true
	case 'n':
		return '\n', true
	case 'r':
		return '\r', true
	case 't':
		return '\t', true
	case 'u':
		return s.unicode()
	}
	return 0, false
}

// unicode reads the digits after \u. Half of a surrogate pair names no letter
// and is refused: putting another sign in its place would change the text.
func (s *scanner) unicode() (rune, bool) {
	high, ok := s.hex4()
	if !ok || !utf16.IsSurrogate(high) {
		return high, ok
	}
	if !s.literal(`\u`) {
		return 0, false
	}
	low, ok := s.hex4()
	r := utf16.DecodeRune(high, low)
	return r, ok && r != utf8.RuneError
}

func (s *scanner) hex4() (rune, bool) {
	if len(s.src)-s.pos < 4 {
		return 0, false
	}
	n, err := strconv.ParseUint(s.src[s.pos:s.pos+4], 16, 32)
	s.pos += 4
	return rune(n), err == nil
}
