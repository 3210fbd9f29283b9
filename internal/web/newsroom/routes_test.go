package newsroom_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"dateline/internal/news"
)

// address fills the places of a route's pattern.
func (h *house) address(pattern, story string) string {
	return strings.NewReplacer("{$}", "", "{edition}", "en",
		"/story/{id}", story[len("/newsroom"):],
		"/settings/edition/{id}", "/settings/edition/"+h.editions["en"].ID.String(),
		"/settings/section/{id}", "/settings/section/"+h.sections["en"].ID.String(),
		"/settings/person/{id}", "/settings/person/new", "/settings/tag/{id}", "/settings/tag/new",
		"/accounts/{id}", "/accounts/"+h.people[news.Contributor].ID.String(),
		"/newsroom/media/{id}/{file}", h.rendition(), "/picture/{id}", "/picture/"+h.photo,
		"{hash}/{name...}", "x/newsroom/style.css").Replace(pattern)
}

// Every route lets in whom its line says, and nobody else.
func TestRoutesAndRoles(t *testing.T) {
	h := open(t)
	h.photo = h.photograph("A bridge").ID.String()
	story := h.begin(news.Owner, thirteen(h.sections["en"].ID))
	for _, route := range h.room.Face().Routes {
		path := h.address(route.Pattern, story)
		for _, role := range news.Roles {
			if strings.Contains(path, "sign-out") {
				continue // would end the session that the next route needs
			}
			method := route.Method
			r := httptest.NewRequest(method, path, strings.NewReader(""))
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			a := h.do(role, r)
			may := route.Who.Public || route.Who.Act == "" || role.May(route.Who.Act)
			lost := a.status == http.StatusNotFound && method == http.MethodGet // an empty form may name nothing
			if may && (lost || a.status >= 500) {
				t.Errorf("%s %s as %s: status %d: %s", method, path, role, a.status, a.text("main"))
			}
			if !may && a.status != http.StatusForbidden {
				t.Errorf("%s %s as %s: status %d, not 403", method, path, role, a.status)
			}
		}
		h.closed(route.Method, path, route.Who.Public)
	}
}

// closed checks what a route answers to somebody who has not signed in.
func (h *house) closed(method, path string, public bool) {
	h.t.Helper()
	a := h.do("", httptest.NewRequest(method, path, nil))
	switch {
	case public && a.status != http.StatusForbidden:
	case !public && method == http.MethodGet && a.status == http.StatusSeeOther:
		if to := a.header.Get("Location"); !strings.HasPrefix(to, "/newsroom/sign-in?next="+url.QueryEscape(path)) {
			h.t.Errorf("%s leads to %s", path, to)
		}
	case !public && method == http.MethodPost && a.status == http.StatusForbidden:
	default:
		h.t.Errorf("%s %s without a session: status %d", method, path, a.status)
	}
}

func TestFormsFromElsewhereAreRefused(t *testing.T) {
	h := open(t)
	h.photo = h.photograph("A bridge").ID.String()
	story := h.begin(news.Owner, thirteen(h.sections["en"].ID))
	for _, route := range h.room.Face().Routes {
		if route.Method != http.MethodPost {
			continue
		}
		for name, value := range map[string]string{"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"} {
			r := httptest.NewRequest(http.MethodPost, h.address(route.Pattern, story), strings.NewReader("version=1"))
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			r.Header.Set(name, value)
			if a := h.do(news.Owner, r); a.status != http.StatusForbidden {
				t.Errorf("POST %s with %s %s: status %d", route.Pattern, name, value, a.status)
			}
		}
	}
	if s := h.state(story); s != "Writing" {
		t.Errorf("a form from elsewhere changed the story: %s", s)
	}
}

// state is what a story's page says of where it stands.
func (h *house) state(path string) string {
	h.t.Helper()
	return h.get(news.Owner, path).want(http.StatusOK).text(".bar .st")
}

func TestEveryAnswerIsStrict(t *testing.T) {
	h := open(t)
	story := h.begin(news.Owner, thirteen(h.sections["en"].ID))
	for _, path := range []string{"/newsroom/", story, story + "/history", "/newsroom/lists/en", "/newsroom/me", "/newsroom/nowhere"} {
		a := h.get(news.Owner, path)
		if p := a.header.Get("Content-Security-Policy"); !strings.HasPrefix(p, "default-src 'none'; script-src 'self'; style-src 'self'") || strings.Contains(p, "unsafe") {
			t.Errorf("%s: policy %q", path, p)
		}
		if c := a.header.Get("Cache-Control"); c != "no-store" {
			t.Errorf("%s: Cache-Control %q", path, c)
		}
		if n := len(a.all("script, style, [style], [onclick], [onload], [onerror]")); n > 0 {
			t.Errorf("%s: %d inline scripts or styles", path, n)
		}
	}
}
