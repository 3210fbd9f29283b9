package locale

import "fmt"

// Precision says how much of a civil date is known.
type Precision int

// The precisions.
const (
	ToDay Precision = iota
	ToMonth
	ToYear
	ToDecade
)

// Civil is a date on which something happened, without a time or zone, in the
// proleptic Gregorian calendar. Month or Day 0 is unknown. Year 0 is 1 BC, -1 is
// 2 BC, as in ISO 8601 and EDTF.
type Civil struct {
	Year, Month, Day int
	Decade           bool // only the decade is known: Year is any year of it
	Approximate      bool // EDTF "~": about
}

// IsZero says that there is no date at all: the open end of an interval.
func (d Civil) IsZero() bool { return d == Civil{} }

// Precision returns how much of the date is known.
func (d Civil) Precision() Precision {
	switch {
	case d.Decade:
		return ToDecade
	case d.Month == 0:
		return ToYear
	case d.Day == 0:
		return ToMonth
	}
	return ToDay
}

// Machine returns the date for an HTML datetime attribute ("1815-06-18",
// "1815-06", "1815"), or "" where HTML has no form for it: decades and years
// before 1 (https://html.spec.whatwg.org/#valid-date-string).
func (d Civil) Machine() string {
	if d.Year < 1 {
		return ""
	}
	switch d.Precision() {
	case ToDay:
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	case ToMonth:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	case ToYear:
		return fmt.Sprintf("%04d", d.Year)
	}
	return ""
}
