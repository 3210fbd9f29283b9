package locale

import (
	"testing"
	"time"
)

// civil is a date in tests: year, month, day.
type civil [3]int

// knownDays pairs days of history with their dates, checked against Unicode ICU
// (version 78). The days before 1925 are proleptic in the Jalali column.
var knownDays = []struct {
	why       string
	gregorian civil
	jalali    civil
	islamic   civil // Umm al-Qura from 1882 on, arithmetic before
}{
	{"a sample of Calendrical Calculations", civil{1648, 6, 10}, civil{1027, 3, 21}, civil{1058, 5, 18}},
	{"Congress of Vienna, final act", civil{1815, 6, 9}, civil{1194, 3, 18}, civil{1230, 7, 1}},
	{"Battle of Waterloo", civil{1815, 6, 18}, civil{1194, 3, 27}, civil{1230, 7, 10}},
	{"Napoleon lands in Golfe-Juan", civil{1815, 3, 1}, civil{1193, 12, 10}, civil{1230, 3, 19}},
	{"Holy Alliance", civil{1815, 9, 26}, civil{1194, 7, 3}, civil{1230, 10, 21}},
	{"Iran's constitution is granted", civil{1906, 8, 5}, civil{1285, 5, 13}, civil{1324, 6, 14}},
	{"first year of Iran's law of the calendar", civil{1925, 3, 21}, civil{1304, 1, 1}, civil{1343, 8, 26}},
	{"coup in Tehran", civil{1953, 8, 19}, civil{1332, 5, 28}, civil{1372, 12, 9}},
	{"22 Bahman", civil{1979, 2, 11}, civil{1357, 11, 22}, civil{1399, 3, 14}},
	{"day of the Unix epoch", civil{1970, 1, 1}, civil{1348, 10, 11}, civil{1389, 10, 22}},
	{"Nowruz after the leap year 1403", civil{2025, 3, 21}, civil{1404, 1, 1}, civil{1446, 9, 21}},
	{"the leap day of 1403", civil{2025, 3, 20}, civil{1403, 12, 30}, civil{1446, 9, 20}},
	{"first of Ramadan 1445", civil{2024, 3, 11}, civil{1402, 12, 21}, civil{1445, 9, 1}},
	{"new year 1446", civil{2024, 7, 7}, civil{1403, 4, 17}, civil{1446, 1, 1}},
	{"feast of 1446", civil{2025, 3, 30}, civil{1404, 1, 10}, civil{1446, 10, 1}},
	{"leap day 2000", civil{2000, 2, 29}, civil{1378, 12, 10}, civil{1420, 11, 23}},
}

func TestKnownDays(t *testing.T) {
	for _, k := range knownDays {
		day := dayOf(Gregorian, k.gregorian)
		for calendar, want := range map[Calendar]civil{Gregorian: k.gregorian, Jalali: k.jalali, Islamic: k.islamic} {
			if got := dateOf(day, calendar); got != want {
				t.Errorf("%s: %s date is %v, want %v", k.why, calendar, got, want)
			}
			if got := dayOf(calendar, want); got != day {
				t.Errorf("%s: day of %v in %s is %d, want %d", k.why, want, calendar, got, day)
			}
		}
	}
}

// TestArithmeticIslamic uses the sample data of Calendrical Calculations,
// appendix C.
func TestArithmeticIslamic(t *testing.T) {
	for day, want := range map[Day]civil{
		601716: {1058, 5, 18}, // 10 June 1648
		710347: {1364, 12, 6}, // 12 November 1945
		764652: {1518, 3, 5},  // 18 July 2094
	} {
		if got := dateOf(day, IslamicCivil); got != want {
			t.Errorf("day %d is %v, want %v", day, got, want)
		}
	}
}

func TestJalaliLeapYears(t *testing.T) {
	leap := map[int]bool{}
	for _, year := range []int{1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412} {
		leap[year] = true
	}
	for year := 1370; year <= 1412; year++ {
		long := DayOf(Jalali, year+1, 1, 1)-DayOf(Jalali, year, 1, 1) == 366
		if long != leap[year] {
			t.Errorf("%d AP: leap is %v", year, long)
		}
	}
}

// TestGregorianIsTimes compares with package time over 1,200 years, which holds
// every kind of century.
func TestGregorianIsTimes(t *testing.T) {
	first := time.Date(1200, 1, 1, 0, 0, 0, 0, time.UTC)
	start := DayOf(Gregorian, 1200, 1, 1)
	for i := range 1200 * 366 {
		at := first.AddDate(0, 0, i)
		d := start + Day(i)
		if got := dateOf(d, Gregorian); got != (civil{at.Year(), int(at.Month()), at.Day()}) {
			t.Fatalf("%v is %v", at, got)
		}
		if d.Weekday() != int(at.Weekday()) {
			t.Fatalf("%v is weekday %d", at, d.Weekday())
		}
	}
}

// TestRoundTrip walks every day of four thousand years, the ends of the Umm
// al-Qura table among them: each date leads back to its day, and each day's
// date follows the one of the day before.
func TestRoundTrip(t *testing.T) {
	for _, calendar := range []Calendar{Gregorian, Jalali, Islamic, IslamicCivil} {
		from, to := DayOf(Gregorian, -1000, 1, 1), DayOf(Gregorian, 3000, 1, 1)
		before := dateOf(from-1, calendar)
		for d := from; d < to; d++ {
			date := dateOf(d, calendar)
			if dayOf(calendar, date) != d {
				t.Fatalf("%s: day %d is %v, which is day %d", calendar, d, date, dayOf(calendar, date))
			}
			if !follows(before, date) {
				t.Fatalf("%s: %v follows %v", calendar, date, before)
			}
			before = date
		}
	}
}

// follows says whether b can be the day after a.
func follows(a, b civil) bool {
	switch {
	case b[2] != 1:
		return b == civil{a[0], a[1], a[2] + 1}
	case b[1] != 1:
		return b[0] == a[0] && b[1] == a[1]+1 && a[2] >= 28
	}
	return b[0] == a[0]+1 && a[1] == 12 && a[2] >= 29
}

func TestUmmAlQuraTable(t *testing.T) {
	if got, want := len(longMonths), (ummAlQuraLast-ummAlQuraFirst+1)*hexPerYear; got != want {
		t.Fatalf("the table has %d digits, want %d", got, want)
	}
	for i := range len(ummAlQuraStarts) - 1 {
		if n := ummAlQuraStarts[i+1] - ummAlQuraStarts[i]; n < 354 || n > 355 {
			t.Errorf("the year %d has %d days", ummAlQuraFirst+i, n)
		}
	}
	if got := dateOf(ummAlQuraEpoch, Gregorian); got != (civil{1882, 11, 12}) {
		t.Errorf("1 Muharram 1300 is %v", got)
	}
	if got := dateOf(ummAlQuraStarts[len(ummAlQuraStarts)-1], Gregorian); got != (civil{2174, 11, 26}) {
		t.Errorf("1 Muharram 1601 is %v", got)
	}
}

func dayOf(c Calendar, d civil) Day { return DayOf(c, d[0], d[1], d[2]) }

func dateOf(d Day, c Calendar) civil {
	year, month, day := d.Date(c)
	return civil{year, month, day}
}
