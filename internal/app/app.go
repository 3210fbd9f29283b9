package app

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"dateline/internal/accounts"
	"dateline/internal/config"
	"dateline/internal/desk"
	"dateline/internal/jobs"
	"dateline/internal/library"
	"dateline/internal/makeup"
	"dateline/internal/press"
	"dateline/internal/store"
	"dateline/internal/theme"
)

// Settings of the command line, handed on.
type (
	// Data is where a newsroom's data lies.
	Data = config.Data
	// Server is how a newsroom is served.
	Server = config.Server
)

// App is a whole Dateline, built and not yet serving.
type App struct {
	config config.Server
	log    *slog.Logger
	now    func() time.Time

	store    *store.Store
	blobs    *library.Folder
	accounts *accounts.Accounts
	library  *library.Library
	desk     *desk.Desk

	theme    *theme.Theme
	makeup   *makeup.Makeup
	press    *press.Press
	follower *jobs.Follower
}

// Option changes how New builds the house.
type Option func(*App)

// Clock makes the house go by another clock than the machine's: everything
// that asks for the time asks there.
func Clock(now func() time.Time) Option { return func(a *App) { a.now = now } }

// New builds the house: storage, services, pages. The error says what stands
// in the way and what to do.
func New(ctx context.Context, c config.Server, log *slog.Logger, options ...Option) (*App, error) {
	a := &App{config: c, log: log, now: time.Now}
	for _, o := range options {
		o(a)
	}
	for _, layer := range []func(context.Context) error{a.openStorage, a.openServices, a.openPages} {
		if err := layer(ctx); err != nil {
			return nil, errors.Join(err, a.Close())
		}
	}
	return a, nil
}

func (a *App) openStorage(ctx context.Context) error {
	var err error
	if a.store, err = openStore(ctx, a.config.Data, store.Options{Now: a.now}); err != nil {
		return err
	}
	a.blobs, err = openBlobs(a.config.Data, a.now)
	return err
}

func (a *App) openServices(context.Context) error {
	a.desk = desk.New(a.store)
	a.accounts = accounts.New(a.store, a.now)
	a.library = library.New(library.Options{Store: a.store, Blobs: a.blobs, Now: a.now})
	return nil
}

func (a *App) openPages(ctx context.Context) error {
	var err error
	if a.theme, err = loadTheme(a.config.Theme); err != nil {
		return err
	}
	if a.makeup, err = makeup.New(a.store, a.config.Base()); err != nil {
		return err
	}
	var head int64
	err = a.store.Read(ctx, func(tx *store.Tx) error {
		head, err = tx.Ledger().Head(ctx)
		return err
	})
	if err != nil {
		return err
	}
	a.press = press.New(press.Options{Position: head, Now: a.now, MaxBytes: a.config.CacheMB << 20, Logger: a.log})
	a.follower = &jobs.Follower{Store: a.store, Position: a.press.Position, Apply: a.press.Apply, Every: followEvery, Logger: a.log}
	a.store.SetCommitted(a.acted)
	return nil
}

// followEvery is how often the acts of other processes are looked for.
const followEvery = time.Second

// acted brings the page cache up to an act before the act is answered. Where
// that fails every page is dropped: slow is better than stale.
func (a *App) acted(ctx context.Context, _ int64) {
	if err := a.follower.CatchUp(context.WithoutCancel(ctx)); err != nil {
		a.log.Error("cannot apply an act to the page cache; all pages are dropped", "err", err)
		a.press.DropAll()
	}
}

// Store is the house's database. An act that goes through it is on the pages
// of this process when it is answered.
func (a *App) Store() *store.Store { return a.store }

// Blobs is where the files of the house's pictures lie.
func (a *App) Blobs() library.Blobs { return a.blobs }

// Close gives back what New opened.
func (a *App) Close() error {
	if a.press != nil {
		a.press.Close()
	}
	if a.store != nil {
		return a.store.Close()
	}
	return nil
}
