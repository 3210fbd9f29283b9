package store

import (
	"context"

	"dateline/internal/news"
)

// Imported remembers what an import made of each thing of a source.
type Imported struct{ tx *Tx }

// Imported returns the memory of imports.
func (tx *Tx) Imported() Imported { return Imported{tx} }

// Made is what became of one thing of a source.
type Made struct {
	Subject news.Subject
	Digest  [32]byte // of the thing as it came
}

func scanMade(row scanner) (Made, error) {
	var m Made
	var subject string
	var digest []byte
	err := row.Scan(&subject, &digest)
	m.Subject, _ = news.ParseSubject(subject)
	m.Digest = hashOf(digest)
	return m, err
}

// Find returns what became of a thing; NotFound where it never came.
func (t Imported) Find(ctx context.Context, source, kind, key string) (Made, error) {
	return expect("imported", scanMade).one(ctx, t.tx,
		`SELECT subject, digest FROM imported WHERE source = $1 AND kind = $2 AND key = $3`, source, kind, key)
}

// Keep remembers what became of a thing. Source, kind and key have at most
// MaxPath bytes together.
func (t Imported) Keep(ctx context.Context, source, kind, key string, m Made) error {
	if len(source)+len(kind)+len(key) > MaxPath {
		return news.Errorf(news.Invalid, "key", "What an import is known by has at most %d bytes.", MaxPath)
	}
	return t.tx.insert(ctx, "keep imported",
		`INSERT INTO imported (source, kind, key, subject, digest, at) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (source, kind, key) DO UPDATE SET subject = EXCLUDED.subject, digest = EXCLUDED.digest, at = EXCLUDED.at`,
		source, kind, key, m.Subject.String(), m.Digest[:], int64(t.tx.now))
}
