package news_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"dateline/internal/news"
)

func TestParseCivil(t *testing.T) {
	for text, want := range map[string]news.CivilDate{
		"":                  {},
		"1815":              {Year: 1815, Precision: news.ToYear},
		"181X":              {Year: 1810, Precision: news.ToDecade},
		"1815-06":           {Year: 1815, Month: 6, Precision: news.ToMonth},
		"1815-06-18":        {Year: 1815, Month: 6, Day: 18, Precision: news.ToDay},
		"1815-06-18T11:30":  {Year: 1815, Month: 6, Day: 18, Hour: 11, Minute: 30, Precision: news.ToMinute},
		"1816-02-29":        {Year: 1816, Month: 2, Day: 29, Precision: news.ToDay},
		"0000":              {Precision: news.ToYear},
		"1815~":             {Year: 1815, Precision: news.ToYear, Approximate: true},
		"1815-06?":          {Year: 1815, Month: 6, Precision: news.ToMonth, Uncertain: true},
		"1815-06-18%":       {Year: 1815, Month: 6, Day: 18, Precision: news.ToDay, Approximate: true, Uncertain: true},
		"181X~":             {Year: 1810, Precision: news.ToDecade, Approximate: true},
		"1815-06-18T00:00?": {Year: 1815, Month: 6, Day: 18, Precision: news.ToMinute, Uncertain: true},
	} {
		got, err := news.ParseCivil(text)
		if err != nil || got != want {
			t.Errorf("%q: %+v, %v; want %+v", text, got, err, want)
		}
		if got.String() != text {
			t.Errorf("%q is written %q", text, got.String())
		}
	}
	for _, text := range []string{
		"~", "?", "%", "X", "18X", "1815X", "+12X", "-12X", "18", "815", "18150", "1815-13", "1815-00", "1815-6", "1815-02-30", "1815-02-29",
		"1815-06-18T24:00", "1815-06-18T11:60", "1815-06-18 11:30", "1815-06-18T11:30:00", "1815-06-18T1:30", "1815~?", "1815~~", " 1815", "1815 ",
		"+1815", "-001", "١٨١٥", "1815/1816", "18150618", "1815-06-18T11:30Z", "\x00", "0000-00-00",
	} {
		if d, err := news.ParseCivil(text); news.KindOf(err) != news.Invalid || d != (news.CivilDate{}) {
			t.Errorf("%q: %+v, %v; want Invalid", text, d, err)
		}
	}
}

// civilDates draws valid dates.
func civilDates() *rapid.Generator[news.CivilDate] {
	return rapid.Custom(func(t *rapid.T) news.CivilDate {
		d := news.CivilDate{Precision: news.Precision(rapid.IntRange(int(news.NoDate), int(news.ToMinute)).Draw(t, "precision"))}
		if d.Precision == news.NoDate {
			return d
		}
		d.Approximate, d.Uncertain = rapid.Bool().Draw(t, "approximate"), rapid.Bool().Draw(t, "uncertain")
		d.Year = rapid.IntRange(0, 9999).Draw(t, "year")
		if d.Precision == news.ToDecade {
			d.Year -= d.Year % 10
		}
		if d.Precision >= news.ToMonth {
			d.Month = rapid.IntRange(1, 12).Draw(t, "month")
		}
		if d.Precision >= news.ToDay {
			d.Day = rapid.IntRange(1, 28).Draw(t, "day")
		}
		if d.Precision >= news.ToMinute {
			d.Hour, d.Minute = rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute")
		}
		return d
	})
}

func TestCivilDateRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := civilDates().Draw(t, "date")
		back, err := news.ParseCivil(d.String())
		if err != nil || back != d {
			t.Fatalf("%+v is written %q and read %+v, %v", d, d, back, err)
		}
		b, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		var fromJSON news.CivilDate
		if err := json.Unmarshal(b, &fromJSON); err != nil || fromJSON != d {
			t.Fatalf("%+v as JSON is %s and read %+v, %v", d, b, fromJSON, err)
		}
	})
}

func TestCivilDateOrder(t *testing.T) {
	inOrder := []string{"0000", "1810", "1814-12-31T23:59", "1815", "1815-01-02", "1815-06", "1815-06-18", "1815-06-18T11:30", "1815-07", "9999-12-31T23:59"}
	var last int64 = -1
	for _, text := range inOrder {
		d, err := news.ParseCivil(text)
		if err != nil {
			t.Fatal(err)
		}
		key := d.SortKey()
		if key <= last {
			t.Errorf("%s has key %d, not behind %d", text, key, last)
		}
		last = key
	}
	if (news.CivilDate{}).SortKey() != 0 || !(news.CivilDate{}).IsZero() {
		t.Error("no date is not no date")
	}
}

func FuzzParseCivil(f *testing.F) {
	for _, s := range []string{"1815", "181X~", "1815-06-18T11:30%", "-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := news.ParseCivil(s)
		if err == nil && d.String() != s {
			t.Errorf("%q is read as %+v and written %q", s, d, d.String())
		}
	})
}

func ExampleParseCivil() {
	d, err := news.ParseCivil("1815-06~")
	fmt.Println(d.Year, d.Month, d.Approximate, err)
	_, err = news.ParseCivil("June 1815")
	fmt.Println(err)
	// Output:
	// 1815 6 true <nil>
	// date: "June 1815" is not a date: write a year, a month or a day such as 1815, 1815-06 or 1815-06-18.
}
