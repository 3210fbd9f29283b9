package desk

import (
	"context"
	"fmt"
	"reflect"

	"dateline/internal/news"
	"dateline/internal/prose"
	"dateline/internal/store"
)

// Start is what a new story begins with.
type Start struct {
	Edition      news.ID
	Content      news.Content
	Confidential bool
	// Group makes it a translation of the stories of a group; 0 begins one.
	Group news.ID
	// Embargo keeps the story from readers until then, even when published.
	Embargo news.Instant
}

// Draft begins a story. Readers see nothing of it.
func (d *Desk) Draft(ctx context.Context, actor news.Actor, o Start) (news.Story, error) {
	if !actor.Role.May(news.ActDraft) {
		return news.Story{}, news.Errorf(news.Forbidden, "", "Your role does not allow you to begin stories.")
	}
	c, err := settle(o.Content, prose.ParseEdited)
	if err != nil {
		return news.Story{}, err
	}
	s := newStory(d.store.NewID, actor, o)
	err = d.store.Write(ctx, func(tx *store.Tx) error {
		if _, err := tx.Editions().ByID(ctx, o.Edition); err != nil {
			return fmt.Errorf("edition of story: %w", err)
		}
		return begin(ctx, tx, s, c)
	})
	if err != nil {
		return news.Story{}, fmt.Errorf("draft story: %w", err)
	}
	return s, nil
}

func newStory(newID func() news.ID, actor news.Actor, o Start) news.Story {
	s := news.Story{
		ID: newID(), Edition: o.Edition, Group: o.Group, Working: newID(), Version: 1,
		Standing: news.Unpublished, Stage: news.Drafting, Confidential: o.Confidential, Embargo: o.Embargo,
		CreatedBy: actor.Account,
	}
	if s.Group == 0 {
		s.Group = newID()
	}
	return s
}

// begin writes a new story and its first revision.
func begin(ctx context.Context, tx *store.Tx, s news.Story, c news.Content) error {
	if err := tx.Stories().Add(ctx, s, c.Headline); err != nil {
		return err
	}
	return tx.Revisions().Add(ctx, news.Revision{ID: s.Working, Story: s.ID, Number: 1, Actor: s.CreatedBy, Content: c})
}

// Save keeps a new revision of a story. Saving what is there already changes
// nothing. Readers of a published story go on seeing its public revision.
func (d *Desk) Save(ctx context.Context, actor news.Actor, t Target, content news.Content) (news.Story, error) {
	c, err := settle(content, prose.ParseEdited)
	if err != nil {
		return news.Story{}, err
	}
	var same bool
	s, err := d.quietly(ctx, actor, news.ActSave, t, func(tx *store.Tx, s *news.Story) error {
		old, err := tx.Revisions().ByID(ctx, s.Working)
		if err != nil {
			return err
		}
		if same = reflect.DeepEqual(old.Content, c); same {
			return errSame
		}
		return revise(ctx, tx, actor, s, c)
	})
	if same {
		return d.Story(ctx, actor, t.Story)
	}
	return s, err
}

// errSame rolls back a save that would change nothing.
var errSame = news.Errorf(news.Conflict, "", "nothing to save")

// revise makes content the story's working revision.
func revise(ctx context.Context, tx *store.Tx, actor news.Actor, s *news.Story, c news.Content) error {
	last, err := tx.Revisions().Last(ctx, s.ID)
	if err != nil {
		return err
	}
	s.Working, s.ScheduledAt = tx.NewID(), 0
	r := news.Revision{ID: s.Working, Story: s.ID, Number: last + 1, Actor: actor.Account, Content: c}
	if err := tx.Revisions().Add(ctx, r); err != nil {
		return err
	}
	return tx.Stories().Headline(ctx, s.ID, c.Headline)
}

// Story returns a story that the actor may know of.
func (d *Desk) Story(ctx context.Context, actor news.Actor, id news.ID) (s news.Story, err error) {
	err = d.store.Read(ctx, func(tx *store.Tx) error {
		s, err = seen(ctx, tx, actor, id)
		return err
	})
	return s, err
}

// Working returns a story that the actor may know of with its working
// revision.
func (d *Desk) Working(ctx context.Context, actor news.Actor, id news.ID) (p news.Piece, err error) {
	err = d.store.Read(ctx, func(tx *store.Tx) error {
		if p.Story, err = seen(ctx, tx, actor, id); err != nil {
			return err
		}
		p.Revision, err = tx.Revisions().ByID(ctx, p.Working)
		return err
	})
	return p, err
}
