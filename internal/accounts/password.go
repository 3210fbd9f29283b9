package accounts

import (
	"context"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"dateline/internal/news"
	"dateline/internal/store"
)

// Limits of a password, in characters.
const (
	MinPassword = 12
	MaxPassword = 256
)

const (
	minKinds = 5 // different characters
	minOwn   = 8 // characters beside words that anybody would try first
	minWord  = 3 // shorter words are no help to a guesser
)

// commonWords are what guessers try first, beside the names of the paper and
// of the person.
var commonWords = []string{"password", "passwort", "newsroom", "dateline", "qwertyuiop", "qwerty", "letmein", "welcome", "123456789", "12345", "admin"}

// normal is the form in which passwords are compared: the same letters typed
// on two keyboards give the same bytes (NIST SP 800-63B, section 3.1.1.2).
func normal(password string) string { return norm.NFKC.String(password) }

// checkPassword says what is wrong with a password for an account. The words
// are names that it must not be made of.
func checkPassword(password string, a news.Account, words []string) error {
	if !utf8.ValidString(password) || len(password) > 4*MaxPassword {
		return news.Errorf(news.Invalid, "password", "A password has at most %d characters.", MaxPassword)
	}
	p := normal(password)
	n := utf8.RuneCountInString(p)
	switch {
	case n < MinPassword:
		return news.Errorf(news.Invalid, "password", "The password has %d characters; at least %d are needed. Four unrelated words make a good one.", n, MinPassword)
	case n > MaxPassword:
		return news.Errorf(news.Invalid, "password", "The password has %d characters; at most %d fit.", n, MaxPassword)
	case kinds(p) < minKinds:
		return news.Errorf(news.Invalid, "password", "The password repeats a few characters. Four unrelated words make a good one.")
	}
	local, _, _ := strings.Cut(a.Email, "@")
	known := append(append([]string{a.Login, a.Name, local}, strings.Fields(a.Name)...), words...)
	if own(p, append(known, commonWords...)) < minOwn {
		return news.Errorf(news.Invalid, "password", "The password is little more than a name or a common word. Four unrelated words make a good one.")
	}
	return nil
}

func kinds(s string) int {
	seen := map[rune]bool{}
	for _, r := range s {
		seen[r] = true
	}
	return len(seen)
}

// own counts the characters of a password that are in none of the words.
func own(password string, words []string) int {
	rest := strings.ToLower(password)
	for _, w := range words {
		if w = strings.ToLower(normal(w)); utf8.RuneCountInString(w) >= minWord {
			rest = strings.ReplaceAll(rest, w, "")
			rest = strings.ReplaceAll(rest, strings.ReplaceAll(w, " ", ""), "")
		}
	}
	return utf8.RuneCountInString(rest)
}

// paperNames are the names of the paper in its editions.
func (a *Accounts) paperNames(ctx context.Context) (names []string, err error) {
	err = a.store.Read(ctx, func(tx *store.Tx) error {
		all, err := tx.Editions().All(ctx)
		for _, e := range all {
			names = append(append(names, e.Title), strings.Fields(e.Title)...)
		}
		return err
	})
	return names, err
}

// SetPassword gives an account another password and ends its sessions
// everywhere. People may set their own; owners anybody's.
func (a *Accounts) SetPassword(ctx context.Context, actor news.Actor, id news.ID, password string) error {
	account, err := a.ByID(ctx, actor, id)
	if err != nil {
		return err
	}
	words, err := a.paperNames(ctx)
	if err != nil {
		return err
	}
	if err := checkPassword(password, account, words); err != nil {
		return err
	}
	hash, err := a.hash(ctx, password)
	if err != nil {
		return err
	}
	return a.act(ctx, actor, id, func(tx *store.Tx) error {
		account.Password = hash
		if err := tx.Accounts().CloseSessions(ctx, id); err != nil {
			return err
		}
		return tx.Accounts().Change(ctx, account)
	})
}
