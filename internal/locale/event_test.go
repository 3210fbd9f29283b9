package locale

import (
	"testing"

	"dateline/internal/news"
)

// on reads an EDTF date in a test.
func on(t *testing.T, edtf string) news.CivilDate {
	t.Helper()
	d, err := news.ParseCivil(edtf)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestCivil(t *testing.T) {
	for _, c := range []struct {
		tag, edtf string
		style     Style
		want      string
	}{
		{"en", "1815-06-18", Long, "18 June 1815"},
		{"en", "1815-06-18", Full, "Sunday 18 June 1815"},
		{"en", "1815-06-18", DayMonth, "18 June"},
		{"en", "1815-06-18T11:30", Long, "18 June 1815"},
		{"en", "1815-06-18T11:30", DateTime, "18 June 1815, 11:30"},
		{"en", "1815-06-18T11:30", Clock, "11:30"},
		{"en", "1815-06", Full, "June 1815"},
		{"en", "1815-06", Year, "1815"},
		{"en", "1815", Full, "1815"},
		{"en", "181X", Long, "1810s"},
		{"en", "1815~", Long, "about 1815"},
		{"en", "1815?", Long, "1815 (?)"},
		{"en", "1815-06-18%", Long, "about 18 June 1815 (?)"},
		{"en", "", Long, ""},
		{"ar", "1815-06-18", Long, "١٨ يونيو ١٨١٥"},
		{"ar", "181X~", Long, "نحو عقد ١٨١٠"},
		{"ar", "1815?", Long, "١٨١٥ (؟)"},
		{"fa", "2020-09-06", Long, "۱۶ شهریور ۱۳۹۹"},
		{"fa", "1815-06-18", Long, "۱۸ ژوئن ۱۸۱۵"}, // before Iran adopted the calendar
		{"fa", "1815-06", Long, "ژوئن ۱۸۱۵"},
		{"fa", "1815-06", Year, "۱۸۱۵ میلادی"},
		{"fa", "1815", Long, "۱۸۱۵ میلادی"},
		{"fa", "181X", Long, "دههٔ ۱۸۱۰ میلادی"},
		{"fa", "0500-03-01", Long, "۱ مارس ۵۰۰"},
		{"tr", "181X", Long, "1810–1819"},
		{"ru", "1815-06", Long, "июнь 1815 г."},
		{"ru", "181X", Long, "1810-е годы"},
		{"de", "1815-06-18~", Long, "um 18. Juni 1815"},
		{"pt", "0800-12-25", Long, "0800-12-25"},
	} {
		if got := edition(t, c.tag, Options{}).Civil(on(t, c.edtf), c.style); got != c.want {
			t.Errorf("%s %s style %d: %q, want %q", c.tag, c.edtf, c.style, got, c.want)
		}
	}
}

func TestBeforeChrist(t *testing.T) {
	ides := news.CivilDate{Year: -43, Month: 3, Day: 15, Precision: news.ToDay}
	for tag, want := range map[string]string{
		"en": "15 March 44 BC", "fa": "۱۵ مارس ۴۴ ق.م.", "ru": "15 марта 44 г. до н. э.", "pt": "-0043-03-15",
	} {
		if got := edition(t, tag, Options{}).Civil(ides, Long); got != want {
			t.Errorf("%s: %q, want %q", tag, got, want)
		}
	}
	decade := news.CivilDate{Year: -43, Precision: news.ToDecade}
	if got := edition(t, "en", Options{}).Civil(decade, Long); got != "51 BC – 42 BC" {
		t.Error(got)
	}
}

func TestInterval(t *testing.T) {
	for _, c := range []struct{ tag, from, to, want string }{
		{"en", "1815-06-16", "1815-06-18", "16–18 June 1815"},
		{"en", "1815-06-16T09:00", "1815-06-18", "16–18 June 1815"},
		{"en", "1815-06-18T11:30", "1815-06-18T20:00", "18 June 1815"},
		{"en", "1815-03-20", "1815-06-22", "20 March – 22 June 1815"},
		{"en", "1814-11-01", "1815-06-09", "1 November 1814 – 9 June 1815"},
		{"en", "1815-03", "1815-06", "March – June 1815"},
		{"en", "1814", "1815", "1814–1815"},
		{"en", "1814", "1815-06", "1814 – June 1815"},
		{"en", "1815-06-18", "1815-06-18", "18 June 1815"},
		{"en", "1815-06-16~", "1815-06-18", "about 16 June 1815 – 18 June 1815"},
		{"en", "179X", "181X", "1790s – 1810s"},
		{"en", "181X", "181X", "1810s"},
		{"en", "1814", "", "1814 –"},
		{"en", "", "1815", "– 1815"},
		{"en", "", "", ""},
		{"ar", "1815-06-16", "1815-06-18", "١٦–١٨ يونيو ١٨١٥"},
		{"fa", "1815-06-16", "1815-06-18", "۱۶–۱۸ ژوئن ۱۸۱۵"},
		{"fa", "2020-06-15", "2020-06-17", "۲۶–۲۸ خرداد ۱۳۹۹"},
		{"fa", "2020-06-18", "2020-06-22", "۲۹ خرداد – ۲ تیر ۱۳۹۹"},
		{"fa", "1814", "1815", "۱۸۱۴–۱۸۱۵ میلادی"},
		{"fa", "1814", "1815-06-18", "۱۸۱۴ میلادی – ۱۸ ژوئن ۱۸۱۵"},
		{"fa", "1815-03", "1815-06", "مارس – ژوئن ۱۸۱۵"},
		{"de", "1815-06-16", "1815-06-18", "16.–18. Juni 1815"},
		{"ru", "1815-03", "1815-06", "март – июнь 1815 г."},
		{"pt", "1815-06-16", "1815-06-18", "1815-06-16 – 1815-06-18"},
	} {
		if got := edition(t, c.tag, Options{}).Interval(on(t, c.from), on(t, c.to)); got != c.want {
			t.Errorf("%s %s/%s: %q, want %q", c.tag, c.from, c.to, got, c.want)
		}
	}
}

func TestMachineCivil(t *testing.T) {
	for edtf, want := range map[string]string{
		"1815-06-18T11:30": "1815-06-18T11:30", "1815-06-18~": "1815-06-18", "1815-06": "1815-06", "0850": "0850", "181X": "", "": "",
	} {
		if got := MachineCivil(on(t, edtf)); got != want {
			t.Errorf("%s: %q, want %q", edtf, got, want)
		}
	}
	if got := MachineCivil(news.CivilDate{Year: -43, Precision: news.ToYear}); got != "" {
		t.Errorf("44 BC: %q", got)
	}
}

// TestDatesThatCannotBe: a date that breaks every rule is still written
// somehow, in every language and calendar.
func TestDatesThatCannotBe(t *testing.T) {
	for tag := range tongues {
		for _, calendar := range []Calendar{Gregorian, Jalali, Islamic, IslamicCivil} {
			l := edition(t, tag, Options{Calendar: calendar})
			for _, year := range []int{-1_000_000_000, -1, 0, 1, 621, 622, 1_000_000_000} {
				for p := news.ToDecade; p <= news.ToMinute; p++ {
					d := news.CivilDate{Year: year, Month: 99, Day: 99, Hour: 99, Minute: -1, Precision: p, Approximate: true}
					if l.Civil(d, Full) == "" || l.Interval(d, news.CivilDate{Year: 1815, Precision: p}) == "" {
						t.Errorf("%s in %s: nothing for %+v", tag, calendar, d)
					}
				}
			}
		}
	}
}
