package store

import (
	"context"

	"dateline/internal/news"
)

// MaxComments is how many comments of one story are listed at most.
const MaxComments = 500

// Comments is the store of readers' comments.
type Comments struct{ tx *Tx }

// Comments returns the store of comments.
func (tx *Tx) Comments() Comments { return Comments{tx} }

const commentColumns = `c.id, c.story, c.parent, c.name, c.email, c.text, c.state, c.at, c.decided_at, c.decided_by, c.staff`

func scanComment(row scanner) (news.Comment, error) {
	var c news.Comment
	err := row.Scan(&c.ID, &c.Story, &c.Parent, &c.Name, &c.Email, &c.Text, &c.State, &c.At, &c.Decided, &c.DecideBy, &c.Staff)
	return c, err
}

// Add keeps a comment in the state it is given.
func (t Comments) Add(ctx context.Context, c news.Comment) error {
	return t.tx.insert(ctx, "add comment",
		`INSERT INTO comments (id, story, parent, name, email, text, state, at, decided_at, decided_by, staff)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		int64(c.ID), int64(c.Story), int64(c.Parent), c.Name, c.Email, c.Text, string(c.State),
		int64(c.At), int64(c.Decided), int64(c.DecideBy), int64(c.Staff))
}

// Destroy removes every comment of a story.
func (t Comments) Destroy(ctx context.Context, story news.ID) error {
	_, err := t.tx.exec(ctx, "destroy comments", `DELETE FROM comments WHERE story = $1`, int64(story))
	return err
}

// Count counts a story's comments in a state.
func (t Comments) Count(ctx context.Context, story news.ID, state news.CommentState) (int64, error) {
	return expect("count comments", scanInt).one(ctx, t.tx,
		`SELECT COUNT(*) FROM comments WHERE story = $1 AND state = $2`, int64(story), string(state))
}

// Comments returns the approved comments of a visible story, oldest first.
func (p Public) Comments(ctx context.Context, story news.ID) ([]news.Comment, error) {
	return expect("public comments", scanComment).many(ctx, p.tx,
		`SELECT `+commentColumns+` FROM comments c JOIN stories s ON s.id = c.story
		WHERE `+public+` AND c.story = $2 AND c.state = 'approved' ORDER BY c.at, c.id LIMIT $3`,
		int64(p.tx.now), int64(story), MaxComments)
}
