package apptest

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"dateline/internal/accounts"
	"dateline/internal/news"
	"dateline/internal/web"
)

// libraryPlaces hold words of the library and the settings, which belong to
// the whole newsroom: only the story is confidential.
var libraryPlaces = []string{"alt", "tagname", "personname", "personbio", "picturecredit", "picturecaption", "picturecreator"}

// TestConfidential signs in as an owner who is not of a confidential story's
// team, and asks for every screen of the newsroom: of the story there is not
// a word, while other drafts are there.
func TestConfidential(t *testing.T) {
	OnEach(t, func(t *testing.T, h *House) {
		a := newAviary(t, h)
		secret := a.canaries["confidential"]
		c := &crawl{t: t, from: withCookie(h.Doors[0], signIn(t, h)), words: a.words(), within: "/newsroom/"}
		c.allowed = func(word, _ string) bool {
			return !slices.ContainsFunc(canaryPlaces, func(p string) bool {
				return word == secret.word(p) && !slices.Contains(libraryPlaces, p)
			})
		}
		c.wildcards = must[map[string][]string](t)(a.wildcards(t.Context()))
		var screens []web.Route
		for _, r := range h.Routes() {
			if r.Method == http.MethodGet && strings.HasPrefix(r.Pattern, "/newsroom/") {
				screens = append(screens, r)
			}
		}
		c.over(screens)
		c.report()
		for _, place := range []string{"headline", "text", "standfirst"} {
			if w := a.canaries["draft"].word(place); c.seen[w] == "" {
				t.Errorf("the crawl did not find %s of an ordinary draft", w)
			}
		}
	})
}

// signIn adds an owner and returns the cookies of a session.
func signIn(t *testing.T, h *House) []*http.Cookie {
	t.Helper()
	const login, password = "chief-of-all", "a long sentence that nobody guesses"
	keep := accounts.New(h.App.Store(), h.Clock.Now)
	who := accounts.Entry{Login: login, Name: "Owner", Role: news.Owner, Language: "en"}
	must[news.Account](t)(keep.Create(t.Context(), news.System, who, password))
	form := url.Values{"login": {login}, "password": {password}}
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, Site+"/newsroom/sign-in", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	w := httptest.NewRecorder()
	h.Doors[0].ServeHTTP(w, r)
	cookies := w.Result().Cookies()
	if w.Code != http.StatusSeeOther || len(cookies) == 0 {
		t.Fatalf("sign-in answers %d with %d cookies", w.Code, len(cookies))
	}
	return cookies
}

// withCookie is a handler that sees every request signed in.
func withCookie(h http.Handler, cookies []*http.Cookie) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, c := range cookies {
			r.AddCookie(c)
		}
		h.ServeHTTP(w, r)
	})
}
