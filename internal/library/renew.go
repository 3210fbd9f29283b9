package library

import (
	"context"
	"errors"
	"fmt"

	"dateline/internal/news"
	"dateline/internal/store"
)

// Renew makes all renditions of a picture again from its original: those that
// a proof lacks, and those of sizes and formats that came after it. It is one
// act; a change of the picture that falls between makes it a Conflict, and it
// can simply be done again.
func (l *Library) Renew(ctx context.Context, actor news.Actor, id news.ID) (err error) {
	if err := may(actor); err != nil {
		return err
	}
	p, _, err := l.read(ctx, id)
	if err != nil {
		return fmt.Errorf("renew picture: %w", err)
	}
	original, _, err := l.blobs.Open(ctx, p.Blob)
	if err != nil {
		return fmt.Errorf("renew picture: %w", err)
	}
	defer func() { err = errors.Join(err, original.Close()) }()
	work, err := l.workshop.open(ctx, original, order{mediaType: p.MediaType})
	if err != nil {
		return fmt.Errorf("renew picture: %w", err)
	}
	renditions, err := l.putRenditions(ctx, p, work.Renditions)
	if err != nil {
		return fmt.Errorf("renew picture: %w", err)
	}
	if err := l.change(ctx, row(actor, id), p, renditions); err != nil {
		return fmt.Errorf("renew picture: %w", err)
	}
	return nil
}

// RenewProofs renews every picture that is a proof still, one after the other,
// and returns how many it completed. One that fails does not hold up the
// others: the errors come back together.
func (l *Library) RenewProofs(ctx context.Context, actor news.Actor) (int, error) {
	renewed := 0
	var failed []error
	for after := news.ID(0); ; {
		var proofs []news.ID
		err := l.store.Read(ctx, func(tx *store.Tx) (err error) {
			proofs, err = tx.Pictures().Proofs(ctx, after, store.MaxListed)
			return err
		})
		if err != nil || len(proofs) == 0 {
			return renewed, errors.Join(append(failed, err)...)
		}
		after = proofs[len(proofs)-1]
		n, errs := l.renewAll(ctx, actor, proofs)
		renewed, failed = renewed+n, append(failed, errs...)
	}
}

func (l *Library) renewAll(ctx context.Context, actor news.Actor, ids []news.ID) (renewed int, failed []error) {
	for _, id := range ids {
		if ctx.Err() != nil {
			return renewed, failed
		}
		if err := l.Renew(ctx, actor, id); err != nil {
			failed = append(failed, fmt.Errorf("picture %s: %w", id, err))
			continue
		}
		renewed++
	}
	return renewed, failed
}
