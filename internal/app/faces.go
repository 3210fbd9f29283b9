package app

import (
	"context"

	"dateline/internal/library"
	"dateline/internal/news"
	"dateline/internal/web"
	"dateline/internal/web/site"
)

// readers hangs up the readers' site: pages, and what lives under "/-/", where
// the finders' files are.
func (a *App) readers(h web.House, d *Door, files ...web.Finder) error {
	s := site.New(site.Options{
		Makeup: a.makeup, Press: a.press, Theme: func() site.Renderer { return a.theme }, Icon: a.icon(),
		Media: a.media, Former: a.makeup.Former, Logger: a.log,
	})
	for prefix, routes := range map[string][]web.Route{
		"/":   append(s.Pages(), a.signs()...),
		"/-/": append(s.Works(), web.Assets(files...)),
	} {
		if err := d.mount(h, prefix, web.Face{Name: "site", Routes: routes, Policy: a.theme.Policy(), Quiet: true, Trouble: s.Trouble}); err != nil {
			return err
		}
	}
	return nil
}

// icon is the address of the theme's icon in pixels, "" where it has none.
func (a *App) icon() string {
	if picture, ok := a.theme.Asset("img/icon-180.png"); ok {
		return picture.URL
	}
	return ""
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
