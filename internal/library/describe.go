package library

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"

	"dateline/internal/news"
	"dateline/internal/store"
)

// Description is all that is said of a picture, as it shall stand.
type Description struct {
	Words      map[string]news.PictureWords // by language
	Creator    string
	Credit     string
	Copyright  string
	Rights     string
	RightsEnd  news.Instant
	SourceType string
	FocusX     int
	FocusY     int
}

// DescriptionOf returns what is said of a picture now, to be changed.
func DescriptionOf(p news.Picture) Description {
	return Description{
		Words: maps.Clone(p.Words), Creator: p.Creator, Credit: p.Credit, Copyright: p.Copyright, Rights: p.Rights,
		RightsEnd: p.RightsEnd, SourceType: p.SourceType, FocusX: p.FocusX, FocusY: p.FocusY,
	}
}

func (d Description) of(p news.Picture) news.Picture {
	p.Words, p.Creator, p.Credit, p.Copyright, p.Rights = d.Words, d.Creator, d.Credit, d.Copyright, d.Rights
	p.RightsEnd, p.SourceType, p.FocusX, p.FocusY = d.RightsEnd, d.SourceType, d.FocusX, d.FocusY
	return p
}

// Describe changes what is said of a picture: one act. version is the one that
// the actor had seen; an older one is a Conflict. The renditions are labelled
// anew where what they carry changes. A changed end of rights is urgent: it
// can take the picture from readers.
func (l *Library) Describe(ctx context.Context, actor news.Actor, id news.ID, version int64, d Description) (news.Picture, error) {
	if err := may(actor); err != nil {
		return news.Picture{}, err
	}
	was, renditions, err := l.read(ctx, id)
	if err != nil {
		return was, fmt.Errorf("describe picture: %w", err)
	}
	if was.Version != version {
		return was, errStale
	}
	p := d.of(was)
	if err := checkPicture(p); err != nil {
		return was, fmt.Errorf("describe picture: %w", err)
	}
	renditions, err = l.relabel(ctx, was, p, renditions)
	if err != nil {
		return was, fmt.Errorf("describe picture: %w", err)
	}
	r := row(actor, id)
	r.Urgent = p.RightsEnd != was.RightsEnd
	if err := l.change(ctx, r, p, renditions); err != nil {
		return was, fmt.Errorf("describe picture: %w", err)
	}
	p.Version++
	return p, nil
}

// change writes a picture and its renditions, in one act.
func (l *Library) change(ctx context.Context, r news.LedgerRow, p news.Picture, renditions []news.Rendition) error {
	_, err := l.store.Act(ctx, func(tx *store.Tx) (news.LedgerRow, error) {
		if err := tx.Pictures().Change(ctx, p); err != nil {
			return r, err
		}
		return r, tx.Pictures().Replace(ctx, p.ID, renditions)
	})
	return err
}

var errStale = &news.Error{Kind: news.Conflict, Field: "version", Err: store.ErrStale,
	Message: "Somebody else changed this picture in the meantime. Open it again, and bring your change into the newer version."}

// read returns a picture that is not destroyed, with its renditions.
func (l *Library) read(ctx context.Context, id news.ID) (p news.Picture, renditions []news.Rendition, err error) {
	err = l.store.Read(ctx, func(tx *store.Tx) error {
		if p, err = tx.Pictures().ByID(ctx, id); err != nil {
			return err
		}
		all, err := tx.Pictures().Renditions(ctx, []news.ID{id})
		renditions = all[id]
		return err
	})
	if err == nil && p.Blob == "" {
		err = news.Errorf(news.Gone, "picture", "This picture has been destroyed; nothing can be said of it any more.")
	}
	return p, renditions, err
}

// relabel writes the renditions again under a new label, and returns them with
// their new blobs; as they are where the label stays the same.
func (l *Library) relabel(ctx context.Context, was, is news.Picture, renditions []news.Rendition) ([]news.Rendition, error) {
	if bytes.Equal(labelOf(is, l.language), labelOf(was, l.language)) {
		return renditions, nil
	}
	all := make([]drawn, 0, len(renditions))
	for _, r := range renditions {
		b, err := l.contents(ctx, r.Blob)
		if err != nil {
			return nil, err
		}
		all = append(all, drawn{Width: r.Width, Height: r.Height, MediaType: r.MediaType, Bytes: b})
	}
	return l.putRenditions(ctx, is, all)
}

// contents reads one whole blob of a rendition.
func (l *Library) contents(ctx context.Context, key string) (b []byte, err error) {
	f, _, err := l.blobs.Open(ctx, key)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return io.ReadAll(io.LimitReader(f, MaxAnswer))
}
