package store

import (
	"context"

	"dateline/internal/news"
)

// ChangeNotes is the store of what readers are told of changes.
type ChangeNotes struct{ tx *Tx }

// ChangeNotes returns the store of change notes.
func (tx *Tx) ChangeNotes() ChangeNotes { return ChangeNotes{tx} }

const noteColumns = `n.id, n.story, n.edition, n.kind, n.text, n.at, n.revision, n.on_top`

func scanNote(row scanner) (news.ChangeNote, error) {
	var n news.ChangeNote
	err := row.Scan(&n.ID, &n.Story, &n.Edition, &n.Kind, &n.Text, &n.At, &n.Revision, &n.OnTop)
	return n, err
}

// Add keeps a note.
func (t ChangeNotes) Add(ctx context.Context, n news.ChangeNote) error {
	return t.tx.insert(ctx, "add change note",
		`INSERT INTO change_notes (id, story, edition, kind, text, at, revision, on_top) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		int64(n.ID), int64(n.Story), int64(n.Edition), string(n.Kind), n.Text, int64(n.At), int64(n.Revision), n.OnTop)
}

// Of returns a story's notes, oldest first, at most MaxRevisions.
func (t ChangeNotes) Of(ctx context.Context, story news.ID) ([]news.ChangeNote, error) {
	return expect("change notes", scanNote).many(ctx, t.tx,
		`SELECT `+noteColumns+` FROM change_notes n WHERE n.story = $1 ORDER BY n.at, n.id`+limit(MaxRevisions), int64(story))
}

// Destroy removes a story's notes: a withdrawn story says nothing.
func (t ChangeNotes) Destroy(ctx context.Context, story news.ID) error {
	_, err := t.tx.exec(ctx, "destroy change notes", `DELETE FROM change_notes WHERE story = $1`, int64(story))
	return err
}

// Corrections returns the corrections and clarifications of an edition's
// visible stories within a window, newest first.
func (p Public) Corrections(ctx context.Context, edition news.ID, w Window, n int) ([]news.ChangeNote, error) {
	return expect("corrections", scanNote).many(ctx, p.tx,
		`SELECT `+noteColumns+` FROM change_notes n JOIN stories s ON s.id = n.story
		WHERE `+public+` AND s.delisted = FALSE AND n.edition = $2 AND n.kind IN ('correction', 'clarification') AND n.at >= $3 AND n.at < $4
		ORDER BY n.at DESC, n.id DESC`+limit(n),
		int64(p.tx.now), int64(edition), w.start(), w.end())
}

// RetractedIn returns stories of an edition that were retracted within a
// window, newest first, bare of their text.
func (p Public) RetractedIn(ctx context.Context, edition news.ID, w Window, n int) ([]news.Piece, error) {
	pieces, err := expect("retractions", scanPiece).many(ctx, p.tx,
		`SELECT `+pieceColumns+`, '' FROM stories s JOIN revisions r ON r.id = s.public
		WHERE s.standing = 'retracted' AND s.delisted = FALSE AND s.published_at <> 0 AND s.visible_at <= $1 AND s.edition = $2
			AND s.updated_at >= $3 AND s.updated_at < $4
		ORDER BY s.updated_at DESC, s.id DESC LIMIT $5`,
		int64(p.tx.now), int64(edition), w.start(), w.end(), min(n, MaxListed))
	for i := range pieces {
		pieces[i].Revision = bare(pieces[i].Revision, pieces[i].Standing)
	}
	return pieces, err
}
