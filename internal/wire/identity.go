package wire

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"

	"dateline/internal/desk"
	"dateline/internal/news"
	"dateline/internal/store"
)

// identity makes the ids of what an import admits. The same thing of the same
// source has the same id in every run, so that a text can link to what comes
// later in the file, and nobody without the secret can tell an id.
type identity struct{ secret []byte }

// of returns the id of a thing.
func (i identity) of(kind, key string) news.ID {
	sum := hmac.New(sha256.New, i.secret)
	sum.Write([]byte(kind + "\x00" + key)) // a hash never fails
	return news.ID(max(binary.BigEndian.Uint64(sum.Sum(nil))>>1, 1))
}

// secretBytes is the length of a source's secret.
const secretBytes = 32

// identitySetting is the setting in which a source's secret is kept.
func identitySetting(source string) string { return "import:" + source }

// readIdentity returns a source's secret, an empty one for a source that has
// never been imported.
func readIdentity(ctx context.Context, s *store.Store, source string) (identity, error) {
	var i identity
	err := s.Read(ctx, func(tx *store.Tx) error {
		value, _, err := tx.Settings().Value(ctx, identitySetting(source))
		if err != nil || value == "" {
			return err
		}
		return json.Unmarshal([]byte(value), &i.secret)
	})
	if err != nil {
		return i, fmt.Errorf("identity of source: %w", err)
	}
	return i, nil
}

func newIdentity() identity {
	secret := make([]byte, secretBytes)
	_, _ = rand.Read(secret) // never fails; it aborts the program instead
	return identity{secret}
}

// keep writes a new source's secret.
func (i identity) keep(ctx context.Context, in *desk.Intake, source string) error {
	value, err := json.Marshal(i.secret)
	if err != nil {
		return fmt.Errorf("identity of source: %w", err)
	}
	in.Touch()
	return in.Tx().Settings().Keep(ctx, identitySetting(source), string(value), 0)
}
