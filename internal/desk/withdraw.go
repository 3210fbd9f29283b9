package desk

import (
	"context"
	"slices"

	"dateline/internal/news"
	"dateline/internal/store"
)

// Withdraw destroys a story where the law demands it or a person is at risk:
// text, revisions with their salts, notes and comments, and the pictures that
// readers saw nowhere else. The record keeps that it was withdrawn. The blobs
// returned belong to nothing any more: the caller destroys them.
func (d *Desk) Withdraw(ctx context.Context, actor news.Actor, t Target) (s news.Story, blobs []string, err error) {
	s, err = d.act(ctx, actor, news.ActWithdraw, t, func(tx *store.Tx, s *news.Story) (touched, error) {
		gone, err := onlyHere(ctx, tx, *s)
		if err != nil {
			return touched{}, err
		}
		marks, err := conceal(ctx, tx, s, news.ActWithdraw)
		if err != nil {
			return marks, err
		}
		marks.add(TagCorrections(s.Edition))
		if err := destroyWords(ctx, tx, s); err != nil {
			return marks, err
		}
		for _, p := range gone {
			free, err := tx.Pictures().Destroy(ctx, p)
			if err != nil {
				return marks, err
			}
			blobs = append(blobs, free...)
			marks.add(news.TagOf(news.NounPicture, p))
		}
		return marks, nil
	})
	if err != nil {
		return s, nil, err
	}
	// The act stands whatever becomes of this: the database's own upkeep does
	// the same, only later.
	_ = d.store.Forget(ctx)
	return s, blobs, nil
}

// onlyHere lists the pictures of all revisions of a story that readers see
// nowhere else.
func onlyHere(ctx context.Context, tx *store.Tx, s news.Story) ([]news.ID, error) {
	last, err := tx.Revisions().Last(ctx, s.ID)
	if err != nil {
		return nil, err
	}
	var ids []news.ID
	for number := int64(1); number <= last; number++ {
		r, err := tx.Revisions().ByNumber(ctx, s.ID, number)
		if err != nil {
			return nil, err
		}
		shown, err := pictures(r.Content)
		if err != nil {
			return nil, err
		}
		ids = append(ids, shown...)
	}
	var only []news.ID
	for some := range slices.Chunk(distinct(ids), store.MaxListed) {
		found, err := tx.Pictures().OnlyIn(ctx, s.ID, some)
		if err != nil {
			return nil, err
		}
		only = append(only, found...)
	}
	return only, nil
}

func destroyWords(ctx context.Context, tx *store.Tx, s *news.Story) error {
	s.Reason, s.ScheduledAt, s.UpdatedAt = "", 0, tx.Now()
	if err := tx.Revisions().Destroy(ctx, s.ID); err != nil {
		return err
	}
	if err := tx.Stories().Headline(ctx, s.ID, ""); err != nil {
		return err
	}
	if err := tx.Stories().DestroyNotes(ctx, s.ID); err != nil {
		return err
	}
	if err := tx.ChangeNotes().Destroy(ctx, s.ID); err != nil {
		return err
	}
	return tx.Comments().Destroy(ctx, s.ID)
}
