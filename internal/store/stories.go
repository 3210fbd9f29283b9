package store

import (
	"context"

	"dateline/internal/news"
)

// Stories writes stories and asks the desk's questions. Readers' questions
// are in public.go.
type Stories struct{ tx *Tx }

// Stories returns the desk's view of stories.
func (tx *Tx) Stories() Stories { return Stories{tx} }

const storyColumns = `s.id, s.edition, s.group_id, s.source, s.source_revision, s.standing, s.stage, s.version,
	s.working, s.public, s.published_at, s.visible_at, s.updated_at, s.scheduled_at, s.embargo,
	s.reason, s.delisted, s.confidential, s.created_by, s.created_at`

const pieceColumns = storyColumns + `, r.id, r.number, r.at, r.actor, r.content`

func storyFields(s *news.Story) []any {
	return []any{&s.ID, &s.Edition, &s.Group, &s.Source, &s.SourceRevision, &s.Standing, &s.Stage, &s.Version,
		&s.Working, &s.Public, &s.PublishedAt, &s.VisibleAt, &s.UpdatedAt, &s.ScheduledAt, &s.Embargo,
		&s.Reason, &s.Delisted, &s.Confidential, &s.CreatedBy, &s.CreatedAt}
}

func scanStory(row scanner) (news.Story, error) {
	var s news.Story
	err := row.Scan(storyFields(&s)...)
	return s, err
}

// scanPiece reads pieceColumns and the text behind them.
func scanPiece(row scanner) (news.Piece, error) { return scanPieceBut(row, nil) }

// scanFresh reads like scanPiece what is not among those shown.
func scanFresh(shown map[news.ID]bool) func(scanner) (news.Piece, error) {
	return func(row scanner) (news.Piece, error) { return scanPieceBut(row, shown) }
}

func scanPieceBut(row scanner, shown map[news.ID]bool) (news.Piece, error) {
	var p news.Piece
	var content string
	r := &p.Revision
	fields := append(storyFields(&p.Story), &r.ID, &r.Number, &r.At, &r.Actor, &content, &r.Text)
	if err := row.Scan(fields...); err != nil {
		return p, err
	}
	if shown[p.ID] {
		return p, errPassed
	}
	r.Story = p.ID
	text := r.Text
	err := decode(content, &r.Content)
	r.Text = text
	return p, err
}

// Add enters a new story; its first revision must follow in the same
// transaction.
func (t Stories) Add(ctx context.Context, s news.Story, workingHeadline string) error {
	return t.tx.insert(ctx, "add story",
		`INSERT INTO stories (id, edition, group_id, source, source_revision, standing, stage, version,
			working, public, published_at, visible_at, updated_at, scheduled_at, embargo,
			reason, delisted, confidential, created_by, created_at, touched_at, kind, section, working_headline)
		VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, 0, 0, 0, 0, 0, $9, '', $10, $11, $12, $13, $13, '', 0, $14)`,
		int64(s.ID), int64(s.Edition), int64(s.Group), int64(s.Source), int64(s.SourceRevision),
		string(s.Standing), string(s.Stage), int64(s.Working), int64(s.Embargo),
		s.Delisted, s.Confidential, int64(s.CreatedBy), int64(t.tx.now), workingHeadline)
}

// ByID returns a story whatever its state.
func (t Stories) ByID(ctx context.Context, id news.ID) (news.Story, error) {
	return expect("story", scanStory).one(ctx, t.tx, `SELECT `+storyColumns+` FROM stories s WHERE s.id = $1`, int64(id))
}

// Change writes a story's state, conditional on the Version it was read with,
// which grows by one.
func (t Stories) Change(ctx context.Context, s news.Story) error {
	return t.tx.execOne(ctx, "change story",
		`UPDATE stories SET source = $1, source_revision = $2, standing = $3, stage = $4, version = version + 1,
			working = $5, public = $6, published_at = $7, visible_at = $8, updated_at = $9, scheduled_at = $10,
			embargo = $11, reason = $12, delisted = $13, confidential = $14, touched_at = $15
		WHERE id = $16 AND version = $17`,
		int64(s.Source), int64(s.SourceRevision), string(s.Standing), string(s.Stage),
		int64(s.Working), int64(s.Public), int64(s.PublishedAt), int64(s.VisibleAt), int64(s.UpdatedAt), int64(s.ScheduledAt),
		int64(s.Embargo), s.Reason, s.Delisted, s.Confidential, int64(t.tx.now), int64(s.ID), s.Version)
}

// Headline keeps the working headline for the desk's lists.
func (t Stories) Headline(ctx context.Context, story news.ID, headline string) error {
	_, err := t.tx.exec(ctx, "working headline", `UPDATE stories SET working_headline = $1 WHERE id = $2`, headline, int64(story))
	return err
}

// Show writes what the lists need to know of the revision that readers now
// see: kind, section, and the ties to tags, topics, people and pictures.
func (t Stories) Show(ctx context.Context, s news.Story, c news.Content, pictures []news.ID) error {
	if s.Version > 1 { // a story that nobody has changed yet was never shown
		if err := t.Hide(ctx, s.ID); err != nil {
			return err
		}
	}
	if _, err := t.tx.exec(ctx, "show story", `UPDATE stories SET kind = $1, section = $2 WHERE id = $3`,
		string(c.Kind), int64(c.Section), int64(s.ID)); err != nil {
		return err
	}
	people := make([]news.ID, 0, len(c.Bylines))
	for _, b := range c.Bylines {
		people = append(people, b.Person)
	}
	for _, tie := range []struct {
		sql string
		ids []news.ID
	}{
		{`INSERT INTO story_tags (tag, story, position, visible_at) VALUES ($1, $2, $3, $4) ON CONFLICT (tag, story) DO NOTHING`, c.Tags},
		{`INSERT INTO story_topics (topic, story, position, visible_at) VALUES ($1, $2, $3, $4) ON CONFLICT (topic, story) DO NOTHING`, c.Topics},
		{`INSERT INTO story_people (person, story, position, visible_at) VALUES ($1, $2, $3, $4) ON CONFLICT (person, story) DO NOTHING`, people},
	} {
		if err := t.tie(ctx, tie.sql, s, tie.ids); err != nil {
			return err
		}
	}
	for _, p := range pictures {
		if err := t.tx.insert(ctx, "tie picture",
			`INSERT INTO story_pictures (picture, story) VALUES ($1, $2) ON CONFLICT (picture, story) DO NOTHING`, int64(p), int64(s.ID)); err != nil {
			return err
		}
	}
	return nil
}

func (t Stories) tie(ctx context.Context, query string, s news.Story, ids []news.ID) error {
	for i, id := range ids {
		if id == 0 {
			continue
		}
		if err := t.tx.insert(ctx, "tie story", query, int64(id), int64(s.ID), i, int64(s.VisibleAt)); err != nil {
			return err
		}
	}
	return nil
}

// Hide takes a story's ties away.
func (t Stories) Hide(ctx context.Context, story news.ID) error {
	for _, query := range []string{
		`DELETE FROM story_tags WHERE story = $1`,
		`DELETE FROM story_topics WHERE story = $1`,
		`DELETE FROM story_people WHERE story = $1`,
		`DELETE FROM story_pictures WHERE story = $1`,
	} {
		if _, err := t.tx.exec(ctx, "untie story", query, int64(story)); err != nil {
			return err
		}
	}
	return nil
}

// Due returns up to n scheduled stories whose time has come, earliest first.
func (t Stories) Due(ctx context.Context, n int) ([]news.Story, error) {
	return expect("due stories", scanStory).many(ctx, t.tx,
		`SELECT `+storyColumns+` FROM stories s WHERE s.stage = 'scheduled' AND s.scheduled_at > 0 AND s.scheduled_at <= $1 ORDER BY s.scheduled_at, s.id LIMIT $2`,
		int64(t.tx.now), min(n, MaxListed))
}

// Group returns all stories of a translation group, whatever their state.
func (t Stories) Group(ctx context.Context, group news.ID) ([]news.Story, error) {
	return expect("story group", scanStory).many(ctx, t.tx,
		`SELECT `+storyColumns+` FROM stories s WHERE s.group_id = $1 ORDER BY s.id LIMIT $2`, int64(group), MaxEditions)
}

// MaxEditions bounds how many editions a publication has.
const MaxEditions = 50
