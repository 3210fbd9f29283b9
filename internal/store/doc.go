// Package store owns every SQL statement of the house: transactions,
// migrations, the ledger, the public record, and one small type per noun that
// asks and answers (tx.Stories(), tx.Tags()). The same text runs on SQLite and
// PostgreSQL; what differs between the engines is in sqlite.go and postgres.go.
//
// Start reading at store.go (Read, Write, Act), then tx.go and stories.go.
// It must not know rules: whether an act is allowed is the business of the
// services above. One rule lives here, because every reader query needs it:
// what is public, in public.go.
package store
