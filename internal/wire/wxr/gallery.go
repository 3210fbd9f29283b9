package wxr

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// galleryBlock reads galleries of all ages of the block editor: images as inner
// blocks, images in a list, or ids alone.
func (c *converter) galleryBlock(out *strings.Builder, b *block) {
	var inside strings.Builder
	b.flat(&inside)
	g := Gallery{Columns: int(b.number("columns"))}
	readGallery(inside.String(), &g)
	if len(g.Pictures) == 0 {
		g.IDs = b.numbers("ids")
	}
	c.gallery(out, g)
}

// gallery lists a gallery and writes it as a figure of figures.
func (c *converter) gallery(out *strings.Builder, g Gallery) {
	if len(g.IDs) == 0 && len(g.Pictures) == 0 && !g.Attached {
		c.note(NoteBlock, "A gallery was left out.", "it has no pictures")
		return
	}
	if len(c.refs.Galleries) == maxRefs {
		c.overfull = true
		return
	}
	for _, id := range g.IDs {
		c.attachment(id)
	}
	out.WriteString(`<figure data-gallery="` + strconv.Itoa(len(c.refs.Galleries)) + `">`)
	c.refs.Galleries = append(c.refs.Galleries, g)
	for _, p := range g.Pictures {
		out.WriteString("<figure>" + imgHTML(p.ImageRef))
		if p.Caption != "" {
			out.WriteString("<figcaption>" + p.Caption + "</figcaption>")
		}
		out.WriteString("</figure>")
	}
	if g.Caption != "" {
		out.WriteString("<figcaption>" + g.Caption + "</figcaption>")
	}
	out.WriteString("</figure>\n")
}

// readGallery takes pictures and captions from the HTML of a gallery.
func readGallery(text string, g *Gallery) {
	z := html.NewTokenizer(strings.NewReader(text))
	var caption *strings.Builder
	own := false // the caption is the gallery's own
	for z.Next() != html.ErrorToken {
		raw := string(z.Raw())
		t := z.Token()
		switch {
		case t.Data == "figcaption" && t.Type == html.StartTagToken:
			caption = &strings.Builder{}
			own = strings.Contains(attrOf(t, "class"), "blocks-gallery-caption")
		case t.Data == "figcaption" && t.Type == html.EndTagToken && caption != nil:
			g.caption(strings.TrimSpace(caption.String()), own)
			caption = nil
		case caption != nil:
			caption.WriteString(raw)
		case t.Data == "img" && t.Type != html.EndTagToken && len(g.Pictures) < maxRefs:
			ref := imageOf(t)
			g.Pictures = append(g.Pictures, GalleryPicture{ImageRef: ref})
			if ref.ID > 0 {
				g.IDs = append(g.IDs, ref.ID)
			}
		}
	}
}

// caption gives a caption to the gallery or to its last picture.
func (g *Gallery) caption(text string, own bool) {
	if own || len(g.Pictures) == 0 {
		g.Caption = text
		return
	}
	last := &g.Pictures[len(g.Pictures)-1]
	if last.Caption != "" {
		g.Caption = text // a second caption behind the last picture is the gallery's
		return
	}
	last.Caption = text
}

func attrOf(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
