package locale

var hebrew = tongue{
	base: "he", calendar: Gregorian, digits: LatinDigits,
	group: ",", point: ".", minGroup: 1,
	weekdays: [7]string{"יום ראשון", "יום שני", "יום שלישי", "יום רביעי", "יום חמישי", "יום שישי", "יום שבת"},
	months: [12]string{"ינואר", "פברואר", "מרץ", "אפריל", "מאי", "יוני",
		"יולי", "אוגוסט", "ספטמבר", "אוקטובר", "נובמבר", "דצמבר"},
	jalali: [12]string{"פרורדין", "ארדיבהשת", "ח׳רדאד", "תיר", "מרדאד", "שהריור",
		"מהר", "אבאן", "אד׳ר", "די", "בהמן", "אספנד"},
	islamic: [12]string{"מוחרם", "צפר", "רביע אל־אוול", "רביע א־ת׳אני", "ג׳ומאדא אל־אולא", "ג׳ומאדא א־ת׳אניה",
		"רג׳ב", "שעבאן", "רמדאן", "שוואל", "ד׳ו אל־קעדה", "ד׳ו אל־חיג׳ה"},
	full: "{W}, {d} ב{M} {y}", long: "{d} ב{M} {y}", dayMonth: "{d} ב{M}", monthYear: "{M} {y}", dateTime: "{date}, {t}",
	decade: "שנות ה־{n}", about: "בערך {date}",
	beforeChrist: "לפנה״ס", commonEra: "לספירה", solarHijri: "AP", lunarHijri: "הג׳רה",
	and: joiner{" ו־", ", ", " ו־"}, or: joiner{" או ", ", ", " או "},
}
