package demo

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"dateline/internal/news"
)

//go:embed pictures/*.jpg
var pictureFiles embed.FS

// hang brings the pictures into the library, with the words of the first
// story that shows each. They are made side by side and entered in order, so
// that each has the same id in every demo.
func (n *Newsroom) hang(ctx context.Context) error {
	names, err := fs.Glob(pictureFiles, "pictures/*.jpg")
	if err != nil {
		return fmt.Errorf("list pictures: %w", err)
	}
	made := make([]Enter, len(names))
	failed := make([]error, len(names))
	var work sync.WaitGroup
	for i, name := range names {
		work.Go(func() { made[i], failed[i] = n.make(ctx, name) })
	}
	work.Wait()
	if err := errors.Join(failed...); err != nil {
		return err
	}
	for i, name := range names {
		p, err := made[i](ctx, n.store.NewID())
		if err != nil {
			return fmt.Errorf("add picture %s: %w", keyOf(name), err)
		}
		n.library[keyOf(name)] = p
	}
	return nil
}

func (n *Newsroom) make(ctx context.Context, name string) (Enter, error) {
	f, err := pictureFiles.Open(name)
	if err != nil {
		return nil, fmt.Errorf("open picture %s: %w", name, err)
	}
	defer f.Close()
	enter, err := n.pictures(ctx, path.Base(name), f, n.described(keyOf(name)))
	if err != nil {
		return nil, fmt.Errorf("make picture %s: %w", name, err)
	}
	return enter, nil
}

// keyOf is the key by which stories call a picture.
func keyOf(name string) string { return strings.TrimSuffix(path.Base(name), ".jpg") }

// described gives a picture the words of the first story that shows it.
func (n *Newsroom) described(key string) news.Picture {
	p := news.Picture{Words: map[string]news.PictureWords{}, FocusX: 50, FocusY: 50}
	for _, s := range n.content.stories {
		if s.Picture.Key != key {
			continue
		}
		for language := range s.Picture.Alt {
			p.Words[language] = news.PictureWords{Caption: s.Picture.Caption[language], Alt: s.Picture.Alt[language], Credit: s.Picture.Credit[language]}
		}
		p.Credit = s.Picture.Credit[n.content.publication.SourceEdition]
		break
	}
	return p
}
