package makeup

import (
	"context"

	"dateline/internal/locale"
	"dateline/internal/news"
	"dateline/internal/page"
	"dateline/internal/store"
)

// How much stands on a front page.
const (
	frontReading    = 3 // cards of the second band
	frontAlso       = 3 // headlines under the lead
	frontNews       = 7
	frontSections   = 3
	frontPerSection = 3
	choiceSize      = 5
)

// Keys of the curated lists that pages ask for. A list that the newsroom has
// not made is filled by its tail alone.
const (
	FrontList  = "front"
	ChoiceList = "choice"
)

// Front makes up an edition's front page. A story stands on it once.
func (m *Makeup) Front(ctx context.Context, edition string) (Made, error) {
	return m.make(ctx, edition, func(k *making) error {
		k.hard(news.TagLatest(k.edition.ID), news.TagShell(k.edition.ID))
		f := &page.Front{}
		for _, fill := range []func(context.Context, *page.Front) error{k.frontTop, k.frontBeside, k.frontSections} {
			if err := fill(ctx, f); err != nil {
				return err
			}
		}
		same := map[news.ID]string{}
		for _, e := range k.editions {
			same[e.ID] = e.FrontPath()
		}
		site, err := k.shell(ctx, head{path: k.edition.FrontPath(), same: same})
		if err != nil {
			return err
		}
		if site.Head.Data, err = k.siteData(); err != nil {
			return err
		}
		if f.Lead != nil && f.Lead.Picture != nil {
			site.Head.Graph.Image = k.share(f.Lead.Picture)
		}
		f.Site, k.made.Page = site, f
		return nil
	})
}

// frontTop fills the lead and the second band from the front list, completed
// by the latest stories.
func (k *making) frontTop(ctx context.Context, f *page.Front) error {
	pieces, err := k.curated(ctx, FrontList, 1+frontReading)
	if err != nil || len(pieces) == 0 {
		return err
	}
	lead, err := k.cards(ctx, pieces[:1], cut{size: page.SizeLead, style: locale.Full, brief: true, byline: true, picture: true})
	if err != nil {
		return err
	}
	f.Lead = &lead[0]
	if f.Lead.Also, err = k.also(ctx, pieces[0]); err != nil {
		return err
	}
	f.Reading, err = k.cards(ctx, pieces[1:], cut{style: locale.DayMonth, brief: true, byline: true, picture: true})
	sizes := [frontReading]page.Size{page.Size1, page.Size2, page.Size3}
	for i := range f.Reading {
		f.Reading[i].Size = sizes[i]
	}
	return err
}

// also gives the headlines under the lead: the stories that its editors
// related to it.
func (k *making) also(ctx context.Context, lead news.Piece) ([]page.Link, error) {
	pieces, err := k.tx.Public().Some(ctx, lead.Revision.Related)
	if err != nil {
		return nil, err
	}
	var links []page.Link
	for _, p := range k.fresh(pieces, frontAlso) {
		k.noteStory(p, false)
		links = append(links, page.Link{Text: p.Revision.Headline, URL: k.edition.StoryPath(p.Story, p.Revision.Slug)})
	}
	return links, nil
}

func (k *making) frontBeside(ctx context.Context, f *page.Front) (err error) {
	if f.Boxes, err = k.boxes(ctx); err != nil {
		return err
	}
	notes, err := k.tx.Public().Corrections(ctx, k.edition.ID, store.Window{}, 1)
	if err != nil {
		return err
	}
	f.Corrections, err = k.corrections(ctx, notes)
	return err
}

// frontSections fills the boxes of the sections behind the first, those with
// stories left to show.
func (k *making) frontSections(ctx context.Context, f *page.Front) error {
	for i := len(k.sections) - 1; i > 0; i-- {
		s := k.sections[i]
		if len(f.BySection) == frontSections {
			return nil
		}
		pieces, err := k.tx.Public().Fresh(ctx, store.Scope{Edition: k.edition.ID, Section: s.ID}, frontPerSection, k.shown)
		if err != nil {
			return err
		}
		k.hard(news.TagOf(news.NounSection, s.ID))
		pieces = k.fresh(pieces, frontPerSection)
		if len(pieces) == 0 {
			continue
		}
		cards, err := k.cards(ctx, pieces, cut{size: page.Size3, style: locale.DayMonth, picture: true, brief: true})
		if err != nil {
			return err
		}
		box := page.CardBox{Title: s.Name, URL: k.edition.SectionPath(s), Cards: sectionCards(cards)}
		f.BySection = append([]page.CardBox{box}, f.BySection...)
	}
	return nil
}

// sectionCards gives the first card its picture and brief and leaves the
// others a headline, without the label that the box says already.
func sectionCards(cards []page.Card) []page.Card {
	for i := range cards {
		cards[i].Label = ""
		if i == 0 {
			cards[i].Size = page.Size1
			continue
		}
		cards[i].Picture, cards[i].Brief = nil, ""
	}
	return cards
}
