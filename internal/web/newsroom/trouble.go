package newsroom

import (
	"errors"
	"net/http"
	"net/url"

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
	t := troubleOf(r, err)
	p := troublePage{frame: n.frame(r, "", "trouble.title"), SignedOut: signedOut}
	p.Trouble = t
	if err := n.show(w, t.Status, "trouble", &p); err != nil {
		web.Plain(w, t.Status, t.Message)
	}
}
