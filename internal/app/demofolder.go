package app

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"

	"dateline/internal/config"
	"dateline/internal/news"
)

// demoLock is the file by which a demo newsroom is made by one program at a
// time.
const demoLock = "demo.lock"

// holdFolder keeps other programs from making a demo newsroom in a folder
// until release is called or the program ends.
func holdFolder(dir string) (release func(), err error) {
	if err := writable(dir); err != nil {
		return nil, err
	}
	lock, err := os.OpenFile(filepath.Join(dir, demoLock), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open the demo's lock: %w", err)
	}
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		_ = lock.Close() // it holds nothing
		return nil, news.Errorf(news.Conflict, "data", "Another program is making the demo newsroom in %s just now. Wait until it is ready, or name another folder with --data.", dir)
	}
	return func() { _ = lock.Close() }, nil // closing gives the lock back
}

// demoFiles are all that a demo newsroom puts into its folder. The pictures
// come first and the database's file before its log: a program that is
// interrupted while it removes them finds the mark, or an empty place.
var demoFiles = []string{blobsFolder, databaseFile, databaseFile + "-wal", databaseFile + "-shm", "migrate.lock"}

// startOver removes a demo newsroom that was interrupted while it was made,
// and nothing else.
func startOver(d config.Data) error {
	if d.Database != "" {
		return news.Errorf(news.Conflict, "database", "The demo newsroom in this database was interrupted while it was made. Make the database anew with dropdb and createdb, and start again.")
	}
	entries, err := os.ReadDir(d.Data)
	if err != nil {
		return fmt.Errorf("look into the demo's folder: %w", err)
	}
	if slices.ContainsFunc(entries, isForeign) {
		return news.Errorf(news.Conflict, "data",
			"The demo newsroom in %s was interrupted while it was made, and other files lie beside it. Remove %s and %s there, or name an empty folder with --data.", d.Data, databaseFile, blobsFolder)
	}
	for _, name := range demoFiles {
		err = errors.Join(err, os.RemoveAll(filepath.Join(d.Data, name)))
	}
	if err != nil {
		return fmt.Errorf("remove the interrupted demo newsroom: %w", err)
	}
	return nil
}

// isForeign says whether something in a demo's folder is not the demo's.
func isForeign(e fs.DirEntry) bool {
	return e.Name() != demoLock && !slices.Contains(demoFiles, e.Name())
}
