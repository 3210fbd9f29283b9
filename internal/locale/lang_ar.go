package locale

var arabic = tongue{
	base: "ar", calendar: Gregorian, digits: ArabicIndicDigits,
	group: ",", point: ".", minGroup: 1,
	weekdays: [7]string{"الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"},
	months: [12]string{"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
		"يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"},
	levantine: [12]string{"كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
		"تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"},
	// CLDR's Arabic names of Persian months are misspelt; these are the usual ones.
	jalali: [12]string{"فروردين", "أرديبهشت", "خرداد", "تير", "مرداد", "شهريور",
		"مهر", "آبان", "آذر", "دي", "بهمن", "إسفند"},
	islamic: [12]string{"محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
		"رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة"},
	full: "{W} {d} {M} {y}", long: "{d} {M} {y}", dayMonth: "{d} {M}", monthYear: "{M} {y}", dateTime: "{date}، {t}",
	decade: "عقد {n}", about: "نحو {date}",
	question:     "؟",
	beforeChrist: "ق.م", commonEra: "م", solarHijri: "ه\u200d.ش", lunarHijri: "هـ",
	and: joiner{" و", "، ", " و"}, or: joiner{" أو ", "، ", " أو "},
}
