package desk_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/internal/desk"
	"dateline/internal/news"
	"dateline/internal/store"
	"dateline/internal/storetest"
)

// onBoth runs a test in a house on each database.
func onBoth(t *testing.T, test func(h *house)) {
	t.Helper()
	storetest.Both(t, func(t *testing.T, fresh storetest.Fresh) {
		t.Parallel()
		test(openHouse(t, fresh))
	})
}

// TestLifeOfAStory follows one story from draft to withdrawal: what readers
// see, what the ledger and the record keep, and where it is listed.
func TestLifeOfAStory(t *testing.T) {
	onBoth(t, func(h *house) {
		ctx := h.Context()
		before := h.head()
		s := h.draft("The final act")
		s = h.rework(s, "The Final Act is signed")
		if _, seen := h.read(s.ID); seen || h.head() != before {
			h.Errorf("readers see a draft (%v), or it left a row", seen)
		}
		page := news.TagOf(news.NounStory, s.ID)
		lists := []string{page, news.TagLatest(h.english.ID), news.TagOf(news.NounSection, h.news.ID),
			news.TagOf(news.NounTag, h.vienna.ID), news.TagOf(news.NounPerson, h.elise.ID)}

		s = h.done(h.desk.Publish(ctx, editor, target(s)))
		h.wantRow(editor, news.ActPublish, false, lists...)
		p, seen := h.read(s.ID)
		if !seen || p.Revision.Headline != "The Final Act is signed" || p.PublishedAt != h.in(0) || p.VisibleAt != h.in(0) || p.UpdatedAt != 0 {
			h.Errorf("readers see %v, %+v", seen, p)
		}
		for _, sc := range []store.Scope{{}, {Section: h.news.ID}, {Tag: h.vienna.ID}, {Person: h.elise.ID}} {
			h.wantIDs("list", h.listed(sc), s.ID)
		}

		h.clock.Advance(time.Hour)
		c := h.content("The Final Act is signed by eight")
		c.Tags = []news.ID{h.peace.ID}
		s = h.done(h.desk.Save(ctx, reporter, target(s), c))
		if p, _ := h.read(s.ID); p.Revision.Headline != "The Final Act is signed" {
			h.Errorf("readers see %q before the update", p.Revision.Headline)
		}
		s = h.done(h.desk.Update(ctx, editor, target(s), desk.Telling{Text: "Eight powers have signed.", OnTop: true}))
		h.wantRow(editor, news.ActUpdate, false, append(lists, news.TagOf(news.NounTag, h.peace.ID))...) // the tag it left, too
		if p, _ := h.read(s.ID); p.Revision.Headline != c.Headline || p.UpdatedAt != h.in(0) || p.PublishedAt == p.UpdatedAt {
			h.Errorf("after the update readers see %+v", p)
		}
		h.wantIDs("the tag it left", h.listed(store.Scope{Tag: h.vienna.ID}))
		h.wantIDs("the tag it came to", h.listed(store.Scope{Tag: h.peace.ID}), s.ID)

		h.clock.Advance(time.Hour)
		s = h.rework(s, "The Final Act is signed by seven")
		s = h.done(h.desk.Correct(ctx, editor, target(s), news.Correction, desk.Telling{Text: "It was seven."}))
		h.wantRow(editor, news.ActCorrect, false, append(lists, desk.TagCorrections(h.english.ID))...)
		corrected := h.in(0)

		h.clock.Advance(time.Hour)
		s = h.rework(s, "The Final Act is signed by seven powers")
		s = h.done(h.desk.Fix(ctx, editor, target(s)))
		h.wantRow(editor, news.ActFix, false, lists...)
		if s.UpdatedAt != corrected {
			h.Error("a fix moved the time of the update")
		}
		notes := ask(h, func(tx *store.Tx) ([]news.ChangeNote, error) { return tx.ChangeNotes().Of(ctx, s.ID) })
		if len(notes) != 2 || notes[0].Kind != news.UpdateNote || !notes[0].OnTop || notes[1].Kind != news.Correction || notes[1].Text != "It was seven." || notes[1].At != corrected {
			h.Errorf("readers are told %+v", notes)
		}
		h.endOfAStory(s, lists)
	})
}

// endOfAStory retracts a story and then withdraws it.
func (h *house) endOfAStory(s news.Story, lists []string) {
	ctx := h.Context()
	subject := news.Subject{Noun: news.NounStory, ID: s.ID}
	if _, err := h.desk.Place(ctx, editor, h.choice.ID, h.choice.Version, []news.Placement{{Subject: subject, Blurb: "Read this"}}); err != nil {
		h.Fatal(err)
	}
	h.clock.Advance(time.Hour)
	s = h.rework(s, "Never shown")
	s = h.done(h.desk.Retract(ctx, chief, target(s), "The Act was not signed."))
	h.wantRow(chief, news.ActRetract, true, append(lists, news.TagOf(news.NounList, h.choice.ID), desk.TagCorrections(h.english.ID))...)
	p, seen := h.read(s.ID)
	if !seen || p.Reason != "The Act was not signed." || p.Revision.Text != "" || p.UpdatedAt != h.in(0) || s.Working != s.Public {
		h.Errorf("of a retracted story readers see %v, %+v", seen, p)
	}
	rows := ask(h, func(tx *store.Tx) ([]store.DeskRow, error) { return tx.Stories().AtDesk(ctx, store.DeskFilter{}, 1) })
	if rows[0].Headline != p.Revision.Headline {
		h.Errorf("the desk lists a retracted story as %q, readers know it as %q", rows[0].Headline, p.Revision.Headline)
	}
	h.wantIDs("latest", h.listed(store.Scope{}))
	placed := ask(h, func(tx *store.Tx) ([]news.Placement, error) { return tx.Lists().Placements(ctx, h.choice.ID) })
	if len(placed) != 0 {
		h.Errorf("a retracted story is still placed: %v", placed)
	}

	h.write(func(tx *store.Tx) error {
		return tx.Comments().Add(ctx, news.Comment{ID: 1, Story: s.ID, Text: "c", State: news.CommentApproved})
	})
	s, _, err := h.desk.Withdraw(ctx, owner, target(s))
	s = h.done(s, err)
	h.wantRow(owner, news.ActWithdraw, true, lists[0])
	if p, seen := h.read(s.ID); !seen || p.Reason != "" || p.Revision.Headline != "" || p.Standing != news.Withdrawn {
		h.Errorf("of a withdrawn story readers see %v, %+v", seen, p)
	}
	h.wantActs("record", h.recorded(s.ID), news.ActPublish, news.ActUpdate, news.ActCorrect, news.ActFix, news.ActRetract, news.ActWithdraw)
	n := ask(h, func(tx *store.Tx) (int64, error) { return tx.Record().CheckChain(ctx, h.english.ID) })
	if n != 6 {
		h.Errorf("the chain has %d entries, want 6", n)
	}
	h.wantNothingLeft(s)
}

// wantNothingLeft checks that no word of a withdrawn story is kept.
func (h *house) wantNothingLeft(s news.Story) {
	h.Helper()
	ctx := h.Context()
	sealed := ask(h, func(tx *store.Tx) ([]store.Sealed, error) { return tx.Revisions().CheckSeals(ctx, 0, 100) })
	for _, r := range sealed {
		if r.Story == s.ID && !r.Destroyed {
			h.Errorf("revision %d is not destroyed", r.Revision)
		}
	}
	notes := ask(h, func(tx *store.Tx) ([]news.ChangeNote, error) { return tx.ChangeNotes().Of(ctx, s.ID) })
	desk := ask(h, func(tx *store.Tx) ([]store.DeskNote, error) { return tx.Stories().Notes(ctx, s.ID, 10) })
	comments := ask(h, func(tx *store.Tx) (int64, error) { return tx.Comments().Count(ctx, s.ID, news.CommentApproved) })
	if len(notes)+len(desk) != 0 || comments != 0 {
		h.Errorf("left: %v, %v, %d comments", notes, desk, comments)
	}
	for _, row := range ask(h, func(tx *store.Tx) ([]store.DeskRow, error) { return tx.Stories().AtDesk(ctx, store.DeskFilter{}, 50) }) {
		if row.ID == s.ID && row.Headline != "" {
			h.Errorf("the desk's list still says %q", row.Headline)
		}
	}
}

// TestEmbargo: published, but nobody knows before its time.
func TestEmbargo(t *testing.T) {
	onBoth(t, func(h *house) {
		ctx := h.Context()
		end := h.in(time.Hour)
		begin := func(headline string) news.Story {
			s := h.draftOf(desk.Start{Edition: h.english.ID, Content: h.content(headline), Embargo: end})
			return h.done(h.desk.Publish(ctx, editor, target(s)))
		}
		s, taken, gone := begin("The final act"), begin("The secret article"), begin("The withdrawn article")
		if s.VisibleAt != end || s.PublishedAt != end {
			h.Errorf("visible at %d, want %d", s.VisibleAt, end)
		}
		s = h.rework(s, "The final act, amended")
		s = h.done(h.desk.Update(ctx, editor, target(s), desk.Telling{}))
		if s.UpdatedAt < s.VisibleAt {
			h.Error("an update before the embargo's end counts from before the first view")
		}
		h.done(h.desk.Retract(ctx, chief, target(taken), "Too early."))
		if _, _, err := h.desk.Withdraw(ctx, owner, target(gone)); err != nil {
			h.Fatal(err)
		}
		h.wantIDs("under embargo", h.listed(store.Scope{}))
		for _, id := range []news.ID{s.ID, taken.ID, gone.ID} {
			if _, seen := h.read(id); seen {
				h.Error("readers see a story under embargo")
			}
		}
		h.clock.Advance(time.Hour)
		if p, seen := h.read(s.ID); !seen || p.Revision.Headline != "The final act, amended" {
			h.Errorf("after the embargo readers see %v, %+v", seen, p)
		}
		h.wantIDs("after the embargo", h.listed(store.Scope{}), s.ID)
		for _, id := range []news.ID{taken.ID, gone.ID} {
			if p, seen := h.read(id); seen {
				h.Errorf("taken back before anybody saw it, and readers learn of it: %+v", p)
			}
		}
		back := ask(h, func(tx *store.Tx) ([]news.Piece, error) {
			return tx.Public().RetractedIn(ctx, h.english.ID, store.Window{}, 9)
		})
		if len(back) != 0 {
			h.Errorf("listed as retracted: %+v", back)
		}
	})
}

func TestSchedule(t *testing.T) {
	onBoth(t, func(h *house) {
		ctx := h.Context()
		other := desk.New(storetest.Open(h.T, h.options)) // a second process
		_, err := h.desk.Schedule(ctx, editor, target(h.draft("Too late")), h.in(0))
		h.refused("the present moment", err, news.Invalid, "at")

		at := h.in(time.Hour)
		schedule := func(headline string) news.Story {
			return h.done(h.desk.Schedule(ctx, editor, target(h.draft(headline)), at))
		}
		s, saved, broken, taken := schedule("On time"), schedule("Saved again"), schedule("Broken"), schedule("Taken off")
		saved = h.rework(saved, "Saved again and unread")
		taken = h.done(h.desk.Unschedule(ctx, editor, target(taken)))
		if saved.ScheduledAt != 0 || taken.ScheduledAt != 0 || taken.Stage != news.Approved {
			h.Errorf("still scheduled: %+v, %+v", saved, taken)
		}
		h.breakSection(broken)

		due := func(d *desk.Desk) int {
			n, err := d.PublishDue(ctx)
			if err != nil {
				h.Error(err)
			}
			return n
		}
		if due(h.desk)+due(other) != 0 {
			h.Error("published before its time")
		}
		h.clock.Advance(time.Hour)
		before := h.head()
		if got := []int{due(h.desk), due(other), due(h.desk)}; !slices.Equal(got, []int{1, 0, 0}) {
			h.Errorf("published %v, want one at once and then none", got)
		}
		h.wantRow(news.System, news.ActPublish, false, news.TagOf(news.NounStory, s.ID))
		if h.head() != before+1 || h.story(s.ID).ScheduledAt != 0 || h.story(s.ID).Standing != news.Published {
			h.Errorf("%d rows, and the story is %+v", h.head()-before, h.story(s.ID))
		}
		for _, kept := range []news.Story{saved, broken, taken} {
			if _, seen := h.read(kept.ID); seen {
				h.Errorf("readers see %+v", kept)
			}
		}
		notes := ask(h, func(tx *store.Tx) ([]store.DeskNote, error) { return tx.Stories().Notes(ctx, broken.ID, 5) })
		if len(notes) != 1 || !strings.Contains(notes[0].Text, "Not published on time: The section belongs to another edition.") {
			h.Errorf("the desk is told %+v", notes)
		}
		if b := h.story(broken.ID); b.Stage != news.Drafting || b.ScheduledAt != 0 {
			h.Errorf("what could not be published is %+v", b)
		}
	})
}

// breakSection moves the section of a story's text away, so that it can no
// longer be published: its stories and the schedule stay.
func (h *house) breakSection(s news.Story) {
	h.Helper()
	c := h.content("Broken")
	c.Section = h.arabicNews.ID
	h.write(func(tx *store.Tx) error {
		s.Working = tx.NewID()
		if err := tx.Revisions().Add(h.Context(), news.Revision{ID: s.Working, Story: s.ID, Number: 2, Content: c}); err != nil {
			return err
		}
		return tx.Stories().Change(h.Context(), s)
	})
}

// TestConcurrentPublishDue: two processes at the same second publish each
// story once.
func TestConcurrentPublishDue(t *testing.T) {
	onBoth(t, func(h *house) {
		other := desk.New(storetest.Open(h.T, h.options))
		const n = 5
		for range n {
			h.done(h.desk.Schedule(h.Context(), editor, target(h.draft("On time")), h.in(time.Minute)))
		}
		h.clock.Advance(time.Minute)
		before := h.head()
		counts, errs := make(chan int, 4), make(chan error, 4)
		for i := range 4 {
			go func() {
				d := h.desk
				if i%2 == 1 {
					d = other
				}
				published, err := d.PublishDue(h.Context())
				counts <- published
				errs <- err
			}()
		}
		total := 0
		for range 4 {
			total += <-counts
			if err := <-errs; err != nil {
				h.Error(err)
			}
		}
		if total != n || h.head() != before+n {
			h.Errorf("published %d in %d rows, want %d", total, h.head()-before, n)
		}
	})
}

// TestConfidential: who is not named knows nothing of the story.
func TestConfidential(t *testing.T) {
	onBoth(t, func(h *house) {
		ctx := h.Context()
		s := h.draftOf(desk.Start{Edition: h.english.ID, Content: h.content("The secret article"), Confidential: true})
		for act, perform := range storyActs(h) {
			if _, err := perform(ctx, owner, target(s)); news.KindOf(err) != news.NotFound {
				h.Errorf("%s by an owner who is not on the team: %v", act, err)
			}
		}
		_, err := h.desk.Working(ctx, chief, s.ID)
		h.refused("read", err, news.NotFound, "story")
		_, err = h.desk.Translate(ctx, editor, s.ID, h.arabic.ID)
		h.refused("translate", err, news.NotFound, "story")
		_, err = h.desk.Place(ctx, editor, h.choice.ID, h.choice.Version, []news.Placement{{Subject: news.Subject{Noun: news.NounStory, ID: s.ID}}})
		h.refused("place", err, news.Invalid, "order[0]")

		h.write(func(tx *store.Tx) error { return tx.Stories().Join(ctx, s.ID, editor.Account) })
		if p, err := h.desk.Working(ctx, editor, s.ID); err != nil || p.Revision.Headline != "The secret article" {
			h.Errorf("the team reads %+v, %v", p, err)
		}
		if _, err := h.desk.Working(ctx, reporter, s.ID); err != nil {
			h.Errorf("who began it: %v", err)
		}
		made, err := h.desk.Translate(ctx, editor, s.ID, h.arabic.ID)
		if err != nil || !made.Confidential {
			h.Errorf("its translation: %+v, %v", made, err)
		}
		s = h.done(h.desk.Publish(ctx, editor, target(s)))
		if _, seen := h.read(s.ID); !seen {
			h.Error("published, it is for all")
		}
	})
}

// TestSentences: what readers or writers are told must be said.
func TestSentences(t *testing.T) {
	h := openHouse(t, storetest.SQLite)
	ctx := t.Context()
	s := h.published("The final act")
	s = h.rework(s, "The Final Act")
	long := strings.Repeat("x", desk.MaxNote+1)
	for what, say := range map[string]func(text string) error{
		"note": func(text string) error {
			_, err := h.desk.Correct(ctx, editor, target(s), news.Clarification, desk.Telling{Text: text})
			return err
		},
		"reason": func(text string) error {
			_, err := h.desk.Retract(ctx, chief, target(s), text)
			return err
		},
		"why": func(text string) error {
			_, err := h.desk.SendBack(ctx, editor, target(s), text)
			return err
		},
	} {
		for _, text := range []string{"", " \n", long, "a\x00b", "a\xffb", "a\x1bb"} {
			h.refused(what, say(text), news.Invalid, what)
		}
	}
	_, err := h.desk.Update(ctx, editor, target(s), desk.Telling{Text: long})
	h.refused("update", err, news.Invalid, "note")
	_, err = h.desk.Correct(ctx, editor, target(s), news.UpdateNote, desk.Telling{Text: "t"})
	h.refused("kind", err, news.Invalid, "kind")
	h.done(h.desk.Correct(ctx, editor, target(s), news.Clarification, desk.Telling{Text: strings.Repeat("é", desk.MaxNote)}))
}
