package store

import (
	"context"

	"dateline/internal/news"
)

// public is the one predicate that guards every reader query: what readers
// may see of table alias s at the moment $1. listed leaves out, beside that,
// what keeps its address but stands in no list.
const (
	public = `s.standing = 'published' AND s.visible_at <> 0 AND s.visible_at <= $1`
	listed = public + ` AND s.delisted = FALSE AND s.kind <> 'page'`
)

// MaxListed is how many stories one list query returns at most.
const MaxListed = 500

// Scope says of which stories a list is made: of an edition, or of a section, a
// tag, a topic or a person in an edition (in all of them without one).
type Scope struct {
	Edition news.ID
	Section news.ID
	Tag     news.ID
	Topic   news.ID
	Person  news.ID
}

// Window is a span of publication [From, To); zero ends are open.
type Window struct {
	From news.Instant
	To   news.Instant
}

// start is the window's first moment; there are archives from before 1970.
func (w Window) start() int64 {
	if w.From == 0 {
		return -1 << 63
	}
	return int64(w.From)
}

// end bounds the window to now, so that one comparison serves.
func (w Window) end() int64 {
	if w.To == 0 {
		return 1<<63 - 1
	}
	return int64(w.To)
}

// clause returns the FROM clause of a scope and its conditions. Every scope
// is answered from one index whose last columns are the time and the story.
func (sc Scope) clause() (from, where, when string, id news.ID) {
	switch {
	case sc.Tag != 0:
		return `story_tags t JOIN stories s ON s.id = t.story`, `t.tag = $2 AND t.visible_at <= $1`, `t.visible_at`, sc.Tag
	case sc.Topic != 0:
		return `story_topics t JOIN stories s ON s.id = t.story`, `t.topic = $2 AND t.visible_at <= $1`, `t.visible_at`, sc.Topic
	case sc.Person != 0:
		return `story_people t JOIN stories s ON s.id = t.story`, `t.person = $2 AND t.visible_at <= $1`, `t.visible_at`, sc.Person
	case sc.Section != 0:
		return `stories s`, `s.section = $2`, `s.visible_at`, sc.Section
	}
	return `stories s`, `s.edition = $2`, `s.visible_at`, sc.Edition
}

// inEdition narrows a scope to its edition, where it names one.
const inEdition = ` AND (s.edition = $3 OR $3 = 0)`

// Public asks what readers may see.
type Public struct{ tx *Tx }

// Public returns the readers' questions.
func (tx *Tx) Public() Public { return Public{tx} }

// Listed returns the newest n stories of a scope within a window, newest
// first, without their texts.
func (p Public) Listed(ctx context.Context, sc Scope, w Window, n int) ([]news.Piece, error) {
	query, id := sc.listing(n)
	return expect("list stories", scanPiece).many(ctx, p.tx, query, int64(p.tx.now), int64(id), int64(sc.Edition), w.start(), w.end())
}

// Fresh returns the newest n stories of a scope that are not among those
// shown, newest first, without their texts.
func (p Public) Fresh(ctx context.Context, sc Scope, n int, shown map[news.ID]bool) ([]news.Piece, error) {
	query, id := sc.listing(MaxListed)
	var w Window
	return expect("list fresh stories", scanFresh(shown)).first(ctx, p.tx, n, query,
		int64(p.tx.now), int64(id), int64(sc.Edition), w.start(), w.end())
}

// listing is the question for the newest n stories of a scope.
func (sc Scope) listing(n int) (query string, id news.ID) {
	from, where, when, id := sc.clause()
	return `SELECT ` + pieceColumns + `, '' FROM ` + from + ` JOIN revisions r ON r.id = s.public
		WHERE ` + listed + ` AND ` + where + inEdition + ` AND ` + when + ` >= $4 AND ` + when + ` < $5
		ORDER BY ` + when + ` DESC, s.id DESC` + limit(n), id
}

// Datelines returns the datelines of an edition's newest n stories, newest
// first.
func (p Public) Datelines(ctx context.Context, edition news.ID, n int) ([]news.Dateline, error) {
	var w Window
	sc := Scope{Edition: edition}
	_, where, when, id := sc.clause()
	return expect("datelines", scanDateline).many(ctx, p.tx,
		`SELECT r.content FROM stories s JOIN revisions r ON r.id = s.public
		WHERE `+listed+` AND `+where+inEdition+` AND `+when+` >= $4 ORDER BY `+when+` DESC, s.id DESC`+limit(n),
		int64(p.tx.now), int64(id), int64(edition), w.start())
}

// scanDateline reads of a revision's content the dateline alone.
func scanDateline(row scanner) (news.Dateline, error) {
	var content string
	var c struct {
		Dateline news.Dateline `json:"dateline"`
	}
	if err := row.Scan(&content); err != nil {
		return c.Dateline, err
	}
	return c.Dateline, decode(content, &c)
}

// Count counts the stories of a scope within a window.
func (p Public) Count(ctx context.Context, sc Scope, w Window) (int64, error) {
	from, where, when, id := sc.clause()
	return expect("count stories", scanInt).one(ctx, p.tx,
		`SELECT COUNT(*) FROM `+from+` WHERE `+listed+` AND `+where+inEdition+` AND `+when+` >= $4 AND `+when+` < $5`,
		int64(p.tx.now), int64(id), int64(sc.Edition), w.start(), w.end())
}

// LastBefore returns when the newest story of a scope before a moment became
// visible, 0 for none: where the next older page of a list lies.
func (p Public) LastBefore(ctx context.Context, sc Scope, before news.Instant) (news.Instant, error) {
	return p.edge(ctx, sc, before, `<`, `DESC`)
}

// FirstAfter is the same in the other direction, moment included.
func (p Public) FirstAfter(ctx context.Context, sc Scope, from news.Instant) (news.Instant, error) {
	return p.edge(ctx, sc, from, `>=`, `ASC`)
}

func (p Public) edge(ctx context.Context, sc Scope, at news.Instant, compare, order string) (news.Instant, error) {
	from, where, when, id := sc.clause()
	found, err := expect("edge of list", scanInt).many(ctx, p.tx,
		`SELECT s.visible_at FROM `+from+` WHERE `+listed+` AND `+where+inEdition+` AND `+when+` `+compare+` $4
		ORDER BY `+when+` `+order+`, s.id `+order+` LIMIT 1`,
		int64(p.tx.now), int64(id), int64(sc.Edition), int64(at))
	if err != nil || len(found) == 0 {
		return 0, err
	}
	return news.Instant(found[0]), nil
}

// Story returns a story that readers may see, with its text. It is NotFound
// while it is not public and for everything else that is not there; a
// retracted or withdrawn story is returned as it stands: its Standing says so,
// and its revision is empty.
func (p Public) Story(ctx context.Context, id news.ID) (news.Piece, error) {
	piece, err := expect("public story", scanPiece).one(ctx, p.tx,
		`SELECT `+pieceColumns+`, r.text FROM stories s JOIN revisions r ON r.id = s.public
		WHERE s.id = $2 AND (`+public+` OR (s.standing IN ('retracted', 'withdrawn') AND s.published_at <> 0 AND s.visible_at <= $1))`,
		int64(p.tx.now), int64(id))
	if err == nil && piece.Standing != news.Published {
		piece.Revision = bare(piece.Revision, piece.Standing)
	}
	return piece, err
}

// bare leaves of a revision what readers may know after the story was taken
// away: of a retracted one the headline and its place, of a withdrawn one
// nothing.
func bare(r news.Revision, s news.Standing) news.Revision {
	kept := news.Revision{ID: r.ID, Story: r.Story}
	if s == news.Retracted {
		kept.Kind, kept.Section, kept.Slug, kept.Headline = r.Kind, r.Section, r.Slug, r.Headline
		kept.Dateline = r.Dateline
	}
	return kept
}

// Some returns those of the given stories that readers may see in lists,
// without texts, in the order given.
func (p Public) Some(ctx context.Context, ids []news.ID) ([]news.Piece, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	ids = ids[:min(len(ids), MaxListed)]
	in := padded(ids)
	found, err := expect("some stories", scanPiece).many(ctx, p.tx,
		`SELECT `+pieceColumns+`, '' FROM stories s JOIN revisions r ON r.id = s.public
		WHERE `+public+` AND s.delisted = FALSE AND s.id IN (`+marks(2, len(in))+`)`,
		idArgs([]any{int64(p.tx.now)}, in)...)
	if err != nil {
		return nil, err
	}
	byID := make(map[news.ID]news.Piece, len(found))
	for _, f := range found {
		byID[f.ID] = f
	}
	ordered := make([]news.Piece, 0, len(found))
	for _, id := range ids {
		if f, ok := byID[id]; ok {
			ordered = append(ordered, f)
			delete(byID, id)
		}
	}
	return ordered, nil
}

// Translations returns the visible stories of a group, without texts; those
// that stand in no list are left out.
func (p Public) Translations(ctx context.Context, group news.ID) ([]news.Piece, error) {
	return expect("translations", scanPiece).many(ctx, p.tx,
		`SELECT `+pieceColumns+`, '' FROM stories s JOIN revisions r ON r.id = s.public
		WHERE `+public+` AND s.delisted = FALSE AND s.group_id = $2 ORDER BY s.id`+limit(MaxEditions),
		int64(p.tx.now), int64(group))
}

// NextVisible is the next moment at which a story of an edition becomes
// visible by time alone, 0 for none.
func (p Public) NextVisible(ctx context.Context, edition news.ID) (news.Instant, error) {
	n, err := expect("next visible", scanInt).one(ctx, p.tx,
		`SELECT COALESCE(MIN(visible_at), 0) FROM stories WHERE edition = $2 AND standing = 'published' AND visible_at > $1`,
		int64(p.tx.now), int64(edition))
	return news.Instant(n), err
}

// Shows says whether any story that readers may see shows a picture, or it is
// an edition's logo: only then is the picture served.
func (p Public) Shows(ctx context.Context, picture news.ID) (bool, error) {
	n, err := expect("picture shown", scanInt).one(ctx, p.tx,
		`SELECT (SELECT COUNT(*) FROM (SELECT 1 AS hit FROM story_pictures t JOIN stories s ON s.id = t.story
			WHERE t.picture = $2 AND `+public+` LIMIT 1) shown)
		+ (SELECT COUNT(*) FROM editions WHERE logo = $2)
		+ (SELECT COUNT(*) FROM (SELECT 1 AS hit FROM topics WHERE picture = $2 AND retired = FALSE LIMIT 1) focus)
		+ (SELECT COUNT(*) FROM (SELECT 1 AS hit FROM gallery_frames f JOIN galleries s ON s.id = f.gallery
			WHERE f.picture = $2 AND `+public+` LIMIT 1) frames)`,
		int64(p.tx.now), int64(picture))
	return n > 0, err
}
