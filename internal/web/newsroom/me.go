package newsroom

import (
	"net/http"
	"slices"

	"dateline/internal/news"
)

const mePath = "/newsroom/me"

// me is what everybody settles for themselves: language, password, sessions.
func (n *Newsroom) me(w http.ResponseWriter, r *http.Request) error {
	p, err := n.mePage(r, nil)
	if err != nil {
		return err
	}
	return n.show(w, http.StatusOK, "settle", p)
}

func (n *Newsroom) mePage(r *http.Request, t *trouble) (*settlePage, error) {
	p := &settlePage{frame: n.frame(r, mePath, "me.title")}
	words := p.voice.phrases
	present := n.passwordField(p.voice, "present", t)
	present.Hint, present.Auto = "", "current-password"
	p.Forms = []settleForm{
		{Heading: words.Text("account.language"), Action: mePath + "/language", Do: words.Text("save"), Fields: []field{n.languageField(p.voice, p.Account.Language, t)}},
		{
			Heading: words.Text("account.password"), About: words.Text("me.passwordabout"), Action: mePath + "/password", Do: words.Text("account.password"),
			Fields: []field{present, n.passwordField(p.voice, "password", t)},
		},
		{Heading: words.Text("me.everywhere"), About: words.Text("me.everywhereabout"), Action: mePath + "/sign-out", Do: words.Text("me.everywhere"), Stop: true},
	}
	return p, nil
}

// meLanguage sets the language of one's own screens.
func (n *Newsroom) meLanguage(w http.ResponseWriter, r *http.Request) error {
	f, err := formOf(r)
	if err != nil {
		return err
	}
	if !slices.Contains(n.tongues, f.word("language")) {
		err = news.Errorf(news.Invalid, "language", "Choose a language from the list.")
	} else {
		err = n.Accounts.Speak(r.Context(), actorOf(r), actorOf(r).Account, f.word("language"))
	}
	if err != nil {
		return n.settled(w, r, err, func(t *trouble) (*settlePage, error) { return n.mePage(r, t) })
	}
	return seeOther(w, r, mePath, "settle")
}

// mePassword changes one's own password; all other sessions end, and this one
// begins anew.
func (n *Newsroom) mePassword(w http.ResponseWriter, r *http.Request) error {
	f, err := formOf(r)
	if err != nil {
		return err
	}
	p, err := n.mePage(r, nil)
	if err != nil {
		return err
	}
	err = n.Accounts.Confirm(r.Context(), p.Account, f.Get("present"))
	if err == nil {
		err = n.Accounts.SetPassword(r.Context(), actorOf(r), p.Account.ID, f.Get("password"))
	}
	if err != nil {
		return n.settled(w, r, err, func(t *trouble) (*settlePage, error) { return n.mePage(r, t) })
	}
	if err := n.Sessions.Begin(w, r, p.Account.ID); err != nil {
		return err
	}
	return seeOther(w, r, mePath, "password")
}

// meSignOut ends all of one's own sessions.
func (n *Newsroom) meSignOut(w http.ResponseWriter, r *http.Request) error {
	if err := n.Accounts.CloseSessions(r.Context(), actorOf(r), actorOf(r).Account); err != nil {
		return err
	}
	return n.signOut(w, r)
}
