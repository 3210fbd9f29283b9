package locale

import "strconv"

// Civil writes the date of an event as far as it is known: a style that asks
// for more than that gets the part that there is.
//
// A month or year of the Gregorian calendar is no month or year of another.
// Where the day is not known, the date is therefore written in the Gregorian
// calendar in every edition, and a bare year says so (“۱۸۱۵ میلادی”).
func (l *Locale) Civil(d Civil, s Style) string { return l.civilIn(d, s, l.calendarFor(d)) }

// Interval writes the time from one date to another, both included, without
// repeating what they share: 18–22 June 1815, 30 March – 18 June 1815,
// 1814–1815. A zero date leaves that end open.
func (l *Locale) Interval(from, to Civil) string {
	in := l.calendarFor(from, to)
	switch {
	case from.IsZero() && to.IsZero():
		return ""
	case from.IsZero():
		return "– " + l.civilIn(to, Long, in)
	case to.IsZero():
		return l.civilIn(from, Long, in) + " –"
	case from == to:
		return l.civilIn(from, Long, in)
	}
	if text, ok := l.shortened(from, to, in); ok {
		return text
	}
	dash := " – "
	if from.Precision() == ToYear && to.Precision() == ToYear && !from.Approximate && !to.Approximate && in == l.calendar {
		dash = "–"
	}
	return l.civilIn(from, Long, in) + dash + l.civilIn(to, Long, in)
}

// calendarFor returns the edition's calendar where every date can be turned
// into it, else the Gregorian.
func (l *Locale) calendarFor(dates ...Civil) Calendar {
	for _, d := range dates {
		if !d.IsZero() && d.Precision() != ToDay {
			return Gregorian
		}
	}
	return l.calendar
}

// civilIn writes one date in a calendar that calendarFor has chosen.
func (l *Locale) civilIn(d Civil, s Style, in Calendar) string {
	w := l.civilWriting(d, in)
	var text string
	switch d.Precision() {
	case ToDecade:
		text = l.decade(w)
	case ToYear:
		w.markEra = in != l.calendar
		text = w.style(Year)
	case ToMonth:
		w.markEra = s == Year && in != l.calendar
		text = w.style(atMost(s, MonthYear))
	default:
		text = w.style(s)
	}
	if !d.Approximate {
		return text
	}
	w.date = text
	return l.patterns.about.fill(w.place)
}

// atMost returns s where a month's date can be written so, else MonthYear.
func atMost(s, most Style) Style {
	if s == Year {
		return s
	}
	return most
}

func (l *Locale) civilWriting(d Civil, in Calendar) writing {
	return l.writing(DayOf(Gregorian, d.Year, max(1, d.Month), max(1, d.Day)), in)
}

// decade writes the ten years that share all but the last digit, in the
// language's own form or as a range.
func (l *Locale) decade(w writing) string {
	first := floorDiv(w.year, 10) * 10
	if w.year > 0 && l.lang.decade != "" {
		w.year = first
		w.markEra = l.calendar != Gregorian
		return l.patterns.decade.fill(w.place)
	}
	w.year = first + 9
	last := w.yearText()
	if first > 0 {
		return l.Digits(strconv.Itoa(first)) + "–" + last
	}
	w.year = first
	return w.yearText() + " – " + last
}

// shortened writes an interval whose ends share a month or a year once. It
// declines where an end is approximate, or where the language writes numbers
// only.
func (l *Locale) shortened(from, to Civil, in Calendar) (text string, ok bool) {
	if from.Approximate || to.Approximate || from.Precision() != to.Precision() || l.lang == &numeric {
		return "", false
	}
	a, b := l.civilWriting(from, in), l.civilWriting(to, in)
	if a.year != b.year || a.in != b.in {
		return "", false
	}
	switch {
	case from.Precision() == ToMonth:
		return a.monthName(true) + " – " + b.style(MonthYear), true
	case from.Precision() != ToDay:
		return "", false
	case a.month == b.month:
		b.days = a.dayText() + l.dayDash() + b.dayText()
		return b.style(Long), true
	}
	return a.style(DayMonth) + " – " + b.style(Long), true
}

func (l *Locale) dayDash() string {
	if l.lang.dayDash != "" {
		return l.lang.dayDash
	}
	return "–"
}
