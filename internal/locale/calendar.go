package locale

// Calendar is a way of counting days into months and years.
type Calendar string

// The calendars. All are proleptic: they count backwards by their present rule
// into times that did not know it, as ISO 8601 does with the Gregorian.
const (
	Gregorian    Calendar = "gregorian"
	Jalali       Calendar = "jalali"        // Solar Hijri, of Iran
	Islamic      Calendar = "islamic"       // Hijri, Umm al-Qura of Saudi Arabia; outside 1300–1600 AH as IslamicCivil
	IslamicCivil Calendar = "islamic-civil" // Hijri by arithmetic, epoch Friday
)

func (c Calendar) valid() bool {
	return c == Gregorian || c == Jalali || c == Islamic || c == IslamicCivil
}

// Day counts days: 1 is Monday, 1 January of the year 1 in the proleptic
// Gregorian calendar ("rata die" in Reingold and Dershowitz, Calendrical
// Calculations). It is the common ground between calendars.
type Day int

// DayOf returns the day of a calendar date. Months run from 1 to 12; year 0 is
// the year before year 1. A date that the calendar does not have (30 February)
// counts on into the following month.
func DayOf(c Calendar, year, month, day int) Day {
	switch c {
	case Jalali:
		return jalaliDay(year, month, day)
	case Islamic:
		return ummAlQuraDay(year, month, day)
	case IslamicCivil:
		return islamicDay(year, month, day)
	}
	return gregorianDay(year, month, day)
}

// Date returns the day's date in a calendar; it undoes DayOf.
func (d Day) Date(c Calendar) (year, month, day int) {
	switch c {
	case Jalali:
		return jalaliDate(d)
	case Islamic:
		return ummAlQuraDate(d)
	case IslamicCivil:
		return islamicDate(d)
	}
	return gregorianDate(d)
}

// Weekday returns the day of the week, 0 for Sunday as in package time.
func (d Day) Weekday() int { return floorMod(int(d), 7) }

// gregorianCycle is the length of the Gregorian cycle of 400 years in days.
const gregorianCycle = 146097

// gregorianDay is the formula of Calendrical Calculations, section 2.2: whole
// years, then months as if all had 30.6 days, then the short February.
func gregorianDay(year, month, day int) Day {
	y := year - 1
	n := 365*y + floorDiv(y, 4) - floorDiv(y, 100) + floorDiv(y, 400) + floorDiv(367*month-362, 12) + day
	if month > 2 {
		n -= 2
		if gregorianLeap(year) {
			n++
		}
	}
	return Day(n)
}

// gregorianDate guesses the year from the mean length of years, which is at
// most one too high, and finds the month by the same line as gregorianDay.
func gregorianDate(d Day) (year, month, day int) {
	year = floorDiv((int(d)+1)*400, gregorianCycle) + 1
	if d < gregorianDay(year, 1, 1) {
		year--
	}
	inYear := int(d - gregorianDay(year, 1, 1))
	if d >= gregorianDay(year, 3, 1) {
		inYear += 2
		if gregorianLeap(year) {
			inYear--
		}
	}
	month = (12*inYear + 373) / 367
	return year, month, int(d-gregorianDay(year, month, 1)) + 1
}

func gregorianLeap(year int) bool {
	return year%4 == 0 && (year%100 != 0 || year%400 == 0)
}

// floorDiv and floorMod divide towards minus infinity, as formulas of calendars
// suppose; Go's own operators divide towards zero.
func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func floorMod(a, b int) int { return a - b*floorDiv(a, b) }
