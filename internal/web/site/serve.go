package site

import (
	"bytes"
	"context"
	"net/http"
	"net/url"
	"strings"

	"dateline/internal/makeup"
	"dateline/internal/news"
	"dateline/internal/press"
	"dateline/internal/web"
)

// maxRender is the largest page kept in memory while it is rendered, in bytes.
const maxRender = 16 << 20

// maker makes up one page; it depends on the address alone.
type maker func(ctx context.Context) (makeup.Made, error)

// serve answers with the page at an address, from the press or made up now.
// The query is no part of the address: unknown parameters make no new pages.
func (s *Site) serve(w http.ResponseWriter, r *http.Request, fn maker) error {
	path, edition := r.URL.Path, firstPart(r.URL.Path)
	twin := r.Context().Value(slashlessKey{}) != nil
	return s.Press.Serve(w, r, path, func(ctx context.Context) (press.Page, error) {
		made, err := fn(ctx)
		if news.KindOf(err) == news.NotFound {
			made, err = s.missing(ctx, edition, path)
		} else if twin && made.Moved == "" {
			made.Moved = (&url.URL{Path: path + "/"}).EscapedPath()
		}
		if err != nil {
			return press.Page{}, err
		}
		return s.print(ctx, made)
	})
}

// slashlessKey marks a request for a page under its address without the slash
// at its end.
type slashlessKey struct{}

// slashless is a page's handler for its address without the last slash.
func slashless(h web.Handler) web.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		return h(w, r.WithContext(context.WithValue(r.Context(), slashlessKey{}, true)))
	}
}

// missing looks whether something stood here once, and makes up the page that
// says that nothing does.
func (s *Site) missing(ctx context.Context, edition, path string) (makeup.Made, error) {
	forward, err := s.former(ctx, path)
	if err != nil {
		return makeup.Made{}, err
	}
	made, err := s.Makeup.Missing(ctx, edition, (&url.URL{Path: path}).EscapedPath(), http.StatusNotFound)
	made.Moved = forward.To
	for _, tag := range forward.Tags {
		made.Tags = append(made.Tags, news.PageTag{Name: tag})
	}
	return made, err
}

// former finds where a former address leads, whether it was kept with its
// last slash or without.
func (s *Site) former(ctx context.Context, path string) (makeup.Forward, error) {
	var last makeup.Forward
	bare := news.FormerAddress(path, nil)
	for _, spelling := range []string{bare, bare + "/", path} {
		f, err := s.Former(ctx, spelling)
		if err != nil || (f.To != "" && f.To != path) {
			return f, err
		}
		last.Tags = append(last.Tags, f.Tags...)
	}
	return last, nil
}

// print renders a made page for the press.
func (s *Site) print(ctx context.Context, made makeup.Made) (press.Page, error) {
	p := press.Page{Tags: made.Tags, Until: made.Until, LastModified: made.Modified, Status: made.Status, ContentType: "text/html; charset=utf-8", Header: http.Header{}}
	if made.Moved != "" {
		p.Status = http.StatusMovedPermanently
		p.Header.Set("Location", made.Moved)
		return p, nil
	}
	var b bytes.Buffer
	if err := s.Theme().Render(ctx, &b, made.Page); err != nil {
		return p, err
	}
	if b.Len() > maxRender {
		return p, news.Errorf(news.TooLarge, "", "The page is too large to be shown.")
	}
	p.Body = b.Bytes()
	return p, nil
}

func firstPart(path string) string {
	first, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	return first
}

// Trouble answers an error in the edition asked for, or in plain words where
// even that fails.
func (s *Site) Trouble(w http.ResponseWriter, r *http.Request, err error) {
	fault := web.FaultOf(r, err)
	ctx := context.WithoutCancel(r.Context())
	body, err := s.failed(ctx, firstPart(r.URL.Path), fault)
	if news.KindOf(err) == news.NotFound {
		body, err = s.failed(ctx, "", fault)
	}
	if err != nil {
		web.Plain(w, fault.Status, fault.Message)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(fault.Status)
	_, _ = w.Write(body) //nolint:gosec // a rendered page; html/template escaped it. A reader who went away needs no answer
}

func (s *Site) failed(ctx context.Context, edition string, f web.Fault) ([]byte, error) {
	made, err := s.Makeup.Failed(ctx, edition, f.Status, f.Request)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = s.Theme().Render(ctx, &b, made.Page)
	return b.Bytes(), err
}
