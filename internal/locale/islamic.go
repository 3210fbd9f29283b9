package locale

// islamicEpoch is 1 Muharram of the year 1: Friday, 16 July 622 in the Julian
// calendar.
const islamicEpoch Day = 227015

// islamicDay is the arithmetic ("civil", "tabular") calendar of Calendrical
// Calculations, chapter 7: eleven leap years in thirty, those of the years 2, 5,
// 7, 10, 13, 16, 18, 21, 24, 26 and 29; months of 30 and 29 days by turns.
func islamicDay(year, month, day int) Day {
	return islamicEpoch - 1 + Day(354*(year-1)+floorDiv(3+11*year, 30)+29*(month-1)+month/2+day)
}

func islamicDate(d Day) (year, month, day int) {
	year = floorDiv(30*int(d-islamicEpoch)+10646, 10631) // thirty years have 10631 days
	inYear := int(d - islamicDay(year, 1, 1))
	month = min(12, (11*inYear+330)/325)
	return year, month, int(d-islamicDay(year, month, 1)) + 1
}
