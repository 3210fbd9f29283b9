package store

import (
	"context"

	"dateline/internal/news"
)

// MaxPlacements is how many entries a curated list holds at most.
const MaxPlacements = 100

// Lists is the store of curated lists.
type Lists struct{ tx *Tx }

// Lists returns the store of curated lists.
func (tx *Tx) Lists() Lists { return Lists{tx} }

const listColumns = `id, edition, key, name, size, tail, version`

func scanList(row scanner) (news.Curated, error) {
	var l news.Curated
	err := row.Scan(&l.ID, &l.Edition, &l.Key, &l.Name, &l.Size, &l.Tail, &l.Version)
	return l, err
}

// Of returns an edition's lists by key.
func (t Lists) Of(ctx context.Context, edition news.ID) ([]news.Curated, error) {
	return expect("lists", scanList).many(ctx, t.tx,
		`SELECT `+listColumns+` FROM lists WHERE edition = $1 ORDER BY key LIMIT $2`, int64(edition), MaxPlacements)
}

// ByID returns one list.
func (t Lists) ByID(ctx context.Context, id news.ID) (news.Curated, error) {
	return expect("list", scanList).one(ctx, t.tx, `SELECT `+listColumns+` FROM lists WHERE id = $1`, int64(id))
}

// ByKey returns an edition's list of a key.
func (t Lists) ByKey(ctx context.Context, edition news.ID, key string) (news.Curated, error) {
	return expect("list", scanList).one(ctx, t.tx, `SELECT `+listColumns+` FROM lists WHERE edition = $1 AND key = $2`, int64(edition), key)
}

// Add enters a new list.
func (t Lists) Add(ctx context.Context, l news.Curated) error {
	return t.tx.insert(ctx, "add list",
		`INSERT INTO lists (`+listColumns+`) VALUES ($1, $2, $3, $4, $5, $6, 1)`,
		int64(l.ID), int64(l.Edition), l.Key, l.Name, l.Size, string(l.Tail))
}

// Change writes a list and its whole order, conditional on its Version.
func (t Lists) Change(ctx context.Context, l news.Curated, order []news.Placement) error {
	err := t.tx.execOne(ctx, "change list",
		`UPDATE lists SET name = $1, size = $2, tail = $3, version = version + 1 WHERE id = $4 AND version = $5`,
		l.Name, l.Size, string(l.Tail), int64(l.ID), l.Version)
	if err != nil {
		return err
	}
	if _, err := t.tx.exec(ctx, "clear placements", `DELETE FROM placements WHERE list = $1`, int64(l.ID)); err != nil {
		return err
	}
	for i, p := range order {
		if err := t.tx.insert(ctx, "place",
			`INSERT INTO placements (list, position, subject, blurb, pinned_until) VALUES ($1, $2, $3, $4, $5)`,
			int64(l.ID), i+1, p.Subject.String(), p.Blurb, int64(p.PinnedUntil)); err != nil {
			return err
		}
	}
	return nil
}

// Placements returns a list's entries in order, ended pins included.
func (t Lists) Placements(ctx context.Context, list news.ID) ([]news.Placement, error) {
	return expect("placements", scanPlacement).many(ctx, t.tx,
		`SELECT subject, blurb, pinned_until FROM placements WHERE list = $1 ORDER BY position`+limit(MaxPlacements), int64(list))
}

func scanPlacement(row scanner) (news.Placement, error) {
	var p news.Placement
	var subject string
	if err := row.Scan(&subject, &p.Blurb, &p.PinnedUntil); err != nil {
		return p, err
	}
	p.Subject, _ = news.ParseSubject(subject)
	return p, nil
}

// Holding returns the lists in which a subject is placed.
func (t Lists) Holding(ctx context.Context, s news.Subject) ([]news.ID, error) {
	return expect("lists holding", scanID).many(ctx, t.tx,
		`SELECT DISTINCT list FROM placements WHERE subject = $1 ORDER BY list LIMIT $2`, s.String(), MaxPlacements)
}

// Drop takes a subject out of every list; the others keep their order.
func (t Lists) Drop(ctx context.Context, s news.Subject) error {
	_, err := t.tx.exec(ctx, "drop from lists", `DELETE FROM placements WHERE subject = $1`, s.String())
	return err
}

// NextEnd is the next moment at which a pin of an edition's lists ends, 0 for
// none.
func (t Lists) NextEnd(ctx context.Context, edition news.ID) (news.Instant, error) {
	n, err := expect("next pin's end", scanInt).one(ctx, t.tx,
		`SELECT COALESCE(MIN(p.pinned_until), 0) FROM placements p JOIN lists l ON l.id = p.list
		WHERE l.edition = $1 AND p.pinned_until > $2`, int64(edition), int64(t.tx.now))
	return news.Instant(n), err
}
