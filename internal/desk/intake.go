package desk

import (
	"context"
	"fmt"

	"dateline/internal/news"
	"dateline/internal/prose"
	"dateline/internal/store"
)

// Intake is one batch of an import: many things admitted in one transaction
// with one ledger row.
type Intake struct {
	tx    *store.Tx
	actor news.Actor
	marks touched
	any   bool
}

// Import runs a batch. What fn admits is there when Import returns nil, and
// none of it otherwise. fn must not touch files or the network.
func (d *Desk) Import(ctx context.Context, actor news.Actor, fn func(in *Intake) error) error {
	_, err := d.store.Act(ctx, func(tx *store.Tx) (news.LedgerRow, error) {
		if !actor.Role.May(news.ActImport) {
			return news.LedgerRow{}, news.Errorf(news.Forbidden, "", "Only an owner may import.")
		}
		in := &Intake{tx: tx, actor: actor}
		if err := fn(in); err != nil || !in.any {
			return news.LedgerRow{}, err
		}
		return in.marks.row(actor, news.ActImport, news.Subject{}), nil
	})
	if err != nil {
		return fmt.Errorf("import: %w", err)
	}
	return nil
}

// Tx is the batch's transaction, for what needs no rule: the memory of
// imports, redirects, comments, look-ups.
func (in *Intake) Tx() *store.Tx { return in.tx }

// Touch marks the batch as having changed something, with the pages touched.
func (in *Intake) Touch(tags ...string) {
	in.any = true
	in.marks.add(tags...)
}

// Arrival is a story as it comes from another system.
type Arrival struct {
	// ID is what the story is to be called by, 0 for any: an import that makes
	// ids from a secret of its own can link to what it has not admitted yet.
	ID      news.ID
	Edition news.ID
	Group   news.ID // 0 begins one
	Content news.Content
	// PublishedAt is when readers first saw it, 0 for a draft. A time to come
	// schedules it.
	PublishedAt news.Instant
	UpdatedAt   news.Instant
	// Private stories come as drafts, whatever their date.
	Private bool
}

// Story admits a story. What publication here would demand of it (a section,
// alternative texts) is not demanded of what was public elsewhere.
func (in *Intake) Story(ctx context.Context, a Arrival) (news.Story, error) {
	c, err := settle(a.Content, prose.Parse)
	if err != nil {
		return news.Story{}, err
	}
	// The program wrote it, not whoever runs the import: Revise tells by that
	// whether somebody has worked on it since.
	s := newStory(in.tx.NewID, news.System, Start{Edition: a.Edition, Group: a.Group})
	if a.ID != 0 {
		s.ID = a.ID
	}
	if err := begin(ctx, in.tx, s, c); err != nil {
		return s, err
	}
	in.Touch()
	return s, in.place(ctx, &s, c, a)
}

// place brings an admitted story to where it stood.
func (in *Intake) place(ctx context.Context, s *news.Story, c news.Content, a Arrival) error {
	now := in.tx.Now()
	switch {
	case a.Private || a.PublishedAt == 0:
		return nil
	case a.PublishedAt > now:
		s.Stage, s.ScheduledAt = news.Scheduled, a.PublishedAt
	default:
		s.Standing, s.Stage = news.Published, news.Done
		s.PublishedAt, s.VisibleAt, s.Public = a.PublishedAt, a.PublishedAt, s.Working
		if a.UpdatedAt > a.PublishedAt && a.UpdatedAt <= now {
			s.UpdatedAt = a.UpdatedAt
		}
		if err := in.reveal(ctx, *s, c, news.ActPublish); err != nil {
			return err
		}
	}
	if err := in.tx.Stories().Change(ctx, *s); err != nil {
		return err
	}
	s.Version++
	return nil
}

func (in *Intake) reveal(ctx context.Context, s news.Story, c news.Content, act news.Act) error {
	shown, err := pictures(c)
	if err != nil {
		return err
	}
	if err := in.tx.Stories().Show(ctx, s, c, shown); err != nil {
		return err
	}
	if _, err := in.tx.Record().Append(ctx, act, s, s.Public); err != nil {
		return err
	}
	in.marks.shown(s, c)
	return in.marks.translations(ctx, in.tx, s)
}

// Revise brings a changed version of a story that an earlier import made:
// the working revision becomes public where the story is public, recorded as
// an update; a draft that has been published over there is published here. A
// story that somebody has changed or taken away here since is a Conflict and
// stays as it is, and so is a public one that would have to become a draft.
func (in *Intake) Revise(ctx context.Context, id news.ID, a Arrival) error {
	c, err := settle(a.Content, prose.Parse)
	if err != nil {
		return err
	}
	s, err := in.untouched(ctx, id)
	if err != nil {
		return err
	}
	if s.Standing == news.Published {
		return in.republish(ctx, s, c, a)
	}
	if err := revise(ctx, in.tx, news.System, &s, c); err != nil {
		return err
	}
	in.Touch()
	s.Stage = news.Drafting
	if err := in.tx.Stories().Change(ctx, s); err != nil {
		return err
	}
	s.Version++
	return in.place(ctx, &s, c, a)
}

// untouched returns a story that nobody has changed here since its import.
func (in *Intake) untouched(ctx context.Context, id news.ID) (news.Story, error) {
	s, err := in.tx.Stories().ByID(ctx, id)
	if err != nil {
		return s, err
	}
	last, err := in.tx.Revisions().ByID(ctx, s.Working)
	if err != nil {
		return s, err
	}
	if last.Actor != news.System.Account || s.Standing == news.Retracted || s.Standing == news.Withdrawn {
		return s, news.Errorf(news.Conflict, "", "The story was changed here after it was imported; it is left as it is.")
	}
	return s, nil
}

// republish puts a changed version before readers in place of the one that
// they have seen so far.
func (in *Intake) republish(ctx context.Context, s news.Story, c news.Content, a Arrival) error {
	if a.Private || a.PublishedAt == 0 || a.PublishedAt > in.tx.Now() {
		return news.Errorf(news.Conflict, "", "The story is public here and no longer so in the export; retract it here if readers should not see it.")
	}
	if err := in.marks.before(ctx, in.tx, s); err != nil {
		return err
	}
	if err := revise(ctx, in.tx, news.System, &s, c); err != nil {
		return err
	}
	in.Touch()
	s.Public, s.Stage = s.Working, news.Done
	if a.UpdatedAt > s.PublishedAt && a.UpdatedAt <= in.tx.Now() {
		s.UpdatedAt = a.UpdatedAt
	}
	if err := in.reveal(ctx, s, c, news.ActUpdate); err != nil {
		return err
	}
	return in.tx.Stories().Change(ctx, s)
}
