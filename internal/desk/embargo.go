package desk

import (
	"context"

	"dateline/internal/news"
	"dateline/internal/store"
)

// Embargo keeps a story that is not published yet from readers until a
// moment, even when it is published before; no moment lifts the embargo.
func (d *Desk) Embargo(ctx context.Context, actor news.Actor, t Target, until news.Instant) (news.Story, error) {
	return d.quietly(ctx, actor, news.ActEmbargo, t, func(tx *store.Tx, s *news.Story) error {
		if until != 0 && until <= tx.Now() {
			return news.Errorf(news.Invalid, "at", "The time has passed already. Choose a later one, or leave it empty for no embargo.")
		}
		s.Embargo = until
		return nil
	})
}
