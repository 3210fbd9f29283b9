package news_test

import (
	"errors"
	"fmt"
	"net/url"
	"testing"
	"time"

	"pgregory.net/rapid"

	"dateline/internal/news"
)

func TestAddresses(t *testing.T) {
	e := news.Edition{Name: "en", Zone: "Europe/Vienna"}
	newYear := news.InstantOf(time.Date(2015, 12, 31, 23, 30, 0, 0, time.UTC)) // the next year in Vienna
	s := news.Story{ID: 171, PublishedAt: newYear}
	for _, x := range []struct{ got, want string }{
		{e.FrontPath(), "/en/"},
		{e.StoryPath(s, "final-act"), "/en/2016/01/final-act-7x"},
		{e.StoryPath(s, "النهاية"), "/en/2016/01/%D8%A7%D9%84%D9%86%D9%87%D8%A7%D9%8A%D8%A9-7x"},
		{e.StoryPath(s, ""), "/en/2016/01/-7x"},
		{e.RecordPath(s), "/en/record/7x/"},
		{e.SectionPath(news.Section{Slug: "a/b?c"}), "/en/a%2Fb%3Fc/"},
		{e.TagPath(news.Tag{Slug: "vienna"}), "/en/tag/vienna/"},
		{e.PersonPath(news.Person{Slug: "elise"}), "/en/by/elise/"},
		{e.ArchivePath(), "/en/archive/"},
		{e.CorrectionsPath(), "/en/corrections/"},
		{news.MonthPath("/en/news/", 815, 6), "/en/news/0815/06/"},
		{news.Permalink(s), "/-/s/7x"},
		{news.MediaPath(news.Rendition{Picture: 171, Width: 800, MediaType: "image/webp"}), "/-/media/7x/800.webp"},
		{news.Edition{Name: "x", Zone: "No/Where"}.StoryPath(s, "a"), "/x/2015/12/a-7x"},
	} {
		if x.got != x.want {
			t.Errorf("got %q, want %q", x.got, x.want)
		}
	}
}

func TestStoryIDOfAddress(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := news.Story{ID: news.ID(rapid.Int64Range(1, 1<<62).Draw(t, "id")), PublishedAt: 1}
		path, err := url.PathUnescape(news.Edition{Name: "en"}.StoryPath(s, rapid.StringN(0, 20, 60).Draw(t, "slug")))
		if err != nil {
			t.Fatal(err)
		}
		if id, ok := news.StoryID(path); !ok || id != s.ID {
			t.Fatalf("%q leads to %d, %v; want %d", path, id, ok, s.ID)
		}
	})
	for _, part := range []string{"", "-", "slug", "slug-", "slug-0"} {
		if id, ok := news.StoryID(part); ok {
			t.Errorf("%q leads to %d", part, id)
		}
	}
}

func TestMonths(t *testing.T) {
	e := news.Edition{Zone: "Europe/Vienna"}
	from, to := e.Month(2015, 12)
	if y, m := e.YearMonth(from); y != 2015 || m != 12 {
		t.Errorf("the month begins in %d-%d", y, m)
	}
	if y, m := e.YearMonth(from - 1); y != 2015 || m != 11 {
		t.Errorf("a moment before is in %d-%d", y, m)
	}
	if y, m := e.YearMonth(to); y != 2016 || m != 1 {
		t.Errorf("the next month begins in %d-%d", y, m)
	}
}

func TestMediaTypes(t *testing.T) {
	for _, ext := range []string{"avif", "webp", "jpg", "png"} {
		mediaType, ok := news.MediaType(ext)
		if !ok || news.MediaExtension(mediaType) != ext {
			t.Errorf("%s is %q, %v", ext, mediaType, ok)
		}
	}
	if _, ok := news.MediaType("svg"); ok || news.MediaExtension("text/html") != "" {
		t.Error("renditions have formats that they do not have")
	}
}

func TestSubject(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := news.Subject{Noun: news.Noun(rapid.StringMatching(`[a-z]{1,9}`).Draw(t, "noun")), ID: news.ID(rapid.Int64Range(1, 1<<62).Draw(t, "id"))}
		if back, ok := news.ParseSubject(s.String()); !ok || back != s {
			t.Fatalf("%v is written %q and read %v, %v", s, s, back, ok)
		}
	})
	if s, ok := news.ParseSubject(""); !ok || s != (news.Subject{}) || s.String() != "" {
		t.Error("no subject is not read as none")
	}
	for _, text := range []string{"story", "story:", "story:0", "story:-1", ":7", "story:x", "story:7:8", "story:99999999999999999999", "story:+7", "story:07"} {
		if s, ok := news.ParseSubject(text); ok || s != (news.Subject{}) {
			t.Errorf("%q is read as %v", text, s)
		}
	}
	tags := map[string]bool{news.TagOf(news.NounEdition, 7): true, news.TagLatest(7): true, news.TagShell(7): true, news.TagLatest(8): true}
	if len(tags) != 4 {
		t.Errorf("page tags are not apart: %v", tags)
	}
}

func TestInstant(t *testing.T) {
	moment := time.Date(1815, 6, 9, 12, 0, 0, 123_456_789, time.UTC)
	if got := news.InstantOf(moment).Time(); !got.Equal(moment.Truncate(time.Microsecond)) {
		t.Errorf("kept as %v", got)
	}
	if !news.InstantOf(time.Time{}).IsZero() || !news.Instant(0).Time().IsZero() {
		t.Error("no moment is not no moment")
	}
}

func TestError(t *testing.T) {
	cause := errors.New("cause")
	err := fmt.Errorf("act: %w", news.Errorf(news.Invalid, "headline", "too long: %w", cause))
	if news.KindOf(err) != news.Invalid || !errors.Is(err, cause) || news.KindOf(cause) != news.Internal || news.KindOf(nil) != news.Internal {
		t.Errorf("kind %v of %v", news.KindOf(err), err)
	}
	if got := (&news.Error{Kind: news.Gone}).Error(); got != "gone" {
		t.Errorf("an error without words says %q", got)
	}
	if news.Kind(99).String() != "kind(99)" || news.Unavailable.String() != "unavailable" {
		t.Error("kinds are misnamed")
	}
}

func TestRecordHash(t *testing.T) {
	base := news.RecordEntry{Edition: 1, Number: 2, At: 3, Act: news.ActFix, Story: 4, Digest: [32]byte{5}}
	hashes := map[[32]byte]string{base.HashAfter([32]byte{}): "as it is"}
	for name, change := range map[string]func(e *news.RecordEntry){
		"edition": func(e *news.RecordEntry) { e.Edition++ }, "number": func(e *news.RecordEntry) { e.Number++ },
		"time": func(e *news.RecordEntry) { e.At++ }, "act": func(e *news.RecordEntry) { e.Act = "fixed" },
		"story": func(e *news.RecordEntry) { e.Story++ }, "digest": func(e *news.RecordEntry) { e.Digest[31]++ },
	} {
		e := base
		change(&e)
		if other, taken := hashes[e.HashAfter([32]byte{})]; taken {
			t.Errorf("%s changed hashes like %s", name, other)
		}
		hashes[e.HashAfter([32]byte{})] = name
	}
	if _, taken := hashes[base.HashAfter([32]byte{1})]; taken {
		t.Error("the hash does not cover the one before it")
	}
	if news.Seal([]byte("a"), []byte("b")) == news.Seal([]byte("c"), []byte("b")) {
		t.Error("the salt does not matter")
	}
}

func TestPersonIn(t *testing.T) {
	p := news.Person{Names: map[string]news.PersonName{"fa": {Name: "f"}, "de": {Name: "d"}}}
	if p.In("fa").Name != "f" || p.In("ar").Name != "d" || (news.Person{}).In("en").Name != "" {
		t.Error("without the language or English, the first language by tag stands in")
	}
	p.Names["en"] = news.PersonName{Name: "e"}
	if p.In("ar").Name != "e" {
		t.Error("English stands in for a language that is not there")
	}
}

func ExampleEdition_StoryPath() {
	e := news.Edition{Name: "en", Zone: "Europe/Vienna"}
	s := news.Story{ID: 171, PublishedAt: news.InstantOf(time.Date(2015, 6, 9, 9, 0, 0, 0, time.UTC))}
	fmt.Println(e.StoryPath(s, "the-final-act"))
	// Output: /en/2015/06/the-final-act-7x
}

func ExampleParseSubject() {
	s, ok := news.ParseSubject("story:171")
	fmt.Println(s.Noun, int64(s.ID), ok)
	// Output: story 171 true
}
