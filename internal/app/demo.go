package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"dateline/internal/accounts"
	"dateline/internal/config"
	"dateline/internal/demo"
	"dateline/internal/library"
	"dateline/internal/news"
	"dateline/internal/store"
)

// Demo opens the demo newsroom: in an empty data folder it is made first, in
// one that holds it already it is opened as it was left.
func Demo(ctx context.Context, c config.Server, out, errs io.Writer) error {
	if err := prepareDemo(ctx, c); err != nil {
		return err
	}
	a, err := New(ctx, c, newLog(errs, c.LogLevel))
	if err != nil {
		return err
	}
	password, err := demoSignIn(ctx, a)
	if err == nil {
		err = a.Run(ctx, func(addresses []Address) {
			tell(out, addresses)
			tell(out, []Address{{"Sign in", demoLogin + " / " + password}})
		})
	}
	return errors.Join(err, a.Close())
}

// demoLogin is who signs in to the demo newsroom.
const demoLogin = "editor"

// demoSignIn gives the demo's owner a new password for this run, and adds the
// account in the first one.
func demoSignIn(ctx context.Context, a *App) (string, error) {
	password := newPassword()
	u, err := byLogin(ctx, a.accounts, demoLogin)
	if news.KindOf(err) == news.NotFound {
		who := accounts.Entry{Login: demoLogin, Name: "Demo editor", Role: news.Owner, Language: "en"}
		_, err = a.accounts.Create(ctx, news.System, who, password)
		return password, err
	}
	if err != nil {
		return "", err
	}
	return password, a.accounts.SetPassword(ctx, news.System, u.ID, password)
}

// demoSetting marks a publication as the demo's.
const demoSetting = "demo"

// The marks of a demo newsroom: begun, and complete.
const (
	demoBegun = `"begun"`
	demoDone  = `"complete"`
)

// prepareDemo makes the demo newsroom where there is no publication yet, and
// again where it was interrupted. It refuses a place that holds another one.
func prepareDemo(ctx context.Context, c config.Server) error {
	release, err := holdFolder(c.Data.Data)
	if err != nil {
		return err
	}
	defer release()
	mark, err := demoMark(ctx, c.Data)
	switch {
	case err != nil:
		return err
	case mark == demoDone:
		return nil
	case mark == demoBegun:
		if err := startOver(c.Data); err != nil {
			return err
		}
	}
	return makeDemo(ctx, c.Data)
}

// demoMark returns how far the demo newsroom of a place is: "" for a place
// without a publication.
func demoMark(ctx context.Context, d config.Data) (mark string, err error) {
	s, err := openStore(ctx, d, store.Options{})
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	var editions []news.Edition
	err = s.Read(ctx, func(tx *store.Tx) (err error) {
		if mark, _, err = tx.Settings().Value(ctx, demoSetting); err != nil {
			return err
		}
		editions, err = tx.Editions().All(ctx)
		return err
	})
	if err == nil && mark == "" && len(editions) > 0 {
		err = news.Errorf(news.Conflict, "data", "There is another publication in %s. Name an empty folder with --data, or open this one with “dateline serve”.", d.Data)
	}
	return mark, err
}

// makeDemo makes the demo newsroom: begun is marked before its first act, and
// complete after its last, so that one which was interrupted is known for it.
func makeDemo(ctx context.Context, d config.Data) (err error) {
	clock := &demo.Clock{}
	s, err := openStore(ctx, d, store.Options{Now: clock.Now, NewID: demo.SeededIDs()})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	blobs, err := openBlobs(d, time.Now)
	if err != nil {
		return err
	}
	if err := keepMark(ctx, s, demoBegun, 0); err != nil {
		return err
	}
	l := library.New(library.Options{Store: s, Blobs: blobs, Now: time.Now})
	err = demo.Open(ctx, demo.Options{Store: s, Clock: clock, Start: time.Now(), Pictures: func(ctx context.Context, name string, r io.Reader, p news.Picture) (demo.Enter, error) {
		// A proof now, the other sizes while the demo is open already.
		made, err := l.Make(ctx, news.System, library.Upload{Name: name, Reader: r, Words: p.Words, Credit: p.Credit, Proof: true})
		return func(ctx context.Context, id news.ID) (news.Picture, error) { return enterAs(ctx, s, made, id) }, err
	}})
	if err != nil {
		return fmt.Errorf("make the demo newsroom: %w", err)
	}
	return keepMark(ctx, s, demoDone, 1)
}

// enterAs enters a picture that has been made under another id.
func enterAs(ctx context.Context, s *store.Store, made library.Made, id news.ID) (news.Picture, error) {
	made.Picture.ID = id
	for i := range made.Renditions {
		made.Renditions[i].Picture = id
	}
	subject := news.TagOf(news.NounPicture, id)
	_, err := s.Act(ctx, func(tx *store.Tx) (news.LedgerRow, error) {
		return news.LedgerRow{Act: news.ActPicture, Subject: subject, Tags: []string{subject}}, library.Enter(ctx, tx, made)
	})
	made.Picture.Version = 1
	return made.Picture, err
}

func keepMark(ctx context.Context, s *store.Store, mark string, version int64) error {
	return s.Write(ctx, func(tx *store.Tx) error { return tx.Settings().Keep(ctx, demoSetting, mark, version) })
}
