package makeup

import (
	"context"

	"dateline/internal/locale"
	"dateline/internal/news"
	"dateline/internal/page"
	"dateline/internal/store"
)

// Author makes up a page of a person's stories in an edition.
func (m *Makeup) Author(ctx context.Context, edition, slug string, at Period) (Made, error) {
	return m.make(ctx, edition, func(k *making) error {
		who, err := k.tx.People().BySlug(ctx, slug)
		if err != nil {
			return err
		}
		k.hard(news.TagOf(news.NounPerson, who.ID))
		name := who.In(k.edition.Language)
		p := &page.Author{Name: name.Name, About: name.Bio}
		l := listing{store.Scope{Edition: k.edition.ID, Person: who.ID}, k.edition.PersonPath(who)}
		byName := cut{size: page.Size2, style: locale.Long, brief: true, picture: true}
		if p.Cards, p.Pager, err = k.listed(ctx, l, at, byName); err != nil {
			return err
		}
		if len(p.Cards) == 0 {
			return news.Errorf(news.NotFound, "person", "Nothing by this person stands in this edition.")
		}
		if p.Boxes, err = k.boxes(ctx); err != nil {
			return err
		}
		h := k.listHead(name.Name, l.base, at)
		h.description = k.words.Text("author.stories", "name", name.Name)
		if at == (Period{}) {
			if h.same, err = k.personElsewhere(ctx, who); err != nil {
				return err
			}
		}
		p.Site, err = k.shell(ctx, h)
		p.Head.Graph.Type = "profile"
		k.made.Page = p
		return err
	})
}

// personElsewhere finds the editions in which a person's stories stand.
func (k *making) personElsewhere(ctx context.Context, who news.Person) (map[news.ID]string, error) {
	same := map[news.ID]string{}
	for _, e := range k.editions {
		newest, err := k.tx.Public().LastBefore(ctx, store.Scope{Edition: e.ID, Person: who.ID}, k.tx.Now()+1)
		if err != nil {
			return nil, err
		}
		if newest != 0 {
			same[e.ID] = e.PersonPath(who)
		}
	}
	return same, nil
}
