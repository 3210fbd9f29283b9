package store

import (
	"context"

	"dateline/internal/news"
)

// MaxAccounts is how many accounts one listing returns at most.
const MaxAccounts = 500

// Accounts is the store of who can sign in.
type Accounts struct{ tx *Tx }

// Accounts returns the store of accounts.
func (tx *Tx) Accounts() Accounts { return Accounts{tx} }

const accountColumns = `id, login, name, email, role, language, password, disabled, created_at, version`

func scanAccount(row scanner) (news.Account, error) {
	var a news.Account
	err := row.Scan(&a.ID, &a.Login, &a.Name, &a.Email, &a.Role, &a.Language, &a.Password, &a.Disabled, &a.Created, &a.Version)
	return a, err
}

// Add enters a new account.
func (t Accounts) Add(ctx context.Context, a news.Account) error {
	return t.tx.insert(ctx, "add account",
		`INSERT INTO accounts (`+accountColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)`,
		int64(a.ID), a.Login, a.Name, a.Email, string(a.Role), a.Language, a.Password, a.Disabled, int64(t.tx.now))
}

// Change writes an account, conditional on its Version.
func (t Accounts) Change(ctx context.Context, a news.Account) error {
	return t.tx.execOne(ctx, "change account",
		`UPDATE accounts SET login = $1, name = $2, email = $3, role = $4, language = $5, password = $6, disabled = $7, version = version + 1
		WHERE id = $8 AND version = $9`,
		a.Login, a.Name, a.Email, string(a.Role), a.Language, a.Password, a.Disabled, int64(a.ID), a.Version)
}

// ByID returns one account.
func (t Accounts) ByID(ctx context.Context, id news.ID) (news.Account, error) {
	return expect("account", scanAccount).one(ctx, t.tx, `SELECT `+accountColumns+` FROM accounts WHERE id = $1`, int64(id))
}

// ByLogin returns the account of a login name.
func (t Accounts) ByLogin(ctx context.Context, login string) (news.Account, error) {
	return expect("account", scanAccount).one(ctx, t.tx, `SELECT `+accountColumns+` FROM accounts WHERE login = $1`, login)
}

// All returns the accounts by login name.
func (t Accounts) All(ctx context.Context) ([]news.Account, error) {
	return expect("accounts", scanAccount).many(ctx, t.tx, `SELECT `+accountColumns+` FROM accounts ORDER BY login LIMIT $1`, MaxAccounts)
}

// OpenSession keeps a session.
func (t Accounts) OpenSession(ctx context.Context, s news.Session) error {
	return t.tx.insert(ctx, "open session",
		`INSERT INTO sessions (token_hash, account, created_at, last_seen, expires_at) VALUES ($1, $2, $3, $4, $5)`,
		s.TokenHash[:], int64(s.Account), int64(t.tx.now), int64(t.tx.now), int64(s.Expires))
}

func scanSession(row scanner) (news.Session, error) {
	var s news.Session
	err := row.Scan(&s.Account, &s.Created, &s.LastSeen, &s.Expires)
	return s, err
}

// Session returns the session of a token's hash while it has not expired.
func (t Accounts) Session(ctx context.Context, tokenHash [32]byte) (news.Session, error) {
	s, err := expect("session", scanSession).one(ctx, t.tx,
		`SELECT account, created_at, last_seen, expires_at FROM sessions WHERE token_hash = $1 AND expires_at > $2`,
		tokenHash[:], int64(t.tx.now))
	s.TokenHash = tokenHash
	return s, err
}

// Seen notes that a session is in use, and extends it.
func (t Accounts) Seen(ctx context.Context, tokenHash [32]byte, expires news.Instant) error {
	_, err := t.tx.exec(ctx, "session seen", `UPDATE sessions SET last_seen = $1, expires_at = $2 WHERE token_hash = $3`,
		int64(t.tx.now), int64(expires), tokenHash[:])
	return err
}

// CloseSession ends one session.
func (t Accounts) CloseSession(ctx context.Context, tokenHash [32]byte) error {
	_, err := t.tx.exec(ctx, "close session", `DELETE FROM sessions WHERE token_hash = $1`, tokenHash[:])
	return err
}

// CloseSessions ends every session of an account.
func (t Accounts) CloseSessions(ctx context.Context, account news.ID) error {
	_, err := t.tx.exec(ctx, "close sessions", `DELETE FROM sessions WHERE account = $1`, int64(account))
	return err
}

// Sweep removes sessions that have expired.
func (t Accounts) Sweep(ctx context.Context) error {
	_, err := t.tx.exec(ctx, "sweep sessions", `DELETE FROM sessions WHERE expires_at <= $1`, int64(t.tx.now))
	return err
}
