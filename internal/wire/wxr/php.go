package wxr

import (
	"strconv"
	"strings"
)

// phpValue is a value in PHP's serialization format, as WordPress stores
// arrays in custom fields.
type phpValue struct {
	text  string    // strings, numbers and booleans ("0", "1") as text
	pairs []phpPair // of an array or object, in order
	array bool
}

type phpPair struct {
	key   string
	value phpValue
}

// at returns the value below a key, and whether there is one.
func (v phpValue) at(key string) (phpValue, bool) {
	for _, p := range v.pairs {
		if p.key == key {
			return p.value, true
		}
	}
	return phpValue{}, false
}

func (v phpValue) number(key string) int {
	field, _ := v.at(key)
	n, err := strconv.Atoi(field.text)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

const (
	maxPHPDepth  = 16
	maxPHPValues = 20_000
)

// parsePHP reads a serialized value. It forgives wrong lengths of strings,
// which a change of encoding or a search and replace leaves behind.
func parsePHP(s string) (phpValue, bool) {
	p := phpParser{rest: s}
	v := p.value(0)
	return v, !p.failed
}

type phpParser struct {
	rest   string
	count  int
	failed bool
}

func (p *phpParser) fail() phpValue {
	p.failed, p.rest = true, ""
	return phpValue{}
}

// until takes the text before a sign, and the sign.
func (p *phpParser) until(sign string) string {
	text, rest, ok := strings.Cut(p.rest, sign)
	if !ok {
		p.fail()
		return ""
	}
	p.rest = rest
	return text
}

func (p *phpParser) value(depth int) phpValue {
	p.count++
	if len(p.rest) < 2 || depth > maxPHPDepth || p.count > maxPHPValues {
		return p.fail()
	}
	kind := p.rest[0]
	p.rest = p.rest[2:]
	switch kind {
	case 'N':
		return phpValue{}
	case 'i', 'd', 'b':
		return phpValue{text: p.until(";")}
	case 's':
		return phpValue{text: p.str()}
	case 'a':
		return p.array(depth)
	case 'O': // O:8:"stdClass":2:{…}
		p.until(":")
		p.until(":")
		return p.array(depth)
	}
	return p.fail()
}

// str reads a string behind its s: sign. Where its length is wrong it ends at
// the next quote and semicolon.
func (p *phpParser) str() string {
	n, err := strconv.Atoi(p.until(":"))
	if err != nil || n < 0 || !strings.HasPrefix(p.rest, `"`) {
		p.fail()
		return ""
	}
	p.rest = p.rest[1:]
	if n <= len(p.rest)-2 && p.rest[n:n+2] == `";` {
		text := p.rest[:n]
		p.rest = p.rest[n+2:]
		return text
	}
	return p.until(`";`)
}

func (p *phpParser) array(depth int) phpValue {
	n, err := strconv.Atoi(p.until(":"))
	if err != nil || !strings.HasPrefix(p.rest, "{") {
		return p.fail()
	}
	p.rest = p.rest[1:]
	v := phpValue{array: true}
	for i := 0; i < n && !p.failed; i++ {
		key := p.value(depth + 1)
		value := p.value(depth + 1)
		v.pairs = append(v.pairs, phpPair{key.text, value})
	}
	if !strings.HasPrefix(p.rest, "}") {
		return p.fail()
	}
	p.rest = p.rest[1:]
	return v
}
