package locale

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Style is how much of a date is written, and in which form.
type Style int

// The styles, with the English form of each.
const (
	Long         Style = iota // 22 November 2026
	Full                      // Sunday 22 November 2026
	DayMonth                  // 22 November
	MonthYear                 // November 2026
	Year                      // 2026
	Weekday                   // Sunday
	Clock                     // 09:12
	DateTime                  // 22 November 2026, 09:12
	DateTimeZone              // 22 November 2026, 09:12 CET
)

// Date writes an instant as it is in the edition's zone and calendar.
func (l *Locale) Date(t time.Time, s Style) string {
	t = t.In(l.zone)
	w := l.writing(DayOf(Gregorian, t.Year(), int(t.Month()), t.Day()), l.calendar)
	switch s {
	case Clock:
		return l.Digits(t.Format("15:04"))
	case DateTime, DateTimeZone:
		w.clock = l.Digits(t.Format("15:04"))
		if s == DateTimeZone {
			w.clock += " " + l.zoneName(t)
		}
		w.date = w.style(Long)
		return l.patterns.dateTime.fill(w.place)
	}
	return w.style(s)
}

// Machine writes an instant for datetime attributes and feeds: RFC 3339 in the
// edition's zone, to the second.
func (l *Locale) Machine(t time.Time) string { return t.In(l.zone).Format(time.RFC3339) }

// zoneName returns the zone's abbreviation in the tz database ("CET"), or its
// distance from UTC where that has none. Both are Latin and kept together.
func (l *Locale) zoneName(t time.Time) string {
	name, offset := t.Zone()
	if name == "" || name[0] == '+' || name[0] == '-' {
		sign := '+'
		if offset < 0 {
			sign, offset = '-', -offset
		}
		name = fmt.Sprintf("UTC%c%d:%02d", sign, offset/3600, offset/60%60)
	}
	if l.rightToLeft() {
		return leftToRightIsolate + name + popIsolate
	}
	return name
}

// writing is one date on its way to the page.
type writing struct {
	l                *Locale
	in               Calendar
	year, month, day int // in that calendar
	weekday          int
	days             string // "18–22" instead of one day
	markEra          bool   // say which era a year belongs to
	date, clock      string
}

func (l *Locale) writing(d Day, in Calendar) writing {
	w := writing{l: l, in: in, weekday: d.Weekday()}
	w.year, w.month, w.day = d.Date(in)
	if w.year < 1 && in != Gregorian { // no such year is in use: what came before is counted before Christ
		w.in = Gregorian
		w.year, w.month, w.day = d.Date(Gregorian)
	}
	return w
}

// style writes the date in one of the styles without a clock.
func (w writing) style(s Style) string {
	p := w.l.patterns
	switch s {
	case Full:
		return w.fill(p.full)
	case DayMonth:
		return w.fill(p.dayMonth)
	case MonthYear:
		return w.fill(p.monthYear)
	case Year:
		return w.yearText("")
	case Weekday:
		if name := w.l.lang.weekdays[w.weekday]; name != "" {
			return name
		}
	}
	return w.fill(p.long)
}

// fill fills a pattern. Numbers joined by hyphens would be read from the wrong
// end in right-to-left text and are kept together.
func (w writing) fill(p sentence) string {
	text := p.fill(w.place)
	if w.l.lang == &numeric && w.l.rightToLeft() {
		return leftToRightIsolate + text + popIsolate
	}
	return text
}

// place writes one place of a pattern.
func (w writing) place(b *strings.Builder, name string) {
	switch name {
	case "d":
		b.WriteString(w.dayText())
	case "dd":
		b.WriteString(w.l.Digits(fmt.Sprintf("%02d", w.day)))
	case "M":
		b.WriteString(w.monthName(false))
	case "L":
		b.WriteString(w.monthName(true))
	case "y":
		b.WriteString(w.yearText(w.l.lang.yearUnit))
	case "n":
		b.WriteString(w.l.Digits(strconv.Itoa(w.year)))
	case "W":
		b.WriteString(w.l.lang.weekdays[w.weekday])
	case "t":
		b.WriteString(w.clock)
	case "date":
		b.WriteString(w.date)
	}
}

func (w writing) dayText() string {
	switch {
	case w.days != "":
		return w.days
	case w.day == 1 && w.l.lang.firstDay != "":
		return w.l.lang.firstDay
	}
	return w.l.Digits(strconv.Itoa(w.day))
}

// monthName returns the month's name, alone (without a day) where the language
// has such a form.
func (w writing) monthName(alone bool) string {
	lang := w.l.lang
	switch {
	case w.in == Jalali:
		return lang.jalali[w.month-1]
	case w.in != Gregorian:
		return lang.islamic[w.month-1]
	case alone && lang.alone[w.month-1] != "":
		return lang.alone[w.month-1]
	}
	return w.l.months[w.month-1]
}

// yearText writes the year with its era where a reader would not expect that
// calendar: before Christ, or in another calendar than the language's own.
func (w writing) yearText(unit string) string {
	lang := w.l.lang
	if lang == &numeric {
		return isoYear(w.year)
	}
	if w.year < 1 { // year 0 is 1 BC
		return w.l.Digits(strconv.Itoa(1-w.year)) + unit + " " + lang.beforeChrist
	}
	year := w.l.Digits(strconv.Itoa(w.year)) + unit
	switch {
	case w.in == lang.calendar || w.in == Gregorian && !w.markEra:
		return year
	case w.in == Gregorian:
		return year + " " + lang.commonEra
	case w.in == Jalali:
		return year + " " + lang.solarHijri
	}
	return year + " " + lang.lunarHijri
}

// isoYear writes a year after ISO 8601, which has negative years instead of an
// era.
func isoYear(year int) string {
	if year < 0 {
		return fmt.Sprintf("-%04d", -year)
	}
	return fmt.Sprintf("%04d", year)
}
