package makeup

import (
	"context"

	"dateline/internal/locale"
	"dateline/internal/news"
	"dateline/internal/page"
	"dateline/internal/store"
)

// latestOnErrors is how many headlines an error page offers.
const latestOnErrors = 6

// Missing makes up the page for an address of an edition at which nothing
// stands, or no longer does: status 404, 410 or 451. An edition that does not
// exist is answered in the first one.
func (m *Makeup) Missing(ctx context.Context, edition, path string, status int) (Made, error) {
	made, err := m.make(ctx, edition, func(k *making) error { return k.gone(ctx, status, path) })
	if news.KindOf(err) != news.NotFound {
		return made, err
	}
	first, err := m.Default(ctx)
	if err != nil {
		return Made{}, err
	}
	return m.make(ctx, first, func(k *making) error { return k.gone(ctx, status, path) })
}

// Default is the name of the publication's first edition. A publication that
// has none yet is NotFound.
func (m *Makeup) Default(ctx context.Context) (string, error) {
	all, err := m.Editions(ctx)
	if err != nil {
		return "", err
	}
	if len(all) == 0 {
		return "", news.Errorf(news.NotFound, "edition", "The publication has no edition yet.")
	}
	return all[0].Name, nil
}

// Editions lists the publication's editions in their order.
func (m *Makeup) Editions(ctx context.Context) (all []news.Edition, err error) {
	err = m.store.Read(ctx, func(tx *store.Tx) error {
		all, err = tx.Editions().All(ctx)
		return err
	})
	return all, err
}

// gone fills an error page. It is made anew whenever something new could
// stand at its address.
func (k *making) gone(ctx context.Context, status int, path string) error {
	k.made.Status = status
	k.hard(news.TagLatest(k.edition.ID), news.TagShell(k.edition.ID))
	e := &page.Error{Status: status, Code: k.locale.Digits(statusText(status)), When: k.day(k.tx.Now(), locale.Long)}
	latest, err := k.tx.Public().Listed(ctx, store.Scope{Edition: k.edition.ID}, store.Window{}, latestOnErrors)
	if err != nil {
		return err
	}
	cards, err := k.cards(ctx, latest, cut{size: page.Size4, style: locale.DayMonth, away: true})
	if err != nil {
		return err
	}
	if len(cards) > 0 {
		e.Latest = &page.CardBox{URL: k.edition.FrontPath(), Cards: cards}
	}
	title := "missing.title"
	if status != 404 {
		title = "gone.title"
	}
	e.Site, err = k.shell(ctx, head{title: k.words.Text(title), path: path, noIndex: true})
	k.made.Page = e
	return err
}

func statusText(status int) string {
	return string([]byte{byte('0' + status/100), byte('0' + status/10%10), byte('0' + status%10)})
}

// Failed makes up the page for a failure (500, 503) without asking the
// database for more than the frame; where even that fails the caller has
// plain words.
func (m *Makeup) Failed(ctx context.Context, edition string, status int, requestID string) (Made, error) {
	if edition == "" {
		first, err := m.Default(ctx)
		if err != nil {
			return Made{}, err
		}
		edition = first
	}
	return m.make(ctx, edition, func(k *making) error {
		k.made.Status = status
		e := &page.Error{Status: status, Code: k.locale.Digits(statusText(status)), When: k.day(k.tx.Now(), locale.Long), RequestID: requestID}
		var err error
		e.Site, err = k.shell(ctx, head{title: k.words.Text("failed.title"), path: k.edition.FrontPath(), noIndex: true})
		k.made.Page = e
		return err
	})
}
