package accounts

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"time"

	"dateline/internal/news"
	"dateline/internal/store"
)

// How long a session lasts.
const (
	SessionIdle     = 12 * time.Hour      // without a request
	SessionAbsolute = 14 * 24 * time.Hour // in all
	touchEvery      = time.Minute         // how often use is noted
)

const tokenLen = 32 // bytes: 256 bits

// OpenSession signs an account in and returns the session's token, which is
// kept nowhere: the store has its digest.
func (a *Accounts) OpenSession(ctx context.Context, account news.ID) (string, error) {
	b := make([]byte, tokenLen)
	_, _ = rand.Read(b) // never fails; it aborts the program instead
	token := base64.RawURLEncoding.EncodeToString(b)
	s := news.Session{TokenHash: sha256.Sum256([]byte(token)), Account: account, Expires: news.InstantOf(a.now().Add(SessionIdle))}
	err := a.store.Write(ctx, func(tx *store.Tx) error {
		if err := tx.Accounts().Sweep(ctx); err != nil {
			return err
		}
		return tx.Accounts().OpenSession(ctx, s)
	})
	if err != nil {
		return "", fmt.Errorf("open session: %w", err)
	}
	return token, nil
}

// Session returns the account that a token belongs to. It is NotFound when
// the session has ended or the account is disabled.
func (a *Accounts) Session(ctx context.Context, token string) (account news.Account, err error) {
	var s news.Session
	err = a.store.Read(ctx, func(tx *store.Tx) error {
		if s, err = tx.Accounts().Session(ctx, sha256.Sum256([]byte(token))); err != nil {
			return err
		}
		account, err = tx.Accounts().ByID(ctx, s.Account)
		return err
	})
	if err != nil {
		return news.Account{}, fmt.Errorf("session: %w", err)
	}
	if account.Disabled {
		return news.Account{}, news.Errorf(news.NotFound, "", "The account is disabled.")
	}
	return account, a.touch(ctx, s)
}

// touch notes that a session is in use, at most once a minute, and lets it
// last on.
func (a *Accounts) touch(ctx context.Context, s news.Session) error {
	now := a.now()
	if now.Sub(s.LastSeen.Time()) < touchEvery {
		return nil
	}
	until := now.Add(SessionIdle)
	if last := s.Created.Time().Add(SessionAbsolute); until.After(last) {
		until = last
	}
	err := a.store.Write(ctx, func(tx *store.Tx) error {
		return tx.Accounts().Seen(ctx, s.TokenHash, news.InstantOf(until))
	})
	if err != nil {
		return fmt.Errorf("touch session: %w", err)
	}
	return nil
}

// CloseSession ends the session of a token; one that is not there is ended
// already.
func (a *Accounts) CloseSession(ctx context.Context, token string) error {
	return a.store.Write(ctx, func(tx *store.Tx) error {
		return tx.Accounts().CloseSession(ctx, sha256.Sum256([]byte(token)))
	})
}

// CloseSessions ends every session of an account, on all machines.
func (a *Accounts) CloseSessions(ctx context.Context, actor news.Actor, account news.ID) error {
	if actor.Account != account {
		if err := mayKeep(actor); err != nil {
			return err
		}
	}
	return a.store.Write(ctx, func(tx *store.Tx) error { return tx.Accounts().CloseSessions(ctx, account) })
}
