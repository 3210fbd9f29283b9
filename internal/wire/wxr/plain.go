package wxr

import (
	"html"
	"strings"
)

// PlainText turns a title or a name, which WordPress stores as HTML, into
// plain text: tags are taken out, entities decoded once.
func PlainText(s string) string {
	if strings.Contains(s, "<") {
		s = withoutTags(s)
	}
	if strings.Contains(s, "&") {
		s = html.UnescapeString(s)
	}
	return strings.TrimSpace(s)
}

// withoutTags takes out what a browser would read as tags, and nothing else:
// "a < b" stays.
func withoutTags(s string) string {
	var out strings.Builder
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 || i+1 == len(s) {
			break
		}
		end := strings.IndexByte(s[i:], '>')
		if end < 0 {
			break
		}
		out.WriteString(s[:i])
		if c := s[i+1]; c == '/' || c == '!' || isNameByte(c, true) {
			s = s[i+end+1:]
			continue
		}
		out.WriteByte('<')
		s = s[i+1:]
	}
	out.WriteString(s)
	return out.String()
}
