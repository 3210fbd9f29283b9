package locale

var french = tongue{
	base: "fr", calendar: Gregorian, digits: LatinDigits,
	group: "\u202F", point: ",", minGroup: 1,
	weekdays: [7]string{"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"},
	months: [12]string{"janvier", "février", "mars", "avril", "mai", "juin",
		"juillet", "août", "septembre", "octobre", "novembre", "décembre"},
	jalali: [12]string{"farvardin", "ordibehešt", "khordâd", "tir", "mordâd", "šahrivar",
		"mehr", "âbân", "âzar", "dey", "bahman", "esfand"},
	islamic: [12]string{"mouharram", "safar", "rabia al awal", "rabia ath-thani", "joumada al oula", "joumada ath-thania",
		"rajab", "chaabane", "ramadan", "chawwal", "dhou al qi`da", "dhou al-hijja"},
	full: "{W} {d} {M} {y}", long: "{d} {M} {y}", dayMonth: "{d} {M}", monthYear: "{M} {y}", dateTime: "{date} à {t}",
	decade: "années {n}", about: "vers {date}", firstDay: "1er",
	beforeChrist: "av. J.-C.", commonEra: "ap. J.-C.", solarHijri: "A. P.", lunarHijri: "AH",
	and: joiner{" et ", ", ", " et "}, or: joiner{" ou ", ", ", " ou "},
}
