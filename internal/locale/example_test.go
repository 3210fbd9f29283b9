package locale_test

import (
	"fmt"
	"testing/fstest"
	"time"

	"dateline/internal/locale"
	"dateline/internal/news"
)

func ExampleNew() {
	at := time.Date(2026, 11, 22, 8, 12, 0, 0, time.UTC)
	for _, tag := range []string{"en", "ar", "fa"} {
		l, err := locale.New(tag, locale.Options{})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(l.Dir(), l.Date(at, locale.Full), l.Number(1815))
	}
	// Output:
	// ltr Sunday 22 November 2026 1,815
	// rtl الأحد ٢٢ نوفمبر ٢٠٢٦ ١٬٨١٥
	// rtl یکشنبه ۱ آذر ۱۴۰۵ ۱٬۸۱۵
}

func ExampleLocale_Interval() {
	l, err := locale.New("en", locale.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	landing, _ := news.ParseCivil("1815-03-01")
	waterloo, _ := news.ParseCivil("1815-06-18")
	fmt.Println(l.Interval(landing, waterloo))
	// Output: 1 March – 18 June 1815
}

func ExampleDayOf() {
	day := locale.DayOf(locale.Jalali, 1404, 1, 1)
	fmt.Println(day.Date(locale.Gregorian))
	// Output: 2025 3 21
}

func ExamplePhrases_Count() {
	words, err := locale.LoadWords(fstest.MapFS{
		"en.json": {Data: []byte(`{"comments": {"one": "{n} comment", "other": "{n} comments"}}`)},
		"ar.json": {Data: []byte(`{"comments": {"zero": "لا تعليقات", "one": "تعليق واحد", "two": "تعليقان",
			"few": "{n} تعليقات", "many": "{n} تعليقًا", "other": "{n} تعليق"}}`)},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	arabic, err := locale.New("ar", locale.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	phrases := words.For(arabic)
	fmt.Println(phrases.Count("comments", 2), phrases.Count("comments", 7), words.Missing("ar"))
	// Output: تعليقان ٧ تعليقات []
}

func ExampleSlug() {
	fmt.Println(locale.Slug("The Congress Dances — at last"))
	fmt.Println(locale.Slug("می\u200cرود به وین"))
	// Output:
	// the-congress-dances-at-last
	// می-رود-به-وین
}

func ExampleKey() {
	fmt.Println(locale.Key("Élan") == locale.Key("ELAN"), locale.Key("كتاب") == locale.Key("کتاب"))
	// Output: true true
}
