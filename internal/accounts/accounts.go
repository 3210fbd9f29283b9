package accounts

import (
	"context"
	"fmt"
	"time"

	"dateline/internal/news"
	"dateline/internal/store"
)

// Accounts keeps who can sign in. It is safe for many goroutines at once.
type Accounts struct {
	store   *store.Store
	now     func() time.Time
	hashing chan struct{} // places of the argon2 lane
	logins  *throttle
	clients *throttle
}

// maxHashing is how many passwords are hashed at once: each takes 19 MiB and a
// core for some 30 ms.
const maxHashing = 2

// New returns the accounts of a store. A nil clock is time.Now.
func New(s *store.Store, now func() time.Time) *Accounts {
	if now == nil {
		now = time.Now //nolint:forbidigo // the clock of whoever brings none
	}
	return &Accounts{
		store: s, now: now, hashing: make(chan struct{}, maxHashing),
		logins:  newThrottle(loginTries, loginPause),
		clients: newThrottle(clientTries, clientPause),
	}
}

// All returns the accounts by login, for whoever may keep them.
func (a *Accounts) All(ctx context.Context, actor news.Actor) (all []news.Account, err error) {
	if err := mayKeep(actor); err != nil {
		return nil, err
	}
	err = a.store.Read(ctx, func(tx *store.Tx) error {
		all, err = tx.Accounts().All(ctx)
		return err
	})
	return all, err
}

// ByID returns one account, to itself or to whoever may keep accounts.
func (a *Accounts) ByID(ctx context.Context, actor news.Actor, id news.ID) (found news.Account, err error) {
	if actor.Account != id {
		if err := mayKeep(actor); err != nil {
			return found, err
		}
	}
	err = a.store.Read(ctx, func(tx *store.Tx) error {
		found, err = tx.Accounts().ByID(ctx, id)
		return err
	})
	return found, err
}

// Names returns how the people with accounts are called, for the newsroom's
// lists of who did what.
func (a *Accounts) Names(ctx context.Context) (map[news.ID]string, error) {
	names := map[news.ID]string{}
	err := a.store.Read(ctx, func(tx *store.Tx) error {
		all, err := tx.Accounts().All(ctx)
		for _, account := range all {
			names[account.ID] = account.Name
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("names of accounts: %w", err)
	}
	return names, nil
}

func mayKeep(actor news.Actor) error {
	if actor.Role.May(news.ActAccount) {
		return nil
	}
	return news.Errorf(news.Forbidden, "", "Only an owner keeps accounts.")
}
