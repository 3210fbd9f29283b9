package locale

import "strings"

// DigitRow is one of the three rows of decimal digits that editions write in.
type DigitRow string

// The rows of digits.
const (
	LatinDigits       DigitRow = "latin"        // 0123456789
	ArabicIndicDigits DigitRow = "arabic-indic" // ٠١٢٣٤٥٦٧٨٩ U+0660
	PersianDigits     DigitRow = "persian"      // ۰۱۲۳۴۵۶۷۸۹ U+06F0
)

const (
	arabicZero  = '\u0660'
	persianZero = '\u06F0'
)

func (r DigitRow) valid() bool {
	return r == LatinDigits || r == ArabicIndicDigits || r == PersianDigits
}

// zero returns the row's first digit; the other nine follow it in Unicode.
func (r DigitRow) zero() rune {
	switch r {
	case ArabicIndicDigits:
		return arabicZero
	case PersianDigits:
		return persianZero
	}
	return '0'
}

// Digits writes every 0–9 of s in the locale's row and leaves the rest alone.
func (l *Locale) Digits(s string) string {
	zero := l.digits.zero()
	if zero == '0' {
		return s
	}
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return zero + r - '0'
		}
		return r
	}, s)
}

// ParseDigits writes Arabic-Indic and Persian digits of s as 0–9, so that forms
// accept all three rows. The rest of s stays as it is.
func ParseDigits(s string) string { return strings.Map(asciiDigit, s) }

func asciiDigit(r rune) rune {
	switch {
	case arabicZero <= r && r <= arabicZero+9:
		return '0' + r - arabicZero
	case persianZero <= r && r <= persianZero+9:
		return '0' + r - persianZero
	}
	return r
}
