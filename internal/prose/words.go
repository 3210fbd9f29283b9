package prose

import (
	"unicode"
	"unicode/utf8"
)

// A word is what a reader counts as one: letters and digits with the marks,
// apostrophes, hyphens and joiners inside. In scripts that put no space
// between words, a Han character or kana counts as a word, and of Thai, Lao,
// Khmer and Burmese so many letters make one as words there have on average.

// lettersPerWord is that average for scripts without spaces.
const lettersPerWord = 4

// WordCount returns how many words readers meet in the text, as Text writes it.
func WordCount(d Doc) int { return countWords(Text(d)) }

// countWords counts the words of a text.
func countWords(s string) int {
	n, spaceless, inWord := 0, 0, false
	for i, r := range s {
		switch {
		case isIdeograph(r):
			n, inWord = n+1, false
		case isSpaceless(r):
			if inWord = false; !unicode.IsMark(r) {
				spaceless++
			}
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if !inWord {
				n, inWord = n+1, true
			}
		case inWord && joins(r, s[i+utf8.RuneLen(r):]):
		default:
			inWord = false
		}
	}
	return n + (spaceless+lettersPerWord-1)/lettersPerWord
}

// isIdeograph says whether r is a sign that counts as a word of its own.
func isIdeograph(r rune) bool {
	return r >= 0x2E80 && (unicode.Is(unicode.Han, r) || unicode.Is(unicode.Hiragana, r) || unicode.Is(unicode.Katakana, r))
}

// isSpaceless says whether r belongs to a script that puts no space between
// words.
func isSpaceless(r rune) bool {
	return r >= 0x0E00 && r <= 0x17FF && (unicode.Is(unicode.Thai, r) || unicode.Is(unicode.Lao, r) ||
		unicode.Is(unicode.Khmer, r) || unicode.Is(unicode.Myanmar, r))
}

// joins says whether r holds a word together: a mark, a joiner, the tatweel,
// or an apostrophe, hyphen or point between two letters.
func joins(r rune, rest string) bool {
	switch r {
	case '\u200c', '\u200d', '\u00ad', '\u2060', '\u0640':
		return true
	case '\'', '’', '-', '‐', '‑', '.', ',', '·', '_':
		next, _ := utf8.DecodeRuneInString(rest)
		return unicode.IsLetter(next) || unicode.IsDigit(next)
	}
	return unicode.IsMark(r)
}
