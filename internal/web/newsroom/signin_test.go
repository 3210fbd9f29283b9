package newsroom_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"dateline/internal/news"
)

func (h *house) signIn(login, password, next string) answer {
	h.t.Helper()
	return h.post("", "/newsroom/sign-in", url.Values{"login": {login}, "password": {password}, "next": {next}})
}

func TestSignInAndOut(t *testing.T) {
	h := open(t)
	a := h.signIn(" Elise ", password, "/newsroom/audit?before=3").want(http.StatusSeeOther)
	if to := a.header.Get("Location"); to != "/newsroom/audit?before=3" {
		t.Errorf("the sign-in leads to %q", to)
	}
	set := a.header.Get("Set-Cookie")
	for _, part := range []string{"dateline=", "Path=/", "HttpOnly", "SameSite=Lax"} {
		if !strings.Contains(set, part) {
			t.Errorf("the cookie %q lacks %s", set, part)
		}
	}
	token, _, _ := strings.Cut(strings.TrimPrefix(set, "dateline="), ";")
	h.tokens["now"] = token
	h.get("now", "/newsroom/").want(http.StatusOK)
	h.get("now", "/newsroom/sign-in").want(http.StatusSeeOther)
	h.post("now", "/newsroom/sign-out", nil).want(http.StatusSeeOther)
	h.get("now", "/newsroom/").want(http.StatusSeeOther)
}

func TestWrongPasswordTellsNothing(t *testing.T) {
	h := open(t)
	known, unknown := h.signIn("elise", "wrong", ""), h.signIn("nobody-here", "wrong", "")
	known.want(http.StatusUnprocessableEntity)
	if known.text(".fault") != unknown.text(".fault") || known.text(".fault") == "" || known.status != unknown.status {
		t.Errorf("a known name is told %q, an unknown one %q", known.text(".fault"), unknown.text(".fault"))
	}
	if known.form("form").Get("password") != "" || known.form("form").Get("login") != "elise" {
		t.Error("the form keeps the password, or loses the name")
	}
	if known.header.Get("Set-Cookie") != "" {
		t.Error("a wrong password got a cookie")
	}
}

func TestSignInLeadsNowhereElse(t *testing.T) {
	h := open(t)
	for _, next := range []string{"https://evil.example/", "//evil.example/newsroom/", "/\\evil.example", "/en/", "javascript:alert(1)", "/newsroom/sign-in"} {
		if to := h.signIn("elise", password, next).want(http.StatusSeeOther).header.Get("Location"); to != "/newsroom/" {
			t.Errorf("next %q leads to %q", next, to)
		}
	}
}

func TestSessionThatEndedLosesNoText(t *testing.T) {
	h := open(t)
	r := httptest.NewRequest(http.MethodPost, "/newsroom/story/new?edition=en", strings.NewReader(thirteen(0).Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	a := h.do("", r).want(http.StatusForbidden)
	if !strings.Contains(a.text("main"), "reload") {
		t.Errorf("whoever was signed out is told %q", a.text("main"))
	}
}

func TestOwnPassword(t *testing.T) {
	h := open(t)
	const next = "nine barges below Mainz"
	h.post(news.Owner, "/newsroom/me/password", url.Values{"present": {"wrong"}, "password": {next}}).want(http.StatusUnprocessableEntity)
	a := h.post(news.Owner, "/newsroom/me/password", url.Values{"present": {password}, "password": {next}}).want(http.StatusSeeOther)
	h.get(news.Owner, "/newsroom/").want(http.StatusSeeOther) // the old session has ended
	token, _, _ := strings.Cut(strings.TrimPrefix(a.header.Get("Set-Cookie"), "dateline="), ";")
	h.tokens[news.Owner] = token
	h.get(news.Owner, "/newsroom/").want(http.StatusOK)
	h.signIn("elise", password, "").want(http.StatusUnprocessableEntity)
	h.signIn("elise", next, "").want(http.StatusSeeOther)
}

func TestAccountsAreKeptByOwners(t *testing.T) {
	h := open(t)
	who := url.Values{"login": {"Pál"}, "name": {`Pál "P" Szabó <x>`}, "email": {""}, "role": {"reporter"}, "language": {"fa"}, "password": {"short"}}
	a := h.post(news.Owner, "/newsroom/accounts/new", who).want(http.StatusUnprocessableEntity)
	if !strings.Contains(a.text("#password-wrong"), "12") || a.form(".settle").Get("name") != who.Get("name") {
		t.Errorf("a short password: %q, name %q", a.text("#password-wrong"), a.form(".settle").Get("name"))
	}
	who.Set("password", "herons along the Tisza")
	h.post(news.Owner, "/newsroom/accounts/new", who).want(http.StatusSeeOther)
	h.signIn("pál", "herons along the Tisza", "").want(http.StatusSeeOther)
	path := ""
	for _, n := range h.get(news.Owner, "/newsroom/accounts/").all(".items a") {
		if strings.Contains(textOf(n), "Szabó") {
			path = attr(n, "href")
		}
	}
	h.post(news.Owner, path+"/disable", h.get(news.Owner, path).form(`form[action$="disable"]`)).want(http.StatusSeeOther)
	h.signIn("pál", "herons along the Tisza", "").want(http.StatusUnprocessableEntity)
	own := "/newsroom/accounts/" + h.people[news.Owner].ID.String()
	if a := h.post(news.Owner, own+"/disable", h.get(news.Owner, own).form(`form[action$="disable"]`)).want(http.StatusUnprocessableEntity); !strings.Contains(a.text(".fault"), "last owner") {
		t.Errorf("the last owner is told %q", a.text(".fault"))
	}
}
