package web

import (
	"context"
	"net/http"

	"dateline/internal/news"
)

// Keeper keeps sessions: accounts.Accounts does. Tokens are opaque here.
type Keeper interface {
	OpenSession(ctx context.Context, account news.ID) (token string, err error)
	Session(ctx context.Context, token string) (news.Account, error)
	CloseSession(ctx context.Context, token string) error
}

// Sessions carry a session's token to and from the browser in a cookie.
type Sessions struct{ keeper Keeper }

// NewSessions returns sessions that a keeper keeps.
func NewSessions(k Keeper) *Sessions { return &Sessions{k} }

// The cookie's names. The prefix __Host- binds it to this host alone; browsers
// take it over https only.
const (
	secureCookie = "__Host-dateline"
	plainCookie  = "dateline"
)

// maxToken bounds the bytes of a cookie that is looked up.
const maxToken = 100

// cookie makes the session's cookie. It ends with the browser: how long the
// session itself lasts is the keeper's to say.
func cookie(r *http.Request, value string) *http.Cookie {
	c := &http.Cookie{Name: plainCookie, Value: value, Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: Secure(r)} //nolint:gosec // secure wherever the visitor came by https
	if c.Secure {
		c.Name = secureCookie
	}
	return c
}

func token(r *http.Request) string {
	c, err := r.Cookie(cookie(r, "").Name)
	if err != nil || len(c.Value) > maxToken {
		return ""
	}
	return c.Value
}

// Find returns who has signed in; ErrNotSignedIn where nobody has.
func (s *Sessions) Find(r *http.Request) (news.Account, error) {
	t := token(r)
	if t == "" {
		return news.Account{}, ErrNotSignedIn
	}
	a, err := s.keeper.Session(r.Context(), t)
	if k := news.KindOf(err); err != nil && (k == news.NotFound || k == news.Forbidden) {
		return a, ErrNotSignedIn
	}
	return a, err
}

// Begin signs an account in on this browser. A session that was there before
// ends, so that nobody can plant one.
func (s *Sessions) Begin(w http.ResponseWriter, r *http.Request, account news.ID) error {
	if old := token(r); old != "" {
		if err := s.keeper.CloseSession(r.Context(), old); err != nil {
			return err
		}
	}
	t, err := s.keeper.OpenSession(r.Context(), account)
	if err != nil {
		return err
	}
	http.SetCookie(w, cookie(r, t))
	return nil
}

// End signs out on this browser.
func (s *Sessions) End(w http.ResponseWriter, r *http.Request) error {
	if t := token(r); t != "" {
		if err := s.keeper.CloseSession(r.Context(), t); err != nil {
			return err
		}
	}
	c := cookie(r, "") //nolint:gosec // it ends the one that Begin set, in the same form
	c.MaxAge = -1
	http.SetCookie(w, c)
	return nil
}
