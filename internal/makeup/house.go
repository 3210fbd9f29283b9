package makeup

import (
	"context"
	"html/template"

	"dateline/internal/news"
	"dateline/internal/page"
	"dateline/internal/prose"
)

// house tells prose what stands behind the ids of a text.
type house struct {
	prose.NoHouse
	album album
}

// house reads what a text and its story's lead show.
func (k *making) house(ctx context.Context, doc prose.Doc, lead news.LeadPicture) (house, error) {
	var ids []news.ID
	if lead.Picture != 0 {
		ids = append(ids, lead.Picture)
	}
	prose.Walk(doc, func(b prose.Block) bool {
		if p, ok := b.(prose.Picture); ok {
			ids = append(ids, p.Picture)
		}
		return true
	})
	a, err := k.album(ctx, ids, false)
	return house{album: a}, err
}

// Picture implements prose.House.
func (h house) Picture(p prose.Picture) (prose.Image, bool) {
	pic := h.album.picture(p.Picture)
	if pic == nil {
		return prose.Image{}, false
	}
	img := prose.Image{
		Src: pic.Src, SrcSet: pic.Srcset, Sizes: sizes[p.Layout], Width: pic.Width, Height: pic.Height,
		Alt: pic.Alt, Caption: pic.Caption, Credit: pic.Credit, Class: pic.Focus(),
	}
	for _, s := range pic.Sources {
		img.Sources = append(img.Sources, prose.Source{Type: s.Type, SrcSet: s.Srcset})
	}
	return img, true
}

// sizes is how wide a picture of each layout stands on the story page.
var sizes = map[prose.Layout]string{
	prose.Measure: "(min-width: 48rem) 40rem, 100vw",
	prose.Half:    "(min-width: 75rem) 60rem, 100vw",
	prose.Wide:    "(min-width: 81rem) 81rem, 100vw",
}

// Figure implements prose.House: galleries, films, maps and timelines stand
// on pages of their own until they are readers' to see.
func (house) Figure(prose.Block) (template.HTML, bool) { return "", false }

// width says how far a block reaches over the measure.
func (house) width(doc prose.Doc, id string) page.Width {
	for _, b := range doc.Blocks {
		if p, ok := b.(prose.Picture); ok && b.Common().ID == id {
			switch p.Layout {
			case prose.Half:
				return page.Half
			case prose.Wide:
				return page.Wide
			}
		}
	}
	return page.Measure
}
