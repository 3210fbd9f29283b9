package locale

import (
	"math"
	"testing"
)

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		tag  string
		n    int64
		want string
	}{
		{"en", 0, "0"}, {"en", 999, "999"}, {"en", 1234, "1,234"}, {"en", -1234567, "-1,234,567"},
		{"en", math.MinInt64, "-9,223,372,036,854,775,808"},
		{"ar", 1234, "١٬٢٣٤"}, {"ar", -5, "\u061c-٥"}, {"fa", -5, "\u200e-۵"}, {"fa", 1234567, "۱٬۲۳۴٬۵۶۷"}, {"ckb", 1234, "١٬٢٣٤"},
		{"fr", 12345, "12\u202f345"}, {"ru", 1234, "1\u00a0234"}, {"de", 1234, "1.234"}, {"tr", 1234, "1.234"},
		{"es", 1234, "1234"}, {"es", 12345, "12.345"}, {"he", 1234, "1,234"}, {"ur", 1234, "1,234"},
		{"pt", 1234, "1234"}, {"pt", 12345, "12\u202f345"},
	} {
		if got := edition(t, c.tag, Options{}).Number(c.n); got != c.want {
			t.Errorf("%s: %q, want %q", c.tag, got, c.want)
		}
	}
}

func TestDecimal(t *testing.T) {
	for _, c := range []struct {
		tag    string
		f      float64
		places int
		want   string
	}{
		{"en", 48.2082, 2, "48.21"}, {"en", 1234.5, 0, "1,234"}, {"de", 1234.5, 1, "1.234,5"},
		{"fa", 2.5, 1, "۲٫۵"}, {"ar", -2.5, 1, "\u061c-٢٫٥"}, {"en", 1, 40, "1.000000000"}, {"en", 1.26, -3, "1"},
		{"en", math.NaN(), 2, "NaN"}, {"en", math.Inf(-1), 2, "-Inf"},
	} {
		if got := edition(t, c.tag, Options{}).Decimal(c.f, c.places); got != c.want {
			t.Errorf("%s %v: %q, want %q", c.tag, c.f, got, c.want)
		}
	}
}

func TestDigits(t *testing.T) {
	const s = "No. 42, 9:05"
	for row, want := range map[DigitRow]string{
		LatinDigits: s, ArabicIndicDigits: "No. ٤٢, ٩:٠٥", PersianDigits: "No. ۴۲, ۹:۰۵",
	} {
		l := edition(t, "en", Options{Digits: row})
		if got := l.Digits(s); got != want {
			t.Errorf("%s: %q, want %q", row, got, want)
		}
		if got := ParseDigits(want); got != s {
			t.Errorf("%s read back: %q", row, got)
		}
	}
}

func TestLists(t *testing.T) {
	for _, c := range []struct {
		tag     string
		members []string
		and, or string
	}{
		{"en", nil, "", ""},
		{"en", []string{"A"}, "A", "A"},
		{"en", []string{"A", "B"}, "A and B", "A or B"},
		{"en", []string{"A", "B", "C"}, "A, B and C", "A, B or C"},
		{"ar", []string{"لندن", "باريس", "فيينا"}, "لندن، باريس وفيينا", "لندن، باريس أو فيينا"},
		{"fa", []string{"لندن", "پاریس", "وین"}, "لندن، پاریس و وین", "لندن، پاریس یا وین"},
		{"es", []string{"Francia", "Irlanda"}, "Francia e Irlanda", "Francia o Irlanda"},
		{"es", []string{"agua", "hielo"}, "agua y hielo", "agua o hielo"},
		{"es", []string{"siete", "ocho"}, "siete y ocho", "siete u ocho"},
		{"en", []string{"Vienna", "فيينا"}, "Vienna and \u2068فيينا\u2069", "Vienna or \u2068فيينا\u2069"},
	} {
		l := edition(t, c.tag, Options{})
		if got := l.And(c.members...); got != c.and {
			t.Errorf("%s: %q, want %q", c.tag, got, c.and)
		}
		if got := l.Or(c.members...); got != c.or {
			t.Errorf("%s: %q, want %q", c.tag, got, c.or)
		}
	}
}

func TestIsolate(t *testing.T) {
	for _, c := range []struct {
		tag, text string
		apart     bool
	}{
		{"en", "Vienna (1815), C++!", false}, {"en", "وين", true}, {"en", "", false}, {"en", "\u202eabc", true},
		{"fa", "وین!", false}, {"fa", "Vienna", true}, {"fa", "+43 1", true}, {"fa", "«وین»", false},
	} {
		want := c.text
		if c.apart {
			want = "\u2068" + c.text + "\u2069"
		}
		if got := edition(t, c.tag, Options{}).Isolate(c.text); got != want {
			t.Errorf("%s: %q, want %q", c.tag, got, want)
		}
	}
}
