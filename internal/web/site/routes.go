package site

import (
	"strings"

	"dateline/internal/web"
)

// Pages is every address of a page that readers can ask for.
func (s *Site) Pages() []web.Route {
	return append([]web.Route{
		get("/{$}", s.door),
		get("/{edition}/{section}/{year}/{month}/{$}", s.section),
		get("/{edition}/{year}/{month}/{story}", s.story),
		get("/robots.txt", s.robots),
		get("/favicon.ico", s.icon),
		get("/", s.elsewhere),
	}, s.slashed([]web.Route{
		get("/{edition}/", s.front),
		get("/{edition}/archive/", s.archiveIndex),
		get("/{edition}/corrections/", s.corrections),
		get("/{edition}/record/{story}/", s.record),
		get("/{edition}/tag/{tag}/", s.tag),
		get("/{edition}/tag/{tag}/{year}/{month}/", s.tag),
		get("/{edition}/by/{person}/", s.author),
		get("/{edition}/by/{person}/{year}/{month}/", s.author),
		get("/{edition}/{section}/", s.section),
		get("/{edition}/{year}/{month}/", s.archive),
	})...)
}

// slashed gives each page whose address ends in a slash a twin without it,
// which leads there where the page exists. The mux would lead there from
// everywhere, and so hide former addresses.
func (s *Site) slashed(pages []web.Route) []web.Route {
	var all []web.Route
	for _, p := range pages {
		twin := p
		twin.Pattern, twin.Handler = strings.TrimSuffix(p.Pattern, "/"), slashless(p.Handler)
		p.Pattern += "{$}"
		all = append(all, p, twin)
	}
	return all
}

// Works is what is not a page: all of it lives under "/-/", and has a mux of
// its own, because the pages' patterns would match it too.
func (s *Site) Works() []web.Route {
	return []web.Route{
		get("/-/s/{story}", s.permalink),
		get("/-/media/{picture}/{file}", s.media),
		get("/-/", s.elsewhere),
	}
}

func get(pattern string, h web.Handler) web.Route {
	return web.Route{Method: "GET", Pattern: pattern, Who: web.Everybody, Handler: h}
}
