package newsroom_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"

	"dateline/internal/accounts"
	"dateline/internal/desk"
	"dateline/internal/library"
	"dateline/internal/news"
	"dateline/internal/store"
	"dateline/internal/theme"
	"dateline/internal/web"
	"dateline/internal/web/newsroom"
	"dateline/themes/courier"
)

// TestMain lets the test program open pictures as its own child, as the
// program does.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == library.BenchCommand {
		os.Exit(library.Bench(os.Args[2:], os.Stdin, os.Stdout))
	}
	os.Exit(m.Run())
}

// house is a newsroom with its database in a folder of its own, and somebody
// of each role.
type house struct {
	t        *testing.T
	store    *store.Store
	desk     *desk.Desk
	accounts *accounts.Accounts
	library  *library.Library
	room     *newsroom.Newsroom
	handler  http.Handler
	tokens   map[news.Role]string
	people   map[news.Role]news.Account
	editions map[string]news.Edition
	sections map[string]news.Section
	photo    string // a picture's id, once there is one
}

const password = "seven lanterns over Ghent"

func open(t *testing.T) *house {
	t.Helper()
	ctx := t.Context()
	s, err := store.Open(ctx, store.Options{Dir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	h := &house{t: t, store: s, desk: desk.New(s), tokens: map[news.Role]string{}, people: map[news.Role]news.Account{}, editions: map[string]news.Edition{}, sections: map[string]news.Section{}}
	h.accounts = accounts.New(s, nil)
	sessions := web.NewSessions(h.accounts)
	look, err := theme.Load(theme.Layer{Name: "courier", FS: courier.Files})
	if err != nil {
		t.Fatal(err)
	}
	blobs, err := library.OpenFolder(t.TempDir(), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	h.library = library.New(library.Options{Store: s, Blobs: blobs})
	h.room, err = newsroom.New(newsroom.Options{Desk: h.desk, Accounts: h.accounts, Library: h.library, Sessions: sessions, Fonts: look.Asset})
	if err != nil {
		t.Fatal(err)
	}
	lanes := map[string]*web.Lane{newsroom.SignInLane: web.NewLane(2, time.Second), newsroom.UploadLane: web.NewLane(1, time.Second)}
	h.handler, err = web.Mount(web.House{Log: slog.New(slog.NewTextHandler(logs{t}, &slog.HandlerOptions{Level: slog.LevelError})), Lanes: lanes, Sessions: sessions}, h.room.Face())
	if err != nil {
		t.Fatal(err)
	}
	h.settle(ctx)
	return h
}

// logs sends what is logged to the test.
type logs struct{ t *testing.T }

func (l logs) Write(b []byte) (int, error) {
	l.t.Log(strings.TrimSpace(string(b)))
	return len(b), nil
}

// settle makes three editions with a section each, and an account of every
// role. Only the owner's password is hashed: the rest have a session at once.
func (h *house) settle(ctx context.Context) {
	h.t.Helper()
	for i, e := range []news.Edition{
		{Name: "en", Language: "en", Zone: "Europe/Vienna", Label: "English", Title: "The Vienna Courier", Position: 1},
		{Name: "ar", Language: "ar", Zone: "Europe/Vienna", Label: "العربية", Title: "بريد فيينا", Position: 2},
		{Name: "fa", Language: "fa", Zone: "Europe/Vienna", Label: "فارسی", Title: "پیک وین", Position: 3},
	} {
		made, err := h.desk.SettleEdition(ctx, news.System, e)
		h.must(err)
		h.editions[e.Name] = made
		names := []string{"Analysis", "تحليل", "تحلیل"}
		h.sections[e.Name], err = h.desk.SettleSection(ctx, news.System, news.Section{Edition: made.ID, Name: names[i]})
		h.must(err)
	}
	owner, err := h.accounts.First(ctx, accounts.Entry{Login: "elise", Name: "Elise Hartmann", Language: "en"}, password)
	h.must(err)
	h.people[news.Owner] = owner
	for _, role := range news.Roles[:len(news.Roles)-1] {
		a := news.Account{ID: news.NewID(), Login: string(role), Name: "The " + string(role), Role: role, Language: "en"}
		h.must(h.store.Write(ctx, func(tx *store.Tx) error { return tx.Accounts().Add(ctx, a) }))
		a.Version = 1
		h.people[role] = a
	}
	for role, a := range h.people {
		h.tokens[role], err = h.accounts.OpenSession(ctx, a.ID)
		h.must(err)
	}
}

func (h *house) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

// as is the actor of a role.
func (h *house) as(role news.Role) news.Actor {
	return news.Actor{Account: h.people[role].ID, Role: role}
}

// answer is what a request got.
type answer struct {
	t        *testing.T
	status   int
	header   http.Header
	body     string
	document *html.Node
}

func (h *house) do(role news.Role, r *http.Request) answer {
	h.t.Helper()
	if token := h.tokens[role]; token != "" {
		r.AddCookie(&http.Cookie{Name: "dateline", Value: token})
	}
	w := httptest.NewRecorder()
	h.handler.ServeHTTP(w, r)
	body, err := io.ReadAll(w.Result().Body)
	h.must(err)
	document, err := html.Parse(strings.NewReader(string(body)))
	h.must(err)
	return answer{h.t, w.Code, w.Header(), string(body), document}
}

func (h *house) get(role news.Role, path string) answer {
	h.t.Helper()
	return h.do(role, httptest.NewRequest(http.MethodGet, path, nil))
}

func (h *house) post(role news.Role, path string, values url.Values) answer {
	h.t.Helper()
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(values.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return h.do(role, r)
}

// want fails the test unless the answer has a status.
func (a answer) want(status int) answer {
	a.t.Helper()
	if a.status != status {
		a.t.Fatalf("status %d, not %d: %s", a.status, status, a.text("main"))
	}
	return a
}

// all returns the elements of a selector.
func (a answer) all(selector string) []*html.Node {
	return cascadia.QueryAll(a.document, cascadia.MustCompile(selector))
}

// text returns the text of the first element of a selector.
func (a answer) text(selector string) string {
	for _, n := range a.all(selector) {
		return textOf(n)
	}
	return ""
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(textOf(c))
	}
	return b.String()
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// form reads what a browser would send of the form of a selector: line ends as
// CR LF, and no buttons.
func (a answer) form(selector string) url.Values {
	a.t.Helper()
	found := a.all(selector)
	if len(found) == 0 {
		a.t.Fatalf("no form %s", selector)
	}
	values := url.Values{}
	for _, n := range cascadia.QueryAll(found[0], cascadia.MustCompile("input, select, textarea")) {
		name := attr(n, "name")
		switch n.Data {
		case "textarea":
			values.Add(name, strings.ReplaceAll(textOf(n), "\n", "\r\n"))
		case "select":
			values.Add(name, chosen(n))
		default:
			if t := attr(n, "type"); (t == "checkbox" || t == "radio") && !has(n, "checked") {
				continue
			}
			values.Add(name, attr(n, "value"))
		}
	}
	return values
}

func has(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

func chosen(n *html.Node) string {
	options := cascadia.QueryAll(n, cascadia.MustCompile("option"))
	for _, o := range options {
		if has(o, "selected") {
			return attr(o, "value")
		}
	}
	if len(options) > 0 {
		return attr(options[0], "value")
	}
	return ""
}
