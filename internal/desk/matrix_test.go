package desk_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"dateline/internal/desk"
	"dateline/internal/news"
	"dateline/internal/store"
	"dateline/internal/storetest"
)

// storyActs performs each act that a story can undergo.
func storyActs(h *house) map[news.Act]func(ctx context.Context, a news.Actor, t desk.Target) (news.Story, error) {
	d := h.desk
	type perform = func(ctx context.Context, a news.Actor, t desk.Target) (news.Story, error)
	return map[news.Act]perform{
		news.ActSave: func(ctx context.Context, a news.Actor, t desk.Target) (news.Story, error) {
			return d.Save(ctx, a, t, h.content("Saved as "+h.store.NewID().String()))
		},
		news.ActSubmit: d.Submit,
		news.ActSendBack: func(ctx context.Context, a news.Actor, t desk.Target) (news.Story, error) {
			return d.SendBack(ctx, a, t, "Ask again.")
		},
		news.ActApprove: d.Approve,
		news.ActSchedule: func(ctx context.Context, a news.Actor, t desk.Target) (news.Story, error) {
			return d.Schedule(ctx, a, t, h.in(time.Hour))
		},
		news.ActUnschedule: d.Unschedule,
		news.ActPublish:    d.Publish,
		news.ActUpdate: func(ctx context.Context, a news.Actor, t desk.Target) (news.Story, error) {
			return d.Update(ctx, a, t, desk.Telling{})
		},
		news.ActCorrect: func(ctx context.Context, a news.Actor, t desk.Target) (news.Story, error) {
			return d.Correct(ctx, a, t, news.Correction, desk.Telling{Text: "It was the ninth."})
		},
		news.ActFix: d.Fix,
		news.ActRetract: func(ctx context.Context, a news.Actor, t desk.Target) (news.Story, error) {
			return d.Retract(ctx, a, t, "It is not so.")
		},
		news.ActWithdraw: func(ctx context.Context, a news.Actor, t desk.Target) (news.Story, error) {
			s, _, err := d.Withdraw(ctx, a, t)
			return s, err
		},
	}
}

// quiet acts change nothing that readers see.
var quiet = map[news.Act]bool{
	news.ActSave: true, news.ActSubmit: true, news.ActSendBack: true, news.ActApprove: true, news.ActSchedule: true, news.ActUnschedule: true,
}

// TestEveryActByEveryRoleInEveryState holds the desk to the tables of package
// news (which have their own test), and to what a refusal leaves behind: nothing.
func TestEveryActByEveryRoleInEveryState(t *testing.T) {
	h := openHouse(t, storetest.SQLite)
	performs := storyActs(h)
	for _, standing := range []news.Standing{news.Unpublished, news.Published, news.Retracted, news.Withdrawn} {
		for _, stage := range []news.Stage{news.Drafting, news.Submitted, news.Approved, news.Scheduled, news.Done} {
			for act, perform := range performs {
				s := h.sow(news.Story{Standing: standing, Stage: stage, CreatedBy: contributor.Account})
				others := h.sow(news.Story{Standing: standing, Stage: stage, CreatedBy: 99})
				for _, actor := range []news.Actor{contributor, reporter, editor, chief, owner} {
					h.tryAct(act, perform, actor, others)
					s = h.tryAct(act, perform, actor, s)
					if s.Standing != standing || s.Stage != stage {
						s = h.sow(news.Story{Standing: standing, Stage: stage, CreatedBy: contributor.Account})
					}
				}
			}
		}
	}
}

// tryAct performs an act and judges what came of it. It returns the story as
// it stands.
func (h *house) tryAct(act news.Act, perform func(context.Context, news.Actor, desk.Target) (news.Story, error), actor news.Actor, s news.Story) news.Story {
	h.Helper()
	s = h.story(s.ID)
	before := h.head()
	_, _, forbidden := s.After(act)
	after, err := perform(h.Context(), actor, target(s))
	rows, stands := h.head()-before, h.story(s.ID)
	switch {
	case !actor.MayOn(act, s):
		if news.KindOf(err) != news.Forbidden {
			h.Errorf("%s by a %s: %v, want Forbidden", act, actor.Role, err)
		}
	case forbidden != nil:
		if news.KindOf(err) != news.Conflict {
			h.Errorf("%s in %s/%s: %v, want Conflict", act, s.Standing, s.Stage, err)
		}
	default:
		standing, stage, _ := s.After(act)
		want := int64(1)
		if quiet[act] {
			want = 0
		}
		if err != nil || stands != after || stands.Standing != standing || stands.Stage != stage || stands.Version != s.Version+1 || rows != want {
			h.Errorf("%s by a %s in %s/%s: %v, %d rows, leads to %s/%s", act, actor.Role, s.Standing, s.Stage, err, rows, stands.Standing, stands.Stage)
		}
		return stands
	}
	if rows != 0 || stands != s {
		h.Errorf("%s was refused and left %d rows and %+v", act, rows, stands)
	}
	return s
}

// sow enters a story in a state, past the desk.
func (h *house) sow(s news.Story) news.Story {
	h.Helper()
	h.write(func(tx *store.Tx) error {
		s.ID, s.Group, s.Working, s.Edition = tx.NewID(), tx.NewID(), tx.NewID(), h.english.ID
		c := h.content("The final act")
		if err := tx.Stories().Add(h.Context(), s, c.Headline); err != nil {
			return err
		}
		if err := tx.Revisions().Add(h.Context(), news.Revision{ID: s.Working, Story: s.ID, Number: 1, Content: c}); err != nil {
			return err
		}
		s.Version = 1
		if s.Standing != news.Unpublished {
			s.Public, s.PublishedAt, s.VisibleAt = s.Working, tx.Now(), tx.Now()
		}
		return tx.Stories().Change(h.Context(), s)
	})
	return h.story(s.ID)
}

// TestStaleVersions: whoever acts on what is no longer there is told so.
func TestStaleVersions(t *testing.T) {
	storetest.Both(t, func(t *testing.T, fresh storetest.Fresh) {
		h := openHouse(t, fresh)
		states := map[news.Act]news.Story{}
		for act := range storyActs(h) {
			for _, s := range []news.Story{
				{Standing: news.Unpublished, Stage: news.Submitted}, {Standing: news.Unpublished, Stage: news.Drafting},
				{Standing: news.Published, Stage: news.Drafting}, {Standing: news.Unpublished, Stage: news.Scheduled},
			} {
				if _, _, err := s.After(act); err == nil {
					states[act] = s
				}
			}
		}
		for act, perform := range storyActs(h) {
			s := h.sow(states[act])
			for _, version := range []int64{s.Version - 1, s.Version + 1, 0} {
				_, err := perform(t.Context(), owner, desk.Target{Story: s.ID, Version: version})
				if !errors.Is(err, store.ErrStale) || news.KindOf(err) != news.Conflict {
					t.Errorf("%s on version %d of %d: %v", act, version, s.Version, err)
				}
			}
			if _, err := perform(t.Context(), owner, desk.Target{Story: 99, Version: 1}); news.KindOf(err) != news.NotFound {
				t.Errorf("%s on no story: %v", act, err)
			}
			if h.story(s.ID) != s {
				t.Errorf("%s was refused and changed the story", act)
			}
		}
	})
}

// TestConcurrentPublish: of many who publish at once, one does.
func TestConcurrentPublish(t *testing.T) {
	storetest.Both(t, func(t *testing.T, fresh storetest.Fresh) {
		h := openHouse(t, fresh)
		other := desk.New(storetest.Open(t, h.options)) // a second process
		s := h.draft("The final act")
		before := h.head()
		const n = 8
		errs := make(chan error, n)
		for i := range n {
			go func() {
				d := h.desk
				if i%2 == 1 {
					d = other
				}
				_, err := d.Publish(t.Context(), editor, target(s))
				errs <- err
			}()
		}
		published := 0
		for range n {
			switch err := <-errs; {
			case err == nil:
				published++
			case news.KindOf(err) != news.Conflict:
				t.Error(err)
			}
		}
		if published != 1 || h.head() != before+1 || len(h.recorded(s.ID)) != 1 {
			t.Errorf("%d published, %d rows, record %v", published, h.head()-before, h.recorded(s.ID))
		}
	})
}

// TestConcurrentSave: of many who save at once, one does, and the others are
// told that somebody was first.
func TestConcurrentSave(t *testing.T) {
	storetest.Both(t, func(t *testing.T, fresh storetest.Fresh) {
		h := openHouse(t, fresh)
		s := h.draft("The final act")
		const n = 8
		errs := make(chan error, n)
		for range n {
			go func() {
				_, err := h.desk.Save(t.Context(), editor, target(s), h.content("saved"))
				errs <- err
			}()
		}
		saved := 0
		for range n {
			switch err := <-errs; {
			case err == nil:
				saved++
			case !errors.Is(err, store.ErrStale):
				t.Error(err)
			}
		}
		if saved != 1 {
			t.Errorf("%d saved, want 1", saved)
		}
	})
}
