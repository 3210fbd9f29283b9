package locale

// turkish writes a decade as a range of years: its suffix would have to agree
// with the vowels of the number.
var turkish = tongue{
	base: "tr", calendar: Gregorian, digits: LatinDigits,
	group: ".", point: ",", minGroup: 1,
	weekdays: [7]string{"Pazar", "Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi"},
	months: [12]string{"Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran",
		"Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"},
	jalali: [12]string{"Ferverdin", "Ordibeheşt", "Hordad", "Tir", "Mordad", "Şehriver",
		"Mehr", "Aban", "Azer", "Dey", "Behmen", "Esfend"},
	islamic: [12]string{"Muharrem", "Safer", "Rebiülevvel", "Rebiülahir", "Cemaziyelevvel", "Cemaziyelahir",
		"Recep", "Şaban", "Ramazan", "Şevval", "Zilkade", "Zilhicce"},
	full: "{d} {M} {y} {W}", long: "{d} {M} {y}", dayMonth: "{d} {M}", monthYear: "{M} {y}", dateTime: "{date} {t}",
	about:        "yaklaşık {date}",
	beforeChrist: "MÖ", commonEra: "MS", solarHijri: "AP", lunarHijri: "Hicri",
	and: joiner{" ve ", ", ", " ve "}, or: joiner{" veya ", ", ", " veya "},
}
