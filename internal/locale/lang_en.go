package locale

var english = tongue{
	base: "en", calendar: Gregorian, digits: LatinDigits,
	group: ",", point: ".", minGroup: 1,
	weekdays: [7]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
	months: [12]string{"January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December"},
	jalali: [12]string{"Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar",
		"Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand"},
	islamic: [12]string{"Muharram", "Safar", "Rabiʻ I", "Rabiʻ II", "Jumada I", "Jumada II",
		"Rajab", "Shaʻban", "Ramadan", "Shawwal", "Dhuʻl-Qiʻdah", "Dhuʻl-Hijjah"},
	full: "{W} {d} {M} {y}", long: "{d} {M} {y}", dayMonth: "{d} {M}", monthYear: "{M} {y}", dateTime: "{date}, {t}",
	decade: "{n}s", about: "about {date}",
	beforeChrist: "BC", commonEra: "AD", solarHijri: "AP", lunarHijri: "AH",
	and: joiner{" and ", ", ", " and "}, or: joiner{" or ", ", ", " or "},
}
