package store

import (
	"context"

	"dateline/internal/locale"
	"dateline/internal/news"
)

// Tags is the store of tags.
type Tags struct{ tx *Tx }

// Tags returns the store of tags.
func (tx *Tx) Tags() Tags { return Tags{tx} }

const tagColumns = `id, edition, group_id, slug, name, topic, version`

func scanTag(row scanner) (news.Tag, error) {
	var t news.Tag
	err := row.Scan(&t.ID, &t.Edition, &t.Group, &t.Slug, &t.Name, &t.Topic, &t.Version)
	return t, err
}

// Add enters a tag.
func (t Tags) Add(ctx context.Context, tag news.Tag) error {
	return t.tx.insert(ctx, "add tag",
		`INSERT INTO tags (id, edition, group_id, slug, name, name_key, topic, version) VALUES ($1, $2, $3, $4, $5, $6, $7, 1)`,
		int64(tag.ID), int64(tag.Edition), int64(tag.Group), tag.Slug, tag.Name, locale.Key(tag.Name), int64(tag.Topic))
}

// Change writes a tag, conditional on its Version.
func (t Tags) Change(ctx context.Context, tag news.Tag) error {
	return t.tx.execOne(ctx, "change tag",
		`UPDATE tags SET group_id = $1, slug = $2, name = $3, name_key = $4, topic = $5, version = version + 1 WHERE id = $6 AND version = $7`,
		int64(tag.Group), tag.Slug, tag.Name, locale.Key(tag.Name), int64(tag.Topic), int64(tag.ID), tag.Version)
}

// ByID returns one tag.
func (t Tags) ByID(ctx context.Context, id news.ID) (news.Tag, error) {
	return expect("tag", scanTag).one(ctx, t.tx, `SELECT `+tagColumns+` FROM tags WHERE id = $1`, int64(id))
}

// BySlug returns an edition's tag by its word in addresses.
func (t Tags) BySlug(ctx context.Context, edition news.ID, slug string) (news.Tag, error) {
	return expect("tag", scanTag).one(ctx, t.tx, `SELECT `+tagColumns+` FROM tags WHERE edition = $1 AND slug = $2`, int64(edition), slug)
}

// ByName returns the first of an edition's tags that is called so, however
// its letters are written.
func (t Tags) ByName(ctx context.Context, edition news.ID, name string) (news.Tag, error) {
	return expect("tag", scanTag).one(ctx, t.tx,
		`SELECT `+tagColumns+` FROM tags WHERE edition = $1 AND name_key = $2 ORDER BY id LIMIT 1`, int64(edition), locale.Key(name))
}

// Some returns those of the given tags that exist, in the order given.
func (t Tags) Some(ctx context.Context, ids []news.ID) ([]news.Tag, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	ids = ids[:min(len(ids), MaxTags)]
	in := padded(ids)
	found, err := expect("tags", scanTag).many(ctx, t.tx,
		`SELECT `+tagColumns+` FROM tags WHERE id IN (`+marks(1, len(in))+`)`, idArgs(nil, in)...)
	byID := make(map[news.ID]news.Tag, len(found))
	for _, f := range found {
		byID[f.ID] = f
	}
	ordered := make([]news.Tag, 0, len(found))
	for _, id := range ids {
		if f, ok := byID[id]; ok {
			ordered = append(ordered, f)
		}
	}
	return ordered, err
}

// Of returns an edition's tags in the order of their folded names, from a name
// on.
func (t Tags) Of(ctx context.Context, edition news.ID, fromName string, n int) ([]news.Tag, error) {
	return expect("tags of edition", scanTag).many(ctx, t.tx,
		`SELECT `+tagColumns+` FROM tags WHERE edition = $1 AND name_key >= $2 ORDER BY name_key, id LIMIT $3`,
		int64(edition), locale.Key(fromName), min(n, MaxTags))
}

// Group returns the same tag in all editions.
func (t Tags) Group(ctx context.Context, group news.ID) ([]news.Tag, error) {
	return expect("tag group", scanTag).many(ctx, t.tx,
		`SELECT `+tagColumns+` FROM tags WHERE group_id = $1 ORDER BY id LIMIT $2`, int64(group), MaxEditions)
}
