package prose

import "testing"

func TestValidLang(t *testing.T) {
	for lang, want := range map[string]bool{
		"en": true, "fa-IR": true, "zh-Hant-TW": true, "sr-Latn-RS-ekavsk": true, "x-klingon": true, "ckb": true, "de-CH-1996": true,
		"": false, "e": false, "x": false, "en_US": false, "en-": false, "-en": false, "12": false, "e1": false, "en-123456789": false,
		"fa\u200c": false, "en\"": false, "aa-bbbbbbbb-cccccccc-dddddddd-eeeeeeee": false,
	} {
		if validLang(lang) != want {
			t.Errorf("validLang(%q) is %v", lang, !want)
		}
	}
}
