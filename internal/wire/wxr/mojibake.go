package wxr

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// mojibake finds UTF-8 that was read as windows-1252, once or several times.
func mojibake(text string) []DamageMark {
	var marks []DamageMark
	for at := 0; at < len(text) && len(marks) < MaxDamage; {
		if text[at] < utf8.RuneSelf {
			at++
			continue
		}
		run := foreignRun(text[at:])
		if run == 0 {
			_, n := utf8.DecodeRuneInString(text[at:])
			at += n
			continue
		}
		marks = append(marks, mojibakeIn(text, at, at+run)...)
		at += run
	}
	return marks
}

// foreignRun returns the length of the run of characters at the start of a
// text that bytes from 128 on become in windows-1252.
func foreignRun(text string) int {
	n := 0
	for _, c := range text {
		if _, ok := highByte(c); !ok {
			break
		}
		n += utf8.RuneLen(c)
	}
	return n
}

// highByte returns the byte from 128 on that windows-1252, or latin-1, shows as
// a character.
func highByte(c rune) (byte, bool) {
	if 0x80 <= c && c <= 0xff {
		return byte(c), true
	}
	b, ok := charmap.Windows1252.EncodeRune(c)
	return b, ok && b >= 0x80
}

// mojibakeIn divides a run into what decodes and what does not. One sequence
// alone is believed only if it is one that no language writes; several in a
// row always are.
func mojibakeIn(text string, from, to int) []DamageMark {
	var marks []DamageMark
	var bytes []byte
	var places []int // where each byte's character begins
	for i, c := range text[from:to] {
		b, _ := highByte(c)
		bytes = append(bytes, b)
		places = append(places, from+i)
	}
	places = append(places, to)
	for i := 0; i < len(bytes); {
		n, count := sequences(bytes[i:])
		if n == 0 {
			i++
			continue
		}
		if count > 1 || plain(bytes[i:i+n]) {
			found := text[places[i]:places[i+n]]
			marks = append(marks, DamageMark{DamageMojibake, found, again(string(bytes[i : i+n])), places[i]})
		}
		i += n
	}
	return marks
}

// sequences returns the length and number of the characters of UTF-8 at the
// start of b.
func sequences(b []byte) (n, count int) {
	for n < len(b) {
		c, size := utf8.DecodeRune(b[n:])
		if c == utf8.RuneError && size == 1 {
			break
		}
		n += size
		count++
	}
	return n, count
}

// plain reports whether one sequence is a sign of damage by itself: Ã© and Â«,
// â€™ and the like, ðŸ™‚, ï»¿. In others, such as Ö“ or à «, an accented letter
// stands before a quotation mark.
func plain(b []byte) bool {
	switch {
	case len(b) == 2:
		return b[0] == 0xc2 || b[0] == 0xc3
	case len(b) == 3:
		return b[0] == 0xe2 && b[1] <= 0x84 || b[0] == 0xef && b[1] == 0xbb && b[2] == 0xbf
	}
	return b[0] == 0xf0 && b[1] == 0x9f
}

const maxAgain = 3 // times that a text is taken for damaged once more

// again decodes a suggestion further while it is damaged itself.
func again(s string) string {
	for range maxAgain {
		if foreignRun(s) != len(s) {
			return s
		}
		var b []byte
		for _, c := range s {
			high, _ := highByte(c)
			b = append(b, high)
		}
		if n, _ := sequences(b); n != len(b) {
			return s
		}
		s = string(b)
	}
	return s
}
