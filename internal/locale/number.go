package locale

import (
	"strconv"
	"strings"
)

// groupSize is the number of digits between separators; every language with a
// table here groups by thousands.
const groupSize = 3

// maxDecimals bounds the places after the point that Decimal writes.
const maxDecimals = 9

// Number writes a whole number in the locale's digits, grouped by thousands:
// 1,234 in English, ۱٬۲۳۴ in Persian, 1234 in Spanish, which groups from five
// digits on.
func (l *Locale) Number(n int64) string {
	return l.written(strconv.FormatInt(n, 10), "")
}

// Decimal writes a number with a fixed count of places after the point, 0 to 9.
func (l *Locale) Decimal(f float64, places int) string {
	whole, fraction, _ := strings.Cut(strconv.FormatFloat(f, 'f', max(0, min(places, maxDecimals)), 64), ".")
	return l.written(whole, fraction)
}

// written puts separators, sign and digits on the plain decimal spelling of a
// number.
func (l *Locale) written(whole, fraction string) string {
	group, point := l.separators()
	var b strings.Builder
	if rest, negative := strings.CutPrefix(whole, "-"); negative {
		whole = rest
		b.WriteString(l.minus())
	}
	if len(whole) < groupSize+l.lang.minGroup {
		group = ""
	}
	for i, d := range []byte(whole) {
		if i > 0 && (len(whole)-i)%groupSize == 0 {
			b.WriteString(group)
		}
		b.WriteByte(d)
	}
	if fraction != "" {
		b.WriteString(point + fraction)
	}
	return l.Digits(b.String())
}

// minus returns the sign of numbers below zero. In right-to-left text it follows
// an invisible mark, as CLDR writes it, so that it stays on its side of the
// number: to the right of Arabic-Indic digits, to the left of others.
func (l *Locale) minus() string {
	switch {
	case !l.rightToLeft():
		return "-"
	case l.digits == ArabicIndicDigits:
		return string(arabicLetterMark) + "-"
	}
	return string(leftToRightMark) + "-"
}

// separators returns the marks between thousands and before decimals. Both
// eastern rows of digits have their own (U+066C, U+066B).
func (l *Locale) separators() (group, point string) {
	if l.digits != LatinDigits {
		return "\u066C", "\u066B"
	}
	return l.lang.group, l.lang.point
}
