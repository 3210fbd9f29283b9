package makeup

import (
	"context"

	"dateline/internal/news"
	"dateline/internal/page"
	"dateline/internal/store"
)

// Section makes up a page of a section's stories.
func (m *Makeup) Section(ctx context.Context, edition, slug string, at Period) (Made, error) {
	return m.make(ctx, edition, func(k *making) error {
		s, err := k.tx.Sections().BySlug(ctx, k.edition.ID, slug)
		if err != nil {
			return err
		}
		k.hard(news.TagOf(news.NounSection, s.ID))
		p := &page.Section{Title: s.Name, About: s.About}
		l := listing{store.Scope{Edition: k.edition.ID, Section: s.ID}, k.edition.SectionPath(s)}
		if p.Cards, p.Pager, err = k.listed(ctx, l, at, listCut); err != nil {
			return err
		}
		for i := range p.Cards {
			if p.Cards[i].Label == s.Name {
				p.Cards[i].Label = "" // the page says it already
			}
		}
		if at == (Period{}) && len(p.Cards) > 0 {
			p.Cards[0].Size = page.Size1
			p.Lead, p.Cards = &p.Cards[0], p.Cards[1:]
		}
		if p.Boxes, err = k.boxes(ctx); err != nil {
			return err
		}
		h := k.listHead(s.Name, l.base, at)
		h.here, h.description = s.ID, s.About
		if at == (Period{}) {
			if h.same, err = k.sectionElsewhere(ctx, s); err != nil {
				return err
			}
		}
		p.Site, err = k.shell(ctx, h)
		k.made.Page = p
		return err
	})
}

// sectionElsewhere finds the same section in the other editions.
func (k *making) sectionElsewhere(ctx context.Context, s news.Section) (map[news.ID]string, error) {
	group, err := k.tx.Sections().Group(ctx, s.Group)
	same := map[news.ID]string{}
	for _, other := range group {
		k.soft(news.TagOf(news.NounSection, other.ID))
		for _, e := range k.editions {
			if e.ID == other.Edition {
				same[e.ID] = e.SectionPath(other)
			}
		}
	}
	return same, err
}
