package library

import (
	"context"
	"fmt"
	"io"

	"dateline/internal/news"
	"dateline/internal/store"
)

// File is one rendition, open for reading. The caller closes it. Its Blob is
// the digest of its bytes: a strong entity tag. What stands at a rendition's
// address changes when the picture's credit or caption does.
type File struct {
	news.Rendition
	io.ReadSeekCloser
}

// Rendition returns one size and format of a picture for readers. It is
// NotFound unless a story or page that readers may see shows the picture, and
// from the moment when its rights end. width and extension are those of
// news.MediaPath.
func (l *Library) Rendition(ctx context.Context, id news.ID, width int, extension string) (File, error) {
	return l.open(ctx, id, width, extension, shownToReaders)
}

// RenditionForDesk is the same for people who are signed in to the newsroom,
// of every picture that is not destroyed.
func (l *Library) RenditionForDesk(ctx context.Context, id news.ID, width int, extension string) (File, error) {
	return l.open(ctx, id, width, extension, func(context.Context, *store.Tx, news.ID) error { return nil })
}

func (l *Library) open(ctx context.Context, id news.ID, width int, extension string, allowed func(context.Context, *store.Tx, news.ID) error) (File, error) {
	var f File
	mediaType, known := news.MediaType(extension)
	if !known {
		return f, errNoPicture
	}
	err := l.store.Read(ctx, func(tx *store.Tx) (err error) {
		if err := allowed(ctx, tx, id); err != nil {
			return err
		}
		f.Rendition, err = tx.Pictures().Rendition(ctx, id, width, mediaType)
		return err
	})
	if err != nil {
		return f, fmt.Errorf("open rendition: %w", err)
	}
	f.ReadSeekCloser, f.Bytes, err = l.blobs.Open(ctx, f.Blob)
	if news.KindOf(err) == news.NotFound {
		// The database names it, so it must be here: the machine's fault.
		return f, &news.Error{Kind: news.Internal, Message: "A picture file is missing from the store of files.", Err: err}
	}
	if err != nil {
		return f, fmt.Errorf("open rendition: %w", err)
	}
	return f, nil
}

var errNoPicture = news.Errorf(news.NotFound, "picture", "There is no such picture.")

// shownToReaders is nil where readers may see the picture now.
func shownToReaders(ctx context.Context, tx *store.Tx, id news.ID) error {
	shown, err := tx.Public().Shows(ctx, id)
	if err != nil {
		return err
	}
	if !shown {
		return errNoPicture
	}
	p, err := tx.Pictures().ByID(ctx, id)
	if err != nil {
		return err
	}
	if p.RightsEnd != 0 && tx.Now() >= p.RightsEnd {
		return errNoPicture
	}
	return nil
}
