package locale

var german = tongue{
	base: "de", calendar: Gregorian, digits: LatinDigits,
	group: ".", point: ",", minGroup: 1,
	weekdays: [7]string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"},
	months: [12]string{"Januar", "Februar", "März", "April", "Mai", "Juni",
		"Juli", "August", "September", "Oktober", "November", "Dezember"},
	jalali: [12]string{"Farwardin", "Ordibehescht", "Chordād", "Tir", "Mordād", "Schahriwar",
		"Mehr", "Ābān", "Āsar", "Déi", "Bahman", "Essfand"},
	islamic: [12]string{"Muharram", "Safar", "Rabiʻ I", "Rabiʻ II", "Dschumada I", "Dschumada II",
		"Radschab", "Shaʻban", "Ramadan", "Shawwal", "Dhu l-qaʿda", "Dhu l-Hiddscha"},
	full: "{W}, {d}. {M} {y}", long: "{d}. {M} {y}", dayMonth: "{d}. {M}", monthYear: "{M} {y}", dateTime: "{date}, {t}",
	decade: "{n}er-Jahre", about: "um {date}", dayDash: ".–",
	beforeChrist: "v. Chr.", commonEra: "n. Chr.", solarHijri: "AP", lunarHijri: "AH",
	and: joiner{" und ", ", ", " und "}, or: joiner{" oder ", ", ", " oder "},
}
