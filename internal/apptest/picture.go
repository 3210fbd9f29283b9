package apptest

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"

	"dateline/internal/library"
	"dateline/internal/news"
	"dateline/internal/store"
)

// pictureWidths are those of the renditions of every picture of a house.
var pictureWidths = []int{320, 640}

// Picture adds a picture with its renditions: one of a plain tone, drawn
// here, so that no child process has to open a file.
func (n *Newsroom) Picture(p news.Picture) news.Picture {
	n.t.Helper()
	p.ID, p.MediaType, p.FocusX, p.FocusY = news.NewID(), "image/jpeg", 50, 50
	made := library.Made{}
	for _, w := range pictureWidths {
		file := drawn(n, w, uint8(p.ID))
		key := library.KeyOf(file)
		if err := n.blobs.Put(n.ctx(), key, bytes.NewReader(file)); err != nil {
			n.t.Fatalf("%v", err)
		}
		made.Renditions = append(made.Renditions, news.Rendition{
			Picture: p.ID, Width: w, Height: w / 2, MediaType: p.MediaType, Blob: key, Bytes: int64(len(file)),
		})
		p.Width, p.Height, p.Blob = w, w/2, key
	}
	made.Picture = p
	must[news.LedgerRow](n.t)(n.store.Act(n.ctx(), func(tx *store.Tx) (news.LedgerRow, error) {
		tag := news.TagOf(news.NounPicture, p.ID)
		return news.LedgerRow{Act: news.ActPicture, Subject: tag, Tags: []string{tag}}, library.Enter(n.ctx(), tx, made)
	}))
	return p
}

// drawn is a JPEG of one tone, with the picture's own mark in it, so that no
// two pictures share a file.
func drawn(n *Newsroom, width int, tone uint8) []byte {
	m := image.NewGray(image.Rect(0, 0, width, width/2))
	for i := range m.Pix {
		m.Pix[i] = color.Gray{Y: tone}.Y
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		n.t.Fatalf("draw picture: %v", err)
	}
	_, _ = fmt.Fprintf(&b, "\n%s", news.NewID()) // behind the end of the image: ignored by every reader
	return b.Bytes()
}
