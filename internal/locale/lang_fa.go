package locale

var persian = tongue{
	base: "fa", calendar: Jalali, digits: PersianDigits,
	group: ",", point: ".", minGroup: 1,
	weekdays: [7]string{"یکشنبه", "دوشنبه", "سه\u200cشنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه"},
	months: [12]string{"ژانویهٔ", "فوریهٔ", "مارس", "آوریل", "مهٔ", "ژوئن",
		"ژوئیهٔ", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"},
	jalali: [12]string{"فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
		"مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"},
	islamic: [12]string{"محرم", "صفر", "ربیع\u200cالاول", "ربیع\u200cالثانی", "جمادی\u200cالاول", "جمادی\u200cالثانی",
		"رجب", "شعبان", "رمضان", "شوال", "ذیقعده", "ذیحجه"},
	full: "{W} {d} {M} {y}", long: "{d} {M} {y}", dayMonth: "{d} {M}", monthYear: "{M} {y}", dateTime: "{date}، {t}",
	decade: "دههٔ {n}", about: "حدود {date}",
	question:     "؟",
	beforeChrist: "ق.م.", commonEra: "میلادی", solarHijri: "ه\u200d.ش.", lunarHijri: "ه\u200d.ق.",
	and: joiner{" و ", "، ", " و "}, or: joiner{" یا ", "، ", " یا "},
}
