package locale

// numeric writes for every language without a table: dates after ISO 8601,
// lists with commas, no words of a language that is not the reader's.
var numeric = tongue{
	calendar: Gregorian, digits: LatinDigits,
	group: "\u202F", point: ".", minGroup: 2, // SI brochure, section 5.4.4
	months: twoDigits, jalali: twoDigits, islamic: twoDigits,
	full: "{y}-{M}-{dd}", long: "{y}-{M}-{dd}", dayMonth: "{M}-{dd}", monthYear: "{y}-{M}", dateTime: "{date} {t}",
	about:        "~{date}",
	beforeChrist: "BCE", commonEra: "CE", solarHijri: "AP", lunarHijri: "AH",
	and: joiner{", ", ", ", ", "}, or: joiner{" / ", " / ", " / "},
}

var twoDigits = [12]string{"01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"}
