package desk_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"dateline/internal/desk"
	"dateline/internal/news"
	"dateline/internal/prose"
	"dateline/internal/store"
	"dateline/internal/storetest"
)

// The accounts of the house, one of each role.
var (
	contributor = news.Actor{Account: 1, Role: news.Contributor}
	reporter    = news.Actor{Account: 2, Role: news.Reporter}
	editor      = news.Actor{Account: 3, Role: news.Editor}
	chief       = news.Actor{Account: 4, Role: news.Chief}
	owner       = news.Actor{Account: 5, Role: news.Owner}
)

// house is a newsroom with two editions on a fresh database.
type house struct {
	*testing.T
	desk    *desk.Desk
	store   *store.Store
	options store.Options
	clock   *storetest.Clock

	english, arabic       news.Edition
	news, arabicNews      news.Section // of one group
	vienna, peace, arabia news.Tag     // vienna and arabia are of one group
	elise                 news.Person
	choice                news.Curated
}

func openHouse(t *testing.T, fresh storetest.Fresh) *house {
	t.Helper()
	h := &house{T: t, clock: storetest.NewClock(), options: fresh(t)}
	h.options.Now = h.clock.Now
	h.store = storetest.Open(t, h.options)
	h.desk = desk.New(h.store)
	ctx := t.Context()
	h.english = need(ctx, h, news.Edition{Name: "en", Language: "en", Zone: "UTC", Label: "English", Title: "Courier"}, h.desk.SettleEdition)
	h.arabic = need(ctx, h, news.Edition{Name: "ar", Language: "ar", Zone: "UTC", Label: "العربية", Title: "البريد"}, h.desk.SettleEdition)
	h.news = need(ctx, h, news.Section{Edition: h.english.ID, Name: "News"}, h.desk.SettleSection)
	h.arabicNews = need(ctx, h, news.Section{Edition: h.arabic.ID, Name: "أخبار", Group: h.news.Group}, h.desk.SettleSection)
	h.vienna = need(ctx, h, news.Tag{Edition: h.english.ID, Name: "Vienna"}, h.desk.SettleTag)
	h.peace = need(ctx, h, news.Tag{Edition: h.english.ID, Name: "Peace"}, h.desk.SettleTag)
	h.arabia = need(ctx, h, news.Tag{Edition: h.arabic.ID, Name: "فيينا", Group: h.vienna.Group}, h.desk.SettleTag)
	h.elise = need(ctx, h, news.Person{Names: map[string]news.PersonName{"en": {Name: "Elise Hartmann"}}}, h.desk.SettlePerson)
	h.choice = need(ctx, h, news.Curated{Edition: h.english.ID, Key: "choice", Name: "Editor’s Choice", Size: 3}, h.desk.SettleList)
	return h
}

// need settles a thing as the owner; it must succeed.
func need[T any](ctx context.Context, h *house, thing T, settle func(context.Context, news.Actor, T) (T, error)) T {
	h.Helper()
	settled, err := settle(ctx, owner, thing)
	if err != nil {
		h.Fatal(err)
	}
	return settled
}

// text is a story's text of paragraphs.
func text(paragraphs ...string) string {
	id := prose.SeededIDs("test")
	var doc prose.Doc
	for _, p := range paragraphs {
		doc.Blocks = append(doc.Blocks, prose.Paragraph{Base: prose.Base{ID: id()}, Text: prose.Words(p)})
	}
	return string(prose.Canonical(doc))
}

// content is what a story needs to be published.
func (h *house) content(headline string) news.Content {
	return news.Content{Kind: news.KindNews, Section: h.news.ID, Headline: headline, Text: text("The text of " + headline + "."),
		Tags: []news.ID{h.vienna.ID}, Bylines: []news.Byline{{Person: h.elise.ID, Role: news.RoleBy}}}
}

func (h *house) draft(headline string) news.Story {
	h.Helper()
	return h.draftOf(desk.Start{Edition: h.english.ID, Content: h.content(headline)})
}

func (h *house) draftOf(o desk.Start) news.Story {
	h.Helper()
	return h.done(h.desk.Draft(h.Context(), reporter, o))
}

// done is a story after an act that must succeed.
func (h *house) done(s news.Story, err error) news.Story {
	h.Helper()
	if err != nil {
		h.Fatal(err)
	}
	if at := h.story(s.ID); at != s && at.CreatedAt != 0 {
		s.CreatedAt = at.CreatedAt // the clock's, which the act that begins a story does not return
		if at != s {
			h.Errorf("the act returned\n%+v, the store holds\n%+v", s, at)
		}
	}
	return h.story(s.ID)
}

func target(s news.Story) desk.Target { return desk.Target{Story: s.ID, Version: s.Version} }

// published drafts and publishes a story.
func (h *house) published(headline string) news.Story {
	h.Helper()
	return h.done(h.desk.Publish(h.Context(), editor, target(h.draft(headline))))
}

// rework saves a new headline for a story.
func (h *house) rework(s news.Story, headline string) news.Story {
	h.Helper()
	return h.done(h.desk.Save(h.Context(), editor, target(s), h.content(headline)))
}

// ask returns fn's answer, which must come.
func ask[T any](h *house, fn func(tx *store.Tx) (T, error)) T {
	h.Helper()
	var v T
	if err := h.store.Read(h.Context(), func(tx *store.Tx) (err error) {
		v, err = fn(tx)
		return err
	}); err != nil {
		h.Fatal(err)
	}
	return v
}

func (h *house) write(fn func(tx *store.Tx) error) {
	h.Helper()
	if err := h.store.Write(h.Context(), fn); err != nil {
		h.Fatal(err)
	}
}

func (h *house) story(id news.ID) news.Story {
	h.Helper()
	return ask(h, func(tx *store.Tx) (news.Story, error) { return tx.Stories().ByID(h.Context(), id) })
}

// read is a story as readers find it; ok is false while they find none.
func (h *house) read(id news.ID) (p news.Piece, ok bool) {
	h.Helper()
	err := h.store.Read(h.Context(), func(tx *store.Tx) (err error) {
		p, err = tx.Public().Story(h.Context(), id)
		return err
	})
	if err != nil && news.KindOf(err) != news.NotFound {
		h.Fatal(err)
	}
	return p, err == nil
}

// listed are the ids of a list's stories.
func (h *house) listed(sc store.Scope) []news.ID {
	h.Helper()
	if sc.Edition == 0 {
		sc.Edition = h.english.ID
	}
	var all []news.ID
	for _, p := range ask(h, func(tx *store.Tx) ([]news.Piece, error) {
		return tx.Public().Listed(h.Context(), sc, store.Window{}, 50)
	}) {
		all = append(all, p.ID)
	}
	return all
}

func (h *house) head() int64 {
	h.Helper()
	return ask(h, func(tx *store.Tx) (int64, error) { return tx.Ledger().Head(h.Context()) })
}

// lastRow is the newest row of the ledger.
func (h *house) lastRow() news.LedgerRow {
	h.Helper()
	rows := ask(h, func(tx *store.Tx) ([]news.LedgerRow, error) { return tx.Ledger().Before(h.Context(), 1<<62, 1) })
	return rows[0]
}

// wantRow checks the newest row: who did what, urgently or not, and that it
// names all pages given.
func (h *house) wantRow(actor news.Actor, act news.Act, urgent bool, tags ...string) {
	h.Helper()
	row := h.lastRow()
	if row.Actor != actor.Account || row.Act != act || row.Urgent != urgent {
		h.Errorf("the row is %+v, want %s by %d, urgent: %v", row, act, actor.Account, urgent)
	}
	for _, tag := range tags {
		if !slices.Contains(row.Tags, tag) {
			h.Errorf("the row of %s does not touch %s, only %v", act, tag, row.Tags)
		}
	}
}

// recorded are the acts in a story's public record.
func (h *house) recorded(id news.ID) []news.Act {
	h.Helper()
	var acts []news.Act
	for _, c := range ask(h, func(tx *store.Tx) ([]store.RecordedChange, error) { return tx.Record().OfStory(h.Context(), id) }) {
		acts = append(acts, c.Act)
	}
	return acts
}

// refused checks an error's kind and field.
func (h *house) refused(what string, err error, kind news.Kind, field string) {
	h.Helper()
	e, ok := errors.AsType[*news.Error](err)
	if !ok || e.Kind != kind || e.Field != field || e.Message == "" {
		h.Errorf("%s: %v; want an error of kind %q in field %q that says what to do", what, err, kind, field)
	}
}

func equal[T any](h *house, what string, got, want []T, same func(a, b T) bool) {
	h.Helper()
	if !slices.EqualFunc(got, want, same) {
		h.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func (h *house) wantIDs(what string, got []news.ID, want ...news.ID) {
	h.Helper()
	equal(h, what, got, want, func(a, b news.ID) bool { return a == b })
}

func (h *house) wantActs(what string, got []news.Act, want ...news.Act) {
	h.Helper()
	equal(h, what, got, want, func(a, b news.Act) bool { return a == b })
}

// in returns an instant from now.
func (h *house) in(d time.Duration) news.Instant { return news.InstantOf(h.clock.Now().Add(d)) }
