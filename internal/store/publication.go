package store

import (
	"context"

	"dateline/internal/news"
)

// Bounds of what a publication has of each.
const (
	MaxSections = 200
	MaxTags     = 500 // in one answer
)

// Editions is the store of editions.
type Editions struct{ tx *Tx }

// Editions returns the store of editions.
func (tx *Tx) Editions() Editions { return Editions{tx} }

const editionColumns = `id, name, language, direction, calendar, digits, zone, label, title, tagline, about, logo, position, version`

func scanEdition(row scanner) (news.Edition, error) {
	var e news.Edition
	err := row.Scan(&e.ID, &e.Name, &e.Language, &e.Direction, &e.Calendar, &e.Digits, &e.Zone,
		&e.Label, &e.Title, &e.Tagline, &e.About, &e.Logo, &e.Position, &e.Version)
	return e, err
}

// All returns every edition in its order.
func (t Editions) All(ctx context.Context) ([]news.Edition, error) {
	return expect("editions", scanEdition).many(ctx, t.tx,
		`SELECT `+editionColumns+` FROM editions ORDER BY position, id`+limit(MaxEditions))
}

// ByID returns one edition.
func (t Editions) ByID(ctx context.Context, id news.ID) (news.Edition, error) {
	return expect("edition", scanEdition).one(ctx, t.tx, `SELECT `+editionColumns+` FROM editions WHERE id = $1`, int64(id))
}

// ByName returns the edition of a name in addresses.
func (t Editions) ByName(ctx context.Context, name string) (news.Edition, error) {
	return expect("edition", scanEdition).one(ctx, t.tx, `SELECT `+editionColumns+` FROM editions WHERE name = $1`, name)
}

// Add enters a new edition.
func (t Editions) Add(ctx context.Context, e news.Edition) error {
	return t.tx.insert(ctx, "add edition",
		`INSERT INTO editions (`+editionColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1)`,
		int64(e.ID), e.Name, e.Language, string(e.Direction), e.Calendar, e.Digits, e.Zone,
		e.Label, e.Title, e.Tagline, e.About, int64(e.Logo), e.Position)
}

// Change writes an edition, conditional on its Version.
func (t Editions) Change(ctx context.Context, e news.Edition) error {
	return t.tx.execOne(ctx, "change edition",
		`UPDATE editions SET name = $1, language = $2, direction = $3, calendar = $4, digits = $5, zone = $6, label = $7,
			title = $8, tagline = $9, about = $10, logo = $11, position = $12, version = version + 1
		WHERE id = $13 AND version = $14`,
		e.Name, e.Language, string(e.Direction), e.Calendar, e.Digits, e.Zone, e.Label,
		e.Title, e.Tagline, e.About, int64(e.Logo), e.Position, int64(e.ID), e.Version)
}

// Sections is the store of sections.
type Sections struct{ tx *Tx }

// Sections returns the store of sections.
func (tx *Tx) Sections() Sections { return Sections{tx} }

const sectionColumns = `id, edition, group_id, slug, name, about, position, version`

func scanSection(row scanner) (news.Section, error) {
	var s news.Section
	err := row.Scan(&s.ID, &s.Edition, &s.Group, &s.Slug, &s.Name, &s.About, &s.Position, &s.Version)
	return s, err
}

// Of returns an edition's sections in their order.
func (t Sections) Of(ctx context.Context, edition news.ID) ([]news.Section, error) {
	return expect("sections", scanSection).many(ctx, t.tx,
		`SELECT `+sectionColumns+` FROM sections WHERE edition = $1 ORDER BY position, id`+limit(MaxSections), int64(edition))
}

// ByID returns one section.
func (t Sections) ByID(ctx context.Context, id news.ID) (news.Section, error) {
	return expect("section", scanSection).one(ctx, t.tx, `SELECT `+sectionColumns+` FROM sections WHERE id = $1`, int64(id))
}

// BySlug returns an edition's section by its word in addresses.
func (t Sections) BySlug(ctx context.Context, edition news.ID, slug string) (news.Section, error) {
	return expect("section", scanSection).one(ctx, t.tx,
		`SELECT `+sectionColumns+` FROM sections WHERE edition = $1 AND slug = $2`, int64(edition), slug)
}

// Group returns the same section of all editions.
func (t Sections) Group(ctx context.Context, group news.ID) ([]news.Section, error) {
	return expect("section group", scanSection).many(ctx, t.tx,
		`SELECT `+sectionColumns+` FROM sections WHERE group_id = $1 ORDER BY id`+limit(MaxEditions), int64(group))
}

// Add enters a new section.
func (t Sections) Add(ctx context.Context, s news.Section) error {
	return t.tx.insert(ctx, "add section",
		`INSERT INTO sections (`+sectionColumns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, 1)`,
		int64(s.ID), int64(s.Edition), int64(s.Group), s.Slug, s.Name, s.About, s.Position)
}

// Change writes a section, conditional on its Version.
func (t Sections) Change(ctx context.Context, s news.Section) error {
	return t.tx.execOne(ctx, "change section",
		`UPDATE sections SET group_id = $1, slug = $2, name = $3, about = $4, position = $5, version = version + 1
		WHERE id = $6 AND version = $7`,
		int64(s.Group), s.Slug, s.Name, s.About, s.Position, int64(s.ID), s.Version)
}

// Settings is the store of named settings of the publication.
type Settings struct{ tx *Tx }

// Settings returns the store of settings.
func (tx *Tx) Settings() Settings { return Settings{tx} }

// setting is a setting's value and its version.
type setting struct {
	value   string
	version int64
}

func scanSetting(row scanner) (setting, error) {
	var s setting
	err := row.Scan(&s.value, &s.version)
	return s, err
}

// Value returns a setting as JSON and its version; "" and 0 where unset.
func (t Settings) Value(ctx context.Context, name string) (value string, version int64, err error) {
	s, err := expect("setting", scanSetting).one(ctx, t.tx, `SELECT value, version FROM settings WHERE name = $1`, name)
	if news.KindOf(err) == news.NotFound {
		return "", 0, nil
	}
	return s.value, s.version, err
}

// Keep writes a setting, conditional on the version it was read with; 0 says
// that it was unset.
func (t Settings) Keep(ctx context.Context, name, value string, version int64) error {
	if version == 0 {
		return t.tx.execOne(ctx, "keep setting",
			`INSERT INTO settings (name, value, version) VALUES ($1, $2, 1) ON CONFLICT (name) DO NOTHING`, name, value)
	}
	return t.tx.execOne(ctx, "keep setting",
		`UPDATE settings SET value = $1, version = version + 1 WHERE name = $2 AND version = $3`, value, name, version)
}
