package site

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"time"

	"dateline/internal/makeup"
	"dateline/internal/news"
	"dateline/internal/page"
	"dateline/internal/press"
)

// Renderer writes a page in the theme in use.
type Renderer interface {
	Render(ctx context.Context, w io.Writer, p page.Page) error
}

// Medium is one rendition, open for reading.
type Medium struct {
	Body     io.ReadSeekCloser
	Type     string
	ETag     string
	Modified time.Time
}

// Options are what a Site works with.
type Options struct {
	Makeup *makeup.Makeup
	Press  *press.Press
	Theme  func() Renderer
	Icon   string // address of the picture that answers /favicon.ico, "" for none
	// Media opens a rendition that readers may see; NotFound for all others.
	Media func(ctx context.Context, picture news.ID, width int, mediaType string) (Medium, error)
	// Former finds where a former address leads.
	Former func(ctx context.Context, path string) (makeup.Forward, error)
	Logger *slog.Logger
}

// Site answers readers.
type Site struct{ Options }

// New returns a Site.
func New(o Options) *Site { return &Site{o} }

// robotsText lets everybody read the pages and nobody the newsroom.
const robotsText = "User-agent: *\nDisallow: /newsroom/\n"

func (s *Site) robots(w http.ResponseWriter, _ *http.Request) error {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "public, max-age=3600")
	_, _ = io.WriteString(w, robotsText) // a reader who went away needs no answer
	return nil
}

// icon answers browsers that ask for the site's icon by its old name: beside
// pictures and files, which have no head to name another.
func (s *Site) icon(w http.ResponseWriter, r *http.Request) error {
	if s.Icon == "" {
		return s.elsewhere(w, r)
	}
	w.Header().Set("Cache-Control", "public, max-age=86400")
	http.Redirect(w, r, s.Icon, http.StatusFound)
	return nil
}
