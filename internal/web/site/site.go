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
	// Preload is the Link header that fetches the first view's style and fonts
	// for a direction of writing.
	Preload func(direction string) string
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
