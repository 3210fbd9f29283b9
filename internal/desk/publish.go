package desk

import (
	"context"
	"errors"
	"fmt"

	"dateline/internal/news"
	"dateline/internal/store"
)

// Publish puts a story's working revision before readers: at once, or when
// its embargo ends.
func (d *Desk) Publish(ctx context.Context, actor news.Actor, t Target) (news.Story, error) {
	return d.act(ctx, actor, news.ActPublish, t, func(tx *store.Tx, s *news.Story) (touched, error) {
		s.VisibleAt = max(tx.Now(), s.Embargo)
		s.PublishedAt, s.ScheduledAt = s.VisibleAt, 0
		return reveal(ctx, tx, s, news.ActPublish)
	})
}

// reveal makes the working revision the public one: it is checked, sealed in
// the record, and tied to everything that lists it.
func reveal(ctx context.Context, tx *store.Tx, s *news.Story, act news.Act) (touched, error) {
	var marks touched
	r, err := tx.Revisions().ByID(ctx, s.Working)
	if err != nil {
		return marks, fmt.Errorf("working revision: %w", err)
	}
	if err := ready(ctx, tx, *s, r.Content); err != nil {
		return marks, err
	}
	if err := marks.before(ctx, tx, *s); err != nil {
		return marks, err
	}
	s.Public = s.Working
	shown, err := pictures(r.Content)
	if err != nil {
		return marks, err
	}
	if err := tx.Stories().Show(ctx, *s, r.Content, shown); err != nil {
		return marks, err
	}
	if _, err := tx.Record().Append(ctx, act, *s, s.Public); err != nil {
		return marks, err
	}
	marks.shown(*s, r.Content)
	return marks, marks.translations(ctx, tx, *s)
}

// before adds the pages on which the revision stands that readers have seen
// so far.
func (t *touched) before(ctx context.Context, tx *store.Tx, s news.Story) error {
	if s.Public == 0 {
		return nil
	}
	old, err := tx.Revisions().ByID(ctx, s.Public)
	if err != nil {
		return fmt.Errorf("public revision: %w", err)
	}
	t.shown(s, old.Content)
	return nil
}

// maxDue bounds how many scheduled stories one call publishes.
const maxDue = 50

// PublishDue publishes the scheduled stories whose time has come, and returns
// how many. Every process may call it at any time: the version of each story
// lets only one succeed. A story that can no longer be published leaves the
// schedule and goes back to its editors with a note that says why.
func (d *Desk) PublishDue(ctx context.Context) (int, error) {
	var due []news.Story
	err := d.store.Read(ctx, func(tx *store.Tx) (err error) {
		due, err = tx.Stories().Due(ctx, maxDue)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("look for due stories: %w", err)
	}
	published := 0
	var failed []error // one story that fails holds up no other
	for _, s := range due {
		done, err := d.publishDue(ctx, Target{s.ID, s.Version})
		if err != nil {
			failed = append(failed, fmt.Errorf("publish due story: %w", err))
		}
		if done {
			published++
		}
	}
	return published, errors.Join(failed...)
}

// publishDue publishes one story or sends it back, and says whether readers
// have it now.
func (d *Desk) publishDue(ctx context.Context, t Target) (done bool, err error) {
	_, err = d.Publish(ctx, news.System, t)
	if err == nil {
		return true, nil
	}
	switch news.KindOf(err) {
	case news.Invalid, news.NotFound:
		_, err = d.SendBack(ctx, news.System, t, "Not published on time: "+plain(err))
	}
	if news.KindOf(err) == news.Conflict { // another process, or a person, was first
		return false, nil
	}
	return false, err
}

// plain returns what an error says to a person.
func plain(err error) string {
	if e, ok := errors.AsType[*news.Error](err); ok {
		return e.Message
	}
	return "something went wrong; look at it again."
}
