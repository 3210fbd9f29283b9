package newsroom

import (
	"bytes"
	"fmt"
	"net/http"
	"net/url"

	"dateline/internal/news"
	"dateline/internal/web"
)

// frame is what stands around every screen.
type frame struct {
	Lang, Dir string
	Title     string
	Paper     string // the publication's name
	Account   news.Account
	Nav       []navGroup
	Said      string   // what the last act did, a sentence
	Trouble   *trouble // what stood in its way
	voice     *voice
}

func (f *frame) framed() *frame { return f }

// screen is a page of the newsroom: a struct that embeds frame.
type screen interface{ framed() *frame }

// trouble is an error on a screen. Message is in the words of whoever found
// it, which are English.
type trouble struct {
	Status  int
	Field   string
	Message string
	Lang    string // of the message
	Request string
}

func troubleOf(r *http.Request, err error) *trouble {
	f := web.FaultOf(r, err)
	return &trouble{f.Status, f.Field, f.Message, english, f.Request}
}

// In says whether the trouble is with a field, for the message beside it.
func (t *trouble) In(field string) bool { return t != nil && t.Field == field && field != "" }

// navGroup is one group of places in the newsroom.
type navGroup struct {
	Label string
	Links []navLink
}

type navLink struct {
	Path, Label string
	Here        bool
}

// places are the newsroom's places: what a role must be allowed to see them.
var places = []struct {
	group, word, path string
	act               news.Act
}{
	{"", "nav.desk", "/newsroom/", ""},
	{"", "nav.mine", "/newsroom/?mine=1", ""},
	{"", "nav.lists", "/newsroom/lists/", news.ActPlace},
	{"", "nav.pictures", picturesPath, ""},
	{"nav.house", "nav.settings", "/newsroom/settings/", news.ActSettle},
	{"nav.house", "nav.audit", "/newsroom/audit", news.ActSettle},
	{"nav.house", "nav.accounts", "/newsroom/accounts/", news.ActAccount},
}

// frame begins a screen. here is the place that the navigation marks.
func (n *Newsroom) frame(r *http.Request, here, title string, args ...any) frame {
	v := n.voiceOf(r)
	f := frame{Lang: v.phrases.Locale().Tag(), Dir: v.phrases.Locale().Dir(), voice: v}
	f.Title = v.phrases.Text(title, args...)
	if said := r.URL.Query().Get("said"); said != "" && v.phrases.Has("said."+said) {
		f.Said = v.phrases.Text("said." + said)
	}
	f.Paper = n.paper(r)
	account, ok := web.ActorOf(r.Context())
	if !ok {
		return f
	}
	f.Account = account
	for _, p := range places {
		if p.act != "" && !account.Role.May(p.act) {
			continue
		}
		label := ""
		if p.group != "" {
			label = v.phrases.Text(p.group)
		}
		if len(f.Nav) == 0 || f.Nav[len(f.Nav)-1].Label != label {
			f.Nav = append(f.Nav, navGroup{Label: label})
		}
		g := &f.Nav[len(f.Nav)-1]
		g.Links = append(g.Links, navLink{p.path, v.phrases.Text(p.word), p.path == here})
	}
	return f
}

// paper is the publication's name in its first edition; the program's own
// before there is one.
func (n *Newsroom) paper(r *http.Request) string {
	all, err := n.Desk.Editions(r.Context())
	if err != nil || len(all) == 0 {
		return "Dateline"
	}
	return all[0].Title
}

// voiceOf returns the newsroom in the language of the account, or of the
// browser before anybody has signed in.
func (n *Newsroom) voiceOf(r *http.Request) *voice {
	wanted := r.Header.Get("Accept-Language")
	if account, ok := web.ActorOf(r.Context()); ok {
		wanted = account.Language
	}
	place, _ := n.choice.Best(wanted)
	return n.voices[n.tongues[place]]
}

// show renders a screen. Nothing is written before the whole page is there,
// so that an error still has its own answer.
func (n *Newsroom) show(w http.ResponseWriter, status int, name string, s screen) error {
	page, ok := s.framed().voice.screens[name]
	if !ok {
		return fmt.Errorf("no screen %q", name)
	}
	var b bytes.Buffer
	if err := page.ExecuteTemplate(&b, "page", s); err != nil {
		return fmt.Errorf("screen %s: %w", name, err)
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("Referrer-Policy", "same-origin")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes()) // the browser may be gone
	return nil
}

// withSaid adds to an address what the next screen is to say.
func withSaid(path, said string) string {
	u, err := url.Parse(path)
	if err != nil {
		return path
	}
	q := u.Query()
	q.Set("said", said)
	u.RawQuery = q.Encode()
	return u.String()
}

// actorOf returns who acts. On the newsroom's routes for staff there always is
// somebody.
func actorOf(r *http.Request) news.Actor {
	account, _ := web.ActorOf(r.Context())
	return news.Actor{Account: account.ID, Role: account.Role}
}

// idOf reads the id in the address.
func idOf(r *http.Request) (news.ID, error) {
	id, ok := news.ParseID(r.PathValue("id"))
	if !ok {
		return 0, news.Errorf(news.NotFound, "", "There is nothing at this address.")
	}
	return id, nil
}
