package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// MaxSlug is the length of the longest slug in runes.
const MaxSlug = 80

// Slug returns the part of an address that is made of a headline: its letters,
// marks and digits in their own script, lower case, in normal form C, with a
// hyphen where anything else stood, half-spaces included. Vowel points,
// tatweel and apostrophes leave no trace. It is cut between words to MaxSlug
// runes, and empty where the headline has no letter; Slug(Slug(s)) is Slug(s).
func Slug(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFC.String(strings.ToValidUTF8(s, "")) {
		switch {
		case pointing(r) || r == '\'' || r == '’':
			continue
		case !unicode.In(r, unicode.L, unicode.M, unicode.Nd):
			gap = b.Len() > 0
			continue
		case unicode.Is(unicode.M, r) && (gap || b.Len() == 0):
			continue // a mark without its letter
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return shortSlug(norm.NFC.String(b.String()))
}

// pointing says whether r is a sign of Arabic or Hebrew that ordinary writing
// leaves out, or has no sound at all. The half-space is not one: it parts.
func pointing(r rune) bool {
	if r == '\u200C' {
		return false
	}
	return silent(r) && !unicode.IsSpace(r) ||
		unicode.Is(unicode.Mn, r) && unicode.In(r, unicode.Arabic, unicode.Hebrew) ||
		'\u064B' <= r && r <= '\u0655' || r == '\u0670' // shared between scripts
}

// shortSlug cuts at the last hyphen before the bound, or in the word where
// there is none in the second half.
func shortSlug(s string) string {
	if utf8.RuneCountInString(s) <= MaxSlug {
		return s
	}
	runes := []rune(s)
	short := string(runes[:MaxSlug])
	if runes[MaxSlug] == '-' {
		return short
	}
	if at := strings.LastIndexByte(short, '-'); at > len(short)/2 {
		return short[:at]
	}
	return strings.TrimRight(short, "-")
}

// cut returns at most n bytes of s without breaking a rune.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
