package web

import (
	"context"
	"net/http"

	"dateline/internal/news"
)

// ErrNotSignedIn is returned where a route wants somebody who has signed in
// and nobody has. A face with a sign-in page leads there.
var ErrNotSignedIn = news.Errorf(news.Forbidden, "", "Sign in to see this.")

type accountKey struct{}

// ActorOf returns the account that has signed in, on routes that are not
// public.
func ActorOf(ctx context.Context) (news.Account, bool) {
	a, ok := ctx.Value(accountKey{}).(news.Account)
	return a, ok
}

// WithActor returns the request as one of an account that has signed in: for a
// face's Trouble, where no route has asked who it is.
func WithActor(r *http.Request, account news.Account) *http.Request {
	return r.WithContext(context.WithValue(r.Context(), accountKey{}, account))
}

// admit decides whether a request may use a route, and notes who it is.
func (m *face) admit(w http.ResponseWriter, r *http.Request, who Who) (*http.Request, error) {
	if who.Public {
		return r, nil
	}
	w.Header().Set("Cache-Control", "no-store")
	account, err := m.house.Sessions.Find(r)
	if err != nil {
		return r, err
	}
	r = WithActor(r, account)
	if who.Act != "" && !account.Role.May(who.Act) {
		return r, news.Errorf(news.Forbidden, "", "Your role does not allow this. Ask somebody whose role does.")
	}
	return r, nil
}
