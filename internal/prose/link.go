package prose

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

// ValidLink says whether a link may stand in a document: an absolute address
// with one of the schemes http, https, mailto and tel, or a place on this site
// that begins with one slash, or a fragment of the page. It may hold no white
// space, control character, quotation mark, angle bracket or backslash:
// browsers read a backslash as a slash, and drop tabs and line ends.
func ValidLink(s string) bool {
	if s == "" || len(s) > MaxURL || !utf8.ValidString(s) {
		return false
	}
	for _, r := range s {
		if r <= ' ' || r == 0x7f || strings.ContainsRune("\"<>\\`", r) || isSpaceLike(r) {
			return false
		}
	}
	u, err := url.Parse(s)
	if err != nil {
		return false
	}
	switch u.Scheme {
	case "http", "https":
		return u.Host != "" && u.Opaque == "" && lowerScheme(s)
	case "mailto", "tel":
		return u.Opaque != "" && lowerScheme(s)
	case "":
		return s[0] == '#' || s[0] == '/' && !strings.HasPrefix(s, "//")
	}
	return false
}

// lowerScheme says whether the scheme is in lower case, its one spelling here.
func lowerScheme(s string) bool {
	scheme, _, _ := strings.Cut(s, ":")
	return scheme == strings.ToLower(scheme)
}

// isSpaceLike says whether r is one of the separators that look like nothing.
func isSpaceLike(r rune) bool {
	return r == 0x85 || r == 0xa0 || r == 0x1680 || 0x2000 <= r && r <= 0x200a ||
		r == 0x2028 || r == 0x2029 || r == 0x202f || r == 0x205f || r == 0x3000
}

// CleanLink makes a link as people and programs write it into one that
// ValidLink accepts: trimmed, spaces and quotation marks escaped, the scheme
// in lower case, protocol-relative addresses made https. ok is false where
// nothing safe remains.
func CleanLink(s string) (link string, ok bool) {
	s = strings.TrimFunc(s, func(r rune) bool { return r <= ' ' || isSpaceLike(r) })
	if ValidLink(s) {
		return s, true
	}
	if len(s) > MaxURL {
		return "", false
	}
	s = escapeLink(s)
	if strings.HasPrefix(s, "//") {
		s = "https:" + s
	}
	if scheme, rest, found := strings.Cut(s, ":"); found {
		s = strings.ToLower(scheme) + ":" + rest
		if strings.ContainsAny(scheme, "/?#") {
			s = scheme + ":" + rest
		}
	}
	if !ValidLink(s) {
		return "", false
	}
	return s, true
}

// escapeLink drops what browsers drop (tabs and line ends) and escapes what
// ValidLink refuses and a stray percent sign. A backslash stays as it is, and
// so is refused.
func escapeLink(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
		case r == ' ' || strings.ContainsRune("\"<>`", r) || isSpaceLike(r):
			b.WriteString(url.PathEscape(string(r)))
		case r == '%' && !isEscape(s[i:]):
			b.WriteString("%25")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func isEscape(s string) bool {
	return len(s) >= 3 && isHex(s[1]) && isHex(s[2])
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
