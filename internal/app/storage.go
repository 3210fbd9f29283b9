package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"dateline/internal/config"
	"dateline/internal/library"
	"dateline/internal/news"
	"dateline/internal/store"
)

// openStore opens the database of a place. Whatever stands in the way is told
// with what to do about it; addresses of databases, which may hold a password,
// are never part of it.
func openStore(ctx context.Context, d config.Data, o store.Options) (*store.Store, error) {
	if err := writable(d.Data); err != nil {
		return nil, err
	}
	o.Dir, o.Database = d.Data, d.Database
	s, err := store.Open(ctx, o)
	switch {
	case err == nil || news.KindOf(err) != news.Internal || ctx.Err() != nil:
		return s, err
	case d.Database != "":
		return nil, news.Errorf(news.Unavailable, "database",
			"The database cannot be used: check the address in --database, and that the server runs and lets this user in (%w).", err)
	}
	return nil, news.Errorf(news.Unavailable, "data",
		"The database in %s cannot be opened; keep a copy of the folder, and restore the newest backup (%w).", d.Data, err)
}

// openExisting opens the database of a place that must have one: commands that
// only look or change would otherwise make a newsroom where a name is misspelt.
func openExisting(ctx context.Context, d config.Data) (*store.Store, error) {
	if d.Database == "" {
		_, err := os.Stat(filepath.Join(d.Data, databaseFile))
		if errors.Is(err, fs.ErrNotExist) {
			return nil, news.Errorf(news.NotFound, "data", "There is no newsroom in %s: name its folder with --data, or make one with “dateline serve”.", d.Data)
		}
	}
	return openStore(ctx, d, store.Options{})
}

// databaseFile is the name of SQLite's file in a data folder.
const databaseFile = "dateline.db"

// writable makes a data folder where it is missing and tries whether it can be
// written in.
func writable(dir string) error {
	err := os.MkdirAll(dir, 0o700)
	if err == nil {
		err = tryFile(dir)
	}
	if err != nil {
		return news.Errorf(news.Unavailable, "data", "Cannot write in the data folder %s: let this user write there, or name another folder with --data (%w).", dir, err)
	}
	return nil
}

func tryFile(dir string) error {
	f, err := os.CreateTemp(dir, ".trying-")
	if err != nil {
		return err
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}

// openBlobs opens the folder in which files of pictures lie.
func openBlobs(d config.Data, now func() time.Time) (*library.Folder, error) {
	dir := filepath.Join(d.Data, blobsFolder)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("make folder for pictures: %w", err)
	}
	return library.OpenFolder(dir, now)
}

// blobsFolder is the folder of pictures' files in a data folder.
const blobsFolder = "blobs"
