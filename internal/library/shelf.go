package library

import (
	"context"
	"fmt"

	"dateline/internal/news"
	"dateline/internal/store"
)

// Held is a picture with its renditions, narrowest first within a format.
type Held struct {
	news.Picture
	Renditions []news.Rendition
}

// Latest returns up to n pictures that were entered before a moment, newest
// first; 0 is from the end.
func (l *Library) Latest(ctx context.Context, before news.Instant, n int) (all []Held, err error) {
	err = l.store.Read(ctx, func(tx *store.Tx) error {
		found, err := tx.Pictures().Latest(ctx, before, n)
		if err != nil {
			return err
		}
		all, err = held(ctx, tx, found)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("latest pictures: %w", err)
	}
	return all, nil
}

// Held returns one picture. It is NotFound where there is none.
func (l *Library) Held(ctx context.Context, id news.ID) (h Held, err error) {
	err = l.store.Read(ctx, func(tx *store.Tx) error {
		p, err := tx.Pictures().ByID(ctx, id)
		if err != nil {
			return err
		}
		all, err := held(ctx, tx, []news.Picture{p})
		if err == nil {
			h = all[0]
		}
		return err
	})
	if err != nil {
		return h, fmt.Errorf("picture: %w", err)
	}
	return h, nil
}

// held adds words and renditions to pictures.
func held(ctx context.Context, tx *store.Tx, found []news.Picture) ([]Held, error) {
	ids := make([]news.ID, len(found))
	for i, p := range found {
		ids[i] = p.ID
	}
	spoken, err := tx.Pictures().Some(ctx, ids)
	if err != nil {
		return nil, err
	}
	renditions, err := tx.Pictures().Renditions(ctx, ids)
	if err != nil {
		return nil, err
	}
	all := make([]Held, len(found))
	for i, p := range found {
		p.Words = spoken[p.ID].Words
		all[i] = Held{p, renditions[p.ID]}
	}
	return all, nil
}
