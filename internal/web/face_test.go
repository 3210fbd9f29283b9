package web_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"dateline/internal/news"
	"dateline/internal/web"
)

// keeper keeps sessions in memory: token "t-" and a role signs in as it.
type keeper struct{ closed []string }

func (k *keeper) OpenSession(context.Context, news.ID) (string, error) { return "t-fresh", nil }

func (k *keeper) Session(_ context.Context, token string) (news.Account, error) {
	role, ok := strings.CutPrefix(token, "t-")
	if !ok {
		return news.Account{}, news.Errorf(news.NotFound, "", "ended")
	}
	return news.Account{ID: 7, Role: news.Role(role)}, nil
}

func (k *keeper) CloseSession(_ context.Context, token string) error {
	k.closed = append(k.closed, token)
	return nil
}

// mount mounts one route at /x and returns its handler and what is logged.
func mount(t *testing.T, h web.House, route web.Route) (http.Handler, *bytes.Buffer) {
	t.Helper()
	var log bytes.Buffer
	h.Log = slog.New(slog.NewTextHandler(&log, nil))
	if h.Sessions == nil {
		h.Sessions = web.NewSessions(&keeper{})
	}
	if route.Method == "" {
		route.Method = http.MethodGet
	}
	if route.Pattern == "" {
		route.Pattern = "/x"
	}
	handler, err := web.Mount(h, web.Face{Name: "test", Routes: []web.Route{route}})
	if err != nil {
		t.Fatal(err)
	}
	return handler, &log
}

func fails(err error) web.Handler {
	return func(http.ResponseWriter, *http.Request) error { return err }
}

func send(h http.Handler, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestErrorsBecomeAnswers(t *testing.T) {
	for _, c := range []struct {
		err    error
		status int
		says   string
		logged bool
	}{
		{news.Errorf(news.Invalid, "f", "Mend it."), 422, "Mend it.", false},
		{news.Errorf(news.NotFound, "", "Not here."), 404, "Not here.", false},
		{news.Errorf(news.Forbidden, "", "Not you."), 403, "Not you.", false},
		{news.Errorf(news.Conflict, "", "Too late."), 409, "Too late.", false},
		{news.Errorf(news.Gone, "", "Taken."), 410, "Taken.", false},
		{news.Errorf(news.TooLarge, "", "Too long."), 413, "Too long.", false},
		{news.Errorf(news.Unavailable, "", "Busy."), 503, "Busy.", false},
		{errors.New("secret <detail>"), 500, "Something went wrong", true},
		{news.Errorf(news.Internal, "", "secret <detail>"), 500, "Something went wrong", true},
	} {
		handler, log := mount(t, web.House{}, web.Route{Who: web.Everybody, Handler: fails(c.err)})
		w := send(handler, httptest.NewRequest(http.MethodGet, "/x", nil))
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.says) || strings.Contains(w.Body.String(), "secret") {
			t.Errorf("%v: %d %s", c.err, w.Code, w.Body)
		}
		if n := strings.Count(log.String(), "request failed"); (n == 1) != c.logged || n > 1 {
			t.Errorf("%v: logged %d times", c.err, n)
		}
		if id := w.Header().Get("X-Request-Id"); len(id) != 16 || !strings.Contains(log.String(), id) {
			t.Errorf("%v: request id %q is not in the log", c.err, id)
		}
		if (w.Header().Get("Retry-After") != "") != (c.status == 503) {
			t.Errorf("%v: Retry-After %q", c.err, w.Header().Get("Retry-After"))
		}
	}
}

func TestPanicsAreRecovered(t *testing.T) {
	handler, log := mount(t, web.House{}, web.Route{Who: web.Everybody, Handler: func(http.ResponseWriter, *http.Request) error { panic("oops") }})
	if w := send(handler, httptest.NewRequest(http.MethodGet, "/x", nil)); w.Code != 500 || strings.Contains(w.Body.String(), "oops") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if !strings.Contains(log.String(), "oops") {
		t.Error("the panic is not in the log")
	}
}

func TestErrorAfterTheFirstByteChangesNothing(t *testing.T) {
	handler, _ := mount(t, web.House{}, web.Route{Who: web.Everybody, Handler: func(w http.ResponseWriter, _ *http.Request) error {
		_, _ = io.WriteString(w, "begun")
		return errors.New("late")
	}})
	if w := send(handler, httptest.NewRequest(http.MethodGet, "/x", nil)); w.Code != 200 || w.Body.String() != "begun" {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestLogKnowsNoAddressAndNoQuery(t *testing.T) {
	handler, log := mount(t, web.House{}, web.Route{Pattern: "/x/{token}", Who: web.Everybody, Handler: fails(nil)})
	r := httptest.NewRequest(http.MethodGet, "/x/hush-token?q=hush-query", nil)
	r.RemoteAddr = "203.0.113.77:5555"
	r.Header.Set("X-Forwarded-For", "203.0.113.78")
	send(handler, r)
	if s := log.String(); strings.Contains(s, "hush") || strings.Contains(s, "203.0.113") || !strings.Contains(s, `route="GET /x/{token}"`) {
		t.Error(s)
	}
}

func TestAddressesThatLeadNowhere(t *testing.T) {
	handler, _ := mount(t, web.House{}, web.Route{Who: web.Everybody, Handler: fails(nil)})
	for path, status := range map[string]int{"/nowhere": 404, "/a/../x": 307} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.URL.Path = path
		if w := send(handler, r); w.Code != status {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	if w := send(handler, httptest.NewRequest(http.MethodPost, "/x", nil)); w.Code != 405 || !strings.Contains(w.Header().Get("Allow"), "GET") {
		t.Errorf("POST: %d, Allow %q", w.Code, w.Header().Get("Allow"))
	}
}

func TestBodiesAreBounded(t *testing.T) {
	read := func(_ http.ResponseWriter, r *http.Request) error {
		_, err := io.ReadAll(r.Body)
		return err
	}
	for _, c := range []struct {
		limit, size int64
		status      int
	}{{0, web.DefaultMaxBody, 200}, {0, web.DefaultMaxBody + 1, 413}, {10, 11, 413}, {web.DefaultMaxBody * 2, web.DefaultMaxBody + 1, 200}} {
		handler, _ := mount(t, web.House{}, web.Route{Method: http.MethodPost, Who: web.Everybody, Handler: read, MaxBody: c.limit})
		body := strings.NewReader(strings.Repeat("x", int(c.size)))
		if w := send(handler, httptest.NewRequest(http.MethodPost, "/x", body)); w.Code != c.status {
			t.Errorf("limit %d, body of %d: %d", c.limit, c.size, w.Code)
		}
	}
}

func TestFullLane(t *testing.T) {
	inside, leave := make(chan struct{}), make(chan struct{})
	lanes := map[string]*web.Lane{"narrow": web.NewLane(1, time.Millisecond)}
	handler, _ := mount(t, web.House{Lanes: lanes}, web.Route{Who: web.Everybody, Lane: "narrow", Handler: func(http.ResponseWriter, *http.Request) error {
		inside <- struct{}{}
		<-leave
		return nil
	}})
	done := make(chan struct{})
	go func() {
		defer close(done)
		send(handler, httptest.NewRequest(http.MethodGet, "/x", nil))
	}()
	<-inside
	if w := send(handler, httptest.NewRequest(http.MethodGet, "/x", nil)); w.Code != 503 || w.Header().Get("Retry-After") == "" {
		t.Errorf("%d, Retry-After %q", w.Code, w.Header().Get("Retry-After"))
	}
	close(leave)
	<-done
	go func() { <-inside }()
	if w := send(handler, httptest.NewRequest(http.MethodGet, "/x", nil)); w.Code != 200 {
		t.Errorf("after the lane is free: %d", w.Code)
	}
}

func TestMountRefusesFaultyRoutes(t *testing.T) {
	ok := fails(nil)
	for name, route := range map[string]web.Route{
		"no handler": {Method: "GET", Pattern: "/x", Who: web.Everybody}, "no method": {Pattern: "/x", Who: web.Everybody, Handler: ok},
		"no such lane": {Method: "GET", Pattern: "/x", Who: web.Everybody, Handler: ok, Lane: "z"}, "no sessions": {Method: "GET", Pattern: "/x", Who: web.Staff, Handler: ok},
	} {
		if _, err := web.Mount(web.House{Log: slog.New(slog.DiscardHandler)}, web.Face{Name: "f", Routes: []web.Route{route}}); err == nil {
			t.Errorf("%s: mounted", name)
		}
	}
}
