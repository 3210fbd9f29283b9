package desk

import (
	"context"
	"fmt"

	"dateline/internal/news"
	"dateline/internal/store"
)

// Desk performs editorial acts.
type Desk struct {
	store *store.Store
}

// New returns a desk that works on a store.
func New(s *store.Store) *Desk { return &Desk{store: s} }

// Target names the story that an act is for and the version of it that the
// actor had seen; an act on an older version is a Conflict.
type Target struct {
	Story   news.ID
	Version int64
}

// open reads a story for an act: it must be the version that the actor saw,
// the actor must be allowed the act on it, and the state table must know a
// way. The story returned already stands where the act leads.
func open(ctx context.Context, tx *store.Tx, actor news.Actor, act news.Act, t Target) (news.Story, error) {
	s, err := seen(ctx, tx, actor, t.Story)
	if err != nil {
		return s, err
	}
	if !actor.MayOn(act, s) {
		return s, news.Errorf(news.Forbidden, "", "Your role does not allow “%s” on this story. Ask an editor.", act)
	}
	if s.Version != t.Version {
		return s, &news.Error{Kind: news.Conflict, Field: "version", Err: store.ErrStale,
			Message: "Somebody else changed this story in the meantime. Open it again, and bring your change into the newer version."}
	}
	s.Standing, s.Stage, err = s.After(act)
	return s, err
}

// seen reads a story if the actor may know of it: a confidential one exists
// for its team, for who began it and for the program only.
func seen(ctx context.Context, tx *store.Tx, actor news.Actor, id news.ID) (news.Story, error) {
	s, err := tx.Stories().ByID(ctx, id)
	if err != nil || !s.Confidential || actor.Account == 0 || actor.Account == s.CreatedBy {
		return s, err
	}
	member, err := tx.Stories().OnTeam(ctx, id, actor.Account)
	if err == nil && !member {
		err = news.Errorf(news.NotFound, "story", "There is no such story.")
	}
	return s, err
}

// act runs fn as an editorial act whose row names a story, and returns the
// story as it stands afterwards.
func (d *Desk) act(ctx context.Context, actor news.Actor, act news.Act, t Target, fn func(tx *store.Tx, s *news.Story) (touched, error)) (news.Story, error) {
	var after news.Story
	_, err := d.store.Act(ctx, func(tx *store.Tx) (news.LedgerRow, error) {
		s, err := open(ctx, tx, actor, act, t)
		if err != nil {
			return news.LedgerRow{}, err
		}
		marks, err := fn(tx, &s)
		if err != nil {
			return news.LedgerRow{}, err
		}
		if err := tx.Stories().Change(ctx, s); err != nil {
			return news.LedgerRow{}, err
		}
		s.Version++
		after = s
		return marks.row(actor, act, news.Subject{Noun: news.NounStory, ID: s.ID}), nil
	})
	if err != nil {
		return after, fmt.Errorf("%s story: %w", act, err)
	}
	return after, nil
}

// quietly runs an act that readers do not see: a conditional write without a
// ledger row.
func (d *Desk) quietly(ctx context.Context, actor news.Actor, act news.Act, t Target, fn func(tx *store.Tx, s *news.Story) error) (news.Story, error) {
	var after news.Story
	err := d.store.Write(ctx, func(tx *store.Tx) error {
		s, err := open(ctx, tx, actor, act, t)
		if err != nil {
			return err
		}
		if err := fn(tx, &s); err != nil {
			return err
		}
		if err := tx.Stories().Change(ctx, s); err != nil {
			return err
		}
		s.Version++
		after = s
		return nil
	})
	if err != nil {
		return after, fmt.Errorf("%s story: %w", act, err)
	}
	return after, nil
}
