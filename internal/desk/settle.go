package desk

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"time"

	"dateline/internal/locale"
	"dateline/internal/news"
	"dateline/internal/store"
)

// This file holds the acts that settle what stories stand in: editions,
// sections, tags, people and lists. Each adds when the ID is 0 and changes
// otherwise, and returns the thing as it stands afterwards.

// settling runs an act of settling; fn returns the pages it touches.
func (d *Desk) settling(ctx context.Context, actor news.Actor, subject func() news.Subject, fn func(tx *store.Tx) ([]string, error)) error {
	_, err := d.store.Act(ctx, func(tx *store.Tx) (news.LedgerRow, error) {
		if !actor.Role.May(news.ActSettle) {
			return news.LedgerRow{}, news.Errorf(news.Forbidden, "", "Your role does not allow you to change how the publication is set up.")
		}
		tags, err := fn(tx)
		if err != nil {
			return news.LedgerRow{}, err
		}
		return touched{tags: tags}.row(actor, news.ActSettle, subject()), nil
	})
	if err != nil {
		return fmt.Errorf("settle: %w", err)
	}
	return nil
}

// editionName is what an edition is called in addresses.
var editionName = regexp.MustCompile(`^[a-z][a-z0-9-]{1,19}$`)

// reserved are first parts of addresses that no edition may take.
var reserved = []string{"newsroom", "healthz", "metrics", "robots", "favicon"}

// SettleEdition adds or changes an edition.
func (d *Desk) SettleEdition(ctx context.Context, actor news.Actor, e news.Edition) (news.Edition, error) {
	if err := checkEdition(&e); err != nil {
		return e, err
	}
	fresh := e.ID == 0
	if fresh {
		e.ID = d.store.NewID()
	}
	err := d.settling(ctx, actor, func() news.Subject { return news.Subject{Noun: news.NounEdition, ID: e.ID} }, func(tx *store.Tx) ([]string, error) {
		all, err := tx.Editions().All(ctx)
		if err != nil {
			return nil, err
		}
		tags := []string{news.TagShell(e.ID)}
		for _, other := range all { // every page names every edition
			tags = append(tags, news.TagShell(other.ID))
		}
		if !fresh {
			return tags, tx.Editions().Change(ctx, e)
		}
		if len(all) >= store.MaxEditions {
			return nil, news.Errorf(news.TooLarge, "edition", "A publication has at most %d editions.", store.MaxEditions)
		}
		return tags, tx.Editions().Add(ctx, e)
	})
	e.Version++
	return e, err
}

func checkEdition(e *news.Edition) error {
	if !editionName.MatchString(e.Name) || slices.Contains(reserved, e.Name) {
		return news.Errorf(news.Invalid, "name", "An edition's name stands in addresses: 2 to 20 small letters, digits or hyphens, and not %q.", e.Name)
	}
	if err := checkLines(line{"label", e.Label, MaxName}, line{"title", e.Title, MaxName}, line{"tagline", e.Tagline, MaxHeadline}, line{"about", e.About, MaxStandfirst}); err != nil {
		return err
	}
	zone, err := time.LoadLocation(e.Zone)
	if err != nil || e.Zone == "Local" {
		return news.Errorf(news.Invalid, "zone", "There is no time zone called %q. Write it like Europe/Vienna.", e.Zone)
	}
	l, err := locale.New(e.Language, locale.Options{Calendar: locale.Calendar(e.Calendar), Digits: locale.DigitRow(e.Digits), Zone: zone})
	if err != nil {
		return fmt.Errorf("language of edition: %w", err)
	}
	e.Direction = news.Direction(l.Dir())
	e.Calendar, e.Digits = string(l.Calendar()), string(l.DigitRow())
	return nil
}

// SettleSection adds or changes a section. Its former address leads to the
// new one.
func (d *Desk) SettleSection(ctx context.Context, actor news.Actor, s news.Section) (news.Section, error) {
	if err := checkSection(&s); err != nil {
		return s, err
	}
	fresh := s.ID == 0
	if fresh {
		s.ID = d.store.NewID()
	}
	if s.Group == 0 {
		s.Group = d.store.NewID()
	}
	err := d.settling(ctx, actor, func() news.Subject { return news.Subject{Noun: news.NounSection, ID: s.ID} }, func(tx *store.Tx) ([]string, error) {
		tags := []string{news.TagShell(s.Edition), news.TagOf(news.NounSection, s.ID)}
		if fresh {
			all, err := tx.Sections().Of(ctx, s.Edition)
			if err == nil && len(all) >= store.MaxSections {
				err = news.Errorf(news.TooLarge, "section", "An edition has at most %d sections.", store.MaxSections)
			}
			if err != nil {
				return nil, err
			}
			return tags, tx.Sections().Add(ctx, s)
		}
		old, err := tx.Sections().ByID(ctx, s.ID)
		if err != nil {
			return nil, err
		}
		s.Edition = old.Edition
		if err := moved(ctx, tx, old.Edition, move{old.Slug, s.Slug, news.Subject{Noun: news.NounSection, ID: s.ID}}); err != nil {
			return nil, err
		}
		return tags, tx.Sections().Change(ctx, s)
	})
	s.Version++
	return s, err
}

func checkSection(s *news.Section) error {
	if err := checkLines(line{"name", s.Name, MaxName}, line{"about", s.About, MaxStandfirst}); err != nil {
		return err
	}
	if s.Slug = locale.Slug(or(s.Slug, s.Name)); s.Slug == "" || slices.Contains(reservedWords, s.Slug) {
		return news.Errorf(news.Invalid, "slug", "The section needs a word of its own in addresses; %q is taken by Dateline itself.", s.Slug)
	}
	return nil
}

// reservedWords are second parts of addresses that are not sections.
var reservedWords = []string{"tag", "by", "archive", "corrections", "record", "search", "focus", "map", "timeline", "gallery", "film", "viewed", "feed", "page"}

// move is a change of a thing's address below an edition.
type move struct {
	from, to string
	of       news.Subject
}

// moved keeps the former address of what has moved.
func moved(ctx context.Context, tx *store.Tx, edition news.ID, m move) error {
	if m.from == m.to {
		return nil
	}
	e, err := tx.Editions().ByID(ctx, edition)
	if err != nil {
		return err
	}
	return tx.Redirects().Keep(ctx, "/"+e.Name+"/"+m.from+"/", m.of.String())
}

// SettleTag adds or changes a tag. Its former address leads to the new one.
func (d *Desk) SettleTag(ctx context.Context, actor news.Actor, t news.Tag) (news.Tag, error) {
	if err := checkTag(&t); err != nil {
		return t, err
	}
	fresh := t.ID == 0
	if fresh {
		t.ID = d.store.NewID()
	}
	if t.Group == 0 {
		t.Group = d.store.NewID()
	}
	err := d.settling(ctx, actor, func() news.Subject { return news.Subject{Noun: news.NounTag, ID: t.ID} }, func(tx *store.Tx) ([]string, error) {
		if fresh {
			return nil, tx.Tags().Add(ctx, t)
		}
		old, err := tx.Tags().ByID(ctx, t.ID)
		if err != nil {
			return nil, err
		}
		t.Edition = old.Edition
		if err := moved(ctx, tx, old.Edition, move{"tag/" + old.Slug, "tag/" + t.Slug, news.Subject{Noun: news.NounTag, ID: t.ID}}); err != nil {
			return nil, err
		}
		return []string{news.TagOf(news.NounTag, t.ID)}, tx.Tags().Change(ctx, t)
	})
	t.Version++
	return t, err
}

func checkTag(t *news.Tag) error {
	if err := checkLines(line{"name", t.Name, MaxName}); err != nil {
		return err
	}
	if t.Slug = locale.Slug(or(t.Slug, t.Name)); t.Slug == "" {
		return news.Errorf(news.Invalid, "name", "A tag needs a name with at least one letter or digit.")
	}
	return nil
}

// SettlePerson adds or changes a person. The former address leads to the new
// one, in every edition.
func (d *Desk) SettlePerson(ctx context.Context, actor news.Actor, p news.Person) (news.Person, error) {
	if err := checkPerson(&p); err != nil {
		return p, err
	}
	fresh := p.ID == 0
	if fresh {
		p.ID = d.store.NewID()
	}
	err := d.settling(ctx, actor, func() news.Subject { return news.Subject{Noun: news.NounPerson, ID: p.ID} }, func(tx *store.Tx) ([]string, error) {
		if fresh {
			return nil, tx.People().Add(ctx, p)
		}
		if err := personMoved(ctx, tx, p); err != nil {
			return nil, err
		}
		return []string{news.TagOf(news.NounPerson, p.ID)}, tx.People().Change(ctx, p)
	})
	p.Version++
	return p, err
}

// personMoved keeps a person's former address in every edition.
func personMoved(ctx context.Context, tx *store.Tx, p news.Person) error {
	some, err := tx.People().Some(ctx, []news.ID{p.ID})
	if err != nil {
		return err
	}
	old, known := some[p.ID]
	if !known {
		return news.Errorf(news.NotFound, "person", "There is no such person.")
	}
	editions, err := tx.Editions().All(ctx)
	if err != nil {
		return err
	}
	for _, e := range editions {
		if err := moved(ctx, tx, e.ID, move{"by/" + old.Slug, "by/" + p.Slug, news.Subject{Noun: news.NounPerson, ID: p.ID}}); err != nil {
			return err
		}
	}
	return nil
}

func checkPerson(p *news.Person) error {
	for language, n := range p.Names {
		if err := checkLines(line{"name." + language, n.Name, MaxName}, line{"bio." + language, n.Bio, MaxStandfirst}); err != nil {
			return err
		}
	}
	if p.Slug = locale.Slug(or(p.Slug, p.In("en").Name)); p.Slug == "" {
		return news.Errorf(news.Invalid, "name", "A person needs a name with at least one letter.")
	}
	return nil
}

// SettleList adds a curated list to an edition.
func (d *Desk) SettleList(ctx context.Context, actor news.Actor, l news.Curated) (news.Curated, error) {
	if err := checkLines(line{"name", l.Name, MaxName}, line{"key", l.Key, MaxName}); err != nil {
		return l, err
	}
	if l.Size < 1 || l.Size > store.MaxPlacements {
		return l, news.Errorf(news.Invalid, "size", "A list shows 1 to %d entries.", store.MaxPlacements)
	}
	l.ID = d.store.NewID()
	err := d.settling(ctx, actor, func() news.Subject { return news.Subject{Noun: news.NounList, ID: l.ID} }, func(tx *store.Tx) ([]string, error) {
		all, err := tx.Lists().Of(ctx, l.Edition)
		if err == nil && len(all) >= store.MaxPlacements {
			err = news.Errorf(news.TooLarge, "list", "An edition has at most %d lists.", store.MaxPlacements)
		}
		if err != nil {
			return nil, err
		}
		return []string{news.TagShell(l.Edition)}, tx.Lists().Add(ctx, l)
	})
	l.Version++
	return l, err
}

func or(first, second string) string {
	if first != "" {
		return first
	}
	return second
}
