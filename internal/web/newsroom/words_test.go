package newsroom_test

import (
	"net/http"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dateline/internal/locale"
	"dateline/internal/news"
)

func TestEveryLanguageHasEveryWord(t *testing.T) {
	words, err := locale.LoadWords(os.DirFS("words"))
	if err != nil {
		t.Fatal(err)
	}
	if got := words.Languages(); !slices.Equal(got, []string{"ar", "en", "fa"}) {
		t.Fatalf("there are words in %v", got)
	}
	for _, language := range words.Languages() {
		if missing := words.Missing(language); len(missing) > 0 {
			t.Errorf("%s lacks %v", language, missing)
		}
	}
}

// Every word that a template or a line of code names is there.
func TestEveryWordNamedIsThere(t *testing.T) {
	words, err := locale.LoadWords(os.DirFS("words"))
	if err != nil {
		t.Fatal(err)
	}
	l, err := locale.New("en", locale.Options{})
	if err != nil {
		t.Fatal(err)
	}
	phrases := words.For(l)
	named := regexp.MustCompile(`(?:\{\{|\()(?:t|n|h) "([a-z.-]+)"|(?:Text|Count)\("([a-z.-]+)"[),]`)
	for _, name := range append(glob(t, "templates/*.html"), glob(t, "*.go")...) {
		body, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range named.FindAllStringSubmatch(string(body), -1) {
			if key := found[1] + found[2]; !phrases.Has(key) {
				t.Errorf("%s names the word %q, which is not there", name, key)
			}
		}
	}
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	folder, _, _ := strings.Cut(pattern, "*")
	entries, err := os.ReadDir("./" + folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), pattern[strings.LastIndexByte(pattern, '.'):]) {
			names = append(names, folder+e.Name())
		}
	}
	return names
}

// The screens speak the account's language, in its direction, and show no bare
// key.
func TestScreensInEveryLanguage(t *testing.T) {
	h := open(t)
	h.photo = h.photograph("A bridge").ID.String()
	path := h.begin(news.Owner, thirteen(h.sections["en"].ID))
	key := regexp.MustCompile(`\b(?:nav|desk|story|act|acts|about|ask|history|ledger|lists|settings|edition|section|tag|person|account|me|notes|state|stage|kind|role|byline|noun|did|tail|picture|calendar|digits|signin|trouble|translate|clash)\.[a-z]{2,}\b`)
	for language, dir := range map[string]string{"en": "ltr", "ar": "rtl", "fa": "rtl"} {
		h.must(h.accounts.Speak(t.Context(), h.as(news.Owner), h.people[news.Owner].ID, language))
		for _, route := range h.room.Face().Routes {
			if route.Method != http.MethodGet || strings.HasPrefix(route.Pattern, "/-/") || strings.Contains(route.Pattern, "/media/") {
				continue
			}
			a := h.get(news.Owner, h.address(route.Pattern, path))
			if a.status == http.StatusSeeOther {
				continue
			}
			root := a.want(http.StatusOK).all("html")[0]
			if attr(root, "lang") != language || attr(root, "dir") != dir {
				t.Errorf("%s in %s: lang %q, dir %q", route.Pattern, language, attr(root, "lang"), attr(root, "dir"))
			}
			if bare := key.FindString(textOf(root)); bare != "" {
				t.Errorf("%s in %s shows the key %q", route.Pattern, language, bare)
			}
		}
	}
}
