package desk

import (
	"context"

	"dateline/internal/news"
	"dateline/internal/store"
)

// Delist takes a published story out of every list and tells search engines
// to forget it. Its address goes on showing it.
func (d *Desk) Delist(ctx context.Context, actor news.Actor, t Target) (news.Story, error) {
	return d.enlist(ctx, actor, news.ActDelist, t)
}

// Relist undoes Delist.
func (d *Desk) Relist(ctx context.Context, actor news.Actor, t Target) (news.Story, error) {
	return d.enlist(ctx, actor, news.ActRelist, t)
}

func (d *Desk) enlist(ctx context.Context, actor news.Actor, act news.Act, t Target) (news.Story, error) {
	return d.act(ctx, actor, act, t, func(tx *store.Tx, s *news.Story) (touched, error) {
		s.Delisted = act == news.ActDelist
		marks := touched{urgent: s.Delisted}
		if err := marks.before(ctx, tx, *s); err != nil {
			return marks, err
		}
		marks.add(TagCorrections(s.Edition))
		return marks, marks.translations(ctx, tx, *s)
	})
}
