package prose

import "strings"

// markup writes HTML. All text and attribute values go through escape, so
// that nothing else in the package can forget to.
type markup struct {
	strings.Builder
}

// raw writes HTML that has been made by markup or by the caller's templates.
func (m *markup) raw(html string) { m.WriteString(html) }

// open writes a start tag. Attributes come as name, value, name, value; one
// with an empty value is left out.
func (m *markup) open(tag string, attrs ...string) {
	m.WriteByte('<')
	m.WriteString(tag)
	for i := 0; i+1 < len(attrs); i += 2 {
		if attrs[i+1] == "" {
			continue
		}
		m.WriteByte(' ')
		m.WriteString(attrs[i])
		m.WriteString(`="`)
		m.text(attrs[i+1])
		m.WriteByte('"')
	}
	m.WriteByte('>')
}

func (m *markup) close(tag string) {
	m.WriteString("</")
	m.WriteString(tag)
	m.WriteByte('>')
}

// element writes an element with text inside.
func (m *markup) element(tag, text string, attrs ...string) {
	m.open(tag, attrs...)
	m.text(text)
	m.close(tag)
}

// text writes escaped text. The five signs that can end a text or an
// attribute are written as references; every other byte stays as it is.
func (m *markup) text(s string) {
	last := 0
	for i := range len(s) {
		ref := references[s[i]]
		if ref == "" {
			continue
		}
		m.WriteString(s[last:i])
		m.WriteString(ref)
		last = i + 1
	}
	m.WriteString(s[last:])
}

var references = [256]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&#34;", '\'': "&#39;", '\r': "&#13;"}

// void writes a start tag with an alt attribute that stands even when empty.
func (m *markup) void(tag, alt string, attrs ...string) {
	var inner markup
	inner.open(tag, attrs...)
	m.WriteString(strings.TrimSuffix(inner.String(), ">"))
	m.WriteString(` alt="`)
	m.text(alt)
	m.WriteString(`">`)
}
