package app

import (
	"context"
	"crypto/rand"
	"encoding/base32"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"dateline/internal/accounts"
	"dateline/internal/config"
	"dateline/internal/news"
	"dateline/internal/store"
)

// Person is what the command line says of somebody who signs in.
type Person struct {
	Login, Name, Email, Role, Language string
	// Password is the one to set; "" makes one up and tells it once.
	Password string
}

// withAccounts opens the accounts of a newsroom for one command.
func withAccounts(ctx context.Context, d config.Data, fn func(a *accounts.Accounts) error) error {
	s, err := openExisting(ctx, d)
	if err != nil {
		return err
	}
	return errors.Join(fn(accounts.New(s, time.Now)), s.Close())
}

// AddUser adds an account. The first one is an owner.
func AddUser(ctx context.Context, d config.Data, p Person, out io.Writer) error {
	s, err := openStore(ctx, d, store.Options{})
	if err != nil {
		return err
	}
	return errors.Join(addUser(ctx, accounts.New(s, time.Now), p, out), s.Close())
}

func addUser(ctx context.Context, a *accounts.Accounts, p Person, out io.Writer) error {
	all, err := a.All(ctx, news.System)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		p.Role = string(news.Owner)
	}
	password, made := p.password()
	who := accounts.Entry{Login: p.Login, Name: p.Name, Email: p.Email, Role: news.Role(p.Role), Language: p.Language}
	account, err := a.Create(ctx, news.System, who, password)
	if err != nil {
		return err
	}
	return tellPassword(out, fmt.Sprintf("Added %s, %s.", account.Login, account.Role), password, made)
}

// password returns the password to set, and whether it was made up here.
func (p Person) password() (password string, made bool) {
	if p.Password != "" {
		return p.Password, false
	}
	return newPassword(), true
}

// newPassword makes up a password of 100 random bits.
func newPassword() string {
	b := make([]byte, 13)
	_, _ = rand.Read(b) // never fails; it aborts the program instead
	s := strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(b))[:20]
	return s[:5] + "-" + s[5:10] + "-" + s[10:15] + "-" + s[15:]
}

func tellPassword(out io.Writer, done, password string, made bool) error {
	if made {
		done += " Password, told only now: " + password
	}
	_, err := fmt.Fprintln(out, done)
	return err
}

// ListUsers lists the accounts, as lines or as JSON.
func ListUsers(ctx context.Context, d config.Data, asJSON bool, out io.Writer) error {
	return withAccounts(ctx, d, func(a *accounts.Accounts) error {
		all, err := a.All(ctx, news.System)
		if err != nil {
			return err
		}
		type row struct {
			Login    string `json:"login"`
			Name     string `json:"name"`
			Role     string `json:"role"`
			Disabled bool   `json:"disabled"`
		}
		rows := make([]row, 0, len(all))
		for _, u := range all {
			rows = append(rows, row{u.Login, u.Name, string(u.Role), u.Disabled})
		}
		if asJSON {
			return json.NewEncoder(out).Encode(rows)
		}
		for _, r := range rows {
			state := ""
			if r.Disabled {
				state = "  disabled"
			}
			if _, err := fmt.Fprintf(out, "%-20s %-12s %s%s\n", r.Login, r.Role, r.Name, state); err != nil {
				return err
			}
		}
		return nil
	})
}

// byLogin finds the account of a sign-in name.
func byLogin(ctx context.Context, a *accounts.Accounts, login string) (news.Account, error) {
	all, err := a.All(ctx, news.System)
	if err != nil {
		return news.Account{}, err
	}
	for _, u := range all {
		if u.Login == strings.ToLower(strings.TrimSpace(login)) {
			return u, nil
		}
	}
	return news.Account{}, news.Errorf(news.NotFound, "login", "Nobody signs in as %q. “dateline user list” shows who does.", login)
}

// SetPassword gives an account another password and ends its sessions.
func SetPassword(ctx context.Context, d config.Data, login, password string, out io.Writer) error {
	return withAccounts(ctx, d, func(a *accounts.Accounts) error {
		u, err := byLogin(ctx, a, login)
		if err != nil {
			return err
		}
		word, made := Person{Password: password}.password()
		if err := a.SetPassword(ctx, news.System, u.ID, word); err != nil {
			return err
		}
		return tellPassword(out, "Changed the password of "+u.Login+". All its sessions have ended.", word, made)
	})
}

// DisableUser keeps an account from signing in, or lets it in again.
func DisableUser(ctx context.Context, d config.Data, login string, off bool, out io.Writer) error {
	return withAccounts(ctx, d, func(a *accounts.Accounts) error {
		u, err := byLogin(ctx, a, login)
		if err != nil {
			return err
		}
		if err := a.Disable(ctx, news.System, u.ID, u.Version, off); err != nil {
			return err
		}
		done := "may sign in again"
		if off {
			done = "can no longer sign in"
		}
		_, err = fmt.Fprintf(out, "%s %s.\n", u.Login, done)
		return err
	})
}
