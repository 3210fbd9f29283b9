package locale

import (
	"fmt"
	"strconv"

	"dateline/internal/news"
)

// Civil writes the date of an event as far as it is known: a style that asks
// for more than that gets the part that there is.
//
// A month or year of the Gregorian calendar is no month or year of another.
// Where the day is not known, the date is therefore written in the Gregorian
// calendar in every edition, and a bare year says so (“۱۸۱۵ میلادی”).
func (l *Locale) Civil(d news.CivilDate, s Style) string {
	if d.IsZero() {
		return ""
	}
	return l.civilIn(d, s, l.calendarFor(d))
}

// MachineCivil writes a civil date for datetime attributes ("1815-06-18",
// "1815-06", "1815"), "" where HTML has no form for it: decades, and years
// before 1 (https://html.spec.whatwg.org/#the-time-element).
func MachineCivil(d news.CivilDate) string {
	if d.Year < 1 {
		return ""
	}
	switch d.Precision {
	case news.ToMinute:
		return fmt.Sprintf("%04d-%02d-%02dT%02d:%02d", d.Year, d.Month, d.Day, d.Hour, d.Minute)
	case news.ToDay:
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	case news.ToMonth:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	case news.ToYear:
		return fmt.Sprintf("%04d", d.Year)
	}
	return ""
}

// jalaliSince is the Gregorian year in which Iran made the Jalali calendar
// its civil one (law of 31 March 1925). What happened before is dated by the
// Gregorian calendar in Persian books and newspapers.
const jalaliSince = 1925

// calendarFor returns the edition's calendar where every date can be turned
// into it and is usually given in it, else the Gregorian.
func (l *Locale) calendarFor(dates ...news.CivilDate) Calendar {
	for _, d := range dates {
		if !d.IsZero() && (d.Precision < news.ToDay || l.calendar == Jalali && d.Year < jalaliSince) {
			return Gregorian
		}
	}
	return l.calendar
}

// civilIn writes one date in a calendar that calendarFor has chosen.
func (l *Locale) civilIn(d news.CivilDate, s Style, in Calendar) string {
	w := l.civilWriting(d, in)
	return l.doubted(d, w, w.known(d, s))
}

// known writes as much of the date as is known and asked for.
func (w writing) known(d news.CivilDate, s Style) string {
	switch d.Precision {
	case news.ToDecade:
		return w.decade()
	case news.ToYear:
		return w.style(Year)
	case news.ToMonth:
		if s == Year {
			return w.style(Year)
		}
		w.markEra = false // the month's name shows the calendar
		return w.style(MonthYear)
	case news.ToMinute:
		if clock := w.l.clock(d.Hour, d.Minute); s == Clock {
			return clock
		} else if s == DateTime || s == DateTimeZone {
			w.date, w.clock = w.style(Long), clock
			return w.l.patterns.dateTime.fill(w.place)
		}
	}
	return w.style(s)
}

func (l *Locale) clock(hour, minute int) string {
	return l.Digits(fmt.Sprintf("%02d:%02d", hour, minute))
}

// doubted adds what an approximate and an uncertain date say about themselves.
func (l *Locale) doubted(d news.CivilDate, w writing, text string) string {
	if d.Approximate {
		w.date = text
		text = l.patterns.about.fill(w.place)
	}
	if !d.Uncertain {
		return text
	}
	if l.lang.question != "" {
		return text + " (" + l.lang.question + ")"
	}
	return text + " (?)"
}

func (l *Locale) civilWriting(d news.CivilDate, in Calendar) writing {
	month, day := min(max(d.Month, 1), 12), max(d.Day, 1)
	w := l.writing(DayOf(Gregorian, d.Year, month, day), in)
	w.markEra = in != l.calendar && d.Precision < news.ToDay // beside a day the month's name shows the calendar
	return w
}

// decade writes the ten years that share all but the last digit, in the
// language's own form or as a range.
func (w writing) decade() string {
	first := floorDiv(w.year, 10) * 10
	last := w
	w.year, last.year = first, first+9
	switch {
	case first < 1:
		return w.yearText("") + " – " + last.yearText("")
	case w.l.lang.decade == "":
		return w.l.Digits(strconv.Itoa(first)) + "–" + last.yearText("")
	}
	text := w.l.patterns.decade.fill(w.place)
	if w.markEra {
		text += " " + w.l.lang.commonEra
	}
	return text
}
