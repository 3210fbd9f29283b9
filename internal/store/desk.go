package store

import (
	"context"

	"dateline/internal/news"
)

// DeskRow is one line of the desk's list.
type DeskRow struct {
	news.Story
	Headline string // of the working revision
	Touched  news.Instant
}

// DeskFilter narrows the desk's list; zero fields do not.
type DeskFilter struct {
	Edition  news.ID
	Stage    news.Stage
	Standing news.Standing
	Mine     news.ID // stories that this account began
	// Before continues a list behind a row: its Touched and ID.
	Before   news.Instant
	BeforeID news.ID
	// Viewer is the account that looks: confidential stories are seen by
	// those on their team and the one who began them only.
	Viewer news.ID
}

func scanDeskRow(row scanner) (DeskRow, error) {
	var d DeskRow
	err := row.Scan(append(storyFields(&d.Story), &d.Headline, &d.Touched)...)
	return d, err
}

// AtDesk lists stories for the desk, last touched first.
func (t Stories) AtDesk(ctx context.Context, f DeskFilter, n int) ([]DeskRow, error) {
	before := int64(f.Before)
	if before == 0 {
		before = 1<<63 - 1
	}
	return expect("desk list", scanDeskRow).many(ctx, t.tx,
		`SELECT `+storyColumns+`, s.working_headline, s.touched_at FROM stories s
		WHERE (s.touched_at < $1 OR (s.touched_at = $1 AND s.id < $2))
			AND (s.edition = $3 OR $3 = 0) AND (s.stage = $4 OR $4 = '') AND (s.standing = $5 OR $5 = '')
			AND (s.created_by = $6 OR $6 = 0)
			AND (s.confidential = FALSE OR s.created_by = $7
				OR EXISTS (SELECT 1 FROM story_team m WHERE m.story = s.id AND m.account = $7))
		ORDER BY s.touched_at DESC, s.id DESC LIMIT $8`,
		before, int64(f.BeforeID), int64(f.Edition), string(f.Stage), string(f.Standing), int64(f.Mine), int64(f.Viewer), min(n, MaxListed))
}

// Groups returns the stories of several translation groups, whatever their
// state, by group.
func (t Stories) Groups(ctx context.Context, groups []news.ID) (map[news.ID][]news.Story, error) {
	if len(groups) == 0 {
		return nil, nil
	}
	groups = groups[:min(len(groups), MaxListed)]
	found, err := expect("story groups", scanStory).many(ctx, t.tx,
		`SELECT `+storyColumns+` FROM stories s WHERE s.group_id IN (`+marks(1, len(groups))+`) ORDER BY s.id`, idArgs(nil, groups)...)
	all := make(map[news.ID][]news.Story, len(groups))
	for _, s := range found {
		all[s.Group] = append(all[s.Group], s)
	}
	return all, err
}

// OnTeam says whether an account may see a confidential story.
func (t Stories) OnTeam(ctx context.Context, story, account news.ID) (bool, error) {
	n, err := expect("on team", scanInt).one(ctx, t.tx,
		`SELECT COUNT(*) FROM story_team WHERE story = $1 AND account = $2`, int64(story), int64(account))
	return n > 0, err
}

// Join puts an account on a story's team.
func (t Stories) Join(ctx context.Context, story, account news.ID) error {
	return t.tx.insert(ctx, "join team",
		`INSERT INTO story_team (story, account) VALUES ($1, $2) ON CONFLICT (story, account) DO NOTHING`, int64(story), int64(account))
}

// DeskNote is a word of the desk to itself about a story.
type DeskNote struct {
	ID    news.ID
	Story news.ID
	Actor news.ID
	At    news.Instant
	Text  string
}

func scanDeskNote(row scanner) (DeskNote, error) {
	var d DeskNote
	err := row.Scan(&d.ID, &d.Story, &d.Actor, &d.At, &d.Text)
	return d, err
}

// Note keeps a desk note.
func (t Stories) Note(ctx context.Context, n DeskNote) error {
	return t.tx.insert(ctx, "desk note", `INSERT INTO desk_notes (id, story, actor, at, text) VALUES ($1, $2, $3, $4, $5)`,
		int64(n.ID), int64(n.Story), int64(n.Actor), int64(t.tx.now), n.Text)
}

// Notes returns a story's newest n desk notes, newest first.
func (t Stories) Notes(ctx context.Context, story news.ID, n int) ([]DeskNote, error) {
	return expect("desk notes", scanDeskNote).many(ctx, t.tx,
		`SELECT id, story, actor, at, text FROM desk_notes WHERE story = $1 ORDER BY at DESC, id DESC LIMIT $2`, int64(story), min(n, MaxListed))
}

// DestroyNotes removes a story's desk notes.
func (t Stories) DestroyNotes(ctx context.Context, story news.ID) error {
	_, err := t.tx.exec(ctx, "destroy desk notes", `DELETE FROM desk_notes WHERE story = $1`, int64(story))
	return err
}
