package makeup_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/internal/desk"
	"dateline/internal/makeup"
	"dateline/internal/news"
	"dateline/internal/prose"
	"dateline/internal/store"
	"dateline/internal/storetest"
)

const song = "nightingale" // the word of the story that all may read

var chief = news.Actor{Account: 1, Role: news.Owner}

// aviary is a newsroom whose stories are each full of a word that stands
// nowhere else. All but one are not for readers, or not in lists.
type aviary struct {
	*testing.T
	desk    *desk.Desk
	clock   *storetest.Clock
	makeup  *makeup.Makeup
	edition news.Edition
	section news.Section
	tag     news.Tag
	person  news.Person
	birds   map[string]news.ID
}

func openAviary(t *testing.T) *aviary {
	t.Helper()
	a := &aviary{T: t, clock: storetest.NewClock(), birds: map[string]news.ID{}}
	o := storetest.SQLite(t)
	o.Now = a.clock.Now
	s := storetest.Open(t, o)
	a.desk = desk.New(s)
	var err error
	if a.makeup, err = makeup.New(s, "https://courier.example"); err != nil {
		t.Fatal(err)
	}
	ctx := t.Context()
	a.edition, err = a.desk.SettleEdition(ctx, chief, news.Edition{Name: "en", Language: "en", Zone: "UTC", Label: "English", Title: "Courier"})
	a.must(err)
	a.section, err = a.desk.SettleSection(ctx, chief, news.Section{Edition: a.edition.ID, Name: "Reports"})
	a.must(err)
	a.tag, err = a.desk.SettleTag(ctx, chief, news.Tag{Edition: a.edition.ID, Name: "Vienna"})
	a.must(err)
	a.person, err = a.desk.SettlePerson(ctx, chief, news.Person{Slug: "elise", Names: map[string]news.PersonName{"en": {Name: "Elise"}}})
	a.must(err)
	for _, key := range []string{makeup.FrontList, makeup.ChoiceList} {
		_, err = a.desk.SettleList(ctx, chief, news.Curated{Edition: a.edition.ID, Key: key, Name: key, Size: 20})
		a.must(err)
	}
	a.sow(s)
	return a
}

func (a *aviary) must(err error) {
	a.Helper()
	if err != nil {
		a.Fatal(err)
	}
}

// draft begins a story full of a word.
func (a *aviary) draft(word string, o desk.Start) news.Story {
	a.Helper()
	o.Edition, o.Content = a.edition.ID, a.content(word)
	s, err := a.desk.Draft(a.Context(), chief, o)
	a.must(err)
	a.birds[word] = s.ID
	return s
}

func (a *aviary) content(word string) news.Content {
	doc := prose.Doc{Blocks: []prose.Block{prose.Paragraph{Base: prose.Base{ID: "a"}, Text: prose.Words(word)}}}
	return news.Content{Kind: news.KindNews, Section: a.section.ID, Kicker: word, Headline: word, Standfirst: word, Slug: word,
		Dateline: news.Dateline{Source: word, Place: word}, Bylines: []news.Byline{{Person: a.person.ID, Name: word, Role: news.RoleBy}},
		Text: string(prose.Canonical(doc)), Tags: []news.ID{a.tag.ID}}
}

func (a *aviary) publish(s news.Story) news.Story {
	a.Helper()
	s, err := a.desk.Publish(a.Context(), chief, desk.Target{Story: s.ID, Version: s.Version})
	a.must(err)
	return s
}

// sow brings every bird to where it stands, by acts.
func (a *aviary) sow(s *store.Store) {
	a.Helper()
	ctx, later := a.Context(), news.InstantOf(a.clock.Now().Add(time.Hour))
	on := func(s news.Story) desk.Target { return desk.Target{Story: s.ID, Version: s.Version} }
	a.draft("kestrel", desk.Start{})
	a.draft("pratincole", desk.Start{Confidential: true})
	_, err := a.desk.Schedule(ctx, chief, on(a.draft("dunlin", desk.Start{})), later)
	a.must(err)
	a.publish(a.draft("bustard", desk.Start{Embargo: later}))
	_, err = a.desk.Retract(ctx, chief, on(a.publish(a.draft("ruff", desk.Start{Embargo: later}))), "Too early.")
	a.must(err)
	_, _, err = a.desk.Withdraw(ctx, chief, on(a.publish(a.draft("whimbrel", desk.Start{}))))
	a.must(err)
	delisted := a.publish(a.draft("dotterel", desk.Start{}))
	delisted.Delisted = true
	a.must(s.Write(ctx, func(tx *store.Tx) error { return tx.Stories().Change(ctx, delisted) }))
	a.publish(a.draft(song, desk.Start{}))

	// A newer working copy of a public story is not public.
	reworked := a.publish(a.draft("wheatear", desk.Start{}))
	_, err = a.desk.Save(ctx, chief, on(reworked), a.content("pipit"))
	a.must(err)
	// Retracted, it keeps its headline; nothing else.
	taken := a.content("garganey")
	taken.Headline, taken.Slug, taken.Dateline = "Plain", "plain", news.Dateline{}
	retracted, err := a.desk.Draft(ctx, chief, desk.Start{Edition: a.edition.ID, Content: taken})
	a.must(err)
	a.birds["garganey"] = retracted.ID
	_, err = a.desk.Retract(ctx, chief, on(a.publish(retracted)), "It is not so.")
	a.must(err)
	for key := range a.lists(s) {
		a.placeAll(s, key)
	}
}

func (a *aviary) lists(s *store.Store) map[news.ID]news.Curated {
	a.Helper()
	found := map[news.ID]news.Curated{}
	a.must(s.Read(a.Context(), func(tx *store.Tx) error {
		all, err := tx.Lists().Of(a.Context(), a.edition.ID)
		for _, l := range all {
			found[l.ID] = l
		}
		return err
	}))
	return found
}

// placeAll places every bird in a list by hand.
func (a *aviary) placeAll(s *store.Store, list news.ID) {
	a.Helper()
	var order []news.Placement
	for _, id := range a.birds {
		order = append(order, news.Placement{Subject: news.Subject{Noun: news.NounStory, ID: id}})
	}
	_, err := a.desk.Place(a.Context(), chief, list, a.lists(s)[list].Version, order)
	a.must(err)
}

// own are the pages of one story, which a delisted one still has.
var own = []string{"Story", "Permalink", "Record"}

// TestCanary makes up every page that there is, with every argument that could
// lead to a bird. A new page is made up by itself; one with an argument of a new
// type fails until it is taught in choices.
func TestCanary(t *testing.T) {
	a := openAviary(t)
	heard := map[string]string{}
	m := reflect.ValueOf(a.makeup)
	for i := range m.NumMethod() {
		name := m.Type().Method(i).Name
		for call, said := range a.askAll(name, m.Method(i)) {
			heard[name] += said + " "
			for bird := range a.birds {
				public := bird == song || bird == "wheatear" || (bird == "dotterel" && slices.Contains(own, name))
				if !public && strings.Contains(said, bird) {
					t.Errorf("%s%s shows the word of a hidden story: %s", name, call, bird)
				}
			}
			if strings.Contains(said, "pipit") {
				t.Errorf("%s%s shows a working copy", name, call)
			}
		}
	}
	if !strings.Contains(heard["Story"], song+" "+song) { // its kicker, headline and text, not its address alone
		t.Error("Story was asked for no story at its own address")
	}
	for _, name := range []string{"Story", "Front", "Section", "Tag", "Author", "Archive", "Permalink", "Record", "Missing"} {
		if !strings.Contains(heard[name], song) {
			t.Errorf("%s does not show the story that all may read: the canary proves nothing", name)
		}
	}
}

func (a *aviary) askAll(name string, method reflect.Value) map[string]string {
	a.Helper()
	calls := [][]reflect.Value{nil}
	for i := range method.Type().NumIn() {
		choices := a.choices(name, i, method.Type().In(i))
		var longer [][]reflect.Value
		for _, call := range calls {
			for _, v := range choices {
				longer = append(longer, append(slices.Clone(call), reflect.ValueOf(v)))
			}
		}
		calls = longer
	}
	said := map[string]string{}
	for _, args := range calls {
		var words []string
		for _, v := range method.Call(args) {
			if err, failed := reflect.TypeAssert[error](v); failed && err != nil && news.KindOf(err) != news.NotFound {
				a.Errorf("%s: %v", name, err)
			}
			words = append(words, wordsOf(v)...)
		}
		var call []any
		for _, arg := range args[1:] {
			call = append(call, arg.Interface())
		}
		said[fmt.Sprint(call)] = strings.Join(words, " ")
	}
	return said
}

// choices are the arguments that could lead to a bird. Of texts, the first is
// an edition.
func (a *aviary) choices(method string, place int, t reflect.Type) []any {
	a.Helper()
	now := a.clock.Now()
	switch t {
	case reflect.TypeFor[context.Context]():
		return []any{a.Context()}
	case reflect.TypeFor[string]():
		if place == 1 && method != "Former" {
			return []any{"en"}
		}
		if method == "Story" {
			return a.addresses()
		}
		return []any{a.section.Slug, a.tag.Slug, a.person.Slug, "/en/x/"}
	case reflect.TypeFor[news.ID]():
		var each []any
		for _, id := range a.birds {
			each = append(each, id)
		}
		return each
	case reflect.TypeFor[makeup.Period]():
		return []any{makeup.Period{}, makeup.Period{Year: now.Year(), Month: int(now.Month())}}
	case reflect.TypeFor[int]():
		return []any{404, 410, 451, 500}
	}
	a.Fatalf("the canary does not know which %v to hand to Makeup.%s: teach it in choices", t, method)
	return nil
}

// addresses are the paths at which birds stand.
func (a *aviary) addresses() []any {
	a.Helper()
	var all []any
	for _, id := range a.birds {
		made, err := a.makeup.Permalink(a.Context(), id, "/en/x/")
		if news.KindOf(err) == news.NotFound {
			continue
		}
		a.must(err)
		if made.Moved != "" {
			all = append(all, made.Moved)
		}
	}
	return all
}

// wordsOf collects every text in a value, however deep. Errors and what keeps
// the page fresh are not shown to readers.
func wordsOf(v reflect.Value) []string {
	var all []string
	switch v.Kind() {
	case reflect.String:
		return []string{v.String()}
	case reflect.Interface, reflect.Pointer:
		if !v.IsNil() {
			return wordsOf(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			all = append(all, wordsOf(v.Field(i))...)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			all = append(all, wordsOf(v.Index(i))...)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			all = append(append(all, wordsOf(k)...), wordsOf(v.MapIndex(k))...)
		}
	}
	return all
}

// TestRecordUnderEmbargo: what was changed before anybody could read it is in
// nobody's record.
func TestRecordUnderEmbargo(t *testing.T) {
	a := openAviary(t)
	ctx := t.Context()
	s := a.publish(a.draft("corncrake", desk.Start{Embargo: news.InstantOf(a.clock.Now().Add(time.Hour))}))
	for _, word := range []string{"avocet", "avocets"} {
		a.clock.Advance(time.Minute)
		var err error
		s, err = a.desk.Save(ctx, chief, desk.Target{Story: s.ID, Version: s.Version}, a.content(word))
		a.must(err)
		if word == "avocets" {
			a.clock.Advance(time.Hour)
		}
		s, err = a.desk.Update(ctx, chief, desk.Target{Story: s.ID, Version: s.Version}, desk.Telling{})
		a.must(err)
	}
	made, err := a.makeup.Record(ctx, "en", s.ID)
	a.must(err)
	said := strings.Join(wordsOf(reflect.ValueOf(made.Page)), " ")
	if strings.Contains(said, "corncrake") || !strings.Contains(said, "avocet") {
		t.Errorf("the record says %q", said)
	}
}

// TestUntilOtherEdition: a page names its translation the moment its embargo ends.
func TestUntilOtherEdition(t *testing.T) {
	a := openAviary(t)
	ctx := t.Context()
	other, err := a.desk.SettleEdition(ctx, chief, news.Edition{Name: "ar", Language: "ar", Zone: "UTC", Label: "العربية", Title: "البريد"})
	a.must(err)
	end := a.clock.Now().Add(time.Minute) // before any embargo of the edition itself
	c := a.content("crake")
	c.Kind, c.Section, c.Tags = news.KindPage, 0, nil
	s, err := a.desk.Draft(ctx, chief, desk.Start{Edition: other.ID, Content: c, Embargo: news.InstantOf(end)})
	a.must(err)
	a.publish(s)
	made, err := a.makeup.Story(ctx, "en", a.birds[song], "/en/x")
	a.must(err)
	if !made.Until.Equal(end) {
		t.Errorf("the page holds until %v, want %v", made.Until, end)
	}
}
