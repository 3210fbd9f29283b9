package locale

import "golang.org/x/text/unicode/bidi"

// The invisible marks of the Unicode Bidirectional Algorithm (UAX 9) that this
// package writes.
const (
	leftToRightMark    = '\u200E' // LRM
	arabicLetterMark   = '\u061C' // ALM: an Arabic letter that is not seen
	leftToRightIsolate = "\u2066" // LRI
	firstStrongIsolate = "\u2068" // FSI: direction from the first strong letter
	popIsolate         = "\u2069" // PDI
)

// Isolate wraps s in FSI and PDI where it could otherwise disturb the order of
// the words around it in this locale's text, and returns it unchanged where it
// could not. Use it in plain text; in HTML a <bdi> does the same.
func (l *Locale) Isolate(s string) string {
	if !disturbs(s, l.rightToLeft()) {
		return s
	}
	return firstStrongIsolate + s + popIsolate
}

// disturbs says whether s holds a letter that runs against its surroundings or,
// between right-to-left letters, a digit: numbers run left to right there and
// pull the signs beside them along.
func disturbs(s string, inRightToLeft bool) bool {
	for len(s) > 0 {
		p, size := bidi.LookupString(s)
		if size == 0 {
			return true // a broken letter: better kept apart
		}
		switch p.Class() {
		case bidi.L, bidi.EN:
			if inRightToLeft {
				return true
			}
		case bidi.AN:
			return true
		case bidi.R, bidi.AL:
			if !inRightToLeft {
				return true
			}
		case bidi.Control, bidi.LRO, bidi.RLO, bidi.LRE, bidi.RLE, bidi.PDF, bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI:
			return true
		}
		s = s[size:]
	}
	return false
}
