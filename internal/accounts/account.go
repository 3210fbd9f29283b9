package accounts

import (
	"context"
	"fmt"

	"dateline/internal/news"
	"dateline/internal/store"
)

// First creates the first account, an owner. It is a Conflict once there is
// any account: from then on owners create them.
func (a *Accounts) First(ctx context.Context, who Entry, password string) (news.Account, error) {
	who.Role = news.Owner
	made, err := a.prepare(ctx, who, password)
	if err != nil {
		return made, err
	}
	err = a.act(ctx, news.System, made.ID, func(tx *store.Tx) error {
		all, err := tx.Accounts().All(ctx)
		if err == nil && len(all) > 0 {
			err = news.Errorf(news.Conflict, "", "There are accounts already. Sign in as an owner to add another.")
		}
		if err != nil {
			return err
		}
		return add(ctx, tx, made)
	})
	return made, err
}

// Create adds an account.
func (a *Accounts) Create(ctx context.Context, actor news.Actor, who Entry, password string) (news.Account, error) {
	if err := mayKeep(actor); err != nil {
		return news.Account{}, err
	}
	made, err := a.prepare(ctx, who, password)
	if err != nil {
		return made, err
	}
	err = a.act(ctx, actor, made.ID, func(tx *store.Tx) error { return add(ctx, tx, made) })
	return made, err
}

// prepare checks an entry and hashes its password before any transaction
// begins.
func (a *Accounts) prepare(ctx context.Context, who Entry, password string) (news.Account, error) {
	made := news.Account{ID: news.NewID(), Version: 1}
	if err := who.settle(&made); err != nil {
		return made, err
	}
	words, err := a.paperNames(ctx)
	if err != nil {
		return made, err
	}
	if err := checkPassword(password, made, words); err != nil {
		return made, err
	}
	made.Password, err = a.hash(ctx, password)
	return made, err
}

func add(ctx context.Context, tx *store.Tx, made news.Account) error {
	all, err := tx.Accounts().All(ctx)
	if err != nil {
		return err
	}
	if len(all) >= store.MaxAccounts {
		return news.Errorf(news.TooLarge, "login", "There are %d accounts, and no more fit. Change one that is disabled.", store.MaxAccounts)
	}
	if err := free(all, made); err != nil {
		return err
	}
	return tx.Accounts().Add(ctx, made)
}

// free says whether no other account has the login.
func free(all []news.Account, who news.Account) error {
	for _, other := range all {
		if other.Login == who.Login && other.ID != who.ID {
			return news.Errorf(news.Invalid, "login", "Somebody signs in as %q already. Choose another.", who.Login)
		}
	}
	return nil
}

// Change writes what an entry says into an account of a version.
func (a *Accounts) Change(ctx context.Context, actor news.Actor, id news.ID, version int64, who Entry) error {
	return a.change(ctx, actor, id, version, func(_ *store.Tx, account *news.Account) error {
		return who.settle(account)
	})
}

// Disable keeps an account from signing in, and ends its sessions; with on
// false it may again.
func (a *Accounts) Disable(ctx context.Context, actor news.Actor, id news.ID, version int64, on bool) error {
	return a.change(ctx, actor, id, version, func(tx *store.Tx, account *news.Account) error {
		account.Disabled = on
		return tx.Accounts().CloseSessions(ctx, id)
	})
}

// change rewrites an account in one transaction. The house never loses its
// last owner.
func (a *Accounts) change(ctx context.Context, actor news.Actor, id news.ID, version int64, fn func(*store.Tx, *news.Account) error) error {
	if err := mayKeep(actor); err != nil {
		return err
	}
	return a.act(ctx, actor, id, func(tx *store.Tx) error {
		account, err := tx.Accounts().ByID(ctx, id)
		if err != nil {
			return err
		}
		if err := fn(tx, &account); err != nil {
			return err
		}
		all, err := tx.Accounts().All(ctx)
		if err != nil {
			return err
		}
		if err := free(all, account); err != nil {
			return err
		}
		if !ownerRemains(all, account) {
			return news.Errorf(news.Invalid, "role", "This is the last owner. Make somebody else an owner first.")
		}
		account.Version = version
		return tx.Accounts().Change(ctx, account)
	})
}

// ownerRemains says whether somebody can keep the house once changed stands
// as it is.
func ownerRemains(all []news.Account, changed news.Account) bool {
	for _, account := range all {
		if account.ID == changed.ID {
			account = changed
		}
		if account.Role == news.Owner && !account.Disabled {
			return true
		}
	}
	return false
}

// act writes an account and the ledger row that says so.
func (a *Accounts) act(ctx context.Context, actor news.Actor, id news.ID, fn func(tx *store.Tx) error) error {
	_, err := a.store.Act(ctx, func(tx *store.Tx) (news.LedgerRow, error) {
		subject := news.Subject{Noun: news.NounAccount, ID: id}
		return news.LedgerRow{Actor: actor.Account, Act: news.ActAccount, Subject: subject.String()}, fn(tx)
	})
	if err != nil {
		return fmt.Errorf("keep account: %w", err)
	}
	return nil
}

// Speak sets the language in which an account sees the screens: its own, or
// anybody's for an owner.
func (a *Accounts) Speak(ctx context.Context, actor news.Actor, id news.ID, language string) error {
	account, err := a.ByID(ctx, actor, id)
	if err != nil {
		return err
	}
	who := Entry{account.Login, account.Name, account.Email, account.Role, language}
	if err := who.settle(&account); err != nil {
		return err
	}
	return a.store.Write(ctx, func(tx *store.Tx) error { return tx.Accounts().Change(ctx, account) })
}

// Confirm says whether a password is an account's own: before it is changed,
// whoever sits at the machine must know it.
func (a *Accounts) Confirm(ctx context.Context, account news.Account, password string) error {
	if !a.logins.take(loginKey(account.Login), a.now()) {
		return news.Errorf(news.Unavailable, "", "There were too many wrong tries. Wait a few minutes, then try again.")
	}
	same, _, err := a.matches(ctx, account.Password, bounded(password))
	if err != nil {
		return err
	}
	if !same {
		return news.Errorf(news.Invalid, "present", "This is not your present password.")
	}
	a.logins.giveBack(loginKey(account.Login))
	return nil
}
