package desk_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"dateline/internal/desk"
	"dateline/internal/news"
	"dateline/internal/store"
)

func sorted(list []string) []string { return slices.Sorted(slices.Values(list)) }

// arrive imports one story as the owner.
func (h *house) arrive(a desk.Arrival) (s news.Story, err error) {
	if a.Edition == 0 {
		a.Edition = h.english.ID
	}
	err = h.desk.Import(h.Context(), owner, func(in *desk.Intake) error {
		s, err = in.Story(h.Context(), a)
		return err
	})
	return s, err
}

func (h *house) revise(id news.ID, headline string, updated news.Instant) error {
	c := h.content(headline)
	c.Tags = []news.ID{h.peace.ID}
	return h.desk.Import(h.Context(), owner, func(in *desk.Intake) error {
		s, err := in.Tx().Stories().ByID(h.Context(), id)
		if err != nil {
			return err
		}
		a := desk.Arrival{Edition: s.Edition, Content: c, PublishedAt: max(s.PublishedAt, s.ScheduledAt), UpdatedAt: updated}
		return in.Revise(h.Context(), id, a)
	})
}

func TestImport(t *testing.T) {
	onBoth(t, func(h *house) {
		ctx := h.Context()
		before := h.head()
		for _, a := range []news.Actor{contributor, reporter, editor, chief} {
			err := h.desk.Import(ctx, a, func(*desk.Intake) error { h.Error("the batch began"); return nil })
			h.refused("by a "+string(a.Role), err, news.Forbidden, "")
		}
		if err := h.desk.Import(ctx, owner, func(*desk.Intake) error { return nil }); err != nil || h.head() != before {
			h.Errorf("an empty batch: %v, %d rows", err, h.head()-before)
		}
		broken := errors.New("the file ends")
		err := h.desk.Import(ctx, owner, func(in *desk.Intake) error {
			if _, err := in.Story(ctx, desk.Arrival{Edition: h.english.ID, Content: h.content("Half"), PublishedAt: 1}); err != nil {
				return err
			}
			return broken
		})
		if !errors.Is(err, broken) || h.head() != before || len(h.listed(store.Scope{})) != 0 {
			h.Errorf("a batch that broke off: %v, %d rows", err, h.head()-before)
		}
		h.importBatch()
	})
}

// importBatch admits one story of each kind in one batch.
func (h *house) importBatch() {
	ctx, now := h.Context(), h.in(0)
	before := h.head()
	bare := news.Content{Kind: news.KindNews, Headline: "Without a section"} // public elsewhere as it was
	arrivals := []desk.Arrival{
		{Content: bare, PublishedAt: h.in(-time.Hour), UpdatedAt: h.in(-time.Minute)},
		{Content: h.content("From before 1970"), PublishedAt: news.InstantOf(time.Date(1921, 5, 1, 0, 0, 0, 0, time.UTC)), UpdatedAt: h.in(time.Hour)},
		{Content: h.content("A draft")},
		{Content: h.content("To come"), PublishedAt: h.in(time.Hour)},
		{Content: h.content("Private"), PublishedAt: h.in(-time.Hour), Private: true},
	}
	made := make([]news.Story, len(arrivals))
	err := h.desk.Import(ctx, owner, func(in *desk.Intake) (err error) {
		for i, a := range arrivals {
			a.Edition = h.english.ID
			if made[i], err = in.Story(ctx, a); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil || h.head() != before+1 {
		h.Fatalf("the batch: %v, %d rows", err, h.head()-before)
	}
	h.wantRow(owner, news.ActImport, false, news.TagOf(news.NounStory, made[0].ID), news.TagLatest(h.english.ID), news.TagOf(news.NounTag, h.vienna.ID))
	h.wantIDs("readers see", h.listed(store.Scope{}), made[0].ID, made[1].ID)
	for i, want := range []struct {
		standing news.Standing
		stage    news.Stage
		updated  news.Instant
	}{
		{news.Published, news.Done, h.in(-time.Minute)}, {news.Published, news.Done, 0}, {news.Unpublished, news.Drafting, 0},
		{news.Unpublished, news.Scheduled, 0}, {news.Unpublished, news.Drafting, 0},
	} {
		made[i].CreatedAt = now
		s := h.story(made[i].ID)
		if s != made[i] || s.Standing != want.standing || s.Stage != want.stage || s.UpdatedAt != want.updated {
			h.Errorf("%s stands %+v", arrivals[i].Content.Headline, s)
		}
	}
	h.wantActs("record", h.recorded(made[0].ID), news.ActPublish)
	h.clock.Advance(time.Hour)
	if n, err := h.desk.PublishDue(ctx); n != 1 || err != nil {
		h.Errorf("%d stories were due, %v", n, err)
	}
}

// TestRevise: an import that runs again brings what has changed there, and
// leaves alone what was changed here.
func TestRevise(t *testing.T) {
	onBoth(t, func(h *house) {
		ctx := h.Context()
		must := func(s news.Story, err error) news.Story {
			if err != nil {
				h.Fatal(err)
			}
			return h.story(s.ID)
		}
		s := must(h.arrive(desk.Arrival{Content: h.content("Public"), PublishedAt: h.in(-time.Hour)}))
		before := h.head()
		if err := h.revise(s.ID, "Public, anew", h.in(-time.Minute)); err != nil {
			h.Fatal(err)
		}
		if h.head() != before+1 {
			h.Errorf("%d rows, want 1", h.head()-before)
		}
		h.wantRow(owner, news.ActImport, false, news.TagOf(news.NounTag, h.vienna.ID), news.TagOf(news.NounTag, h.peace.ID)) // before and after
		if p, _ := h.read(s.ID); p.Revision.Headline != "Public, anew" || p.UpdatedAt != h.in(-time.Minute) {
			h.Errorf("readers see %+v", p)
		}
		h.wantActs("record", h.recorded(s.ID), news.ActPublish, news.ActUpdate)
		if err := h.revise(s.ID, "Public, once more", 0); err != nil {
			h.Errorf("revised twice: %v", err)
		}

		scheduled := must(h.arrive(desk.Arrival{Content: h.content("To come"), PublishedAt: h.in(time.Hour)}))
		if err := h.revise(scheduled.ID, "To come, anew", 0); err != nil {
			h.Fatal(err)
		}
		if n, err := h.desk.PublishDue(ctx); n != 0 || err != nil {
			h.Errorf("a revised story went out before its time: %d, %v", n, err)
		}
		if got := h.story(scheduled.ID); got.Stage != news.Scheduled || got.ScheduledAt != h.in(time.Hour) {
			h.Errorf("the schedule was lost: %+v", got)
		}

		for what, change := range map[string]func(s news.Story) error{
			"saved by the owner": func(s news.Story) error {
				_, err := h.desk.Save(ctx, owner, target(s), h.content("By hand"))
				return err
			},
			"saved by an editor": func(s news.Story) error {
				_, err := h.desk.Save(ctx, editor, target(s), h.content("By hand"))
				return err
			},
			"retracted":            func(s news.Story) error { _, err := h.desk.Retract(ctx, chief, target(s), "Not so."); return err },
			"withdrawn":            func(s news.Story) error { _, _, err := h.desk.Withdraw(ctx, owner, target(s)); return err },
			"saved and then fixed": h.saveAndFix,
		} {
			s := must(h.arrive(desk.Arrival{Content: h.content("Public"), PublishedAt: h.in(-time.Hour)}))
			if err := change(s); err != nil {
				h.Fatal(err)
			}
			stands := h.story(s.ID)
			h.refused(what, h.revise(s.ID, "From there", 0), news.Conflict, "")
			if h.story(s.ID) != stands {
				h.Errorf("%s: the story was changed all the same", what)
			}
		}
		if err := h.revise(99, "Nothing", 0); news.KindOf(err) != news.NotFound {
			h.Errorf("a story that is not there: %v", err)
		}
	})
}

func (h *house) saveAndFix(s news.Story) error {
	s, err := h.desk.Save(h.Context(), editor, target(s), h.content("By hand"))
	if err != nil {
		return err
	}
	_, err = h.desk.Fix(h.Context(), editor, target(s))
	return err
}
