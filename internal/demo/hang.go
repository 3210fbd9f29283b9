package demo

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"dateline/internal/news"
)

//go:embed pictures/*.jpg
var pictureFiles embed.FS

// hang brings the pictures into the library, with the words of the first
// story that shows each.
func (n *Newsroom) hang(ctx context.Context) error {
	names, err := fs.Glob(pictureFiles, "pictures/*.jpg")
	if err != nil {
		return fmt.Errorf("list pictures: %w", err)
	}
	for _, name := range names {
		key := strings.TrimSuffix(path.Base(name), ".jpg")
		f, err := pictureFiles.Open(name)
		if err != nil {
			return fmt.Errorf("open picture %s: %w", key, err)
		}
		made, err := n.pictures(ctx, path.Base(name), f, n.described(key))
		_ = f.Close() // embedded: nothing is lost
		if err != nil {
			return fmt.Errorf("add picture %s: %w", key, err)
		}
		n.library[key] = made
	}
	return nil
}

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
