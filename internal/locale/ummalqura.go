package locale

import "strconv"

// The Umm al-Qura calendar begins its months by computed new moons at Mecca and
// is published as a table.
const (
	ummAlQuraFirst     = 1300
	ummAlQuraLast      = 1600
	ummAlQuraEpoch Day = 687337 // 1 Muharram 1300: 12 November 1882
	hexPerYear         = 3
)

// ummAlQuraStarts holds the first day of every year in the table and of the
// year after it.
var ummAlQuraStarts = sumYears()

func sumYears() [ummAlQuraLast - ummAlQuraFirst + 2]Day {
	var starts [ummAlQuraLast - ummAlQuraFirst + 2]Day
	starts[0] = ummAlQuraEpoch
	for i := range len(starts) - 1 {
		starts[i+1] = starts[i]
		for month := 1; month <= 12; month++ {
			starts[i+1] += Day(ummAlQuraLength(ummAlQuraFirst+i, month))
		}
	}
	return starts
}

// ummAlQuraLength returns the length of a month of a year in the table.
func ummAlQuraLength(year, month int) int {
	at := (year - ummAlQuraFirst) * hexPerYear
	long, err := strconv.ParseUint(longMonths[at:at+hexPerYear], 16, 16)
	if err != nil {
		panic("locale: the table of Umm al-Qura months is broken: " + err.Error())
	}
	return 29 + int(long>>(month-1)&1)
}

func ummAlQuraDay(year, month, day int) Day {
	if year < ummAlQuraFirst || year > ummAlQuraLast {
		return islamicDay(year, month, day)
	}
	d := ummAlQuraStarts[year-ummAlQuraFirst]
	for m := 1; m < month; m++ {
		d += Day(ummAlQuraLength(year, m))
	}
	return d + Day(day) - 1
}

func ummAlQuraDate(d Day) (year, month, day int) {
	end := ummAlQuraStarts[len(ummAlQuraStarts)-1]
	if d < ummAlQuraEpoch || d >= end {
		return islamicDate(d)
	}
	// A year has 354 or 355 days: the guess is at most one too high.
	i := min(int(d-ummAlQuraEpoch)/354, len(ummAlQuraStarts)-2)
	for ummAlQuraStarts[i] > d {
		i--
	}
	year, month = ummAlQuraFirst+i, 1
	left := int(d - ummAlQuraStarts[i])
	for left >= ummAlQuraLength(year, month) {
		left -= ummAlQuraLength(year, month)
		month++
	}
	return year, month, left + 1
}
