package library

import (
	"context"
	"errors"
	"fmt"

	"dateline/internal/news"
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
