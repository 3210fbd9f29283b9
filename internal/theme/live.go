package theme

import (
	"fmt"
	"hash/fnv"
	"io/fs"
	"sync"
)

// Live is a theme that is read again when a file of it changes: for those who
// make one. A reader's request should never pay for it.
type Live struct {
	layers []Layer

	mu    sync.Mutex
	stamp uint64
	theme *Theme
	err   error
}

// NewLive returns a theme that follows its folders. They may be broken when it
// starts: Theme says so.
func NewLive(upper ...Layer) *Live { return &Live{layers: upper} }

// Theme returns the theme as its folders are now, or what is wrong with them.
func (l *Live) Theme() (*Theme, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	stamp, err := stampOf(l.layers)
	if err != nil {
		return nil, err
	}
	if stamp != l.stamp {
		l.theme, l.err = read(l.layers)
		l.stamp = stamp
	}
	return l.theme, l.err
}

// stampOf changes when a file is added, removed, or written. It is never 0.
func stampOf(layers []Layer) (uint64, error) {
	sum := fnv.New64a()
	for _, layer := range layers {
		err := fs.WalkDir(layer.FS, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			info, err := d.Info()
			if err != nil {
				return err
			}
			fmt.Fprintln(sum, layer.Name, name, info.Size(), info.ModTime().UnixNano())
			return nil
		})
		if err != nil {
			return 0, fmt.Errorf("theme: %s: %w", layer.Name, err)
		}
	}
	return sum.Sum64() | 1, nil
}
