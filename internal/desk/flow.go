package desk

import (
	"context"
	"fmt"
	"strings"

	"dateline/internal/news"
	"dateline/internal/store"
)

// Submit hands a draft to the editors.
func (d *Desk) Submit(ctx context.Context, actor news.Actor, t Target) (news.Story, error) {
	return d.quietly(ctx, actor, news.ActSubmit, t, func(tx *store.Tx, s *news.Story) error {
		return readyWorking(ctx, tx, *s)
	})
}

// SendBack returns a story to its writer with a word why.
func (d *Desk) SendBack(ctx context.Context, actor news.Actor, t Target, why string) (news.Story, error) {
	if err := sentence("why", why); err != nil {
		return news.Story{}, err
	}
	return d.quietly(ctx, actor, news.ActSendBack, t, func(tx *store.Tx, s *news.Story) error {
		s.ScheduledAt = 0
		return tx.Stories().Note(ctx, store.DeskNote{ID: tx.NewID(), Story: s.ID, Actor: actor.Account, Text: why})
	})
}

// Approve says that a story may be published as it stands.
func (d *Desk) Approve(ctx context.Context, actor news.Actor, t Target) (news.Story, error) {
	return d.quietly(ctx, actor, news.ActApprove, t, func(tx *store.Tx, s *news.Story) error {
		return readyWorking(ctx, tx, *s)
	})
}

// Schedule has a story published at a moment to come. Saving it afterwards
// takes it off the schedule, so that nothing goes out that nobody read.
func (d *Desk) Schedule(ctx context.Context, actor news.Actor, t Target, at news.Instant) (news.Story, error) {
	return d.quietly(ctx, actor, news.ActSchedule, t, func(tx *store.Tx, s *news.Story) error {
		if at <= tx.Now() {
			return news.Errorf(news.Invalid, "at", "The time has passed already. Choose a later one, or publish now.")
		}
		s.ScheduledAt = at
		return readyWorking(ctx, tx, *s)
	})
}

// Unschedule takes a story off the schedule; it stays approved.
func (d *Desk) Unschedule(ctx context.Context, actor news.Actor, t Target) (news.Story, error) {
	return d.quietly(ctx, actor, news.ActUnschedule, t, func(_ *store.Tx, s *news.Story) error {
		s.ScheduledAt = 0
		return nil
	})
}

// readyWorking checks the working revision as if it were published.
func readyWorking(ctx context.Context, tx *store.Tx, s news.Story) error {
	r, err := tx.Revisions().ByID(ctx, s.Working)
	if err != nil {
		return fmt.Errorf("working revision: %w", err)
	}
	return ready(ctx, tx, s, r.Content)
}

// sentence checks a text that is required of the actor.
func sentence(field, text string) error {
	if strings.TrimSpace(text) == "" {
		return news.Errorf(news.Invalid, field, "Say it in a sentence.")
	}
	return checkLines(line{field, text, MaxNote})
}
