package desk

import (
	"context"

	"dateline/internal/news"
	"dateline/internal/store"
)

// Telling is what readers are told of a change.
type Telling struct {
	Text string
	// OnTop puts it above the story: for a correction that changes the sense.
	OnTop bool
}

// Update adds news to a published story: its working revision goes public,
// and readers see the time of the update. The telling is optional.
func (d *Desk) Update(ctx context.Context, actor news.Actor, t Target, told Telling) (news.Story, error) {
	if err := checkLines(line{"note", told.Text, MaxNote}); err != nil {
		return news.Story{}, err
	}
	return d.act(ctx, actor, news.ActUpdate, t, func(tx *store.Tx, s *news.Story) (touched, error) {
		s.UpdatedAt = max(tx.Now(), s.VisibleAt)
		return amend(ctx, tx, s, news.ActUpdate, news.ChangeNote{Kind: news.UpdateNote, Text: told.Text, OnTop: told.OnTop})
	})
}

// Correct amends an error in a published story. Readers are told what was
// wrong: kind is Correction, or Clarification where it could be misread.
func (d *Desk) Correct(ctx context.Context, actor news.Actor, t Target, kind news.NoteKind, told Telling) (news.Story, error) {
	if kind != news.Correction && kind != news.Clarification {
		return news.Story{}, news.Errorf(news.Invalid, "kind", "Choose “correction” or “clarification”.")
	}
	if err := sentence("note", told.Text); err != nil {
		return news.Story{}, err
	}
	return d.act(ctx, actor, news.ActCorrect, t, func(tx *store.Tx, s *news.Story) (touched, error) {
		s.UpdatedAt = max(tx.Now(), s.VisibleAt)
		marks, err := amend(ctx, tx, s, news.ActCorrect, news.ChangeNote{Kind: kind, Text: told.Text, OnTop: told.OnTop})
		marks.add(TagCorrections(s.Edition))
		return marks, err
	})
}

// Fix mends what is typographic in a published story. It stands in the record
// only; readers are told nothing, and the time of the update stays.
func (d *Desk) Fix(ctx context.Context, actor news.Actor, t Target) (news.Story, error) {
	return d.act(ctx, actor, news.ActFix, t, func(tx *store.Tx, s *news.Story) (touched, error) {
		return amend(ctx, tx, s, news.ActFix, news.ChangeNote{})
	})
}

// amend reveals the working revision of a published story and keeps what
// readers are told of the change, where there is something to tell.
func amend(ctx context.Context, tx *store.Tx, s *news.Story, act news.Act, note news.ChangeNote) (touched, error) {
	marks, err := reveal(ctx, tx, s, act)
	if err != nil || note.Text == "" {
		return marks, err
	}
	note.ID, note.Story, note.Edition = tx.NewID(), s.ID, s.Edition
	note.At, note.Revision = tx.Now(), s.Public
	return marks, tx.ChangeNotes().Add(ctx, note)
}
