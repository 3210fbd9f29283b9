package locale

import (
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"dateline/internal/news"
)

// edition makes the locale of a test, in Vienna's time.
func edition(t *testing.T, tag string, o Options) *Locale {
	t.Helper()
	if o.Zone == nil {
		zone, err := time.LoadLocation("Europe/Vienna")
		if err != nil {
			t.Fatal(err)
		}
		o.Zone = zone
	}
	l, err := New(tag, o)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// press is 23:40 UTC on Sunday, 22 November 2026: already Monday in Vienna.
var press = time.Date(2026, 11, 22, 23, 40, 0, 0, time.UTC)

func TestDate(t *testing.T) {
	for _, c := range []struct {
		tag   string
		style Style
		want  string
	}{
		{"en", Full, "Monday 23 November 2026"},
		{"en", Long, "23 November 2026"},
		{"en", DayMonth, "23 November"},
		{"en", MonthYear, "November 2026"},
		{"en", Year, "2026"},
		{"en", Weekday, "Monday"},
		{"en", Clock, "00:40"},
		{"en", DateTime, "23 November 2026, 00:40"},
		{"en", DateTimeZone, "23 November 2026, 00:40 CET"},
		{"ar", Full, "الاثنين ٢٣ نوفمبر ٢٠٢٦"},
		{"ar", DateTime, "٢٣ نوفمبر ٢٠٢٦، ٠٠:٤٠"},
		{"ar", DateTimeZone, "٢٣ نوفمبر ٢٠٢٦، ٠٠:٤٠ \u2066CET\u2069"},
		{"ar-LB", Long, "٢٣ تشرين الثاني ٢٠٢٦"},
		{"fa", Full, "دوشنبه ۲ آذر ۱۴۰۵"},
		{"fa", MonthYear, "آذر ۱۴۰۵"},
		{"fa", DateTime, "۲ آذر ۱۴۰۵، ۰۰:۴۰"},
		{"fr", Full, "lundi 23 novembre 2026"},
		{"de", Full, "Montag, 23. November 2026"},
		{"de", DayMonth, "23. November"},
		{"es", Full, "lunes, 23 de noviembre de 2026"},
		{"tr", Full, "23 Kasım 2026 Pazartesi"},
		{"ru", Full, "понедельник, 23 ноября 2026 г."},
		{"ru", MonthYear, "ноябрь 2026 г."},
		{"ru", Year, "2026"},
		{"ckb", Long, "٢٣ی تشرینی دووەمی ٢٠٢٦"},
		{"ur", Full, "پیر، 23 نومبر 2026"},
		{"he", Full, "יום שני, 23 בנובמבר 2026"},
		{"pt", Full, "2026-11-23"},
		{"pt", Weekday, "2026-11-23"},
		{"pt", DayMonth, "11-23"},
		{"pt", DateTime, "2026-11-23 00:40"},
		{"ps", DateTime, "\u20662026-11-23\u2069 00:40"},
	} {
		if got := edition(t, c.tag, Options{}).Date(press, c.style); got != c.want {
			t.Errorf("%s style %d: %q, want %q", c.tag, c.style, got, c.want)
		}
	}
}

func TestDateInAnotherCalendar(t *testing.T) {
	for _, c := range []struct {
		tag      string
		calendar Calendar
		want     string
	}{
		{"en", Jalali, "2 Azar 1405 AP"},
		{"en", Islamic, "13 Jumada II 1448 AH"},
		{"ar", Islamic, "١٣ جمادى الآخرة ١٤٤٨ هـ"},
		{"ar", Jalali, "٢ آذر ١٤٠٥ ه\u200d.ش"},
		{"fa", Gregorian, "۲۳ نوامبر ۲۰۲۶"},
		{"fa", Islamic, "۱۳ جمادی\u200cالثانی ۱۴۴۸ ه\u200d.ق."},
		{"ckb", Jalali, "٢ی سەرماوەزی ١٤٠٥ هەتاوی"},
		{"ru", Jalali, "2 азер 1405 г. AP"},
	} {
		if got := edition(t, c.tag, Options{Calendar: c.calendar}).Date(press, Long); got != c.want {
			t.Errorf("%s in %s: %q, want %q", c.tag, c.calendar, got, c.want)
		}
		if got := edition(t, c.tag, Options{}).In(c.calendar).Date(press, Long); got != c.want {
			t.Errorf("%s turned to %s: %q, want %q", c.tag, c.calendar, got, c.want)
		}
	}
}

func TestFirstOfTheMonthInFrench(t *testing.T) {
	l := edition(t, "fr", Options{})
	if got := l.Date(time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC), Long); got != "1er mai 2026" {
		t.Error(got)
	}
	if got := l.Date(time.Date(2026, 5, 21, 12, 0, 0, 0, time.UTC), Long); got != "21 mai 2026" {
		t.Error(got)
	}
}

func TestZones(t *testing.T) {
	for _, c := range []struct{ zone, want, machine string }{
		{"Asia/Tehran", "23 November 2026, 03:10 UTC+3:30", "2026-11-23T03:10:00+03:30"},
		{"America/Sao_Paulo", "22 November 2026, 20:40 UTC-3:00", "2026-11-22T20:40:00-03:00"},
		{"UTC", "22 November 2026, 23:40 UTC", "2026-11-22T23:40:00Z"},
	} {
		l, err := ForEdition(news.Edition{Language: "en", Zone: c.zone})
		if err != nil {
			t.Fatal(err)
		}
		if got := l.Date(press, DateTimeZone); got != c.want {
			t.Errorf("%s: %q, want %q", c.zone, got, c.want)
		}
		if got := l.Machine(press); got != c.machine {
			t.Errorf("%s: %q, want %q", c.zone, got, c.machine)
		}
	}
}

// TestTablesAreWhole looks at every language's every month, weekday and style:
// nothing is empty, twice or left as a place.
func TestTablesAreWhole(t *testing.T) {
	for tag := range tongues {
		for _, calendar := range []Calendar{Gregorian, Jalali, Islamic} {
			l := edition(t, tag, Options{Calendar: calendar, Zone: time.UTC})
			months, weekdays := map[string]bool{}, map[string]bool{}
			for day := DayOf(calendar, 1445, 1, 1); day < DayOf(calendar, 1446, 1, 1); day++ {
				w := l.writing(day, calendar)
				months[w.monthName(false)], weekdays[w.style(Weekday)] = true, true
				for s := Long; s <= Weekday; s++ {
					if text := w.style(s); text == "" || strings.ContainsAny(text, "{}") || text != strings.TrimSpace(text) {
						t.Fatalf("%s in %s, style %d: %q", tag, calendar, s, text)
					}
				}
			}
			if len(months) != 12 || len(weekdays) != 7 || months[""] || weekdays[""] {
				t.Errorf("%s in %s has %d months and %d weekdays", tag, calendar, len(months), len(weekdays))
			}
		}
	}
}
