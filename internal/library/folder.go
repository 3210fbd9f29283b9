package library

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"

	"dateline/internal/news"
)

// tempPrefix begins the names of files that are still being written.
const tempPrefix = ".putting-"

// Folder keeps blobs as files below a directory, each in a folder named by the
// first two digits of its key.
type Folder struct {
	dir string
	now func() time.Time
	// mu keeps a sweep from removing a file between its being found old and
	// its being put again.
	mu sync.Mutex
}

// OpenFolder returns the blobs below dir, which it makes where it is missing.
// now is the clock that marks when a blob was put.
func OpenFolder(dir string, now func() time.Time) (*Folder, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("open blob folder: %w", err)
	}
	return &Folder{dir: dir, now: now}, nil
}

func (f *Folder) path(key string) string { return filepath.Join(f.dir, key[:2], key) }

// Put implements Blobs: write aside, force to disk, rename, force the folder.
func (f *Folder) Put(ctx context.Context, key string, r io.Reader) error {
	if err := checkKey(key); err != nil {
		return err
	}
	if f.touch(key) {
		return nil
	}
	if err := f.write(ctx, key, r); err != nil {
		return fmt.Errorf("put blob: %w", full(err))
	}
	return nil
}

// full says in plain words that the disk is full, where that is the cause.
func full(err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return &news.Error{Kind: news.Unavailable, Field: "file", Err: err,
			Message: "The disk is full, and the picture was not kept. Tell whoever runs this machine, and add it again when there is room."}
	}
	return err
}

// touch makes a key young that is already here.
func (f *Folder) touch(key string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	now := f.now()
	return os.Chtimes(f.path(key), now, now) == nil
}

func (f *Folder) write(ctx context.Context, key string, r io.Reader) (err error) {
	shard := filepath.Dir(f.path(key))
	if err := f.makeShard(shard); err != nil {
		return err
	}
	temp, err := os.CreateTemp(shard, tempPrefix)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = temp.Close()           // the first error is the one to tell
			_ = os.Remove(temp.Name()) // Sweep removes what stays
		}
	}()
	sum := sha256.New()
	if _, err := io.Copy(io.MultiWriter(temp, sum), reading{ctx, r}); err != nil {
		return err
	}
	if hex.EncodeToString(sum.Sum(nil)) != key {
		return news.Errorf(news.Invalid, "blob", "The bytes are not those of their key: the file was damaged on its way. Send it again.")
	}
	return f.settle(temp, key)
}

// settle makes a written file durable and gives it its name.
func (f *Folder) settle(temp *os.File, key string) error {
	if err := temp.Sync(); err != nil {
		return err
	}
	if err := temp.Close(); err != nil {
		return err
	}
	now := f.now()
	if err := os.Chtimes(temp.Name(), now, now); err != nil {
		return err
	}
	if err := os.Rename(temp.Name(), f.path(key)); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(f.path(key)))
}

// makeShard makes a shard's folder and forces its name to disk.
func (f *Folder) makeShard(shard string) error {
	err := os.Mkdir(shard, 0o700)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return syncFolder(f.dir)
}

func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = d.Sync()
	if e := d.Close(); err == nil {
		err = e
	}
	return err
}

// Open implements Blobs.
func (f *Folder) Open(_ context.Context, key string) (io.ReadSeekCloser, int64, error) {
	if err := checkKey(key); err != nil {
		return nil, 0, err
	}
	file, err := os.Open(f.path(key))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, 0, fmt.Errorf("open blob: %w", &news.Error{Kind: news.NotFound, Field: "blob", Message: "The file is not here.", Err: err})
	}
	if err != nil {
		return nil, 0, fmt.Errorf("open blob: %w", err)
	}
	info, err := file.Stat()
	if err != nil {
		_ = file.Close() // nothing was written
		return nil, 0, fmt.Errorf("open blob: %w", err)
	}
	return file, info.Size(), nil
}

// Remove implements Blobs.
func (f *Folder) Remove(_ context.Context, key string) error {
	if err := checkKey(key); err != nil {
		return err
	}
	if err := os.Remove(f.path(key)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove blob: %w", err)
	}
	return nil
}

// RemoveOld implements Blobs.
func (f *Folder) RemoveOld(_ context.Context, key string, before time.Time) (bool, error) {
	if err := checkKey(key); err != nil {
		return false, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	info, err := os.Stat(f.path(key))
	if err != nil || !info.ModTime().Before(before) {
		return false, nil
	}
	if err := os.Remove(f.path(key)); err != nil {
		return false, fmt.Errorf("remove blob: %w", err)
	}
	return true, nil
}

// Walk implements Blobs.
func (f *Folder) Walk(ctx context.Context, after string, fn func(Blob) error) error {
	return f.each(ctx, func(_ string, entry fs.DirEntry) error {
		if checkKey(entry.Name()) != nil || entry.Name() <= after {
			return nil //nolint:nilerr // not one of ours, or passed already
		}
		info, err := entry.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil // removed since the folder was read
		}
		if err != nil {
			return fmt.Errorf("walk blobs: %w", err)
		}
		return fn(Blob{Key: entry.Name(), Bytes: info.Size(), At: info.ModTime()})
	})
}

// each visits every file of every shard in order of names.
func (f *Folder) each(ctx context.Context, visit func(shard string, entry fs.DirEntry) error) error {
	shards, err := os.ReadDir(f.dir)
	if err != nil {
		return fmt.Errorf("walk blobs: %w", err)
	}
	for _, s := range shards {
		if !s.IsDir() || len(s.Name()) != 2 {
			continue
		}
		shard := filepath.Join(f.dir, s.Name())
		entries, err := os.ReadDir(shard)
		if err != nil {
			return fmt.Errorf("walk blobs: %w", err)
		}
		for _, e := range entries {
			if err := ctx.Err(); err != nil {
				return fmt.Errorf("walk blobs: %w", err)
			}
			if err := visit(shard, e); err != nil {
				return err
			}
		}
	}
	return nil
}

// SweepTemps implements Blobs.
func (f *Folder) SweepTemps(ctx context.Context, before time.Time) error {
	return f.each(ctx, func(shard string, entry fs.DirEntry) error {
		if !strings.HasPrefix(entry.Name(), tempPrefix) {
			return nil
		}
		info, err := entry.Info()
		if err != nil || !info.ModTime().Before(before) {
			return nil //nolint:nilerr // finished or still being written
		}
		if err := os.Remove(filepath.Join(shard, entry.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("sweep blobs: %w", err)
		}
		return nil
	})
}

// reading stops reading when its context ends.
type reading struct {
	ctx context.Context
	r   io.Reader
}

// Read implements io.Reader.
func (r reading) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.r.Read(p)
}
