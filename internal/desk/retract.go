package desk

import (
	"context"
	"fmt"

	"dateline/internal/news"
	"dateline/internal/store"
)

// Retract takes a story back. Its address stays and gives the reason; its
// text, and every list that held it, no longer show it.
func (d *Desk) Retract(ctx context.Context, actor news.Actor, t Target, reason string) (news.Story, error) {
	if err := sentence("reason", reason); err != nil {
		return news.Story{}, err
	}
	return d.act(ctx, actor, news.ActRetract, t, func(tx *store.Tx, s *news.Story) (touched, error) {
		s.Reason, s.UpdatedAt = reason, tx.Now()
		s.Working = s.Public // changes that were never shown end here
		r, err := tx.Revisions().ByID(ctx, s.Public)
		if err != nil {
			return touched{}, fmt.Errorf("public revision: %w", err)
		}
		if err := tx.Stories().Headline(ctx, s.ID, r.Headline); err != nil {
			return touched{}, err
		}
		marks, err := conceal(ctx, tx, s, news.ActRetract)
		marks.add(TagCorrections(s.Edition))
		return marks, err
	})
}

// conceal takes what readers have seen of a story out of every list.
func conceal(ctx context.Context, tx *store.Tx, s *news.Story, act news.Act) (touched, error) {
	marks := touched{urgent: true}
	if err := marks.before(ctx, tx, *s); err != nil {
		return marks, err
	}
	if s.VisibleAt > tx.Now() { // under embargo: readers never saw it, and never learn of it
		s.PublishedAt, s.VisibleAt = 0, 0
	}
	marks.add(news.TagOf(news.NounStory, s.ID))
	subject := news.Subject{Noun: news.NounStory, ID: s.ID}
	lists, err := tx.Lists().Holding(ctx, subject)
	if err != nil {
		return marks, err
	}
	for _, l := range lists {
		marks.add(news.TagOf(news.NounList, l))
	}
	if err := tx.Lists().Drop(ctx, subject); err != nil {
		return marks, err
	}
	if err := tx.Stories().Hide(ctx, s.ID); err != nil {
		return marks, err
	}
	if s.Public != 0 {
		if _, err := tx.Record().Append(ctx, act, *s, s.Public); err != nil {
			return marks, err
		}
	}
	return marks, marks.translations(ctx, tx, *s)
}
