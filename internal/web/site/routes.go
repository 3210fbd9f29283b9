package site

import "dateline/internal/web"

// Routes is every address that readers can ask for. What is not a page lives
// under "/-/".
func (s *Site) Routes() []web.Route {
	get := func(pattern string, h web.Handler) web.Route {
		return web.Route{Method: "GET", Pattern: pattern, Who: web.Everybody, Handler: h}
	}
	return []web.Route{
		get("/{$}", s.door),
		get("/{edition}/{$}", s.front),
		get("/{edition}/archive/{$}", s.archiveIndex),
		get("/{edition}/corrections/{$}", s.corrections),
		get("/{edition}/record/{story}/{$}", s.record),
		get("/{edition}/tag/{tag}/{$}", s.tag),
		get("/{edition}/tag/{tag}/{year}/{month}/{$}", s.tag),
		get("/{edition}/by/{person}/{$}", s.author),
		get("/{edition}/by/{person}/{year}/{month}/{$}", s.author),
		get("/{edition}/{section}/{$}", s.section),
		get("/{edition}/{section}/{year}/{month}/{$}", s.section),
		get("/{edition}/{year}/{month}/{$}", s.archive),
		get("/{edition}/{year}/{month}/{story}", s.story),
		get("/-/s/{story}", s.permalink),
		get("/-/media/{picture}/{file}", s.media),
		get("/robots.txt", s.robots),
		get("/", s.elsewhere),
	}
}
