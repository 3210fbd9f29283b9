package makeup

import (
	"context"

	"dateline/internal/news"
	"dateline/internal/page"
	"dateline/internal/store"
)

// Tag makes up a page of a tag's stories.
func (m *Makeup) Tag(ctx context.Context, edition, slug string, at Period) (Made, error) {
	return m.make(ctx, edition, func(k *making) error {
		t, err := k.tx.Tags().BySlug(ctx, k.edition.ID, slug)
		if err != nil {
			return err
		}
		k.hard(news.TagOf(news.NounTag, t.ID))
		p := &page.Tag{Title: t.Name}
		l := listing{store.Scope{Edition: k.edition.ID, Tag: t.ID}, k.edition.TagPath(t)}
		if p.Cards, p.Pager, err = k.listed(ctx, l, at, listCut); err != nil {
			return err
		}
		if len(p.Cards) == 0 {
			// A tag that stands on no visible story is known to the desk only.
			return news.Errorf(news.NotFound, "tag", "No story has this tag.")
		}
		if p.Boxes, err = k.boxes(ctx); err != nil {
			return err
		}
		h := k.listHead(t.Name, l.base, at)
		h.description = k.words.Text("tag.stories", "name", t.Name)
		if at == (Period{}) {
			if h.same, err = k.tagElsewhere(ctx, t); err != nil {
				return err
			}
		}
		p.Site, err = k.shell(ctx, h)
		k.made.Page = p
		return err
	})
}

// tagElsewhere finds the same tag in the other editions, where a visible
// story has it.
func (k *making) tagElsewhere(ctx context.Context, t news.Tag) (map[news.ID]string, error) {
	group, err := k.tx.Tags().Group(ctx, t.Group)
	if err != nil {
		return nil, err
	}
	same := map[news.ID]string{}
	for _, other := range group {
		k.soft(news.TagOf(news.NounTag, other.ID))
		newest, err := k.tx.Public().LastBefore(ctx, store.Scope{Edition: other.Edition, Tag: other.ID}, k.tx.Now()+1)
		if err != nil {
			return nil, err
		}
		for _, e := range k.editions {
			if e.ID == other.Edition && newest != 0 {
				same[e.ID] = e.TagPath(other)
			}
		}
	}
	return same, nil
}
