package wxr

import (
	"bytes"
	"html"
)

type attr struct{ name, value string }

// tag is a start or end tag of the file's own structure.
type tag struct {
	name  string // canonical
	raw   string // as written
	end   bool   // </name>
	empty bool   // <name/>
	attrs []attr
	size  int // bytes
}

// attr returns the value of an attribute, "" when it is not there.
func (t *tag) attr(name string) string {
	for _, a := range t.attrs {
		if a.name == name {
			return a.value
		}
	}
	return ""
}

const longestName = 80

// nameAt reads the name of the tag at position at, where a '<' stands. It is
// empty when that is no tag.
func (r *reader) nameAt(at int) (raw []byte, end bool) {
	r.win.fill(at + longestName + 3)
	v := r.win.view()
	if at >= len(v) || v[at] != '<' {
		return nil, false
	}
	i := at + 1
	if i < len(v) && v[i] == '/' {
		end = true
		i++
	}
	start := i
	for i < len(v) && i-start < longestName && isNameByte(v[i], i == start) {
		i++
	}
	return v[start:i], end
}

func isNameByte(c byte, first bool) bool {
	if 'a' <= c|0x20 && c|0x20 <= 'z' || c == '_' {
		return true
	}
	return !first && ('0' <= c && c <= '9' || c == ':' || c == '-' || c == '.')
}

// tagAt reads the whole tag at position at. It reports false when it does not
// end within its limit.
func (r *reader) tagAt(at int) (tag, bool) {
	raw, end := r.nameAt(at)
	if len(raw) == 0 {
		return tag{}, false
	}
	t := tag{raw: string(raw), name: r.names.of(raw), end: end}
	start := at + 1 + len(t.raw)
	if end {
		start++
	}
	bracket := r.tagEnd(start)
	if bracket < 0 {
		return t, false
	}
	t.size = bracket + 1 - at
	inner := r.win.view()[start:bracket]
	if n := len(inner); n > 0 && inner[n-1] == '/' {
		t.empty, inner = true, inner[:n-1]
	}
	t.attrs = r.attrs(inner)
	return t, true
}

// tagEnd finds the '>' of a tag. One inside quotes does not count, unless the
// quotes are not closed before the next '<'.
func (r *reader) tagEnd(start int) int {
	first, quote := -1, byte(0)
	for i := start; i < start+maxTag; i++ {
		c := r.win.at(i)
		switch {
		case c == 0 && !r.win.fill(i+1), c == '<':
			return first
		case quote != 0 && c == quote:
			quote = 0
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case c == '>' && quote == 0:
			return i
		case c == '>' && first < 0:
			first = i
		}
	}
	return first
}

// attrs reads attributes with any or no quotes. The values are cleaned as the
// text of a field is.
func (r *reader) attrs(b []byte) []attr {
	var out []attr
	for {
		b = bytes.TrimLeft(b, " \t\r\n/")
		n := bytes.IndexAny(b, "= \t\r\n")
		if len(b) == 0 {
			return out
		}
		if n < 0 {
			n = len(b)
		}
		a := attr{name: string(bytes.ToLower(b[:n]))}
		b = bytes.TrimLeft(b[n:], " \t\r\n")
		if len(b) > 0 && b[0] == '=' {
			var value []byte
			value, b = attrValue(bytes.TrimLeft(b[1:], " \t\r\n"))
			a.value = html.UnescapeString(r.clean(value))
		}
		out = append(out, a)
	}
}

func attrValue(b []byte) (value, rest []byte) {
	if len(b) > 0 && (b[0] == '"' || b[0] == '\'') {
		if i := bytes.IndexByte(b[1:], b[0]); i >= 0 {
			return b[1 : 1+i], b[2+i:]
		}
		b = b[1:]
	}
	if i := bytes.IndexAny(b, " \t\r\n"); i >= 0 {
		return b[:i], b[i:]
	}
	return b, nil
}
