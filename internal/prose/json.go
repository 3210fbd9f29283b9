package prose

import (
	"unicode/utf8"

	"dateline/internal/news"
)

// The standard decoder accepts what this package must refuse: unknown and
// repeated names, lone surrogates, broken UTF-8 (which it silently replaces,
// so that text would not survive byte for byte), and it tells no path. So the
// JSON of RFC 8259 is read here into a small tree of values, which parse.go
// and fromprosemirror.go then walk.

// valueKind is the type of a JSON value by its first sign.
type valueKind byte

const (
	jsonObject valueKind = '{'
	jsonArray  valueKind = '['
	jsonString valueKind = '"'
	jsonNumber valueKind = '0'
	jsonBool   valueKind = 't'
	jsonNull   valueKind = 'n'
)

// value is one JSON value. keys and items run in parallel in an object.
type value struct {
	kind  valueKind
	text  string // of a string, or the literal of a number
	truth bool
	keys  []string
	items []value
}

// member returns the value under a key of an object.
func (v value) member(key string) (value, bool) {
	for i, k := range v.keys {
		if k == key {
			return v.items[i], true
		}
	}
	return value{}, false
}

// scanner reads one JSON text. Strings without escapes are slices of src.
type scanner struct {
	src   string
	pos   int
	depth int
}

// readJSON reads exactly one value of at most limit bytes.
func readJSON(b []byte, limit int, root string) (value, error) {
	if len(b) > limit {
		return value{}, tooLarge(root, limit)
	}
	if !utf8.Valid(b) {
		return value{}, news.Errorf(news.Invalid, root, "The text is not valid UTF-8.")
	}
	s := &scanner{src: string(b)}
	v, ok := s.value()
	if s.space(); !ok || s.pos != len(s.src) {
		return value{}, news.Errorf(news.Invalid, root, "The text is not valid JSON at byte %d.", s.pos)
	}
	return v, nil
}

func (s *scanner) space() {
	for s.pos < len(s.src) {
		switch s.src[s.pos] {
		case ' ', '\t', '\n', '\r':
			s.pos++
		default:
			return
		}
	}
}

// peek returns the next sign after white space, 0 at the end.
func (s *scanner) peek() byte {
	s.space()
	if s.pos == len(s.src) {
		return 0
	}
	return s.src[s.pos]
}

// take consumes c where it is the next sign after white space.
func (s *scanner) take(c byte) bool {
	if s.peek() != c {
		return false
	}
	s.pos++
	return true
}

func (s *scanner) value() (value, bool) {
	switch c := s.peek(); c {
	case '{', '[':
		return s.nested(c)
	case '"':
		text, ok := s.string()
		return value{kind: jsonString, text: text}, ok
	case 't':
		return value{kind: jsonBool, truth: true}, s.literal("true")
	case 'f':
		return value{kind: jsonBool}, s.literal("false")
	case 'n':
		return value{kind: jsonNull}, s.literal("null")
	default:
		return s.number()
	}
}

func (s *scanner) nested(open byte) (value, bool) {
	if s.depth == maxJSONDepth {
		return value{}, false
	}
	s.depth++
	defer func() { s.depth-- }()
	if open == '{' {
		return s.object()
	}
	return s.array()
}

func (s *scanner) object() (value, bool) {
	v := value{kind: jsonObject}
	s.pos++
	if s.take('}') {
		return v, true
	}
	for {
		if s.peek() != '"' {
			return v, false
		}
		key, ok := s.string()
		if _, repeated := v.member(key); !ok || repeated || len(v.keys) == maxJSONKeys || !s.take(':') {
			return v, false
		}
		item, ok := s.value()
		if !ok {
			return v, false
		}
		v.keys, v.items = append(v.keys, key), append(v.items, item)
		if s.take('}') {
			return v, true
		}
		if !s.take(',') {
			return v, false
		}
	}
}

func (s *scanner) array() (value, bool) {
	v := value{kind: jsonArray}
	s.pos++
	if s.take(']') {
		return v, true
	}
	for {
		item, ok := s.value()
		if !ok {
			return v, false
		}
		v.items = append(v.items, item)
		if s.take(']') {
			return v, true
		}
		if !s.take(',') {
			return v, false
		}
	}
}

func (s *scanner) literal(word string) bool {
	if len(s.src)-s.pos < len(word) || s.src[s.pos:s.pos+len(word)] != word {
		return false
	}
	s.pos += len(word)
	return true
}

// number reads -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?
func (s *scanner) number() (value, bool) {
	start := s.pos
	s.any("-")
	zero := s.pos
	whole := s.digits()
	if whole == 0 || whole > 1 && s.src[zero] == '0' {
		return value{}, false
	}
	if s.any(".") && s.digits() == 0 {
		return value{}, false
	}
	if s.any("eE") {
		s.any("+-")
		if s.digits() == 0 {
			return value{}, false
		}
	}
	return value{kind: jsonNumber, text: s.src[start:s.pos]}, true
}

// any consumes one sign of set where it stands at the very position.
func (s *scanner) any(set string) bool {
	for i := range len(set) {
		if s.pos < len(s.src) && s.src[s.pos] == set[i] {
			s.pos++
			return true
		}
	}
	return false
}

func (s *scanner) digits() (n int) {
	for s.pos < len(s.src) && '0' <= s.src[s.pos] && s.src[s.pos] <= '9' {
		s.pos++
		n++
	}
	return n
}

func tooLarge(field string, limit int) error {
	return news.Errorf(news.TooLarge, field, "The text is larger than %d MB. Divide it into several stories.", limit>>20)
}
