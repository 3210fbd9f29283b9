package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/internal/config"
	"dateline/internal/desk"
	"dateline/internal/news"
	"dateline/internal/pgtest"
	"dateline/internal/prose"
	"dateline/internal/store"
)

// seedVersion is part of a seeded database's name: it grows with every change
// of what is seeded.
const seedVersion = 1

// What a seeded newsroom has beside its stories. The stories grow back into
// the past at the same pace whatever their number, as a paper's do.
const (
	seedPeople   = 40
	seedTags     = 200
	seedPictures = 400
	seedBatch    = 250
	seedPace     = 3 * time.Hour // between two stories
)

var seedSections = []string{"News", "Europe", "Economy", "Culture", "Science", "Opinion"}

// seeded returns the data folder of a newsroom of n stories in SQLite. It is
// made once and kept for later runs; benchmarks that change it work on a copy.
func seeded(tb testing.TB, n int) string {
	tb.Helper()
	dir := filepath.Join("..", "..", ".cache", "bench", fmt.Sprintf("%d-v%d", n, seedVersion))
	if _, err := os.Stat(dir); err == nil {
		return dir
	} else if !errors.Is(err, fs.ErrNotExist) {
		tb.Fatal(err)
	}
	making := fmt.Sprintf("%s.%d", dir, os.Getpid())
	if err := seedInto(tb.Context(), store.Options{Dir: making}, n); err != nil {
		tb.Fatal(errors.Join(err, os.RemoveAll(making)))
	}
	if err := os.Rename(making, dir); err != nil {
		tb.Fatal(err)
	}
	return dir
}

// seededPostgres is the same in PostgreSQL; it is made in every run.
func seededPostgres(tb testing.TB, n int) string {
	tb.Helper()
	return pgtest.Template(tb, fmt.Sprintf("bench%dv%d", n, seedVersion), func(ctx context.Context, url string) error {
		return seedInto(ctx, store.Options{Database: url}, n)
	})
}

// house opens the application on a newsroom.
func house(tb testing.TB, d config.Data) *App {
	tb.Helper()
	c := config.Server{Data: d, URL: "https://courier.example", CacheMB: 64}
	a, err := New(tb.Context(), c, slog.New(slog.DiscardHandler))
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := a.Close(); err != nil {
			tb.Error(err)
		}
	})
	return a
}

// seeding is a newsroom in the making.
type seeding struct {
	desk     *desk.Desk
	random   *rand.Rand
	start    time.Time
	edition  news.ID
	sections []news.ID
	people   []news.ID
	tags     []news.ID
	pictures []news.ID
}

func seedInto(ctx context.Context, o store.Options, n int) error {
	s, err := store.Open(ctx, o)
	if err != nil {
		return err
	}
	seed := &seeding{desk: desk.New(s), random: rand.New(rand.NewPCG(1, uint64(n))), start: time.Now()}
	err = seed.settle(ctx)
	for done := 0; done < n && err == nil; done += seedBatch {
		err = seed.desk.Import(ctx, news.System, func(in *desk.Intake) error {
			return seed.stories(ctx, in, done, min(seedBatch, n-done))
		})
	}
	return errors.Join(err, s.Close())
}

// settle makes what stories refer to.
func (s *seeding) settle(ctx context.Context) error {
	for i, e := range []news.Edition{
		{Name: "en", Language: "en", Zone: "Europe/Vienna", Label: "English", Title: "The Vienna Courier", Tagline: "News from the Congress"},
		{Name: "ar", Language: "ar", Digits: "arabic-indic", Zone: "Asia/Beirut", Label: "العربية", Title: "بريد فيينا"},
	} {
		e.Position = i + 1
		made, err := s.desk.SettleEdition(ctx, news.System, e)
		if err != nil {
			return err
		}
		if i == 0 {
			s.edition = made.ID
		}
	}
	for i, name := range seedSections {
		made, err := s.desk.SettleSection(ctx, news.System, news.Section{Edition: s.edition, Slug: strings.ToLower(name), Name: name, Position: i + 1})
		if err != nil {
			return err
		}
		s.sections = append(s.sections, made.ID)
	}
	for _, key := range []string{"front", "choice"} {
		if _, err := s.desk.SettleList(ctx, news.System, news.Curated{Edition: s.edition, Key: key, Name: key, Size: 5, Tail: news.TailLatest}); err != nil {
			return err
		}
	}
	for range seedPeople {
		name := s.title(2)
		made, err := s.desk.SettlePerson(ctx, news.System, news.Person{Names: map[string]news.PersonName{"en": {Name: name}}})
		if err != nil {
			return err
		}
		s.people = append(s.people, made.ID)
	}
	for i := range seedTags {
		made, err := s.desk.SettleTag(ctx, news.System, news.Tag{Edition: s.edition, Name: fmt.Sprintf("%s %d", s.title(1), i)})
		if err != nil {
			return err
		}
		s.tags = append(s.tags, made.ID)
	}
	return s.desk.Import(ctx, news.System, func(in *desk.Intake) error { return s.hang(ctx, in) })
}

// hang enters pictures with as many renditions as the library makes. There are
// no files behind them.
func (s *seeding) hang(ctx context.Context, in *desk.Intake) error {
	in.Touch()
	for i := range seedPictures {
		p := news.Picture{
			ID: in.Tx().NewID(), Blob: fmt.Sprintf("%064x", i), MediaType: "image/jpeg", Width: 2400, Height: 1600, FocusX: 50, FocusY: 40,
			Credit: s.title(2), Words: map[string]news.PictureWords{"en": {Caption: s.sentence(), Alt: s.sentence()}},
		}
		var renditions []news.Rendition
		for _, width := range []int{320, 640, 960, 1440, 2400} {
			for _, kind := range []string{"image/avif", "image/webp", "image/jpeg"} {
				renditions = append(renditions, news.Rendition{
					Picture: p.ID, Width: width, Height: width * 2 / 3, MediaType: kind, Blob: p.Blob, Bytes: int64(width * 100),
				})
			}
		}
		if err := in.Tx().Pictures().Add(ctx, p, renditions); err != nil {
			return err
		}
		s.pictures = append(s.pictures, p.ID)
	}
	return nil
}

// stories admits n stories; done are there already, each younger than these.
func (s *seeding) stories(ctx context.Context, in *desk.Intake, done, n int) error {
	for i := range n {
		at := s.start.Add(-time.Duration(done+i+1) * seedPace)
		if _, err := in.Story(ctx, desk.Arrival{Edition: s.edition, Content: s.content(at), PublishedAt: news.InstantOf(at)}); err != nil {
			return err
		}
	}
	return nil
}

func (s *seeding) content(at time.Time) news.Content {
	c := news.Content{
		Kind: news.KindNews, Section: pick(s.random, s.sections), Kicker: s.title(2), Headline: s.title(8), Standfirst: s.sentence(),
		Dateline: news.Dateline{Source: "Courier", Place: s.title(1), Date: news.CivilDate{Year: at.Year(), Month: int(at.Month()), Day: at.Day(), Precision: news.ToDay}},
		Bylines:  []news.Byline{{Person: pick(s.random, s.people), Role: news.RoleBy}, {Person: pick(s.random, s.people), Role: news.RoleWith}},
		Lead:     news.LeadPicture{Picture: pick(s.random, s.pictures)},
		Text:     s.text(),
	}
	for range 5 {
		c.Tags = append(c.Tags, pick(s.random, s.tags))
	}
	return c
}

// text is a story of some 700 words.
func (s *seeding) text() string {
	var d prose.Doc
	id := prose.SeededIDs(fmt.Sprint(s.random.Uint64()))
	for i := range 14 {
		if i == 5 || i == 10 {
			d.Blocks = append(d.Blocks, prose.Heading{Base: prose.Base{ID: id()}, Level: 2, Text: prose.Words(s.title(4))})
		}
		d.Blocks = append(d.Blocks, prose.Paragraph{Base: prose.Base{ID: id()}, Text: prose.Words(s.sentence() + " " + s.sentence() + " " + s.sentence())})
	}
	return string(prose.Canonical(d))
}

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

// seedWords are what sentences are made of.
var seedWords = strings.Fields(`the of and to in a that for with on at by from council river budget
	delegates minister harbour railway treaty winter border vote court harvest market bridge school
	hospital library union committee report morning evening witnesses officials engineers farmers said
	agreed refused announced counted rebuilt opened closed delayed promised measured after before without
	between during against seven twelve hundred thousand percent new old northern eastern long quiet`)

func (s *seeding) words(n int) []string {
	words := make([]string, n)
	for i := range words {
		words[i] = pick(s.random, seedWords)
	}
	return words
}

func (s *seeding) title(n int) string {
	words := s.words(n)
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}

func (s *seeding) sentence() string {
	words := s.words(12 + s.random.IntN(10))
	words[0] = strings.ToUpper(words[0][:1]) + words[0][1:]
	return strings.Join(words, " ") + "."
}
