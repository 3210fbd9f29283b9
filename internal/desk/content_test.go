package desk_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/internal/desk"
	"dateline/internal/news"
	"dateline/internal/prose"
	"dateline/internal/store"
	"dateline/internal/storetest"
)

// TestLimits: every field bears what its limit says and no more.
func TestLimits(t *testing.T) {
	h := openHouse(t, storetest.SQLite)
	of := func(n int) string { return strings.Repeat("ß", n) }
	idList := func(n int) []news.ID {
		all := make([]news.ID, n)
		for i := range all {
			all[i] = news.ID(i + 1)
		}
		return all
	}
	byline := func(b news.Byline) []news.Byline { return []news.Byline{b} }
	for _, x := range []struct {
		field string
		max   int
		set   func(c *news.Content, n int)
	}{
		{"headline", desk.MaxHeadline, func(c *news.Content, n int) { c.Headline = of(n) }},
		{"kicker", desk.MaxKicker, func(c *news.Content, n int) { c.Kicker = of(n) }},
		{"standfirst", desk.MaxStandfirst, func(c *news.Content, n int) { c.Standfirst = of(n) }},
		{"slug", desk.MaxHeadline, func(c *news.Content, n int) { c.Slug = of(n) }},
		{"dateline.source", desk.MaxSource, func(c *news.Content, n int) { c.Dateline.Source = of(n) }},
		{"dateline.place", desk.MaxPlace, func(c *news.Content, n int) { c.Dateline.Place = of(n) }},
		{"lead.caption", desk.MaxCaption, func(c *news.Content, n int) { c.Lead.Caption = of(n) }},
		{"lead.alt", desk.MaxCaption, func(c *news.Content, n int) { c.Lead.Alt = of(n) }},
		{"bylines", desk.MaxBylines, func(c *news.Content, n int) {
			c.Bylines = slices.Repeat(byline(news.Byline{Name: "n", Role: news.RoleBy}), n)
		}},
		{"tags", desk.MaxTags, func(c *news.Content, n int) { c.Tags = idList(n) }},
		{"topics", desk.MaxTopics, func(c *news.Content, n int) { c.Topics = idList(n) }},
		{"related", desk.MaxRelated, func(c *news.Content, n int) { c.Related = idList(n) }},
		{"bylines[0].name", desk.MaxName, func(c *news.Content, n int) { c.Bylines = byline(news.Byline{Name: of(n), Role: news.RoleBy}) }},
		{"bylines[0].place", desk.MaxPlace, func(c *news.Content, n int) {
			c.Bylines = byline(news.Byline{Name: "n", Role: news.RoleIn, Place: of(n)})
		}},
	} {
		c := h.content("The final act")
		x.set(&c, x.max)
		if _, err := h.desk.Draft(t.Context(), reporter, desk.Start{Edition: h.english.ID, Content: c}); err != nil {
			t.Errorf("%s at its limit: %v", x.field, err)
		}
		x.set(&c, x.max+1)
		_, err := h.desk.Draft(t.Context(), reporter, desk.Start{Edition: h.english.ID, Content: c})
		h.refused(x.field+" over its limit", err, news.Invalid, x.field)
	}
}

// TestContentRefused: what no draft may hold.
func TestContentRefused(t *testing.T) {
	h := openHouse(t, storetest.SQLite)
	for _, x := range []struct {
		field string
		set   func(c *news.Content)
	}{
		{"kind", func(c *news.Content) { c.Kind = "poem" }},
		{"headline", func(c *news.Content) { c.Headline = "a\x00b" }},
		{"kicker", func(c *news.Content) { c.Kicker = "a\x1bb" }},
		{"standfirst", func(c *news.Content) { c.Standfirst = "\xff" }},
		{"dateline.place", func(c *news.Content) { c.Dateline.Place = "a\u0085b" }},
		{"dateline.point", func(c *news.Content) { c.Dateline.Point = &news.Point{Lat: 90.5} }},
		{"dateline.point", func(c *news.Content) { c.Dateline.Point = &news.Point{Lon: -181} }},
		{"dateline.date", func(c *news.Content) {
			c.Dateline.Date = news.CivilDate{Year: 2015, Month: 2, Day: 30, Precision: news.ToDay}
		}},
		{"dateline.date", func(c *news.Content) { c.Dateline.Date = news.CivilDate{Year: 20150, Precision: news.ToYear} }},
		{"dateline.date", func(c *news.Content) { c.Dateline.Date = news.CivilDate{Year: 2015, Precision: 99} }},
		{"bylines[1].role", func(c *news.Content) { c.Bylines = append(c.Bylines, news.Byline{Name: "n", Role: "boss"}) }},
		{"bylines[1]", func(c *news.Content) { c.Bylines = append(c.Bylines, news.Byline{Name: "  ", Role: news.RoleBy}) }},
		{"body", func(c *news.Content) { c.Text = "<p>HTML</p>" }},
		{"body", func(c *news.Content) {
			c.Text = text(strings.Repeat(strings.Repeat("x", prose.MaxText/2)+" ", 1)) + "x"
		}},
	} {
		c := h.content("The final act")
		x.set(&c)
		_, err := h.desk.Draft(t.Context(), reporter, desk.Start{Edition: h.english.ID, Content: c})
		if news.KindOf(err) != news.Invalid || (x.field != "body" && !strings.Contains(err.Error(), x.field+": ")) {
			t.Errorf("%s: %v", x.field, err)
		}
	}
	long := h.content("The final act")
	long.Text = text(slices.Repeat([]string{strings.Repeat("x", prose.MaxText/2)}, 5)...)
	if _, err := h.desk.Draft(t.Context(), reporter, desk.Start{Edition: h.english.ID, Content: long}); news.KindOf(err) != news.TooLarge && news.KindOf(err) != news.Invalid {
		t.Errorf("a text over the limit for what is edited: %v", err)
	}
	if err := h.desk.Import(t.Context(), owner, func(in *desk.Intake) error {
		_, err := in.Story(t.Context(), desk.Arrival{Edition: h.english.ID, Content: long})
		return err
	}); err != nil {
		t.Errorf("the same text imported: %v", err)
	}
	_, err := h.desk.Draft(t.Context(), reporter, desk.Start{Edition: 99, Content: h.content("The final act")})
	if news.KindOf(err) != news.NotFound {
		t.Errorf("an edition that is not there: %v", err)
	}
	_, err = h.desk.Draft(t.Context(), news.Actor{Account: 9}, desk.Start{Edition: h.english.ID, Content: h.content("The final act")})
	h.refused("no role", err, news.Forbidden, "")
}

// TestReady: a draft may lack what a published story may not.
func TestReady(t *testing.T) {
	h := openHouse(t, storetest.SQLite)
	ctx := t.Context()
	h.write(func(tx *store.Tx) error {
		if err := tx.Pictures().Add(ctx, news.Picture{ID: 41}, nil); err != nil {
			return err
		}
		return tx.Pictures().Add(ctx, news.Picture{ID: 42, Words: map[string]news.PictureWords{"en": {Alt: "A quay"}}}, nil)
	})
	for _, x := range []struct {
		field string // "" where nothing is missing
		set   func(c *news.Content)
	}{
		{"headline", func(c *news.Content) { c.Headline = "" }},
		{"headline", func(c *news.Content) { c.Headline = " Untitled " }},
		{"headline", func(c *news.Content) { c.Headline = "بدون عنوان" }},
		{"text", func(c *news.Content) { c.Text = "" }},
		{"text", func(c *news.Content) { c.Text = text(" ") }},
		{"section", func(c *news.Content) { c.Section = 0 }},
		{"section", func(c *news.Content) { c.Section = h.arabicNews.ID }},
		{"section", func(c *news.Content) { c.Section = 99 }},
		{"", func(c *news.Content) { c.Section, c.Kind = 0, news.KindPage }},
		{"tags", func(c *news.Content) { c.Tags = []news.ID{99} }},
		{"tags", func(c *news.Content) { c.Tags = []news.ID{h.arabia.ID} }},
		{"", func(c *news.Content) { c.Tags = []news.ID{h.vienna.ID, 0, h.vienna.ID} }},
		{"lead.picture", func(c *news.Content) { c.Lead.Picture = 99 }},
		{"lead.alt", func(c *news.Content) { c.Lead.Picture = 41 }},
		{"", func(c *news.Content) { c.Lead = news.LeadPicture{Picture: 41, Alt: "A quay"} }},
		{"", func(c *news.Content) { c.Lead.Picture = 42 }},
		{"", func(c *news.Content) {
			c.Text = string(prose.Canonical(prose.Doc{Blocks: []prose.Block{prose.Picture{Base: prose.Base{ID: "a"}, Picture: 42}}}))
		}},
		{"", func(*news.Content) {}},
	} {
		c := h.content("The final act")
		x.set(&c)
		s := h.draftOf(desk.Start{Edition: h.english.ID, Content: c})
		for what, perform := range map[string]func() error{
			"submit":   func() error { _, err := h.desk.Submit(ctx, editor, target(s)); return err },
			"approve":  func() error { _, err := h.desk.Approve(ctx, editor, target(h.story(s.ID))); return err },
			"schedule": func() error { _, err := h.desk.Schedule(ctx, editor, target(h.story(s.ID)), h.in(1e9)); return err },
			"publish":  func() error { _, err := h.desk.Publish(ctx, editor, target(s)); return err },
		} {
			if x.field != "" {
				h.refused(fmt.Sprintf("%s with a bad %s", what, x.field), perform(), news.Invalid, x.field)
			}
		}
		if x.field == "" {
			h.done(h.desk.Publish(ctx, editor, target(s)))
		}
	}
}

// TestSaveSame: saving what is there makes no revision.
func TestSaveSame(t *testing.T) {
	h := openHouse(t, storetest.SQLite)
	c := everyField(h)
	s := h.draftOf(desk.Start{Edition: h.english.ID, Content: c})
	again, err := h.desk.Save(t.Context(), editor, target(s), c)
	if err != nil || again != s {
		t.Errorf("saved again: %+v, %v; want %+v", again, err, s)
	}
	c.Bylines, c.Tags = []news.Byline{}, []news.ID{}
	s = h.done(h.desk.Save(t.Context(), editor, target(s), c))
	if again := h.done(h.desk.Save(t.Context(), editor, target(s), c)); again != s {
		t.Errorf("no byline, said twice, is another revision")
	}
	_, err = h.desk.Save(t.Context(), editor, desk.Target{Story: s.ID, Version: s.Version - 1}, c)
	h.refused("the same on an old version", err, news.Conflict, "version")
}

// hostile are words that filters and careless layers change.
const hostile = `UNION SELECT "a" 'b' FROM x; -- &amp; <b> prophet's u n i o n \ $1 %s می‌خواهم ` + "\u2067عربي\u2069 👩\u200d👧 e\u0301"

// cut returns the first n bytes of them, whole letters only.
func cut(n int) string { return strings.ToValidUTF8(hostile[:n], "") }

// everyField is content with hostile words in every field, settled form.
func everyField(h *house) news.Content {
	return news.Content{
		Kind: news.KindAnalysis, Section: h.news.ID, Slug: "final-act", Kicker: cut(100), Headline: "The final act " + hostile, Standfirst: hostile,
		Dateline: news.Dateline{Source: "Courier-", Place: "ويانا " + cut(60), Topic: 9, Point: &news.Point{Lat: 48.2082, Lon: 16.3738},
			Date: news.CivilDate{Year: 1815, Month: 6, Day: 9, Precision: news.ToDay, Uncertain: true}},
		Bylines: []news.Byline{{Person: h.elise.ID, Name: hostile, Role: news.RoleBy}, {Name: "ا " + cut(50), Role: news.RoleIn, Place: cut(50)}},
		Lead:    news.LeadPicture{Caption: hostile, Alt: hostile},
		Text:    text(hostile, "النص "+hostile), Tags: []news.ID{h.peace.ID, h.vienna.ID}, Topics: []news.ID{7, 3}, Related: []news.ID{5, 4},
	}
}

// TestPageWeStartFrom enters, by acts, a page of the shape of the one that
// Dateline was begun for, with words that its filter mangled in every field, and
// reads it back byte for byte.
func TestPageWeStartFrom(t *testing.T) {
	onBoth(t, func(h *house) {
		ctx := h.Context()
		c := everyField(h)
		for i := range 5 {
			tag := need(ctx, h, news.Tag{Edition: h.english.ID, Name: fmt.Sprintf("UNION 'tag' %d %s", i, hostile)}, h.desk.SettleTag)
			c.Tags = append(c.Tags, tag.ID)
			if back := ask(h, func(tx *store.Tx) (news.Tag, error) { return tx.Tags().ByID(ctx, tag.ID) }); back != tag {
				h.Errorf("tag: %+v, want %+v", back, tag)
			}
		}
		c.Related = []news.ID{h.published("First related").ID, h.published("Second related").ID}
		c.Topics = nil
		for i := range 13 + 5 + 3 { // states, organisations, disputes
			c.Topics = append(c.Topics, news.ID(100+i))
		}
		s := h.draftOf(desk.Start{Edition: h.english.ID, Content: c})
		s = h.done(h.desk.Submit(ctx, reporter, target(s)))
		s = h.done(h.desk.Approve(ctx, editor, target(s)))
		s = h.done(h.desk.Publish(ctx, editor, target(s)))
		p, _ := h.read(s.ID)
		if got, want := fmt.Sprintf("%#v %v", p.Revision.Content, *p.Revision.Dateline.Point), fmt.Sprintf("%#v %v", c, *c.Dateline.Point); withoutPointers(got) != withoutPointers(want) {
			h.Errorf("read back\n%s\nwant\n%s", got, want)
		}
		for _, topic := range c.Topics {
			h.wantIDs("topic", h.listed(store.Scope{Topic: topic}), s.ID)
		}
		s = h.rework(s, "Another headline")
		s = h.done(h.desk.Correct(ctx, editor, target(s), news.Correction, desk.Telling{Text: hostile}))
		if _, err := h.desk.Place(ctx, editor, h.choice.ID, h.choice.Version, []news.Placement{{Subject: news.Subject{Noun: news.NounStory, ID: s.ID}, Blurb: hostile}}); err != nil {
			h.Fatal(err)
		}
		notes := ask(h, func(tx *store.Tx) ([]news.ChangeNote, error) { return tx.ChangeNotes().Of(ctx, s.ID) })
		placed := ask(h, func(tx *store.Tx) ([]news.Placement, error) { return tx.Lists().Placements(ctx, h.choice.ID) })
		s = h.done(h.desk.Retract(ctx, chief, target(s), hostile))
		if notes[0].Text != hostile || placed[0].Blurb != hostile || s.Reason != hostile {
			h.Errorf("note %q, blurb %q, reason %q", notes[0].Text, placed[0].Blurb, s.Reason)
		}
	})
}

// withoutPointers cuts addresses of memory out of a printed value.
func withoutPointers(s string) string {
	before, rest, found := strings.Cut(s, "(*news.Point)(")
	if !found {
		return s
	}
	_, after, _ := strings.Cut(rest, ")")
	return before + after
}

func ExamplePlaceholderName() {
	fmt.Println(desk.PlaceholderName(" untitled "), desk.PlaceholderName("Untitled, a life"))
	// Output: true false
}
