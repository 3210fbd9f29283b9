package locale

// jalaliEpoch is the day before 1 Farvardin of the year 1 under the rule below.
const jalaliEpoch Day = 226894

// The Jalali year begins at the vernal equinox as seen from Tehran. The
// arithmetic rule of eight leap years in 33 gives the same days as astronomy
// for the years 1178 to 1501 (1799 to 2123); see K. M. Borkowski, "The Persian
// Calendar for 3000 Years", Earth, Moon and Planets 74 (1996). Before and after,
// where Iran's calendar did not exist or is not yet announced, it strays by a
// day at most for many centuries.

// jalaliDay adds up whole years with the leap days before them, then six months
// of 31 days and five of 30.
func jalaliDay(year, month, day int) Day {
	inYear := 31*(month-1) + day
	if month > 7 {
		inYear -= month - 7
	}
	return jalaliYearStart(year) + Day(inYear)
}

// jalaliYearStart returns the day before 1 Farvardin.
func jalaliYearStart(year int) Day {
	return jalaliEpoch + Day(365*(year-1)+floorDiv(8*year+21, 33))
}

func jalaliDate(d Day) (year, month, day int) {
	year = floorDiv(33*int(d-jalaliEpoch), 12053) + 1 // 33 years have 12053 days
	for d <= jalaliYearStart(year) {
		year--
	}
	for d > jalaliYearStart(year+1) {
		year++
	}
	inYear := int(d-jalaliYearStart(year)) - 1
	if inYear < 186 {
		return year, inYear/31 + 1, inYear%31 + 1
	}
	inYear -= 186
	return year, inYear/30 + 7, inYear%30 + 1
}
