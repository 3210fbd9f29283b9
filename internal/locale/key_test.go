package locale

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestKey(t *testing.T) {
	for in, want := range map[string]string{
		"":                            "",
		"  Élan \t vital\u00a0":       "elan vital",
		"STRASSE":                     "strasse",
		"Straße":                      "strasse",
		"ẞ":                           "ss",
		"Σίσυφος":                     "σισυφοσ",
		"İstanbul":                    "istanbul",
		"Diyarbakır":                  "diyarbakir",
		"Łódź":                        "lodz",
		"Ærø":                         "aero",
		"ﬁn":                          "fin",
		"Ёлка":                        "елка",
		"كتاب":                        "کتاب",
		"کتاب":                        "کتاب",
		"علي":                         "علی",
		"على":                         "علی",
		"أحمد إلى آدم ٱلله":           "احمد الی ادم الله",
		"مدرسة":                       "مدرسه",
		"مُحَمَّد":                    "محمد",
		"محـــمد":                     "محمد",
		"می\u200cروم":                 "میروم",
		"دههٔ":                        "دهه",
		"خانۀ":                        "خانه",
		"مسؤول":                       "مسوول",
		"ہندوستاں":                    "هندوستان",
		"کوردستان ەکەی":               "کوردستان هکهی",
		"۱۸۱۵ ١٨١٥":                   "1815 1815",
		"שָׁלוֹם":                     "שלום",
		"हिन्दी":                      "हिन्दी",
		"がき":                          "がき",
		"한국":                          "한국",
		"\u202bL’État\u202c":          "l'etat",
		"co\u00adop":                  "coop",
		"Saint–Cloud":                 "saint-cloud",
		"a\xffb":                      "ab",
		"\ufeffﻣﺤﻤﺪ":                  "محمد", // presentation forms
		"Robert'); DROP TABLE x; --%": "robert'); drop table x; --%",
	} {
		if got := Key(in); got != want {
			t.Errorf("Key(%q) is %q, want %q", in, got, want)
		}
	}
}

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"":                              "",
		"!?":                            "",
		"The Congress Dances — at last": "the-congress-dances-at-last",
		"Editor's Choice, 1815!":        "editors-choice-1815",
		"Élysée":                        "élysée",
		"E\u0301lyse\u0301e":            "élysée",
		"İstanbul":                      "istanbul",
		"مُؤتمر فيينّا":                 "مؤتمر-فيينا",
		"می\u200cرود به وین":            "می-رود-به-وین",
		"كتـــاب":                       "كتاب",
		"ژنو ۱۸۱۵":                      "ژنو-۱۸۱۵",
		"हिन्दी":                        "हिन्दी",
		"שָׁלוֹם עולם":                  "שלום-עולם",
		"../../etc/passwd":              "etc-passwd",
		"a\u202eb\x00c":                 "abc",
		"  -- a -- ":                    "a",
		"\u0301a \u0301":                "a",
		strings.Repeat("a", 79) + " b":  strings.Repeat("a", 79),
		strings.Repeat("a", 80) + " b":  strings.Repeat("a", MaxSlug),
		"a " + strings.Repeat("b", 200): "a-" + strings.Repeat("b", MaxSlug-2),
		strings.Repeat("a", 200):        strings.Repeat("a", MaxSlug),
		strings.Repeat("فيينا ", 40):    strings.TrimSuffix(strings.Repeat("فيينا-", 13), "-"),
	} {
		if got := Slug(in); got != want {
			t.Errorf("Slug(%q) is %q, want %q", in, got, want)
		}
	}
}

// FuzzKey: a key is valid, is its own key, and does not change with the normal
// form or the case in which a text was typed.
func FuzzKey(f *testing.F) {
	for _, s := range []string{"Élan", "مُحَمَّد", "می\u200cروم", "ﷺ", "ẞΣς", "が\u200c\u3099", "a\u034f\u0301", "\u1e9b\u0323", "İıǅ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		key := Key(s)
		if !utf8.ValidString(key) {
			t.Fatalf("Key(%q) is %q: not UTF-8", s, key)
		}
		if again := Key(key); again != key {
			t.Fatalf("Key(%q) is %q, and its key %q", s, key, again)
		}
		if utf8.ValidString(s) && Key(norm.NFD.String(s)) != key {
			t.Fatalf("Key(%q) is %q, of its decomposed form %q", s, key, Key(norm.NFD.String(s)))
		}
	})
}

// FuzzSlug: a slug is short, in normal form C, its own slug, and free of
// anything that means something in an address.
func FuzzSlug(f *testing.F) {
	for _, s := range []string{"The Congress", "می\u200cرود", "a/b?c#d%2e", strings.Repeat("é ", 100), "İİ", "\u0344a", "ΑΣ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		slug := Slug(s)
		switch {
		case !utf8.ValidString(slug) || !norm.NFC.IsNormalString(slug):
			t.Fatalf("Slug(%q) is %q: not in normal form", s, slug)
		case utf8.RuneCountInString(slug) > MaxSlug:
			t.Fatalf("Slug(%q) has %d runes", s, utf8.RuneCountInString(slug))
		case strings.HasPrefix(slug, "-") || strings.HasSuffix(slug, "-") || strings.Contains(slug, "--"):
			t.Fatalf("Slug(%q) is %q", s, slug)
		case strings.ContainsAny(slug, "/?#%&. \t\n\"'<>\\\x00"):
			t.Fatalf("Slug(%q) is %q", s, slug)
		case Slug(slug) != slug:
			t.Fatalf("Slug(%q) is %q, and its slug %q", s, slug, Slug(slug))
		}
	})
}

func BenchmarkKey(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Key("The Congress of Vienna opens: أحمد علي و محمد")
	}
}
