package locale

var urdu = tongue{
	base: "ur", calendar: Gregorian, digits: LatinDigits,
	group: ",", point: ".", minGroup: 1,
	weekdays: [7]string{"اتوار", "پیر", "منگل", "بدھ", "جمعرات", "جمعہ", "ہفتہ"},
	months: [12]string{"جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون",
		"جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر"},
	jalali: [12]string{"فروردین", "اردیبہشت", "خرداد", "تیر", "مرداد", "شہریور",
		"مہر", "آبان", "آذر", "دے", "بہمن", "اسفند"},
	islamic: [12]string{"محرم", "صفر", "ربیع الاول", "ربیع الثانی", "جمادی الاول", "جمادی الثانی",
		"رجب", "شعبان", "رمضان", "شوال", "ذوالقعدۃ", "ذوالحجۃ"},
	full: "{W}، {d} {M} {y}", long: "{d} {M} {y}", dayMonth: "{d} {M}", monthYear: "{M} {y}", dateTime: "{date}، {t}",
	decade: "{n} کی دہائی", about: "تقریباً {date}",
	question:     "؟",
	beforeChrist: "ق م", commonEra: "ء", solarHijri: "ہ ش", lunarHijri: "ہجری",
	and: joiner{" اور ", "، ", " اور "}, or: joiner{" یا ", "، ", " یا "},
}
