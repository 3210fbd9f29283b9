package app

import (
	"context"
	"sync"
	"time"

	"dateline/internal/jobs"
	"dateline/internal/library"
	"dateline/internal/news"
	"dateline/internal/store"
)

// How often the chores are done.
const (
	publishEvery  = time.Second
	completeEvery = time.Minute
	tidyEvery     = time.Hour
)

// Work does what goes on beside the answering of requests until ctx ends, and
// returns when all of it has stopped: the acts of other processes are
// followed, what is scheduled is published, and the house is kept tidy. Every
// process of a publication does all of it; none is special.
func (a *App) Work(ctx context.Context) {
	var work sync.WaitGroup
	work.Go(func() { a.follower.Run(ctx) })
	work.Go(func() { jobs.Every(ctx, publishEvery, a.publishDue) })
	work.Go(func() {
		a.CompletePictures(ctx)
		jobs.Every(ctx, completeEvery, a.CompletePictures)
	})
	work.Go(func() {
		a.Tidy(ctx)
		jobs.Every(ctx, tidyEvery, a.Tidy)
	})
	work.Wait()
}

// publishDue publishes what is scheduled by now.
func (a *App) publishDue(ctx context.Context) {
	_, err := a.desk.PublishDue(ctx)
	a.grumble(ctx, "cannot publish scheduled stories", err)
}

// CompletePictures gives proofs of pictures, which an import and the demo make
// because they are quick, the rest of their sizes.
func (a *App) CompletePictures(ctx context.Context) {
	_, err := a.library.RenewProofs(ctx, news.System)
	a.grumble(ctx, "cannot complete the sizes of pictures", err)
}

// Tidy does the chores of the start and of each hour: files that nothing names any more are removed,
// ended sessions are forgotten. One that fails is logged, does not keep the
// other from being done, and is tried again in an hour.
func (a *App) Tidy(ctx context.Context) {
	_, err := a.library.Sweep(ctx, library.Youth)
	a.grumble(ctx, "cannot remove files that nothing names", err)
	err = a.store.Write(ctx, func(tx *store.Tx) error { return tx.Accounts().Sweep(ctx) })
	a.grumble(ctx, "cannot forget ended sessions", err)
}

// grumble logs why a chore was not done, unless the house is closing.
func (a *App) grumble(ctx context.Context, what string, err error) {
	if err != nil && ctx.Err() == nil {
		a.log.Error(what, "err", err)
	}
}
