package makeup

import (
	"context"

	"dateline/internal/news"
	"dateline/internal/page"
)

// Preview makes up a story as readers would see it if the piece's revision
// were public now: for people of the newsroom alone, and never to be kept. A
// notice over the page says so and leads back. address says where they find
// pictures that readers may not see yet. It is no method of Makeup, because
// those show what is public only.
func Preview(ctx context.Context, m *Makeup, p news.Piece, back string, address func(news.Rendition) string) (page.Page, error) {
	edition, err := m.editionName(ctx, p.Edition)
	if err != nil {
		return nil, err
	}
	made, err := m.make(ctx, edition, func(k *making) error {
		k.address = address
		if p.Standing == news.Unpublished {
			p.Standing, p.PublishedAt = news.Published, max(k.tx.Now(), p.Embargo)
		}
		if err := k.story(ctx, p); err != nil {
			return err
		}
		frame := k.made.Page.Frame()
		frame.Head.NoIndex, frame.Head.Canonical, frame.Head.Data = true, "", nil
		frame.Notice = &page.Notice{
			Text: k.words.Text("preview.notice"), Links: []page.Link{{Text: k.words.Text("preview.back"), URL: back}},
		}
		return nil
	})
	return made.Page, err
}

// editionName finds an edition's name.
func (m *Makeup) editionName(ctx context.Context, id news.ID) (string, error) {
	all, err := m.Editions(ctx)
	if err != nil {
		return "", err
	}
	for _, e := range all {
		if e.ID == id {
			return e.Name, nil
		}
	}
	return "", news.Errorf(news.NotFound, "edition", "The story's edition no longer exists.")
}
