package locale

import (
	"errors"
	"strings"
	"testing"
	"time"

	"dateline/internal/news"
)

func TestDefaults(t *testing.T) {
	for _, c := range []struct {
		tag      string
		dir      string
		calendar Calendar
		digits   DigitRow
	}{
		{"en", "ltr", Gregorian, LatinDigits}, {"en-GB", "ltr", Gregorian, LatinDigits},
		{"ar", "rtl", Gregorian, ArabicIndicDigits}, {"fa", "rtl", Jalali, PersianDigits},
		{"ckb", "rtl", Gregorian, ArabicIndicDigits}, {"ur", "rtl", Gregorian, LatinDigits},
		{"he", "rtl", Gregorian, LatinDigits}, {"ps", "rtl", Gregorian, LatinDigits},
		{"az-Arab", "rtl", Gregorian, LatinDigits}, {"ru", "ltr", Gregorian, LatinDigits}, {"zh-Hant", "ltr", Gregorian, LatinDigits},
	} {
		l, err := New(c.tag, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if l.Tag() != c.tag || l.Dir() != c.dir || l.Calendar() != c.calendar || l.DigitRow() != c.digits || l.Zone() != time.UTC {
			t.Errorf("%s: %s %s %s %s %s", c.tag, l.Tag(), l.Dir(), l.Calendar(), l.DigitRow(), l.Zone())
		}
	}
}

func TestLevantineMonths(t *testing.T) {
	june := time.Date(1815, 6, 18, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		tag       string
		levantine bool
		want      string
	}{
		{"ar", false, "١٨ يونيو"}, {"ar-EG", false, "١٨ يونيو"}, {"ar", true, "١٨ حزيران"}, {"ar-SY", false, "١٨ حزيران"},
		{"en-LB", true, "18 June"},
	} {
		l := edition(t, c.tag, Options{Levantine: c.levantine})
		if got := l.Date(june, DayMonth); got != c.want {
			t.Errorf("%s %v: %q, want %q", c.tag, c.levantine, got, c.want)
		}
	}
}

func TestRefusedChoices(t *testing.T) {
	for field, try := range map[string]struct {
		tag string
		o   Options
	}{
		"language": {"not a tag", Options{}},
		"calendar": {"en", Options{Calendar: "julian"}},
		"digits":   {"en", Options{Digits: "roman"}},
	} {
		refused(t, field, try.tag, try.o)
	}
	refused(t, "language", "en-"+strings.Repeat("x", MaxTagLen), Options{})
	refused(t, "language", "", Options{})
	refused(t, "calendar", "pt", Options{Calendar: Jalali})
	if _, err := ForEdition(news.Edition{Language: "en", Zone: "Europe/Atlantis"}); news.KindOf(err) != news.Invalid {
		t.Errorf("a zone that does not exist: %v", err)
	}
}

func refused(t *testing.T, field, tag string, o Options) {
	t.Helper()
	l, err := New(tag, o)
	e, ok := errors.AsType[*news.Error](err)
	if l != nil || !ok || e.Kind != news.Invalid || e.Field != field {
		t.Errorf("New(%q, %+v) is %v, %v", tag, o, l, err)
	}
}

func TestInKeepsWhatCannotBe(t *testing.T) {
	l := edition(t, "fa", Options{})
	if l.In("julian") != l || l.In(Gregorian) == l || l.Calendar() != Jalali {
		t.Error("In changed the locale itself, or to a calendar that does not exist")
	}
}

func TestChoice(t *testing.T) {
	c, err := NewChoice("en", "ar", "fa", "pt-BR")
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range []struct {
		header string
		place  int
		ok     bool
	}{
		{"ar-EG,ar;q=0.9,en;q=0.5", 1, true}, {"de,fa;q=0.7", 2, true}, {"en-GB", 0, true}, {"pt-PT", 3, true},
		{"ja", 0, false}, {"", 0, false}, {"*", 0, false}, {"<script>", 0, false}, {"fa;q=0", 0, false},
		{strings.Repeat("fa,", MaxAcceptLanguage), 0, false},
	} {
		place, ok := c.Best(q.header)
		if place != q.place || ok != q.ok {
			t.Errorf("%.40q: %d %v, want %d %v", q.header, place, ok, q.place, q.ok)
		}
	}
	if _, err := NewChoice("en", "??"); news.KindOf(err) != news.Invalid {
		t.Errorf("a broken tag: %v", err)
	}
}
