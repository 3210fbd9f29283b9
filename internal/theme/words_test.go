package theme

import (
	"html/template"
	"testing"

	"dateline/internal/page"
	"dateline/themes/courier"
)

func asHTML(s string) template.HTML { return template.HTML(s) }

func courierTheme(t *testing.T) *Theme {
	t.Helper()
	th, err := Load(Layer{Name: "themes/courier", FS: courier.Files})
	if err != nil {
		t.Fatal(err)
	}
	return th
}

func speak(t *testing.T, th *Theme, lang string) *voice {
	t.Helper()
	v, err := th.voice(page.Edition{Lang: lang})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestEveryLanguageIsWhole(t *testing.T) {
	th := courierTheme(t)
	for _, lang := range []string{"en", "ar", "fa"} {
		if missing := th.words.Missing(lang); len(missing) > 0 {
			t.Errorf("words/%s.json lacks %q", lang, missing)
		}
	}
}

// TestEveryValueHasItsWord covers the keys that templates make of a value.
func TestEveryValueHasItsWord(t *testing.T) {
	v := speak(t, courierTheme(t), "en")
	var keys []string
	for _, r := range page.Roles() {
		keys = append(keys, "byline."+string(r), "byline."+string(r)+"_from")
	}
	for _, c := range page.CorrectionTypes() {
		keys = append(keys, "correction."+string(c))
	}
	for _, a := range page.RecordActs() {
		keys = append(keys, "record."+string(a))
	}
	for _, status := range []int{404, 410, 451, 500, 503} {
		word := (&page.Error{Status: status}).Word()
		keys = append(keys, "error."+word, "error."+word+"_text")
	}
	for _, key := range keys {
		if !v.phrases.Has(key) {
			t.Errorf("words/en.json has no %q", key)
		}
	}
}

func TestArabicCountsInSixForms(t *testing.T) {
	v := speak(t, courierTheme(t), "ar")
	for n, want := range map[int]string{0: "لا تعليقات", 1: "تعليق واحد", 2: "تعليقان", 3: "٣ تعليقات", 11: "١١ تعليقًا", 100: "١٠٠ تعليق", 103: "١٠٣ تعليقات"} {
		if got, err := v.count("comments.count", n); err != nil || got != want {
			t.Errorf("%d: %q, %v, want %q", n, got, err, want)
		}
	}
}

func TestNamesAreEscapedLinkedAndJoined(t *testing.T) {
	th := courierTheme(t)
	credit := page.Credit{Role: page.RoleBy, People: []page.Person{{Name: "A & <B>", URL: "/en/by/1"}, {Name: "{names}", URL: "javascript:alert(1)"}, {Name: "C", Lang: "hu"}}}
	for lang, want := range map[string]string{
		"en": `By <a href="/en/by/1">A &amp; &lt;B&gt;</a>, <a href="#ZgotmplZ">{names}</a> and <bdi lang="hu">C</bdi>`,
		"ar": `<a href="/en/by/1">A &amp; &lt;B&gt;</a>، <a href="#ZgotmplZ">{names}</a> و<bdi lang="hu">C</bdi>`,
	} {
		if got, err := speak(t, th, lang).credit(credit); err != nil || string(got) != want {
			t.Errorf("%s: %s, %v\nwant %s", lang, got, err, want)
		}
	}
}

func TestFillHoldsMarkupAndEscapesText(t *testing.T) {
	v := speak(t, courierTheme(t), "en")
	got, err := v.fill("byline.by_from", "names", template.HTML("<b>A</b>"), "place", "<i>")
	if want := "By <b>A</b> in &lt;i&gt;"; err != nil || string(got) != want {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
	for _, places := range [][]any{{"names"}, make([]any, 2*maxPlaces+2)} {
		if _, err := v.fill("byline.by", places...); err == nil {
			t.Errorf("%d places were taken", len(places))
		}
	}
}

func TestALanguageWithoutWordsSpeaksEnglish(t *testing.T) {
	got, err := speak(t, courierTheme(t), "fr-CA").text("story.published")
	if err != nil || got != "Published" {
		t.Errorf("%q, %v", got, err)
	}
}
