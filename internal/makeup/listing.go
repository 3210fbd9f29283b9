package makeup

import (
	"context"
	"strings"
	"time"

	"dateline/internal/locale"
	"dateline/internal/news"
	"dateline/internal/page"
	"dateline/internal/store"
)

// listSize is how many stories the head page of a list shows; monthSize how
// many a page of one month does.
const (
	listSize  = 30
	monthSize = store.MaxListed
)

// Period is the month that a page of a list shows; the zero Period is the
// list's head page with the newest stories. Lists page by month, so that the
// address of a page keeps its stories.
type Period struct{ Year, Month int }

// listing is a list of stories that pages by month.
type listing struct {
	scope store.Scope
	base  string // path of the head page
}

// listed fills a page of a list: its cards, and the ways to the newer and the
// older page. A month without stories is NotFound.
func (k *making) listed(ctx context.Context, l listing, at Period, c cut) ([]page.Card, page.Pager, error) {
	var window store.Window
	size := listSize
	if at != (Period{}) {
		window.From, window.To = k.edition.Month(at.Year, at.Month)
		size = monthSize
	}
	pieces, err := k.tx.Public().Listed(ctx, l.scope, window, size)
	if err != nil {
		return nil, page.Pager{}, err
	}
	if len(pieces) == 0 && at != (Period{}) {
		return nil, page.Pager{}, news.Errorf(news.NotFound, "month", "Nothing was published here in this month.")
	}
	for _, p := range pieces {
		k.shown[p.ID] = true
	}
	cards, err := k.cards(ctx, pieces, c)
	if err != nil {
		return nil, page.Pager{}, err
	}
	pager, err := k.pager(ctx, l, at, window, pieces)
	return cards, pager, err
}

// pager finds the neighbouring pages. From the head page the older one is the
// month of its oldest story, when that month goes on behind it, or the month
// before.
func (k *making) pager(ctx context.Context, l listing, at Period, w store.Window, shown []news.Piece) (page.Pager, error) {
	var p page.Pager
	if len(shown) == 0 {
		return p, nil
	}
	before := w.From
	if at == (Period{}) {
		before = shown[len(shown)-1].VisibleAt
	}
	older, err := k.tx.Public().LastBefore(ctx, l.scope, before)
	if err != nil {
		return p, err
	}
	if older != 0 {
		p.Older = k.monthLink(l.base, older)
	}
	if at == (Period{}) {
		return p, nil
	}
	newer, err := k.tx.Public().FirstAfter(ctx, l.scope, w.To)
	if err != nil {
		return p, err
	}
	p.Here = k.monthName(w.From)
	p.Newer = &page.Link{Text: "", URL: l.base}
	if newer != 0 {
		p.Newer = k.monthLink(l.base, newer)
	}
	return p, nil
}

func (k *making) monthLink(base string, at news.Instant) *page.Link {
	year, month := k.edition.YearMonth(at)
	return &page.Link{Text: k.monthName(at), URL: news.MonthPath(base, year, month)}
}

// monthName names the month of a moment as addresses count months: in the
// Gregorian calendar, in the edition's words. An edition that counts otherwise
// adds the days in its own calendar.
func (k *making) monthName(at news.Instant) string {
	year, month := k.edition.YearMonth(at)
	name := k.locale.Civil(news.CivilDate{Year: year, Month: month, Precision: news.ToMonth}, locale.MonthYear)
	if k.locale.Calendar() == locale.Gregorian {
		return name
	}
	first := news.CivilDate{Year: year, Month: month, Day: 1, Precision: news.ToDay}
	last := first
	last.Day = time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	days := strings.ReplaceAll(k.locale.Interval(first, last), " ", "\u00a0") // a heading breaks before them, not within
	return name + " (" + days + ")"
}

// listCut is how stories stand in a list.
var listCut = cut{size: page.Size2, style: locale.Long, brief: true, byline: true, picture: true}

// listHead titles a page of a list: of a month, with the month's name.
func (k *making) listHead(name string, base string, at Period) head {
	if at == (Period{}) {
		return head{title: name, path: base}
	}
	from, _ := k.edition.Month(at.Year, at.Month)
	title := name + ", " + k.monthName(from)
	if k.edition.Direction == news.RightToLeft {
		title = name + "، " + k.monthName(from)
	}
	return head{title: title, path: news.MonthPath(base, at.Year, at.Month)}
}
