package store

import (
	"context"

	"dateline/internal/locale"
	"dateline/internal/news"
)

// People is the store of persons whose names stand with stories.
type People struct{ tx *Tx }

// People returns the store of persons.
func (tx *Tx) People() People { return People{tx} }

// Add enters a person with names.
func (t People) Add(ctx context.Context, p news.Person) error {
	if err := t.tx.insert(ctx, "add person",
		`INSERT INTO people (id, slug, account, version) VALUES ($1, $2, $3, 1)`, int64(p.ID), p.Slug, int64(p.Account)); err != nil {
		return err
	}
	return t.names(ctx, p)
}

// Change writes a person, conditional on its Version.
func (t People) Change(ctx context.Context, p news.Person) error {
	if err := t.tx.execOne(ctx, "change person",
		`UPDATE people SET slug = $1, account = $2, version = version + 1 WHERE id = $3 AND version = $4`,
		p.Slug, int64(p.Account), int64(p.ID), p.Version); err != nil {
		return err
	}
	return t.names(ctx, p)
}

func (t People) names(ctx context.Context, p news.Person) error {
	if _, err := t.tx.exec(ctx, "clear names", `DELETE FROM person_names WHERE person = $1`, int64(p.ID)); err != nil {
		return err
	}
	for language, n := range p.Names {
		if err := t.tx.insert(ctx, "person name",
			`INSERT INTO person_names (person, language, name, name_key, bio) VALUES ($1, $2, $3, $4, $5)`,
			int64(p.ID), language, n.Name, locale.Key(n.Name), n.Bio); err != nil {
			return err
		}
	}
	return nil
}

// personRow is one person in one language.
type personRow struct {
	person   news.Person
	language *string
	name     *string
	bio      *string
}

func scanPersonRow(row scanner) (personRow, error) {
	var r personRow
	err := row.Scan(&r.person.ID, &r.person.Slug, &r.person.Account, &r.person.Version, &r.language, &r.name, &r.bio)
	return r, err
}

// gather folds rows of one person each language into persons, in the rows'
// order.
func gather(rows []personRow) []news.Person {
	var all []news.Person
	place := map[news.ID]int{}
	for _, r := range rows {
		i, known := place[r.person.ID]
		if !known {
			i = len(all)
			place[r.person.ID] = i
			r.person.Names = map[string]news.PersonName{}
			all = append(all, r.person)
		}
		if r.language != nil {
			all[i].Names[*r.language] = news.PersonName{Name: *r.name, Bio: *r.bio}
		}
	}
	return all
}

const personSelect = `SELECT p.id, p.slug, p.account, p.version, n.language, n.name, n.bio
	FROM people p LEFT JOIN person_names n ON n.person = p.id `

// Some returns those of the given persons that exist.
func (t People) Some(ctx context.Context, ids []news.ID) (map[news.ID]news.Person, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	in := padded(ids[:min(len(ids), MaxListed)])
	rows, err := expect("people", scanPersonRow).many(ctx, t.tx,
		personSelect+`WHERE p.id IN (`+marks(1, len(in))+`) ORDER BY p.id, n.language`, idArgs(nil, in)...)
	all := make(map[news.ID]news.Person, len(ids))
	for _, p := range gather(rows) {
		all[p.ID] = p
	}
	return all, err
}

// BySlug returns the person of a word in addresses.
func (t People) BySlug(ctx context.Context, slug string) (news.Person, error) {
	rows, err := expect("person", scanPersonRow).many(ctx, t.tx, personSelect+`WHERE p.slug = $1 ORDER BY n.language`, slug)
	if err == nil && len(rows) == 0 {
		err = news.Errorf(news.NotFound, "person", "There is nobody of this name here.")
	}
	if err != nil {
		return news.Person{}, err
	}
	return gather(rows)[0], nil
}

// All returns the persons by slug, up to MaxListed names.
func (t People) All(ctx context.Context) ([]news.Person, error) {
	rows, err := expect("people", scanPersonRow).many(ctx, t.tx, personSelect+`ORDER BY p.slug, p.id, n.language LIMIT $1`, MaxListed)
	return gather(rows), err
}
