package library

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"

	"dateline/internal/news"
	"dateline/internal/store"
)

// Upload is a picture file with what its sender says of it. A text left empty
// is taken from the file.
type Upload struct {
	Name       string // of the file, as the sender calls it
	Reader     io.Reader
	Words      map[string]news.PictureWords // by language
	Creator    string
	Credit     string
	Copyright  string
	Rights     string // address of a web statement of rights, or a licence in words
	SourceType string // see SourceTypes
	RightsEnd  news.Instant
	FocusX     int // per cent from the left; with FocusY 0, both mean the middle
	FocusY     int
	// Scrub keeps, instead of the file, its pixels alone: nothing that the
	// camera or a person wrote into it is stored.
	Scrub bool
	// Proof makes two sizes in the plainest format, in a fifth of the time, so
	// that the picture can be shown at once. Renew makes the others.
	Proof bool
}

// Made is a picture whose original and renditions lie in Blobs already, and
// which is not in the database yet.
type Made struct {
	Picture    news.Picture
	Renditions []news.Rendition
}

// Add takes a picture into the library: one act.
func (l *Library) Add(ctx context.Context, actor news.Actor, u Upload) (news.Picture, error) {
	made, err := l.Make(ctx, actor, u)
	if err != nil {
		return news.Picture{}, err
	}
	return l.enter(ctx, actor, made)
}

// Make does the long part of adding a picture, outside of any transaction:
// check, decode, make renditions, keep the bytes. Enter does the rest; an
// import enters many in one transaction of its own. What is made and never
// entered, Sweep removes.
func (l *Library) Make(ctx context.Context, actor news.Actor, u Upload) (Made, error) {
	if err := may(actor); err != nil {
		return Made{}, err
	}
	p, err := described(u)
	if err != nil {
		return Made{}, fmt.Errorf("add picture: %w", err)
	}
	file, err := spool(ctx, u)
	if err != nil {
		return Made{}, fmt.Errorf("add picture: %w", err)
	}
	defer file.discard()
	work, err := l.workshop.open(ctx, file.reader(), order{mediaType: file.mediaType, scrub: u.Scrub, proof: u.Proof})
	if err != nil {
		return Made{}, fmt.Errorf("add picture: %w", err)
	}
	p.ID, p.CreatedBy, p.MediaType = l.store.NewID(), actor.Account, file.mediaType
	l.complete(&p, work.Facts)
	made, err := l.keep(ctx, p, file, work)
	if err != nil {
		return Made{}, fmt.Errorf("add picture: %w", err)
	}
	return made, nil
}

// Enter writes a made picture into the database as part of the caller's
// transaction, whose ledger row must carry the picture's page tag.
func Enter(ctx context.Context, tx *store.Tx, made Made) error {
	return tx.Pictures().Add(ctx, made.Picture, made.Renditions)
}

func (l *Library) enter(ctx context.Context, actor news.Actor, made Made) (news.Picture, error) {
	p := made.Picture
	_, err := l.store.Act(ctx, func(tx *store.Tx) (news.LedgerRow, error) {
		p.CreatedAt, p.Version = tx.Now(), 1
		return row(actor, p.ID), Enter(ctx, tx, made)
	})
	if err != nil {
		return p, fmt.Errorf("add picture: %w", err)
	}
	return p, nil
}

// may says whether the actor may change the library.
func may(actor news.Actor) error {
	if actor.Role.May(news.ActPicture) {
		return nil
	}
	return news.Errorf(news.Forbidden, "", "Your role does not allow changes to the library. Ask a reporter or an editor.")
}

// row is the ledger row of an act on one picture.
func row(actor news.Actor, id news.ID) news.LedgerRow {
	return news.LedgerRow{
		Actor: actor.Account, Act: news.ActPicture,
		Subject: news.Subject{Noun: news.NounPicture, ID: id}.String(),
		Tags:    []string{news.TagOf(news.NounPicture, id)},
	}
}

// keep stores the original, or its pixels alone, and the labelled renditions.
func (l *Library) keep(ctx context.Context, p news.Picture, file *spooled, work *work) (Made, error) {
	made := Made{Picture: p}
	var err error
	if work.Pixels != nil {
		made.Picture.MediaType = work.Pixels.MediaType
		made.Picture.Blob, err = l.put(ctx, work.Pixels.Bytes)
	} else {
		made.Picture.Blob, err = file.key, l.blobs.Put(ctx, file.key, file.reader())
	}
	if err != nil {
		return made, err
	}
	made.Renditions, err = l.putRenditions(ctx, p, work.Renditions)
	return made, err
}

// putRenditions labels renditions with what is said of their picture, and
// keeps them.
func (l *Library) putRenditions(ctx context.Context, p news.Picture, all []drawn) ([]news.Rendition, error) {
	label := labelOf(p, l.language)
	kept := make([]news.Rendition, 0, len(all))
	for _, d := range all {
		r, err := l.putRendition(ctx, p.ID, d, label)
		if err != nil {
			return nil, err
		}
		kept = append(kept, r)
	}
	return kept, nil
}

func (l *Library) putRendition(ctx context.Context, id news.ID, d drawn, label []byte) (news.Rendition, error) {
	labelled, err := attach(d, label)
	if err != nil {
		return news.Rendition{}, err
	}
	key, err := l.put(ctx, labelled)
	return news.Rendition{Picture: id, Width: d.Width, Height: d.Height, MediaType: d.MediaType, Blob: key, Bytes: int64(len(labelled))}, err
}

func (l *Library) put(ctx context.Context, b []byte) (string, error) {
	key := KeyOf(b)
	return key, l.blobs.Put(ctx, key, bytes.NewReader(b))
}

// Find returns a picture whose original has the given key, so that an import
// which runs again need not add it again; NotFound for none.
func (l *Library) Find(ctx context.Context, key string) (news.Picture, error) {
	var p news.Picture
	if err := checkKey(key); err != nil {
		return p, fmt.Errorf("find picture: %w", err)
	}
	err := l.store.Read(ctx, func(tx *store.Tx) (err error) {
		p, err = tx.Pictures().ByBlob(ctx, key)
		return err
	})
	if err != nil {
		return p, fmt.Errorf("find picture: %w", err)
	}
	return p, nil
}

// discard forgets a spooled file.
func (s *spooled) discard() {
	_ = s.file.Close()           // it was only read
	_ = os.Remove(s.file.Name()) // the system clears its temporary folder otherwise
}
