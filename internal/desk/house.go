package desk

import (
	"context"
	"fmt"
	"strings"

	"dateline/internal/news"
	"dateline/internal/store"
)

// This file holds the desk's questions about what stories stand in: what the
// screens offer to choose from.

// Editions returns every edition in its order.
func (d *Desk) Editions(ctx context.Context) (all []news.Edition, err error) {
	err = d.store.Read(ctx, func(tx *store.Tx) error {
		all, err = tx.Editions().All(ctx)
		return err
	})
	return all, err
}

// Choices are what a story of an edition can name.
type Choices struct {
	Edition  news.Edition
	Editions []news.Edition
	Sections []news.Section
	People   []news.Person
	Tags     []news.Tag // those asked for
}

// Choices returns what a story of an edition can name, and the given tags.
func (d *Desk) Choices(ctx context.Context, edition news.ID, tags []news.ID) (c Choices, err error) {
	err = d.store.Read(ctx, func(tx *store.Tx) error {
		if c.Edition, err = tx.Editions().ByID(ctx, edition); err != nil {
			return err
		}
		if c.Editions, err = tx.Editions().All(ctx); err != nil {
			return err
		}
		if c.Sections, err = tx.Sections().Of(ctx, edition); err != nil {
			return err
		}
		if c.People, err = tx.People().All(ctx); err != nil {
			return err
		}
		c.Tags, err = tx.Tags().Some(ctx, tags)
		return err
	})
	if err != nil {
		return c, fmt.Errorf("choices: %w", err)
	}
	return c, nil
}

// Sections returns an edition's sections in their order.
func (d *Desk) Sections(ctx context.Context, edition news.ID) (all []news.Section, err error) {
	err = d.store.Read(ctx, func(tx *store.Tx) error {
		all, err = tx.Sections().Of(ctx, edition)
		return err
	})
	return all, err
}

// People returns everybody whose name can stand over a story.
func (d *Desk) People(ctx context.Context) (all []news.Person, err error) {
	err = d.store.Read(ctx, func(tx *store.Tx) error {
		all, err = tx.People().All(ctx)
		return err
	})
	return all, err
}

// Tags returns up to n tags of an edition by name, from a name on.
func (d *Desk) Tags(ctx context.Context, edition news.ID, from string, n int) (all []news.Tag, err error) {
	err = d.store.Read(ctx, func(tx *store.Tx) error {
		all, err = tx.Tags().Of(ctx, edition, from, n)
		return err
	})
	return all, err
}

// TagNamed finds an edition's tag by its name, however its letters are
// written. The error is NotFound where there is none.
func (d *Desk) TagNamed(ctx context.Context, edition news.ID, name string) (t news.Tag, err error) {
	err = d.store.Read(ctx, func(tx *store.Tx) error {
		t, err = tx.Tags().ByName(ctx, edition, strings.TrimSpace(name))
		return err
	})
	return t, err
}

// Ordered is a curated list with what stands in it by hand.
type Ordered struct {
	news.Curated
	Entries   []news.Placement
	Headlines map[news.ID]string // of the stories among them
}

// Lists returns an edition's curated lists with their entries.
func (d *Desk) Lists(ctx context.Context, actor news.Actor, edition news.ID) (all []Ordered, err error) {
	err = d.store.Read(ctx, func(tx *store.Tx) error {
		lists, err := tx.Lists().Of(ctx, edition)
		if err != nil {
			return err
		}
		for _, l := range lists {
			entries, err := tx.Lists().Placements(ctx, l.ID)
			if err != nil {
				return err
			}
			all = append(all, Ordered{Curated: l, Entries: entries})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("lists: %w", err)
	}
	for i := range all {
		var stories []news.ID
		for _, p := range all[i].Entries {
			if p.Subject.Noun == news.NounStory {
				stories = append(stories, p.Subject.ID)
			}
		}
		if all[i].Headlines, err = d.Headlines(ctx, actor, stories); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// Section returns one section.
func (d *Desk) Section(ctx context.Context, id news.ID) (s news.Section, err error) {
	err = d.store.Read(ctx, func(tx *store.Tx) error {
		s, err = tx.Sections().ByID(ctx, id)
		return err
	})
	return s, err
}

// Tag returns one tag.
func (d *Desk) Tag(ctx context.Context, id news.ID) (t news.Tag, err error) {
	err = d.store.Read(ctx, func(tx *store.Tx) error {
		t, err = tx.Tags().ByID(ctx, id)
		return err
	})
	return t, err
}

// Person returns one person.
func (d *Desk) Person(ctx context.Context, id news.ID) (p news.Person, err error) {
	err = d.store.Read(ctx, func(tx *store.Tx) error {
		found, err := tx.People().Some(ctx, []news.ID{id})
		if err != nil {
			return err
		}
		var ok bool
		if p, ok = found[id]; !ok {
			return news.Errorf(news.NotFound, "person", "There is nobody of this name here.")
		}
		return nil
	})
	return p, err
}
