package prose

import "strings"

// validLang says whether s has the shape of a language tag (RFC 5646, section
// 2.1): a language of two to eight letters, then subtags of one to eight
// letters or digits. Whether the subtags are registered is not asked: a
// newsroom may write in a language that the registry does not know yet.
func validLang(s string) bool {
	if len(s) > MaxLang {
		return false
	}
	parts := strings.Split(s, "-")
	for i, part := range parts {
		if part == "" || len(part) > 8 || i == 0 && !validPrimary(part, len(parts)) {
			return false
		}
		for _, c := range []byte(part) {
			if !isAlphanumeric(c) {
				return false
			}
		}
	}
	return true
}

// validPrimary says whether the first of n parts is a language, or the x or i
// of private and old tags, after which another must follow.
func validPrimary(s string, n int) bool {
	if len(s) == 1 {
		return n > 1 && strings.Contains("xXiI", s)
	}
	return !strings.ContainsAny(s, "0123456789")
}

// validCodeLanguage says whether s may name the language of a code block.
func validCodeLanguage(s string) bool {
	if len(s) > MaxLang {
		return false
	}
	for _, c := range []byte(s) {
		if !isAlphanumeric(c) && !strings.ContainsRune("+#-_.", rune(c)) {
			return false
		}
	}
	return true
}
