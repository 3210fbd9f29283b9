package newsroom

import (
	"net/http"
	"net/url"
	"strings"

	"dateline/internal/news"
	"dateline/internal/web"
)

// signInPage is the sign-in.
type signInPage struct {
	frame
	Login, Next string
	Sent        bool // out of a session that ended
}

func (n *Newsroom) signInForm(w http.ResponseWriter, r *http.Request) error {
	if _, err := n.Sessions.Find(r); err == nil {
		return seeOther(w, r, safeNext(r.URL.Query().Get("next")), "")
	}
	p := signInPage{frame: n.frame(r, "", "signin.title"), Next: safeNext(r.URL.Query().Get("next"))}
	return n.show(w, http.StatusOK, "signin", &p)
}

func (n *Newsroom) signIn(w http.ResponseWriter, r *http.Request) error {
	f, err := formOf(r)
	if err != nil {
		return err
	}
	next := safeNext(f.Get("next"))
	account, err := n.Accounts.SignIn(r.Context(), f.Get("login"), f.Get("password"), web.ClientKey(r))
	if err != nil {
		if k := news.KindOf(err); k != news.Invalid && k != news.Unavailable {
			return err
		}
		p := signInPage{frame: n.frame(r, "", "signin.title"), Login: f.Get("login"), Next: next}
		p.Trouble = troubleOf(r, err)
		p.Trouble.Message = p.voice.phrases.Text("signin." + news.KindOf(err).String())
		return n.show(w, p.Trouble.Status, "signin", &p)
	}
	if err := n.Sessions.Begin(w, r, account.ID); err != nil {
		return err
	}
	return seeOther(w, r, next, "")
}

func (n *Newsroom) signOut(w http.ResponseWriter, r *http.Request) error {
	if err := n.Sessions.End(w, r); err != nil {
		return err
	}
	return seeOther(w, r, "/newsroom/sign-in", "signed-out")
}

// safeNext returns where a sign-in leads: a page of the newsroom, whatever the
// address said.
func safeNext(next string) string {
	const home = "/newsroom/"
	u, err := url.Parse(next)
	if err != nil || u.IsAbs() || u.Host != "" || !strings.HasPrefix(u.Path, home) || strings.Contains(next, "\\") || u.Path == home+"sign-in" {
		return home
	}
	return u.RequestURI()
}
