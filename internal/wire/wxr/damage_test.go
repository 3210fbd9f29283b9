package wxr

import (
	"strings"
	"testing"
)

func TestDamage(t *testing.T) {
	tests := []struct{ text, found, repaired string }{
		{"the European u n i o n said", "spaced word 13", "the European union said"},
		{"S E L E C T committee", "spaced word 0", "SELECT committee"},
		{"a s e l e c t few", "spaced word 2", "a select few"},
		{"u n i o n s e l e c t", "spaced word 0, spaced word 10", "union select"},
		{"Stage A B C D E passed", "", "Stage A B C D E passed"},
		{"union, select and drop", "", "union, select and drop"},
		{"a java<x>script file", "broken word 2", "a javascript file"},
		{"the un/**/ion of", "broken word 4", "the union of"},
		{"the prophet`s words", "apostrophe 11", "the prophet's words"},
		{`the prophet"s words, he didn"t`, `apostrophe 11, apostrophe 28`, `the prophet's words, he didn't`},
		{`he said "stop" and "s" too`, "", `he said "stop" and "s" too`},
		{`<img alt="boat"title="s">`, "", `<img alt="boat"title="s">`},
		{`the prophet\'s and \\"x\"`, "backslash 11, backslash 19, backslash 23", `the prophet's and "x"`},
		{"A &amp;amp; B &amp;quot;C&amp;amp;#39;", "double escape 2, double escape 14, double escape 25", "A &amp; B &quot;C&#39;"},
		{"A &amp; B; &amp;C", "", "A &amp; B; &amp;C"},
		{"cafÃ© donâ€™t Â«xÂ»", "wrong encoding 3, wrong encoding 11, wrong encoding 21, wrong encoding 26", "café don’t «x»"},
		{"ÃƒÂ© twice", "wrong encoding 0", "é twice"},
		{"Ø§Ù„Ø¹Ø±Ø¨", "wrong encoding 0", "العرب"},
		{"ÐœÐ¸Ñ€", "wrong encoding 0", "Мир"},
		{"„FPÖ“ und „ÖBB“ à « là »", "", "„FPÖ“ und „ÖBB“ à « là »"},
		{"São, naïve, Ångström, Größe, ÄÖÜ", "", "São, naïve, Ångström, Größe, ÄÖÜ"},
		{"العربية فارسی Русский 日本", "", "العربية فارسی Русский 日本"},
		{"lost \ufffd", "lost character 5", "lost \ufffd"},
	}
	for _, test := range tests {
		marks := Damage(test.text)
		var found []string
		for _, m := range marks {
			found = append(found, string(m.Kind)+" "+itoa(int64(m.Offset)))
			if !strings.HasPrefix(test.text[m.Offset:], m.Found) {
				t.Errorf("%q: %q is not at %d", test.text, m.Found, m.Offset)
			}
		}
		same(t, test.text, strings.Join(found, ", "), test.found)
		same(t, test.text, Repair(test.text, marks), test.repaired)
	}
}

func TestDamageHasALimit(t *testing.T) {
	same(t, "marks", len(Damage(strings.Repeat("prophet`s ", MaxDamage+5))), MaxDamage)
}

func TestRepairPassesOverWhatDoesNotFit(t *testing.T) {
	marks := []DamageMark{{DamageQuote, "`", "'", 1}, {DamageQuote, "`", "'", 900}, {DamageQuote, "`", "'", 0}}
	same(t, "text", Repair("a`s", marks), "a's")
	same(t, "text", Repair("abc", marks), "abc")
}
