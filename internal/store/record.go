package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"dateline/internal/news"
)

// Record is the public record: one hash chain per edition.
type Record struct{ tx *Tx }

// Record returns the public record.
func (tx *Tx) Record() Record { return Record{tx} }

func hashOf(b []byte) (h [32]byte) {
	copy(h[:], b)
	return h
}

func scanHash(row scanner) ([32]byte, error) {
	var b []byte
	if err := row.Scan(&b); err != nil {
		return [32]byte{}, err
	}
	if len(b) != 32 {
		return [32]byte{}, fmt.Errorf("a digest of %d bytes", len(b))
	}
	return hashOf(b), nil
}

const recordColumns = `edition, number, at, act, story, digest, hash`

func scanEntry(row scanner) (news.RecordEntry, error) {
	var e news.RecordEntry
	var digest, hash []byte
	err := row.Scan(&e.Edition, &e.Number, &e.At, &e.Act, &e.Story, &digest, &hash)
	e.Digest, e.Hash = hashOf(digest), hashOf(hash)
	return e, err
}

// Head returns the last entry of an edition's chain; the zero entry for none.
func (r Record) Head(ctx context.Context, edition news.ID) (news.RecordEntry, error) {
	e, err := expect("record head", scanEntry).one(ctx, r.tx,
		`SELECT `+recordColumns+` FROM record WHERE edition = $1 ORDER BY number DESC LIMIT 1`, int64(edition))
	if news.KindOf(err) == news.NotFound {
		return news.RecordEntry{Edition: edition}, nil
	}
	return e, err
}

// Append adds an entry to an edition's chain: what readers see changed to a
// revision by an act, now. It must run under the ledger head.
func (r Record) Append(ctx context.Context, act news.Act, s news.Story, revision news.ID) (news.RecordEntry, error) {
	head, err := r.Head(ctx, s.Edition)
	if err != nil {
		return head, err
	}
	digest, err := r.tx.Revisions().Seal(ctx, revision)
	if err != nil {
		return head, err
	}
	e := news.RecordEntry{Edition: s.Edition, Number: head.Number + 1, At: r.tx.now, Act: act, Story: s.ID, Digest: digest}
	e.Hash = e.HashAfter(head.Hash)
	return e, r.tx.insert(ctx, "append to record",
		`INSERT INTO record (edition, number, at, act, story, revision, digest, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		int64(e.Edition), e.Number, int64(e.At), string(e.Act), int64(e.Story), int64(revision), e.Digest[:], e.Hash[:])
}

// RecordedChange is a record entry with the revision it told readers of.
type RecordedChange struct {
	news.RecordEntry
	Revision news.ID
}

func scanRecorded(row scanner) (RecordedChange, error) {
	var c RecordedChange
	var digest, hash []byte
	err := row.Scan(&c.Edition, &c.Number, &c.At, &c.Act, &c.Story, &digest, &hash, &c.Revision)
	c.Digest, c.Hash = hashOf(digest), hashOf(hash)
	return c, err
}

// OfStory returns a story's entries, oldest first, at most MaxRevisions.
func (r Record) OfStory(ctx context.Context, story news.ID) ([]RecordedChange, error) {
	return expect("record of story", scanRecorded).many(ctx, r.tx,
		`SELECT `+recordColumns+`, revision FROM record WHERE story = $1 ORDER BY number LIMIT $2`, int64(story), MaxRevisions)
}

// From returns up to n entries of an edition from a number on.
func (r Record) From(ctx context.Context, edition news.ID, number int64, n int) ([]news.RecordEntry, error) {
	return expect("record", scanEntry).many(ctx, r.tx,
		`SELECT `+recordColumns+` FROM record WHERE edition = $1 AND number >= $2 ORDER BY number LIMIT $3`,
		int64(edition), number, min(n, MaxListed))
}

// ErrBroken is wrapped by CheckChain when the chain does not hold.
var ErrBroken = errors.New("the record's chain is broken")

// chained is an entry, and whether the revision that it told readers of is
// still the one that was sealed then.
type chained struct {
	news.RecordEntry
	matches bool
}

func scanChained(row scanner) (chained, error) {
	var c chained
	var digest, hash, sealed []byte
	var story news.ID
	err := row.Scan(&c.Edition, &c.Number, &c.At, &c.Act, &c.Story, &digest, &hash, &story, &sealed)
	c.Digest, c.Hash = hashOf(digest), hashOf(hash)
	c.matches = story == c.Story && bytes.Equal(sealed, digest)
	return c, err
}

// CheckChain walks an edition's whole chain and returns how many entries it
// has. The error names the first entry that does not follow from the one
// before it, or whose revision was sealed anew since.
func (r Record) CheckChain(ctx context.Context, edition news.ID) (int64, error) {
	var prev [32]byte
	next := int64(1)
	for {
		page, err := expect("check record", scanChained).many(ctx, r.tx,
			`SELECT e.edition, e.number, e.at, e.act, e.story, e.digest, e.hash, COALESCE(r.story, 0), COALESCE(r.digest, e.hash)
			FROM record e LEFT JOIN revisions r ON r.id = e.revision
			WHERE e.edition = $1 AND e.number >= $2 ORDER BY e.number LIMIT $3`, int64(edition), next, MaxListed)
		if err != nil {
			return next - 1, err
		}
		for _, e := range page {
			if e.Number != next || e.HashAfter(prev) != e.Hash || !e.matches {
				return next - 1, fmt.Errorf("%w at entry %d of the edition", ErrBroken, next)
			}
			prev, next = e.Hash, next+1
		}
		if len(page) < MaxListed {
			return next - 1, nil
		}
	}
}
