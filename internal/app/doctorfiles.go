package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"

	"dateline/internal/news"
	"dateline/internal/store"
)

// lookAtBlobs compares the files that the database names with those in the
// folder. Files that nothing names are no fault: the library sweeps them.
func lookAtBlobs(ctx context.Context, p *patient) error {
	after := ""
	for {
		var page []string
		err := p.store.Read(ctx, func(tx *store.Tx) (err error) {
			page, err = tx.Pictures().Blobs(ctx, after, store.MaxListed)
			return err
		})
		if err != nil {
			return err
		}
		for _, key := range page {
			after = key
			if err := p.lookAtFile(ctx, key); err != nil {
				return err
			}
		}
		if len(page) < store.MaxListed {
			return nil
		}
	}
}

// lookAtFile checks that a file is there, and in a deep visit that its bytes
// are those of its key.
func (p *patient) lookAtFile(ctx context.Context, key string) error {
	f, size, err := p.blobs.Open(ctx, key)
	if news.KindOf(err) == news.NotFound {
		return p.missing(ctx, key)
	}
	if err != nil {
		p.found(unreadable, "the file %s of a picture cannot be opened", key)
		return nil
	}
	defer f.Close()
	if !p.deep {
		if size == 0 {
			p.found(restoreFile, "the file %s of a picture is empty", key)
		}
		return nil
	}
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		p.found(unreadable, "the file %s of a picture cannot be read to its end", key)
	} else if hex.EncodeToString(sum.Sum(nil)) != key {
		p.found(restoreFile, "the file %s of a picture is damaged: its bytes are not those that were stored", key)
	}
	return nil
}

// missing finds a file missing, unless nothing names it any more: a story may
// have been withdrawn since the list was read.
func (p *patient) missing(ctx context.Context, key string) error {
	var free []string
	err := p.store.Read(ctx, func(tx *store.Tx) (err error) {
		free, err = tx.Pictures().Unnamed(ctx, []string{key})
		return err
	})
	if err != nil {
		return err
	}
	if len(free) == 0 {
		p.found(restoreFile, "the file %s of a picture is missing", key)
	}
	return nil
}

// Remedies for files.
const (
	restoreFile = "Copy the file from the newest backup into the folder of its first two digits below blobs; its name is the SHA-256 of its bytes."
	unreadable  = "Let the user that Dateline runs as read the folder blobs; where it may already, the disk is failing: copy what can be read, and restore the rest from a backup."
)
