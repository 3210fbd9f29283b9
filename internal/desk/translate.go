package desk

import (
	"context"
	"fmt"

	"dateline/internal/news"
	"dateline/internal/store"
)

// Translate begins a story's translation into another edition: a draft that
// holds the source's public revision (its working one while it has none), in
// the other edition's section. It remembers which revision was translated, so
// that a later change of the source is seen.
func (d *Desk) Translate(ctx context.Context, actor news.Actor, source, edition news.ID) (news.Story, error) {
	var made news.Story
	err := d.store.Write(ctx, func(tx *store.Tx) error {
		s, err := seen(ctx, tx, actor, source)
		if err != nil {
			return err
		}
		if !actor.Role.May(news.ActTranslate) {
			return news.Errorf(news.Forbidden, "", "Your role does not allow you to begin translations.")
		}
		if err := untranslated(ctx, tx, s, edition); err != nil {
			return err
		}
		c, from, err := translatable(ctx, tx, s, edition)
		if err != nil {
			return err
		}
		made = newStory(tx.NewID, actor, Start{Edition: edition, Group: s.Group, Confidential: s.Confidential})
		made.Source, made.SourceRevision = s.ID, from
		return begin(ctx, tx, made, c)
	})
	if err != nil {
		return news.Story{}, fmt.Errorf("translate story: %w", err)
	}
	return made, nil
}

// untranslated checks that the edition exists and has no story of the group.
func untranslated(ctx context.Context, tx *store.Tx, s news.Story, edition news.ID) error {
	e, err := tx.Editions().ByID(ctx, edition)
	if err != nil {
		return err
	}
	group, err := tx.Stories().Group(ctx, s.Group)
	if err != nil {
		return err
	}
	for _, other := range group {
		if other.Edition == edition && other.Standing != news.Withdrawn {
			return news.Errorf(news.Conflict, "edition", "The story already stands in the edition “%s”. Open it there.", e.Label)
		}
	}
	return nil
}

// told is the revision of a story that a translation follows: the public one,
// the working one while there is none.
func told(s news.Story) news.ID {
	if s.Public != 0 {
		return s.Public
	}
	return s.Working
}

// translatable returns the source's content as the translator finds it:
// section and tags are those of the other edition where they exist.
func translatable(ctx context.Context, tx *store.Tx, s news.Story, edition news.ID) (news.Content, news.ID, error) {
	from := told(s)
	r, err := tx.Revisions().ByID(ctx, from)
	if err != nil {
		return news.Content{}, 0, err
	}
	c := r.Content
	c.Slug = ""
	if c.Section, err = sectionIn(ctx, tx, c.Section, edition); err != nil {
		return c, 0, err
	}
	c.Tags, err = tagsIn(ctx, tx, c.Tags, edition)
	return c, from, err
}

func sectionIn(ctx context.Context, tx *store.Tx, section, edition news.ID) (news.ID, error) {
	if section == 0 {
		return 0, nil
	}
	sec, err := tx.Sections().ByID(ctx, section)
	if err != nil {
		return 0, err
	}
	group, err := tx.Sections().Group(ctx, sec.Group)
	for _, other := range group {
		if other.Edition == edition {
			return other.ID, nil
		}
	}
	return 0, err
}

func tagsIn(ctx context.Context, tx *store.Tx, tags []news.ID, edition news.ID) ([]news.ID, error) {
	found, err := tx.Tags().Some(ctx, tags)
	if err != nil {
		return nil, err
	}
	var there []news.ID
	for _, t := range found {
		group, err := tx.Tags().Group(ctx, t.Group)
		if err != nil {
			return nil, err
		}
		for _, other := range group {
			if other.Edition == edition {
				there = append(there, other.ID)
			}
		}
	}
	return there, nil
}

// SourceChanged says whether the story that s translates has gone on since.
func (d *Desk) SourceChanged(ctx context.Context, s news.Story) (changed bool, err error) {
	if s.Source == 0 {
		return false, nil
	}
	err = d.store.Read(ctx, func(tx *store.Tx) error {
		source, err := tx.Stories().ByID(ctx, s.Source)
		changed = err == nil && source.Public != 0 && source.Public != s.SourceRevision
		return err
	})
	return changed, err
}

// CatchUp says that a translation now holds all that its source says.
func (d *Desk) CatchUp(ctx context.Context, actor news.Actor, t Target) (news.Story, error) {
	var after news.Story
	err := d.store.Write(ctx, func(tx *store.Tx) error {
		s, err := seen(ctx, tx, actor, t.Story)
		if err != nil {
			return err
		}
		if !actor.MayOn(news.ActSave, s) {
			return news.Errorf(news.Forbidden, "", "Your role does not allow you to change this story.")
		}
		source, err := tx.Stories().ByID(ctx, s.Source)
		if err != nil {
			return fmt.Errorf("source of translation: %w", err)
		}
		s.SourceRevision, s.Version = told(source), t.Version
		after = s
		return tx.Stories().Change(ctx, s)
	})
	after.Version++
	return after, err
}

// Siblings returns the story in all editions in which the actor may know of
// it, itself included.
func (d *Desk) Siblings(ctx context.Context, actor news.Actor, id news.ID) (all []news.Story, err error) {
	err = d.store.Read(ctx, func(tx *store.Tx) error {
		s, err := seen(ctx, tx, actor, id)
		if err != nil {
			return err
		}
		group, err := tx.Stories().Group(ctx, s.Group)
		for _, other := range group {
			if _, err := seen(ctx, tx, actor, other.ID); err == nil {
				all = append(all, other)
			}
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("siblings: %w", err)
	}
	return all, nil
}
