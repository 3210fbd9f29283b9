package storetest

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"dateline/internal/news"
	"dateline/internal/store"
)

// birds are stories that readers must not see, or not in lists, each full of
// a word that stands nowhere else; the last one sings for all to hear.
var birds = []struct {
	word   string
	change func(s *news.Story, now news.Instant)
}{
	{"kestrel", nil}, // a draft
	{"bustard", func(s *news.Story, now news.Instant) { live(s, now+1) }},
	{"dunlin", func(s *news.Story, now news.Instant) { s.Stage, s.ScheduledAt = news.Scheduled, now+1 }},
	{"garganey", func(s *news.Story, now news.Instant) { live(s, now); s.Standing = news.Retracted }},
	{"whimbrel", func(s *news.Story, now news.Instant) { live(s, now); s.Standing = news.Withdrawn }},
	{"pratincole", func(s *news.Story, _ news.Instant) { s.Confidential = true }},
	{"dotterel", func(s *news.Story, now news.Instant) { live(s, now); s.Delisted = true }},
	{canarySong, func(s *news.Story, now news.Instant) { live(s, now) }},
}

const canarySong = "nightingale"

// own are the questions for one story's own page, which a delisted story still has.
var own = []string{"Story", "Comments"}

func live(s *news.Story, at news.Instant) {
	s.Standing, s.Stage, s.Public, s.PublishedAt, s.VisibleAt, s.UpdatedAt = news.Published, news.Done, s.Working, at, at, at
}

// publicCanary asks every question that readers' pages can ask, with every
// argument that could lead to a bird. A new method is asked by itself; one
// with an argument of a new type fails until it is taught here.
func publicCanary(b *bench) {
	b.sowEdition(english())
	for i, bird := range birds {
		b.sowBird(news.ID(i+1), bird.word, bird.change)
	}
	heard := map[string]bool{}
	err := b.store.Read(b.Context(), func(tx *store.Tx) error {
		public := reflect.ValueOf(tx.Public())
		for i := range public.NumMethod() {
			name := public.Type().Method(i).Name
			for _, said := range b.askAll(name, public.Method(i)) {
				b.listen(name, said)
				heard[name] = heard[name] || strings.Contains(said, canarySong)
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	for _, name := range []string{"Story", "Comments", "Listed", "Some", "Translations", "Corrections"} {
		if !heard[name] {
			b.Errorf("%s did not return the story that all may read: the canary proves nothing", name)
		}
	}
}

func (b *bench) listen(method, said string) {
	b.Helper()
	for _, bird := range birds {
		delisted := bird.word == "dotterel" && slices.Contains(own, method)
		if bird.word != canarySong && !delisted && strings.Contains(said, bird.word) {
			b.Errorf("%s returned the word of a hidden story: %s", method, bird.word)
		}
	}
}

// sowBird enters a story full of a word. What readers may know of a retracted
// story (headline, slug, dateline) is left plain in all of them.
func (b *bench) sowBird(id news.ID, word string, change func(s *news.Story, now news.Instant)) {
	b.Helper()
	ctx, now := b.Context(), b.clock.Instant()
	c := news.Content{Kind: news.KindNews, Section: 1, Slug: "plain", Headline: "plain", Kicker: word, Standfirst: word, Text: word,
		Bylines: []news.Byline{{Person: 1, Name: word, Role: news.RoleBy}}, Lead: news.LeadPicture{Picture: id, Caption: word, Alt: word},
		Tags: []news.ID{1}, Topics: []news.ID{1}}
	if change == nil || word == "bustard" || word == "dunlin" || word == "pratincole" {
		c.Headline, c.Slug, c.Dateline.Place = word, word, word // not even that
	}
	s := b.sowDraft(news.Story{ID: id, Group: 1, CreatedBy: 1}, c)
	b.write(func(tx *store.Tx) error {
		if change != nil {
			change(&s, now)
		}
		if err := tx.Stories().Change(ctx, s); err != nil {
			return err
		}
		if err := tx.Stories().Show(ctx, s, c, []news.ID{id}); err != nil { // worse than the desk would do
			return err
		}
		if err := tx.ChangeNotes().Add(ctx, news.ChangeNote{ID: id, Story: id, Edition: 1, Kind: news.Correction, Text: word, At: now}); err != nil {
			return err
		}
		return tx.Comments().Add(ctx, news.Comment{ID: id, Story: id, Text: word, State: news.CommentApproved, At: now})
	})
}

// askAll calls a method with every combination of arguments and returns all
// words of the answers.
func (b *bench) askAll(name string, method reflect.Value) []string {
	b.Helper()
	calls := [][]reflect.Value{nil}
	for i := range method.Type().NumIn() {
		choices := b.choices(name, method.Type().In(i))
		var longer [][]reflect.Value
		for _, call := range calls {
			for _, v := range choices {
				longer = append(longer, append(slices.Clone(call), reflect.ValueOf(v)))
			}
		}
		calls = longer
	}
	var said []string
	for _, args := range calls {
		for _, v := range method.Call(args) {
			if err, failed := reflect.TypeAssert[error](v); failed && news.KindOf(err) != news.NotFound {
				b.Errorf("%s%v: %v", name, args, err)
			}
			said = append(said, strings.Join(wordsOf(v), " "))
		}
	}
	return said
}

// choices are the arguments of a type that could lead to a bird.
func (b *bench) choices(method string, t reflect.Type) []any {
	b.Helper()
	var all []news.ID
	for i := range birds {
		all = append(all, news.ID(i+1))
	}
	switch t {
	case reflect.TypeFor[context.Context]():
		return []any{b.Context()}
	case reflect.TypeFor[news.ID]():
		var each []any
		for _, id := range all {
			each = append(each, id)
		}
		return each
	case reflect.TypeFor[[]news.ID]():
		return []any{all}
	case reflect.TypeFor[map[news.ID]bool](): // what is shown already
		return []any{map[news.ID]bool(nil)}
	case reflect.TypeFor[store.Scope]():
		return []any{store.Scope{Edition: 1}, store.Scope{Edition: 1, Section: 1}, store.Scope{Edition: 1, Tag: 1},
			store.Scope{Edition: 1, Topic: 1}, store.Scope{Edition: 1, Person: 1}}
	case reflect.TypeFor[store.Window]():
		return []any{store.Window{}, store.Window{From: 1, To: 1<<63 - 1}}
	case reflect.TypeFor[news.Instant]():
		return []any{news.Instant(0), b.clock.Instant(), news.Instant(1<<63 - 1)}
	case reflect.TypeFor[int]():
		return []any{store.MaxListed}
	}
	b.Fatalf("the canary does not know which %v to hand to Public.%s: teach it in choices", t, method)
	return nil
}

// wordsOf collects every text in a value, however deep.
func wordsOf(v reflect.Value) []string {
	switch v.Kind() {
	case reflect.String:
		return []string{v.String()}
	case reflect.Interface, reflect.Pointer:
		if !v.IsNil() {
			return wordsOf(v.Elem())
		}
	case reflect.Struct:
		var all []string
		for i := range v.NumField() {
			all = append(all, wordsOf(v.Field(i))...)
		}
		return all
	case reflect.Slice, reflect.Array:
		var all []string
		for i := range v.Len() {
			all = append(all, wordsOf(v.Index(i))...)
		}
		return all
	case reflect.Map:
		var all []string
		for _, k := range v.MapKeys() {
			all = append(append(all, wordsOf(k)...), wordsOf(v.MapIndex(k))...)
		}
		return all
	case reflect.Func, reflect.Chan:
		return []string{fmt.Sprint(v.Type())}
	}
	return nil
}
