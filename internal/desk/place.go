package desk

import (
	"context"
	"fmt"

	"dateline/internal/news"
	"dateline/internal/store"
)

// Place sets the order of a curated list: what stands in it by hand, with
// blurbs and the ends of pins. The version is the list's.
func (d *Desk) Place(ctx context.Context, actor news.Actor, list news.ID, version int64, order []news.Placement) (news.Curated, error) {
	var after news.Curated
	_, err := d.store.Act(ctx, func(tx *store.Tx) (news.LedgerRow, error) {
		if !actor.Role.May(news.ActPlace) {
			return news.LedgerRow{}, news.Errorf(news.Forbidden, "", "Your role does not allow you to order lists.")
		}
		l, err := tx.Lists().ByID(ctx, list)
		if err != nil {
			return news.LedgerRow{}, err
		}
		if err := checkOrder(ctx, tx, actor, l, order); err != nil {
			return news.LedgerRow{}, err
		}
		l.Version = version
		if err := tx.Lists().Change(ctx, l, order); err != nil {
			return news.LedgerRow{}, err
		}
		l.Version++
		after = l
		var marks touched
		marks.add(news.TagOf(news.NounList, l.ID))
		return marks.row(actor, news.ActPlace, news.Subject{Noun: news.NounList, ID: l.ID}), nil
	})
	if err != nil {
		return after, fmt.Errorf("place in list: %w", err)
	}
	return after, nil
}

// checkOrder checks that a list's entries are few enough, stand once, and are
// stories of the list's edition, known to the actor, where they are stories.
func checkOrder(ctx context.Context, tx *store.Tx, actor news.Actor, l news.Curated, order []news.Placement) error {
	if len(order) > store.MaxPlacements {
		return news.Errorf(news.Invalid, "order", "A list holds at most %d entries; these are %d.", store.MaxPlacements, len(order))
	}
	once := map[news.Subject]bool{}
	for i, p := range order {
		field := fmt.Sprintf("order[%d]", i)
		if p.Subject.ID == 0 {
			return news.Errorf(news.Invalid, field, "The entry names nothing.")
		}
		if once[p.Subject] {
			return news.Errorf(news.Invalid, field, "The entry stands in the list already.")
		}
		once[p.Subject] = true
		if err := checkLines(line{field + ".blurb", p.Blurb, MaxStandfirst}); err != nil {
			return err
		}
		if p.Subject.Noun != news.NounStory {
			continue
		}
		s, err := seen(ctx, tx, actor, p.Subject.ID)
		if news.KindOf(err) == news.NotFound || (err == nil && s.Edition != l.Edition) {
			return news.Errorf(news.Invalid, field, "The story is not one of this edition.")
		}
		if err != nil {
			return err
		}
	}
	return nil
}
