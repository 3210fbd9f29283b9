package store

import (
	"context"
	"crypto/rand"

	"dateline/internal/news"
)

// MaxRevisions is how many revisions one listing returns at most.
const MaxRevisions = 200

// Revisions keeps what stories say, version by version.
type Revisions struct{ tx *Tx }

// Revisions returns the store of revisions.
func (tx *Tx) Revisions() Revisions { return Revisions{tx} }

const revisionColumns = `id, story, number, at, actor, content, text`

func scanRevision(row scanner) (news.Revision, error) {
	var r news.Revision
	var content, text string
	if err := row.Scan(&r.ID, &r.Story, &r.Number, &r.At, &r.Actor, &content, &text); err != nil {
		return r, err
	}
	err := decode(content, &r.Content)
	r.Text = text
	return r, err
}

// Add keeps a new revision and seals it with a fresh salt. It is stale when
// somebody else has just kept one of the same number.
func (t Revisions) Add(ctx context.Context, r news.Revision) error {
	content, err := encode(r.Content)
	if err != nil {
		return err
	}
	salt := make([]byte, 32)
	_, _ = rand.Read(salt) // never fails; it aborts the program instead
	digest := news.Seal(salt, sealed(content, r.Text))
	return t.tx.execOne(ctx, "add revision",
		`INSERT INTO revisions (id, story, number, at, actor, content, text, salt, digest) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
		ON CONFLICT (story, number) DO NOTHING`,
		int64(r.ID), int64(r.Story), r.Number, int64(t.tx.now), int64(r.Actor), content, r.Text, salt, digest[:])
}

// sealed joins the two columns that a digest covers.
func sealed(content, text string) []byte {
	return append(append([]byte(content), 0), text...)
}

// ByID returns one revision with its text.
func (t Revisions) ByID(ctx context.Context, id news.ID) (news.Revision, error) {
	return expect("revision", scanRevision).one(ctx, t.tx, `SELECT `+revisionColumns+` FROM revisions WHERE id = $1`, int64(id))
}

// Some returns those of the given revisions that exist, without texts.
func (t Revisions) Some(ctx context.Context, ids []news.ID) (map[news.ID]news.Revision, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	ids = ids[:min(len(ids), MaxListed)]
	found, err := expect("revisions", scanRevision).many(ctx, t.tx,
		`SELECT id, story, number, at, actor, content, '' FROM revisions WHERE id IN (`+marks(1, len(ids))+`)`, idArgs(nil, ids)...)
	all := make(map[news.ID]news.Revision, len(found))
	for _, r := range found {
		all[r.ID] = r
	}
	return all, err
}

// ByNumber returns a story's revision of a number with its text.
func (t Revisions) ByNumber(ctx context.Context, story news.ID, number int64) (news.Revision, error) {
	return expect("revision", scanRevision).one(ctx, t.tx,
		`SELECT `+revisionColumns+` FROM revisions WHERE story = $1 AND number = $2`, int64(story), number)
}

// Of returns a story's newest n revisions without texts, newest first.
func (t Revisions) Of(ctx context.Context, story news.ID, n int) ([]news.Revision, error) {
	return expect("revisions of story", scanRevision).many(ctx, t.tx,
		`SELECT id, story, number, at, actor, content, '' FROM revisions WHERE story = $1 ORDER BY number DESC LIMIT $2`,
		int64(story), min(n, MaxRevisions))
}

// Last returns the number of a story's newest revision, 0 for none.
func (t Revisions) Last(ctx context.Context, story news.ID) (int64, error) {
	return expect("last revision", scanInt).one(ctx, t.tx, `SELECT COALESCE(MAX(number), 0) FROM revisions WHERE story = $1`, int64(story))
}

// Seal returns a revision's digest.
func (t Revisions) Seal(ctx context.Context, id news.ID) ([32]byte, error) {
	return expect("revision seal", scanHash).one(ctx, t.tx, `SELECT digest FROM revisions WHERE id = $1`, int64(id))
}

// Destroy empties all revisions of a story, salts included; their digests
// stay, and tell nothing.
func (t Revisions) Destroy(ctx context.Context, story news.ID) error {
	_, err := t.tx.exec(ctx, "destroy revisions",
		`UPDATE revisions SET content = '', text = '', salt = $1 WHERE story = $2`, []byte{}, int64(story))
	return err
}

// Sealed is a revision's digest beside what it should be.
type Sealed struct {
	Revision  news.ID
	Story     news.ID
	Destroyed bool
	Intact    bool
}

func scanSealed(row scanner) (Sealed, error) {
	var s Sealed
	var content, text string
	var salt, digest []byte
	if err := row.Scan(&s.Revision, &s.Story, &content, &text, &salt, &digest); err != nil {
		return s, err
	}
	s.Destroyed = len(salt) == 0 && content == "" && text == ""
	s.Intact = news.Seal(salt, sealed(content, text)) == hashOf(digest)
	return s, nil
}

// CheckSeals recomputes the digests of up to n revisions whose id follows
// after: doctor's question.
func (t Revisions) CheckSeals(ctx context.Context, after news.ID, n int) ([]Sealed, error) {
	return expect("check seals", scanSealed).many(ctx, t.tx,
		`SELECT id, story, content, text, salt, digest FROM revisions WHERE id > $1 ORDER BY id LIMIT $2`, int64(after), min(n, MaxListed))
}
