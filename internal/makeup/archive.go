package makeup

import (
	"context"

	"dateline/internal/locale"
	"dateline/internal/news"
	"dateline/internal/page"
	"dateline/internal/store"
)

// maxMonths bounds the months that the archive's index lists: a century and
// more.
const maxMonths = 1500

// Archive makes up one month of an edition, by day, newest first.
func (m *Makeup) Archive(ctx context.Context, edition string, at Period) (Made, error) {
	return m.make(ctx, edition, func(k *making) error {
		k.hard(news.TagLatest(k.edition.ID))
		l := listing{store.Scope{Edition: k.edition.ID}, k.edition.FrontPath()}
		from, to := k.edition.Month(at.Year, at.Month)
		window := store.Window{From: from, To: to}
		pieces, err := k.tx.Public().Listed(ctx, l.scope, window, monthSize)
		if err != nil {
			return err
		}
		if len(pieces) == 0 {
			return news.Errorf(news.NotFound, "month", "Nothing was published in this month.")
		}
		cards, err := k.cards(ctx, pieces, cut{size: page.Size4, style: locale.DayMonth})
		if err != nil {
			return err
		}
		p := &page.Archive{Title: k.monthName(from), Days: k.byDay(pieces, cards), URL: k.edition.ArchivePath()}
		pager, err := k.pager(ctx, l, at, window, pieces)
		if err != nil {
			return err
		}
		p.Older, p.Newer = pager.Older, pager.Newer
		if p.Newer != nil && p.Newer.Text == "" {
			p.Newer = nil
		}
		h := head{title: k.words.Text("archive.month", "month", p.Title), path: news.MonthPath(l.base, at.Year, at.Month)}
		p.Site, err = k.shell(ctx, h)
		k.made.Page = p
		return err
	})
}

// byDay groups cards by the day on which their stories became visible.
func (k *making) byDay(pieces []news.Piece, cards []page.Card) []page.Day {
	var days []page.Day
	for i, p := range pieces {
		when := k.day(p.VisibleAt, locale.Full)
		if n := len(days); n == 0 || days[n-1].When != when {
			days = append(days, page.Day{When: when})
		}
		last := &days[len(days)-1]
		last.Cards = append(last.Cards, cards[i])
	}
	return days
}

// ArchiveIndex makes up the list of the months in which an edition published
// anything.
func (m *Makeup) ArchiveIndex(ctx context.Context, edition string) (Made, error) {
	return m.make(ctx, edition, func(k *making) error {
		k.hard(news.TagLatest(k.edition.ID))
		p := &page.ArchiveIndex{}
		scope := store.Scope{Edition: k.edition.ID}
		before := k.tx.Now() + 1
		for range maxMonths {
			at, err := k.tx.Public().LastBefore(ctx, scope, before)
			if err != nil {
				return err
			}
			if at == 0 {
				break
			}
			if before, err = k.addMonth(ctx, p, scope, at); err != nil {
				return err
			}
		}
		var err error
		p.Site, err = k.shell(ctx, head{title: k.words.Text("archive.title"), path: k.edition.ArchivePath()})
		k.made.Page = p
		return err
	})
}

// addMonth adds the month of a moment to the index and returns its beginning.
func (k *making) addMonth(ctx context.Context, p *page.ArchiveIndex, scope store.Scope, at news.Instant) (news.Instant, error) {
	year, month := k.edition.YearMonth(at)
	from, to := k.edition.Month(year, month)
	n, err := k.tx.Public().Count(ctx, scope, store.Window{From: from, To: to})
	if err != nil {
		return 0, err
	}
	title := k.locale.Civil(news.CivilDate{Year: year, Precision: news.ToYear}, locale.Year)
	if y := len(p.Years); y == 0 || p.Years[y-1].Title != title {
		p.Years = append(p.Years, page.Year{Title: title})
	}
	last := &p.Years[len(p.Years)-1]
	last.Months = append(last.Months, page.Month{
		Name: k.monthName(from), URL: news.MonthPath(k.edition.FrontPath(), year, month), Count: int(n), Shown: k.locale.Number(n),
	})
	return from, nil
}
