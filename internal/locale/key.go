package locale

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Key returns the form of a text by which names and words are matched and kept
// in key columns: without case, accents, vowel signs, tatweel, half-spaces and
// invisible marks; Arabic and Persian forms of a letter, and all rows of
// digits, as one; white space as single spaces. Key(Key(s)) is Key(s).
//
// It is the same for all languages, so that a name is found whatever edition
// it was typed in. It is not for showing. Keys are stored: whoever changes the
// folding makes the stored ones anew in the same step.
func Key(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range norm.NFKD.String(strings.ToValidUTF8(s, "")) {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
			continue
		case ignoredInKey(r):
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		writeKeyLetter(&b, r)
	}
	return norm.NFC.String(b.String())
}

// writeKeyLetter writes a letter in its folded form.
func writeKeyLetter(b *strings.Builder, r rune) {
	r = unicode.ToLower(unicode.ToUpper(r)) // twice, so that final sigma and long s fold too
	if long, ok := spelledOut[r]; ok {
		b.WriteString(long)
		return
	}
	if same, ok := sameLetter[r]; ok {
		r = same
	}
	b.WriteRune(asciiDigit(r))
}

// sameLetter maps the forms of a letter to one. The Arabic ones are what
// keyboards of the region produce for the same letter; hamza and madda on a
// carrier are accents after decomposition and gone already.
var sameLetter = map[rune]rune{
	'ك': 'ک', 'ڪ': 'ک',
	'ي': 'ی', 'ى': 'ی',
	'ٱ': 'ا',
	'ة': 'ه', 'ۃ': 'ه', 'ہ': 'ه', 'ھ': 'ه', 'ە': 'ه', // the last is e in Sorani, typed as heh and half-space on other keyboards
	'ں': 'ن',
	'đ': 'd', 'ð': 'd', 'ħ': 'h', 'ı': 'i', 'ł': 'l', 'ø': 'o', 'ŧ': 't',
	'’': '\'', '‘': '\'', 'ʼ': '\'', 'ʻ': '\'', 'ʿ': '\'', 'ʾ': '\'', '`': '\'',
	'‐': '-', '‑': '-', '–': '-', '—': '-', '־': '-',
}

var spelledOut = map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'þ': "th"}

const tatweel = '\u0640'

// ignoredInKey says which runes do not count when texts are matched. Marks go
// only in scripts where they are accents or vowel points: those of Indic
// scripts are vowels that make the word.
func ignoredInKey(r rune) bool {
	return unicode.Is(unicode.Mn, r) && unicode.In(r, unicode.Inherited, unicode.Arabic, unicode.Hebrew, unicode.Syriac) && !kana(r) ||
		silent(r)
}

// kana says whether r is a voicing mark of Japanese, which makes another sound.
func kana(r rune) bool { return r == '\u3099' || r == '\u309A' }

// silent says whether r is never read: tatweel, half-space and joiner, marks of
// direction, soft hyphen, byte order mark, control characters.
func silent(r rune) bool {
	return r == tatweel || unicode.Is(unicode.Cf, r) || unicode.IsControl(r)
}
