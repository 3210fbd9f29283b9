package accounts

import (
	"context"
	"crypto/sha256"
	"fmt"
	"time"

	"dateline/internal/news"
	"dateline/internal/store"
)

// How often one may guess: so many tries at once, and one more after each
// pause. A right password gives its try back.
const (
	loginTries  = 10
	loginPause  = time.Minute
	clientTries = 30
	clientPause = 20 * time.Second
)

// errWrong says no more than it must: whether the name or the password is
// wrong, or the account disabled, is nobody's business.
var errWrong = news.Errorf(news.Invalid, "password", "The name or the password is wrong.")

// SignIn returns the account of a login and password. The client is a key
// that stands for where the request comes from; it is kept in memory only.
// The error is Invalid for a wrong name or password, and Unavailable for too
// many tries. An unknown name takes as long as a known one.
func (a *Accounts) SignIn(ctx context.Context, login, password string, client [16]byte) (news.Account, error) {
	login = foldLogin(login)
	name := loginKey(login)
	now := a.now()
	if !a.clients.take(client, now) || !a.logins.take(name, now) {
		return news.Account{}, news.Errorf(news.Unavailable, "", "There were too many wrong tries. Wait a few minutes, then try again.")
	}
	account, err := a.named(ctx, login)
	if err != nil {
		return news.Account{}, err
	}
	same, renew, err := a.matches(ctx, account.Password, bounded(password))
	if err != nil {
		return news.Account{}, err
	}
	if !same || account.ID == 0 || account.Disabled {
		return news.Account{}, errWrong
	}
	a.clients.giveBack(client)
	a.logins.giveBack(name)
	if renew {
		a.renew(ctx, account, password)
	}
	return account, nil
}

// bounded keeps a password that cannot be right from costing anything more.
func bounded(password string) string {
	if len(password) > 4*MaxPassword {
		return ""
	}
	return password
}

func loginKey(login string) [16]byte {
	sum := sha256.Sum256([]byte(login))
	return [16]byte(sum[:16])
}

// named returns the account of a login, the zero account where there is none.
func (a *Accounts) named(ctx context.Context, login string) (account news.Account, err error) {
	err = a.store.Read(ctx, func(tx *store.Tx) error {
		account, err = tx.Accounts().ByLogin(ctx, login)
		return err
	})
	if news.KindOf(err) == news.NotFound {
		return news.Account{}, nil
	}
	if err != nil {
		return account, fmt.Errorf("sign in: %w", err)
	}
	return account, nil
}

// renew keeps the password at the present cost. It is no failure of the
// sign-in if that does not succeed now: the next one tries again.
func (a *Accounts) renew(ctx context.Context, account news.Account, password string) {
	hash, err := a.hash(ctx, password)
	if err != nil {
		return
	}
	account.Password = hash
	_ = a.store.Write(ctx, func(tx *store.Tx) error { return tx.Accounts().Change(ctx, account) })
}
