package makeup

import (
	"context"

	"dateline/internal/locale"
	"dateline/internal/news"
	"dateline/internal/page"
	"dateline/internal/store"
)

// curated returns the stories of a curated list that do not stand on the page
// yet: those placed by hand whose pins have not ended, then the list's tail,
// n in all. Lists of a page are soft parts of it; the front page notes its
// own as hard by the edition's latest tag.
func (k *making) curated(ctx context.Context, key string, n int) ([]news.Piece, error) {
	list, err := k.tx.Lists().ByKey(ctx, k.edition.ID, key)
	if news.KindOf(err) == news.NotFound {
		list, err = news.Curated{Tail: news.TailLatest, Size: n}, nil
	}
	if err != nil {
		return nil, err
	}
	var pieces []news.Piece
	if list.ID != 0 {
		k.noteList(list)
		if pieces, err = k.placed(ctx, list); err != nil {
			return nil, err
		}
	}
	n = min(n, list.Size)
	pieces = k.fresh(pieces, n)
	if list.Tail == news.NoTail || len(pieces) >= n {
		return pieces, nil
	}
	latest, err := k.tx.Public().Fresh(ctx, store.Scope{Edition: k.edition.ID}, n-len(pieces), k.shown)
	if err != nil {
		return nil, err
	}
	k.soft(news.TagLatest(k.edition.ID))
	return append(pieces, k.fresh(latest, n-len(pieces))...), nil
}

// noteList makes the list's order a hard part of the front page, which it
// shapes, and a soft part of others, on which it is a box.
func (k *making) noteList(l news.Curated) {
	if l.Key == FrontList {
		k.hard(news.TagOf(news.NounList, l.ID))
		return
	}
	k.soft(news.TagOf(news.NounList, l.ID))
}

// placed returns a list's stories in the editors' order.
func (k *making) placed(ctx context.Context, l news.Curated) ([]news.Piece, error) {
	order, err := k.tx.Lists().Placements(ctx, l.ID)
	if err != nil {
		return nil, err
	}
	var ids []news.ID
	for _, p := range order {
		if p.Subject.Noun == news.NounStory && (p.PinnedUntil == 0 || p.PinnedUntil > k.tx.Now()) {
			ids = append(ids, p.Subject.ID)
		}
	}
	return k.tx.Public().Some(ctx, ids)
}

// choice is the Editor's Choice box.
func (k *making) choice(ctx context.Context) (*page.CardBox, error) {
	pieces, err := k.curated(ctx, ChoiceList, choiceSize)
	if err != nil || len(pieces) == 0 {
		return nil, err
	}
	cards, err := k.cards(ctx, pieces, cut{size: page.Size3, style: locale.DayMonth, away: true})
	for i := range cards {
		cards[i].Label = ""
	}
	return &page.CardBox{Cards: cards}, err
}

// newsBox is the box of the latest stories of the first section.
func (k *making) newsBox(ctx context.Context) (*page.CardBox, error) {
	if len(k.sections) == 0 {
		return nil, nil
	}
	first := k.sections[0]
	pieces, err := k.tx.Public().Fresh(ctx, store.Scope{Edition: k.edition.ID, Section: first.ID}, frontNews, k.shown)
	if err != nil {
		return nil, err
	}
	k.soft(news.TagOf(news.NounSection, first.ID))
	if pieces = k.fresh(pieces, frontNews); len(pieces) == 0 {
		return nil, nil
	}
	cards, err := k.cards(ctx, pieces, cut{size: page.Size4, style: locale.DayMonth, away: true})
	for i := range cards {
		cards[i].Label = ""
	}
	return &page.CardBox{Title: first.Name, URL: k.edition.SectionPath(first), Cards: cards}, err
}
