package app

import (
	"context"
	"strings"

	"dateline/internal/library"
	"dateline/internal/news"
	"dateline/internal/web"
	"dateline/internal/web/site"
)

// readers hangs up the readers' site: pages, and what lives under "/-/", where
// the finders' files are.
func (a *App) readers(h web.House, d *Door, files ...web.Finder) error {
	s := site.New(site.Options{
		Makeup: a.makeup, Press: a.press, Theme: func() site.Renderer { return a.theme }, Preload: a.preload(),
		Media: a.media, Former: a.makeup.Former, Logger: a.log,
	})
	for prefix, routes := range map[string][]web.Route{
		"/":   append(s.Pages(), a.signs()...),
		"/-/": append(s.Works(), web.Assets(files...)),
	} {
		if err := d.mount(h, prefix, web.Face{Name: "site", Routes: routes, Policy: a.theme.Policy(), Trouble: s.Trouble}); err != nil {
			return err
		}
	}
	return nil
}

// preload makes the Link headers once: the stylesheet and the fonts of the
// first view, by direction of writing.
func (a *App) preload() func(direction string) string {
	links := map[string]string{}
	for _, dir := range []string{"ltr", "rtl"} {
		var parts []string
		if css, ok := a.theme.Asset("style.css"); ok {
			parts = append(parts, "<"+css.URL+">; rel=preload; as=style")
		}
		for _, font := range a.theme.Preload(dir) {
			parts = append(parts, "<"+font.URL+">; rel=preload; as=font; type=\"font/woff2\"; crossorigin")
		}
		links[dir] = strings.Join(parts, ", ")
	}
	return func(direction string) string { return links[direction] }
}

// media opens a rendition for readers.
func (a *App) media(ctx context.Context, picture news.ID, width int, mediaType string) (site.Medium, error) {
	f, err := a.library.Rendition(ctx, picture, width, news.MediaExtension(mediaType))
	if err != nil {
		return site.Medium{}, err
	}
	return medium(f), nil
}

func medium(f library.File) site.Medium {
	return site.Medium{Body: f.ReadSeekCloser, Type: f.MediaType, ETag: `"` + f.Blob[:min(len(f.Blob), 32)] + `"`}
}
