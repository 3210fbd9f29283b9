package locale

import (
	"math"
	"testing"

	"golang.org/x/text/language"
)

// TestPluralForms holds numbers against CLDR's table of plural rules
// (https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html).
func TestPluralForms(t *testing.T) {
	for tag, forms := range map[string]map[string][]int64{
		"en":    {"one": {1, -1}, "other": {0, 2, 11, 101}},
		"de":    {"one": {1}, "other": {0, 2, 21}},
		"es":    {"one": {1}, "other": {0, 2, 21}},
		"tr":    {"one": {1}, "other": {0, 2, 11}},
		"ckb":   {"one": {1}, "other": {0, 2, 11}},
		"ur":    {"one": {1}, "other": {0, 2, 11}},
		"fr":    {"one": {0, 1}, "other": {2, 11, 100}},
		"fa":    {"one": {0, 1}, "other": {2, 11, 100}},
		"he":    {"one": {1}, "two": {2}, "other": {0, 3, 10, 20, 100}},
		"ru":    {"one": {1, 21, 101, 1001}, "few": {2, 3, 4, 22, 104}, "many": {0, 5, 11, 12, 14, 20, 111, 1_000_000}},
		"ar":    {"zero": {0}, "one": {1}, "two": {2}, "few": {3, 10, 103, 110, 1003}, "many": {11, 26, 99, 111, 1011}, "other": {100, 102, 200, 1_000_000}},
		"ar-EG": {"zero": {0}, "two": {2}, "few": {3_000_000_003, math.MaxInt64 - 4}, "other": {1_000_000_000_002}},
		"pl":    {"one": {1}, "few": {2, 22}, "many": {0, 5, 12, 21}},
		"cy":    {"zero": {0}, "one": {1}, "two": {2}, "few": {3}, "many": {6}, "other": {4, 7}},
	} {
		for want, numbers := range forms {
			for _, n := range numbers {
				if got := formNames[formOf(language.Make(tag), n)]; got != want {
					t.Errorf("%s %d: %s, want %s", tag, n, got, want)
				}
			}
		}
	}
}

func TestPluralOfTheLeastNumber(t *testing.T) {
	if got := formNames[formOf(language.Arabic, math.MinInt64)]; got != "few" { // …808 ends in 08
		t.Errorf("%d is %s", int64(math.MinInt64), got)
	}
}

func TestFormsOf(t *testing.T) {
	for tag, want := range map[string]int{"en": 2, "fa": 2, "ar": 6, "ru": 3, "he": 3, "ja": 1} {
		if got := formsOf(language.Make(tag)); len(got) != want {
			t.Errorf("%s: %v", tag, got)
		}
	}
}
