package store

import (
	"context"

	"dateline/internal/news"
)

// MaxPath is the longest former address that is kept, in bytes.
const MaxPath = 2000

// Redirects is the store of former addresses.
type Redirects struct{ tx *Tx }

// Redirects returns the store of former addresses.
func (tx *Tx) Redirects() Redirects { return Redirects{tx} }

// Keep remembers that path leads to target: a path of this site, or a subject
// such as "story:7". The newest word for a path holds.
func (t Redirects) Keep(ctx context.Context, path, target string) error {
	if path == "" || len(path) > MaxPath {
		return news.Errorf(news.Invalid, "path", "A former address has 1 to %d bytes.", MaxPath)
	}
	return t.tx.insert(ctx, "keep redirect",
		`INSERT INTO redirects (path, target, at) VALUES ($1, $2, $3)
		ON CONFLICT (path) DO UPDATE SET target = EXCLUDED.target, at = EXCLUDED.at`, path, target, int64(t.tx.now))
}

// Target returns where a former address leads; NotFound for none.
func (t Redirects) Target(ctx context.Context, path string) (string, error) {
	return expect("redirect", scanText).one(ctx, t.tx, `SELECT target FROM redirects WHERE path = $1`, path)
}

// Of returns up to n former addresses of a target.
func (t Redirects) Of(ctx context.Context, target string, n int) ([]string, error) {
	return expect("redirects of target", scanText).many(ctx, t.tx,
		`SELECT path FROM redirects WHERE target = $1 ORDER BY path LIMIT $2`, target, min(n, MaxListed))
}
