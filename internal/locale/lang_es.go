package locale

import "strings"

var spanish = tongue{
	base: "es", calendar: Gregorian, digits: LatinDigits,
	group: ".", point: ",", minGroup: 2,
	weekdays: [7]string{"domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"},
	months: [12]string{"enero", "febrero", "marzo", "abril", "mayo", "junio",
		"julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"},
	jalali: [12]string{"farvardin", "ordibehesht", "khordad", "tir", "mordad", "shahrivar",
		"mehr", "aban", "azar", "dey", "bahman", "esfand"},
	islamic: [12]string{"muharram", "safar", "rabiʻ I", "rabiʻ II", "jumada I", "jumada II",
		"rajab", "shaʻban", "ramadán", "shawwal", "dhuʻl-qiʻdah", "dhuʻl-hijjah"},
	full: "{W}, {d} de {M} de {y}", long: "{d} de {M} de {y}", dayMonth: "{d} de {M}", monthYear: "{M} de {y}", dateTime: "{date}, {t}",
	decade: "década de {n}", about: "hacia {date}",
	beforeChrist: "a. C.", commonEra: "d. C.", solarHijri: "AP", lunarHijri: "AH",
	and: joiner{" y ", ", ", " y "}, or: joiner{" o ", ", ", " o "},
	soften: softenSpanish,
}

// softenSpanish writes y as e before the sound i, and o as u before the sound o
// (Real Academia Española, Diccionario panhispánico de dudas, s. v. y, o).
func softenSpanish(joint, next string) string {
	sound := strings.TrimPrefix(Key(next), "h")
	switch {
	case joint == " y " && strings.HasPrefix(sound, "i") && !strings.HasPrefix(sound, "ia") && !strings.HasPrefix(sound, "ie"):
		return " e "
	case joint == " o " && (strings.HasPrefix(sound, "o") || strings.HasPrefix(sound, "8")):
		return " u "
	}
	return joint
}
