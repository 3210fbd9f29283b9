package site

import (
	"context"
	"net/http"
	"strconv"

	"dateline/internal/makeup"
	"dateline/internal/news"
)

func (s *Site) front(w http.ResponseWriter, r *http.Request) error {
	edition := r.PathValue("edition")
	return s.serve(w, r, func(ctx context.Context) (makeup.Made, error) { return s.Makeup.Front(ctx, edition) })
}

func (s *Site) archiveIndex(w http.ResponseWriter, r *http.Request) error {
	edition := r.PathValue("edition")
	return s.serve(w, r, func(ctx context.Context) (makeup.Made, error) { return s.Makeup.ArchiveIndex(ctx, edition) })
}

func (s *Site) corrections(w http.ResponseWriter, r *http.Request) error {
	edition := r.PathValue("edition")
	return s.serve(w, r, func(ctx context.Context) (makeup.Made, error) { return s.Makeup.Corrections(ctx, edition) })
}

// listPage is a kind of page that lists stories by month.
type listPage func(ctx context.Context, edition, slug string, at makeup.Period) (makeup.Made, error)

// list serves a list's head page, or one month of it.
func (s *Site) list(w http.ResponseWriter, r *http.Request, name string, page listPage) error {
	edition, slug := r.PathValue("edition"), r.PathValue(name)
	at, ok := period(r)
	return s.serve(w, r, func(ctx context.Context) (makeup.Made, error) {
		if !ok {
			return makeup.Made{}, notHere
		}
		return page(ctx, edition, slug, at)
	})
}

var notHere = news.Errorf(news.NotFound, "", "There is nothing at this address.")

// section serves a section. A story's address with a slash behind it has the
// same shape: it leads to the story.
func (s *Site) section(w http.ResponseWriter, r *http.Request) error {
	if _, month := period(r); !month {
		r.SetPathValue("story", r.PathValue("month"))
		return s.story(w, r)
	}
	return s.list(w, r, "section", s.Makeup.Section)
}

func (s *Site) tag(w http.ResponseWriter, r *http.Request) error {
	return s.list(w, r, "tag", s.Makeup.Tag)
}

func (s *Site) author(w http.ResponseWriter, r *http.Request) error {
	return s.list(w, r, "person", s.Makeup.Author)
}

func (s *Site) archive(w http.ResponseWriter, r *http.Request) error {
	return s.list(w, r, "", func(ctx context.Context, edition, _ string, at makeup.Period) (makeup.Made, error) {
		return s.Makeup.Archive(ctx, edition, at)
	})
}

// period reads the month in an address, the zero Period where there is none.
// ok is false for what is no month, or not in its one spelling.
func period(r *http.Request) (p makeup.Period, ok bool) {
	year, month := r.PathValue("year"), r.PathValue("month")
	if year == "" && month == "" {
		return p, true
	}
	var err1, err2 error
	p.Year, err1 = strconv.Atoi(year)
	p.Month, err2 = strconv.Atoi(month)
	ok = err1 == nil && err2 == nil && len(year) == 4 && len(month) == 2 && p.Year > 0 && p.Month >= 1 && p.Month <= 12
	return p, ok
}

// story serves a story under its id; every other spelling of its address is
// redirected to its own.
func (s *Site) story(w http.ResponseWriter, r *http.Request) error {
	edition := r.PathValue("edition")
	id, ok := news.StoryID(r.PathValue("story"))
	path := r.URL.EscapedPath()
	return s.serve(w, r, func(ctx context.Context) (makeup.Made, error) {
		if !ok {
			return makeup.Made{}, notHere
		}
		return s.Makeup.Story(ctx, edition, id, path)
	})
}

// record serves what changed in a story since readers first saw it.
func (s *Site) record(w http.ResponseWriter, r *http.Request) error {
	edition := r.PathValue("edition")
	id, ok := news.ParseID(r.PathValue("story"))
	return s.serve(w, r, func(ctx context.Context) (makeup.Made, error) {
		if !ok {
			return makeup.Made{}, notHere
		}
		return s.Makeup.Record(ctx, edition, id)
	})
}
