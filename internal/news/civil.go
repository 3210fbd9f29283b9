package news

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Precision says how much of a CivilDate is known.
type Precision int

// The precisions, from none to a minute of the day.
const (
	NoDate Precision = iota
	ToDecade
	ToYear
	ToMonth
	ToDay
	ToMinute
)

// CivilDate is a date as an event has it: of the civil (proleptic Gregorian)
// calendar, known to some precision, perhaps approximate, perhaps in a zone.
// The zero value is no date. The text form is the Extended Date/Time Format
// (EDTF, ISO 8601-2:2019, level 1): "1815", "1815-06", "1815-06-18",
// "1815-06-18T11:30", "181X", with "~" (approximate), "?" (uncertain) or "%"
// (both) behind it.
type CivilDate struct {
	Year, Month, Day, Hour, Minute int
	Precision                      Precision
	Approximate, Uncertain         bool
	Zone                           string // IANA name; "" where none is known
}

// ParseCivil reads the EDTF forms named at CivilDate; "" is no date.
func ParseCivil(s string) (CivilDate, error) {
	var d CivilDate
	body := s
	switch {
	case strings.HasSuffix(s, "%"):
		d.Approximate, d.Uncertain, body = true, true, s[:len(s)-1]
	case strings.HasSuffix(s, "~"):
		d.Approximate, body = true, s[:len(s)-1]
	case strings.HasSuffix(s, "?"):
		d.Uncertain, body = true, s[:len(s)-1]
	}
	if s == "" {
		return d, nil
	}
	if !d.scan(body) || d.String() != s { // time.Parse also takes what EDTF does not: "T1:30"
		return CivilDate{}, Errorf(Invalid, "date", "%q is not a date: write a year, a month or a day such as 1815, 1815-06 or 1815-06-18.", s)
	}
	return d, nil
}

// scan fills d from the body of an EDTF text and says whether it was one.
func (d *CivilDate) scan(body string) bool {
	if decade, ok := strings.CutSuffix(body, "X"); ok {
		n, err := strconv.Atoi(decade)
		d.Year, d.Precision = n*10, ToDecade
		return err == nil && len(decade) == 3 && n >= 0
	}
	for _, form := range []struct {
		layout string
		to     Precision
	}{{"2006-01-02T15:04", ToMinute}, {"2006-01-02", ToDay}, {"2006-01", ToMonth}, {"2006", ToYear}} {
		if t, err := time.Parse(form.layout, body); err == nil {
			d.set(t, form.to)
			return true
		}
	}
	return false
}

func (d *CivilDate) set(t time.Time, to Precision) {
	d.Precision, d.Year = to, t.Year()
	if to >= ToMonth {
		d.Month = int(t.Month())
	}
	if to >= ToDay {
		d.Day = t.Day()
	}
	if to >= ToMinute {
		d.Hour, d.Minute = t.Hour(), t.Minute()
	}
}

// String writes the EDTF form; the zone is not part of it.
func (d CivilDate) String() string {
	var s string
	switch d.Precision {
	case NoDate:
		return ""
	case ToDecade:
		s = fmt.Sprintf("%03dX", d.Year/10)
	case ToYear:
		s = fmt.Sprintf("%04d", d.Year)
	case ToMonth:
		s = fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	case ToDay:
		s = fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	default:
		s = fmt.Sprintf("%04d-%02d-%02dT%02d:%02d", d.Year, d.Month, d.Day, d.Hour, d.Minute)
	}
	switch {
	case d.Approximate && d.Uncertain:
		return s + "%"
	case d.Approximate:
		return s + "~"
	case d.Uncertain:
		return s + "?"
	}
	return s
}

// IsZero says whether there is no date.
func (d CivilDate) IsZero() bool { return d.Precision == NoDate }

// MarshalText writes the EDTF form.
func (d CivilDate) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the EDTF form.
func (d *CivilDate) UnmarshalText(b []byte) error {
	v, err := ParseCivil(string(b))
	*d = v
	return err
}

// SortKey orders dates: minutes since the year 0 of the earliest moment that
// the date can mean, so that "1815" stands before "1815-01-02".
func (d CivilDate) SortKey() int64 {
	if d.IsZero() {
		return 0
	}
	t := time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), d.Hour, d.Minute, 0, 0, time.UTC)
	return (t.Unix() - yearZero) / 60
}

var yearZero = time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC).Unix()
