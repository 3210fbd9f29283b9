package locale

import (
	"strconv"

	"dateline/internal/news"
)

// Interval writes the time from one date to another, both included, without
// repeating what they share: 18–22 June 1815, 30 March – 18 June 1815,
// 1814–1815. A zero date leaves that end open. Clock times are not written.
func (l *Locale) Interval(from, to news.CivilDate) string {
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
	return l.civilIn(from, Long, in) + " – " + l.civilIn(to, Long, in)
}

// shortened writes an interval whose ends share a month, a year or an era once.
// It declines where an end is in doubt, where the ends are not known alike, or
// where they share nothing.
func (l *Locale) shortened(from, to news.CivilDate, in Calendar) (text string, ok bool) {
	if doubtful(from) || doubtful(to) || dayAtMost(from) != dayAtMost(to) {
		return "", false
	}
	a, b := l.civilWriting(from, in), l.civilWriting(to, in)
	switch {
	case a.in != b.in:
		return "", false
	case from.Precision == news.ToYear && a.year > 0:
		return l.Digits(strconv.Itoa(a.year)) + "–" + b.yearText(""), true
	case a.year != b.year || l.lang == &numeric:
		return "", false
	case from.Precision == news.ToMonth:
		b.markEra = false
		return a.monthName(true) + " – " + b.style(MonthYear), true
	case from.Precision < news.ToDay:
		return "", false
	case a.month == b.month && a.day == b.day:
		return b.style(Long), true
	case a.month == b.month:
		b.days = a.dayText() + l.dayDash() + b.dayText()
		return b.style(Long), true
	}
	return a.style(DayMonth) + " – " + b.style(Long), true
}

func doubtful(d news.CivilDate) bool { return d.Approximate || d.Uncertain }

// dayAtMost returns how much is known of a date, its clock left aside.
func dayAtMost(d news.CivilDate) news.Precision { return min(d.Precision, news.ToDay) }

func (l *Locale) dayDash() string {
	if l.lang.dayDash != "" {
		return l.lang.dayDash
	}
	return "–"
}
