package desk_test

import (
	"context"
	"strconv"
	"strings"
	"testing"

	"dateline/internal/desk"
	"dateline/internal/news"
	"dateline/internal/store"
	"dateline/internal/storetest"
)

// TestSettleByRole: what orders the stories is the chief's to settle.
func TestSettleByRole(t *testing.T) {
	h := openHouse(t, storetest.SQLite)
	ctx := t.Context()
	for name, settle := range map[string]func(a news.Actor) error{
		"edition": func(a news.Actor) error {
			_, err := h.desk.SettleEdition(ctx, a, news.Edition{Name: "e-" + strconv.Itoa(int(a.Account)), Language: "de", Zone: "UTC"})
			return err
		},
		"section": func(a news.Actor) error {
			_, err := h.desk.SettleSection(ctx, a, news.Section{Edition: h.english.ID, Name: "s" + string(a.Role)})
			return err
		},
		"tag": func(a news.Actor) error {
			_, err := h.desk.SettleTag(ctx, a, news.Tag{Edition: h.english.ID, Name: string(a.Role)})
			return err
		},
		"person": func(a news.Actor) error {
			_, err := h.desk.SettlePerson(ctx, a, news.Person{Names: map[string]news.PersonName{"en": {Name: string(a.Role)}}})
			return err
		},
		"list": func(a news.Actor) error {
			_, err := h.desk.SettleList(ctx, a, news.Curated{Edition: h.english.ID, Key: string(a.Role), Size: 1})
			return err
		},
	} {
		for _, a := range []news.Actor{contributor, reporter, editor, chief, owner} {
			before := h.head()
			err := settle(a)
			if a.Role.May(news.ActSettle) {
				if err != nil || h.head() != before+1 {
					t.Errorf("%s by a %s: %v, %d rows", name, a.Role, err, h.head()-before)
				}
				h.wantRow(a, news.ActSettle, false)
			} else if news.KindOf(err) != news.Forbidden || h.head() != before {
				t.Errorf("%s by a %s: %v, %d rows", name, a.Role, err, h.head()-before)
			}
		}
	}
}

func TestSettleRefused(t *testing.T) {
	h := openHouse(t, storetest.SQLite)
	ctx := t.Context()
	edition := func(change func(e *news.Edition)) error {
		e := news.Edition{Name: "de", Language: "de", Zone: "UTC"}
		change(&e)
		_, err := h.desk.SettleEdition(ctx, owner, e)
		return err
	}
	for _, name := range []string{"", "d", "D1", "de/at", "de at", "1de", "newsroom", "healthz", "metrics", "-de", strings.Repeat("d", 21), "عربي"} {
		h.refused("edition "+name, edition(func(e *news.Edition) { e.Name = name }), news.Invalid, "name")
	}
	for _, zone := range []string{"Local", "Vienna", "../etc/passwd"} {
		h.refused("zone "+zone, edition(func(e *news.Edition) { e.Zone = zone }), news.Invalid, "zone")
	}
	h.refused("title", edition(func(e *news.Edition) { e.Title = strings.Repeat("x", desk.MaxName+1) }), news.Invalid, "title")
	if err := edition(func(e *news.Edition) { e.Language = "not a language" }); news.KindOf(err) != news.Invalid {
		t.Errorf("a language that is none: %v", err)
	}
	if err := edition(func(e *news.Edition) { e.Name = "en" }); news.KindOf(err) != news.Conflict {
		t.Errorf("a name that is taken: %v", err)
	}
	for _, slug := range []string{"tag", "by", "archive", "corrections", "record", "search"} {
		_, err := h.desk.SettleSection(ctx, owner, news.Section{Edition: h.english.ID, Name: "S", Slug: slug})
		h.refused("section "+slug, err, news.Invalid, "slug")
	}
	_, err := h.desk.SettleSection(ctx, owner, news.Section{Edition: h.english.ID, Name: "  "})
	h.refused("section without a name", err, news.Invalid, "slug")
	_, err = h.desk.SettleSection(ctx, owner, news.Section{Edition: 99, Name: "S"})
	if news.KindOf(err) != news.Invalid {
		t.Errorf("a section of no edition: %v", err)
	}
	_, err = h.desk.SettleTag(ctx, owner, news.Tag{Edition: h.english.ID, Name: "?!"})
	h.refused("tag", err, news.Invalid, "name")
	_, err = h.desk.SettleTag(ctx, owner, news.Tag{Edition: h.english.ID, Name: "vienna"})
	if news.KindOf(err) != news.Conflict {
		t.Errorf("a tag that is there: %v", err)
	}
	_, err = h.desk.SettlePerson(ctx, owner, news.Person{})
	h.refused("person", err, news.Invalid, "name")
	_, err = h.desk.SettlePerson(ctx, owner, news.Person{ID: 99, Slug: "nobody"})
	h.refused("a person who is not there", err, news.NotFound, "person")
	for _, size := range []int{0, -1, store.MaxPlacements + 1} {
		_, err = h.desk.SettleList(ctx, owner, news.Curated{Edition: h.english.ID, Key: "k", Size: size})
		h.refused("list", err, news.Invalid, "size")
	}
}

// TestSettleLimits: what an edition cannot show it does not take.
func TestSettleLimits(t *testing.T) {
	h := openHouse(t, storetest.SQLite)
	ctx := t.Context()
	h.write(func(tx *store.Tx) error {
		for i := range store.MaxSections {
			err := tx.Sections().Add(ctx, news.Section{ID: news.ID(i + 1), Edition: h.arabic.ID, Slug: "s" + strconv.Itoa(i)})
			if err != nil {
				return err
			}
		}
		for i := range store.MaxPlacements {
			if err := tx.Lists().Add(ctx, news.Curated{ID: news.ID(i + 1), Edition: h.arabic.ID, Key: strconv.Itoa(i)}); err != nil {
				return err
			}
		}
		for i := range store.MaxEditions - 2 {
			if err := tx.Editions().Add(ctx, news.Edition{ID: news.ID(i + 1), Name: strconv.Itoa(i)}); err != nil {
				return err
			}
		}
		return nil
	})
	_, err := h.desk.SettleSection(ctx, owner, news.Section{Edition: h.arabic.ID, Name: "One more"})
	h.refused("section", err, news.TooLarge, "section")
	_, err = h.desk.SettleList(ctx, owner, news.Curated{Edition: h.arabic.ID, Key: "more", Size: 1})
	h.refused("list", err, news.TooLarge, "list")
	_, err = h.desk.SettleEdition(ctx, owner, news.Edition{Name: "more", Language: "de", Zone: "UTC"})
	h.refused("edition", err, news.TooLarge, "edition")
}

// TestFormerAddresses: what has moved is found where it was.
func TestFormerAddresses(t *testing.T) {
	onBoth(t, func(h *house) {
		ctx := h.Context()
		section, tag, person, edition := h.news, h.vienna, h.elise, h.english
		section.Slug, tag.Slug, person.Slug, edition.Title = "reports", "wien", "e-h", "The Vienna Courier"
		section = need(ctx, h, section, h.desk.SettleSection)
		tag = need(ctx, h, tag, h.desk.SettleTag)
		person = need(ctx, h, person, h.desk.SettlePerson)
		edition = need(ctx, h, edition, h.desk.SettleEdition)
		for path, want := range map[string]news.Subject{
			"/en/news/": {Noun: news.NounSection, ID: section.ID}, "/en/tag/vienna/": {Noun: news.NounTag, ID: tag.ID},
			"/en/by/elise-hartmann/": {Noun: news.NounPerson, ID: person.ID}, "/ar/by/elise-hartmann/": {Noun: news.NounPerson, ID: person.ID},
		} {
			if got := ask(h, func(tx *store.Tx) (string, error) { return tx.Redirects().Target(ctx, path) }); got != want.String() {
				h.Errorf("%s leads to %q, want %q", path, got, want)
			}
		}
		for what, stale := range map[string]func() error{
			"section": func() error { _, err := h.desk.SettleSection(ctx, owner, h.news); return err },
			"tag":     func() error { _, err := h.desk.SettleTag(ctx, owner, h.vienna); return err },
			"person":  func() error { _, err := h.desk.SettlePerson(ctx, owner, h.elise); return err },
			"edition": func() error { _, err := h.desk.SettleEdition(ctx, owner, h.english); return err },
		} {
			if err := stale(); news.KindOf(err) != news.Conflict {
				h.Errorf("%s on an old version: %v", what, err)
			}
		}
		got := []int64{section.Version, tag.Version, person.Version, edition.Version}
		for i, v := range got {
			if v != 2 {
				h.Errorf("thing %d was returned with version %d, want 2", i, v)
			}
		}
		section.Edition = h.arabic.ID // a section stays in its edition
		if moved := need(ctx, h, section, h.desk.SettleSection); moved.Edition != h.english.ID {
			h.Errorf("the section went to edition %d", moved.Edition)
		}
	})
}

func TestPlace(t *testing.T) {
	onBoth(t, func(h *house) {
		ctx := h.Context()
		s, draft := h.published("The final act"), h.draft("A draft")
		arabic := h.content("In Arabic")
		arabic.Section, arabic.Tags = h.arabicNews.ID, nil
		other := h.draftOf(desk.Start{Edition: h.arabic.ID, Content: arabic})
		at := func(noun news.Noun, id news.ID) news.Placement {
			return news.Placement{Subject: news.Subject{Noun: noun, ID: id}}
		}
		place := func(a news.Actor, version int64, order ...news.Placement) error {
			_, err := h.desk.Place(ctx, a, h.choice.ID, version, order)
			return err
		}
		before := h.head()
		for _, a := range []news.Actor{contributor, reporter} {
			h.refused("by a "+string(a.Role), place(a, 1), news.Forbidden, "")
		}
		h.refused("a story of another edition", place(editor, 1, at(news.NounStory, s.ID), at(news.NounStory, other.ID)), news.Invalid, "order[1]")
		h.refused("a story that is not there", place(editor, 1, at(news.NounStory, 99)), news.Invalid, "order[0]")
		h.refused("nothing", place(editor, 1, news.Placement{}), news.Invalid, "order[0]")
		h.refused("twice", place(editor, 1, at(news.NounTopic, 5), at(news.NounTopic, 5)), news.Invalid, "order[1]")
		h.refused("too many", place(editor, 1, make([]news.Placement, store.MaxPlacements+1)...), news.Invalid, "order")
		long := at(news.NounStory, s.ID)
		long.Blurb = strings.Repeat("x", desk.MaxStandfirst+1)
		h.refused("a long blurb", place(editor, 1, long), news.Invalid, "order[0].blurb")
		if err := place(editor, 2, at(news.NounStory, s.ID)); news.KindOf(err) != news.Conflict {
			h.Errorf("on another version: %v", err)
		}
		if _, err := h.desk.Place(ctx, editor, 99, 1, nil); news.KindOf(err) != news.NotFound {
			h.Errorf("in no list: %v", err)
		}
		if h.head() != before {
			h.Error("a refusal left a row")
		}
		order := []news.Placement{at(news.NounTopic, 5), at(news.NounStory, draft.ID), at(news.NounStory, s.ID)}
		after, err := h.desk.Place(ctx, editor, h.choice.ID, 1, order)
		if err != nil || after.Version != 2 {
			h.Errorf("placed: %+v, %v", after, err)
		}
		h.wantRow(editor, news.ActPlace, false, news.TagOf(news.NounList, h.choice.ID))
	})
}

func TestTranslate(t *testing.T) {
	onBoth(t, func(h *house) {
		ctx := h.Context()
		s := h.published("The final act")
		made, err := h.desk.Translate(ctx, reporter, s.ID, h.arabic.ID)
		if err != nil {
			h.Fatal(err)
		}
		p, err := h.desk.Working(ctx, reporter, made.ID)
		if err != nil || p.Group != s.Group || p.Source != s.ID || p.SourceRevision != s.Public || p.Edition != h.arabic.ID {
			h.Errorf("made %+v, %v", p.Story, err)
		}
		if c := p.Revision.Content; c.Section != h.arabicNews.ID || len(c.Tags) != 1 || c.Tags[0] != h.arabia.ID || c.Headline != "The final act" {
			h.Errorf("the translator finds %+v", c)
		}
		_, err = h.desk.Translate(ctx, reporter, s.ID, h.arabic.ID)
		h.refused("again", err, news.Conflict, "edition")
		if _, err := h.desk.Translate(ctx, reporter, s.ID, 99); news.KindOf(err) != news.NotFound {
			h.Errorf("into no edition: %v", err)
		}
		_, err = h.desk.Translate(ctx, news.Actor{Account: 9}, s.ID, h.arabic.ID)
		h.refused("without a role", err, news.Forbidden, "")

		changed := func() bool {
			is, err := h.desk.SourceChanged(ctx, h.story(made.ID))
			if err != nil {
				h.Error(err)
			}
			return is
		}
		if changed() {
			h.Error("the source has changed already")
		}
		s = h.rework(s, "The Final Act")
		if changed() {
			h.Error("a draft of the source counts as a change")
		}
		h.done(h.desk.Fix(ctx, editor, target(s)))
		if !changed() {
			h.Error("the source has changed and nobody says so")
		}
		made = h.story(made.ID)
		_, err = h.desk.CatchUp(ctx, contributor, target(made))
		h.refused("catch up by a stranger", err, news.Forbidden, "")
		if _, err = h.desk.CatchUp(ctx, reporter, desk.Target{Story: made.ID, Version: 9}); news.KindOf(err) != news.Conflict {
			h.Errorf("catch up on another version: %v", err)
		}
		made = h.done(h.desk.CatchUp(ctx, reporter, target(made)))
		if changed() {
			h.Error("caught up, and still behind")
		}
		made = h.done(h.desk.Publish(ctx, editor, target(made)))
		h.wantRow(editor, news.ActPublish, false, news.TagOf(news.NounStory, s.ID)) // its page names the translation
		got := ask(h, func(tx *store.Tx) ([]news.Piece, error) { return tx.Public().Translations(ctx, s.Group) })
		if len(got) != 2 {
			h.Errorf("the group is %v", got)
		}
		h.translateDraft()
	})
}

// translateDraft translates a story that is not public yet: publishing the
// same words is no change.
func (h *house) translateDraft() {
	ctx := h.Context()
	s := h.draft("A draft")
	made, err := h.desk.Translate(ctx, reporter, s.ID, h.arabic.ID)
	if err != nil {
		h.Fatal(err)
	}
	made = h.done(h.desk.CatchUp(ctx, reporter, target(made)))
	h.done(h.desk.Publish(ctx, editor, target(s)))
	if changed, err := h.desk.SourceChanged(ctx, made); changed || err != nil {
		h.Errorf("the source was published as it was translated: changed %v, %v", changed, err)
	}
	_, err = h.desk.CatchUp(ctx, reporter, target(h.draft("No translation")))
	if news.KindOf(err) != news.NotFound {
		h.Errorf("catch up without a source: %v", err)
	}
}

// TestWithdrawPictures: what only this story showed goes with it.
func TestWithdrawPictures(t *testing.T) {
	onBoth(t, func(h *house) {
		ctx := h.Context()
		h.write(func(tx *store.Tx) error {
			for id := range news.ID(3) {
				p := news.Picture{ID: id + 1, Blob: "original-" + strconv.Itoa(int(id+1)), Words: map[string]news.PictureWords{"en": {Alt: "A quay"}}}
				if err := tx.Pictures().Add(ctx, p, []news.Rendition{{Picture: p.ID, Width: 1, MediaType: "image/webp", Blob: "small-" + p.Blob}}); err != nil {
					return err
				}
			}
			return nil
		})
		with := func(picture news.ID) news.Content {
			c := h.content("The final act")
			c.Lead.Picture = picture
			return c
		}
		h.done(h.desk.Publish(ctx, editor, target(h.draftOf(desk.Start{Edition: h.english.ID, Content: with(3)}))))
		s := h.draftOf(desk.Start{Edition: h.english.ID, Content: with(1)})
		for _, picture := range []news.ID{2, 3} { // 1 stood in a draft only
			s = h.done(h.desk.Save(ctx, reporter, target(s), with(picture)))
		}
		s = h.done(h.desk.Publish(ctx, editor, target(s)))
		_, blobs, err := h.desk.Withdraw(ctx, owner, target(s))
		if err != nil {
			h.Fatal(err)
		}
		if got := strings.Join(sorted(blobs), " "); got != "original-1 original-2 small-original-1 small-original-2" {
			h.Errorf("freed %s", got)
		}
		h.wantRow(owner, news.ActWithdraw, true, news.TagOf(news.NounPicture, 1), news.TagOf(news.NounPicture, 2))
		for id, want := range map[news.ID]bool{1: false, 2: false, 3: true} {
			if got := ask(h, func(tx *store.Tx) (bool, error) { return tx.Public().Shows(context.WithoutCancel(ctx), id) }); got != want {
				h.Errorf("picture %d is shown: %v", id, got)
			}
		}
	})
}
