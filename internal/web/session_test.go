package web_test

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"dateline/internal/news"
	"dateline/internal/web"
)

func TestGuard(t *testing.T) {
	for _, c := range []struct {
		who    web.Who
		cookie string
		status int
	}{
		{web.Everybody, "", 200}, {web.Staff, "", 403}, {web.Staff, "stolen", 403}, {web.Staff, "t-contributor", 200},
		{web.Allowed(news.ActPublish), "t-reporter", 403}, {web.Allowed(news.ActPublish), "t-editor", 200}, {web.Allowed(news.ActPublish), "t-" + strings.Repeat("x", 200), 403},
	} {
		var signed bool
		handler, _ := mount(t, web.House{}, web.Route{Who: c.who, Handler: func(_ http.ResponseWriter, r *http.Request) error {
			_, signed = web.ActorOf(r.Context())
			return nil
		}})
		r := httptest.NewRequest(http.MethodGet, "/x", nil)
		if c.cookie != "" {
			r.AddCookie(&http.Cookie{Name: "dateline", Value: c.cookie})
		}
		w := send(handler, r)
		if w.Code != c.status || signed != (c.status == 200 && !c.who.Public) {
			t.Errorf("%+v with %.20q: %d, signed in %v", c.who, c.cookie, w.Code, signed)
		}
		if private := w.Header().Get("Cache-Control") == "no-store"; private == c.who.Public {
			t.Errorf("%+v: Cache-Control %q", c.who, w.Header().Get("Cache-Control"))
		}
	}
}

func TestCookie(t *testing.T) {
	proxies, err := web.ParseProxies("192.0.2.0/24")
	if err != nil {
		t.Fatal(err)
	}
	k := &keeper{}
	sessions := web.NewSessions(k)
	handler, _ := mount(t, web.House{Proxies: proxies, Sessions: sessions}, web.Route{Method: http.MethodPost, Who: web.Everybody, Handler: func(w http.ResponseWriter, r *http.Request) error {
		return sessions.Begin(w, r, 7)
	}})
	for scheme, name := range map[string]string{"http": "dateline=", "https": "__Host-dateline="} {
		r := httptest.NewRequest(http.MethodPost, "/x", nil) // from 192.0.2.1
		r.Header.Set("X-Forwarded-Proto", scheme)
		r.AddCookie(&http.Cookie{Name: strings.TrimSuffix(name, "="), Value: "t-planted"})
		w := send(handler, r)
		set := w.Header().Get("Set-Cookie")
		if !strings.HasPrefix(set, name+"t-fresh") || strings.Contains(set, "Secure") != (scheme == "https") || !strings.Contains(set, "HttpOnly") || strings.Contains(set, "Domain") {
			t.Errorf("%s: cookie %q", scheme, set)
		}
		if hsts := w.Header().Get("Strict-Transport-Security"); (hsts != "") != (scheme == "https") {
			t.Errorf("%s: HSTS %q", scheme, hsts)
		}
	}
	if !slices.Equal(k.closed, []string{"t-planted", "t-planted"}) {
		t.Errorf("sessions from before: %v", k.closed)
	}
}

func TestFormsFromElsewhere(t *testing.T) {
	proxies, err := web.ParseProxies("192.0.2.1")
	if err != nil {
		t.Fatal(err)
	}
	handler, _ := mount(t, web.House{Proxies: proxies}, web.Route{Method: http.MethodPost, Who: web.Everybody, Handler: fails(nil)})
	for _, c := range []struct {
		headers map[string]string
		status  int
	}{
		{map[string]string{}, 200}, {map[string]string{"Sec-Fetch-Site": "same-origin"}, 200}, {map[string]string{"Sec-Fetch-Site": "cross-site"}, 403},
		{map[string]string{"Origin": "https://paper.example", "X-Forwarded-Host": "paper.example", "X-Forwarded-Proto": "https"}, 200},
		{map[string]string{"Origin": "https://evil.example", "X-Forwarded-Host": "paper.example"}, 403},
	} {
		r := httptest.NewRequest(http.MethodPost, "/x", nil)
		for k, v := range c.headers {
			r.Header.Set(k, v)
		}
		if w := send(handler, r); w.Code != c.status {
			t.Errorf("%v: %d", c.headers, w.Code)
		}
	}
}

func TestClientKey(t *testing.T) {
	proxies, err := web.ParseProxies("192.0.2.1, 10.0.0.0/8")
	if err != nil {
		t.Fatal(err)
	}
	var key [16]byte
	handler, _ := mount(t, web.House{Proxies: proxies}, web.Route{Who: web.Everybody, Handler: func(_ http.ResponseWriter, r *http.Request) error {
		key = web.ClientKey(r)
		return nil
	}})
	of := func(remote, forwarded string) [16]byte {
		r := httptest.NewRequest(http.MethodGet, "/x", nil)
		r.RemoteAddr = remote + ":1"
		r.Header.Set("X-Forwarded-For", forwarded)
		send(handler, r)
		return key
	}
	one := of("203.0.113.7", "")
	for _, same := range [][2]string{{"203.0.113.7", "198.51.100.1"}, {"192.0.2.1", "203.0.113.7"}, {"192.0.2.1", "198.51.100.9, 203.0.113.7, 10.1.1.1"}} {
		if of(same[0], same[1]) != one {
			t.Errorf("%v is taken for another client", same)
		}
	}
	if of("203.0.113.8", "203.0.113.7") == one {
		t.Error("a client can take another's key by a header")
	}
	if of("[2001:db8::1]", "") != of("[2001:db8::2]", "") || of("[2001:db8::1]", "") == of("[2001:db8:1::1]", "") {
		t.Error("IPv6 clients are not told apart by their /64")
	}
}

func TestParseProxies(t *testing.T) {
	for _, bad := range []string{"example.org", "10.0.0.0/40", strings.Repeat("10.0.0.1,", web.MaxProxies+1)} {
		if _, err := web.ParseProxies(bad); err == nil {
			t.Errorf("%.30q was read", bad)
		}
	}
	if _, err := web.ParseProxies(" 10.0.0.0/8 , ::1, unix,"); err != nil {
		t.Error(err)
	}
}
