package news

// Account is somebody who can sign in to the newsroom.
type Account struct {
	ID       ID
	Login    string // lower case, unique
	Name     string
	Email    string
	Role     Role
	Language string // of the newsroom's screens: BCP 47
	// Password is an argon2id hash in PHC string form, "" where none is set.
	Password string
	Disabled bool
	Created  Instant
	Version  int64
}

// Session is one browser's signed-in state; the token itself is never stored.
type Session struct {
	TokenHash [32]byte // SHA-256 of the token
	Account   ID
	Created   Instant
	LastSeen  Instant
	Expires   Instant
}
