package newsroom

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"

	"dateline/internal/web"
)

// troublePage is the screen of an error that no form could take.
type troublePage struct {
	frame
	SignedOut bool
}

// trouble answers an error. Whoever has not signed in is led to the sign-in;
// a form that was sent after a session had ended is told how to be sent again,
// so that nothing typed is lost.
func (n *Newsroom) trouble(w http.ResponseWriter, r *http.Request, err error) {
	signedOut := errors.Is(err, web.ErrNotSignedIn)
	if signedOut && (r.Method == http.MethodGet || r.Method == http.MethodHead) {
		http.Redirect(w, r, "/newsroom/sign-in?next="+url.QueryEscape(r.URL.RequestURI()), http.StatusSeeOther)
		return
	}
	if _, known := web.ActorOf(r.Context()); !known {
		if account, err := n.Sessions.Find(r); err == nil {
			r = web.WithActor(r, account)
		}
	}
	t := troubleOf(r, err)
	t.translate(n.voiceOf(r))
	p := troublePage{frame: n.frame(r, "", "trouble.title"), SignedOut: signedOut}
	p.Trouble = t
	if err := n.show(w, t.Status, "trouble", &p); err != nil {
		web.Plain(w, t.Status, t.Message)
	}
}

// translate gives a trouble that no field can mend the sentence of its status
// in the account's language; in English it keeps its own, which says more.
func (t *trouble) translate(v *voice) {
	key := "fault." + strconv.Itoa(t.Status)
	if tag := v.phrases.Locale().Tag(); tag != english && v.phrases.Has(key) {
		t.Message, t.Lang = v.phrases.Text(key), tag
	}
}
