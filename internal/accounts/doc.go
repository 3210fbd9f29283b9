// Package accounts owns who can sign in to the newsroom: accounts and their
// roles, passwords and sessions.
//
// Start reading at account.go (what an owner does with accounts), then
// signin.go and session.go. password.go holds the rules of passwords, hash.go
// how they are kept, throttle.go how guessing is slowed down. Another way to
// prove who one is would stand beside signin.go and end in OpenSession, as the
// password does.
//
// It must not know of HTTP or cookies: a client is a key that says nothing,
// and a session a token.
package accounts
