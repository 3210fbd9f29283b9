package locale

// sorani is Central Kurdish, whose editions in Iran use their own names of the
// Jalali months. CLDR has no Hijri names for it.
var sorani = tongue{
	base: "ckb", calendar: Gregorian, digits: ArabicIndicDigits,
	group: ",", point: ".", minGroup: 1,
	weekdays: [7]string{"یەکشەممە", "دووشەممە", "سێشەممە", "چوارشەممە", "پێنجشەممە", "ھەینی", "شەممە"},
	months: [12]string{"کانوونی دووەم", "شوبات", "ئازار", "نیسان", "ئایار", "حوزەیران",
		"تەمووز", "ئاب", "ئەیلوول", "تشرینی یەکەم", "تشرینی دووەم", "کانوونی یەکەم"},
	jalali: [12]string{"خاکەلێوە", "گوڵان", "جۆزەردان", "پووشپەڕ", "گەلاوێژ", "خەرمانان",
		"ڕەزبەر", "گەڵاڕێزان", "سەرماوەز", "بەفرانبار", "ڕێبەندان", "ڕەشەمێ"},
	islamic: [12]string{"موحەڕڕەم", "سەفەر", "ڕەبیعی یەکەم", "ڕەبیعی دووەم", "جومادای یەکەم", "جومادای دووەم",
		"ڕەجەب", "شەعبان", "ڕەمەزان", "شەوال", "زولقەعدە", "زولحیججە"},
	full: "{W}، {d}ی {M}ی {y}", long: "{d}ی {M}ی {y}", dayMonth: "{d}ی {M}", monthYear: "{M}ی {y}", dateTime: "{date}، {t}",
	decade: "دەیەی {n}", about: "نزیکەی {date}",
	question:     "؟",
	beforeChrist: "پ.ز", commonEra: "ز", solarHijri: "هەتاوی", lunarHijri: "کۆچی",
	and: joiner{" و ", "، ", " و "}, or: joiner{" یان ", "، ", " یان "},
}
