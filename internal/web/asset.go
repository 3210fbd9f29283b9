package web

import (
	"net/http"
	"strings"

	"dateline/internal/news"
	"dateline/internal/theme"
)

// Finder finds a file that pages load by its name: theme.Theme's Asset is one.
type Finder func(name string) (*theme.Asset, bool)

// forever lets caches keep what never changes at its address.
const forever = "public, max-age=31536000, immutable"

// Assets is the route of the files that pages load. The first finder that
// knows a name answers.
func Assets(finders ...Finder) Route {
	return Route{
		Method: http.MethodGet, Pattern: theme.AssetPrefix + "{hash}/{name...}", Who: Everybody,
		Handler: func(w http.ResponseWriter, r *http.Request) error {
			a, ok := find(finders, r.PathValue("name"))
			if !ok {
				return news.Errorf(news.NotFound, "", "There is no such file.")
			}
			if a.URL != r.URL.Path { // a page from before the file changed
				w.Header().Set("Cache-Control", "no-store")
				w.Header().Set("Location", a.URL)
				w.WriteHeader(http.StatusFound)
				return nil
			}
			sendAsset(w, r, a)
			return nil
		},
	}
}

func find(finders []Finder, name string) (*theme.Asset, bool) {
	for _, f := range finders {
		if f == nil {
			continue
		}
		if a, ok := f(name); ok {
			return a, true
		}
	}
	return nil, false
}

func sendAsset(w http.ResponseWriter, r *http.Request, a *theme.Asset) {
	h := w.Header()
	h.Set("Cache-Control", forever)
	body, encoding := encoded(a, r.Header.Get("Accept-Encoding"))
	etag := a.ETag
	if a.Brotli != nil || a.Gzip != nil {
		h.Set("Vary", "Accept-Encoding")
	}
	if encoding != "" {
		h.Set("Content-Encoding", encoding)
		etag = strings.TrimSuffix(etag, `"`) + "-" + encoding + `"`
	}
	h.Set("Etag", etag)
	h.Set("Content-Type", a.Type)
	serveBytes(w, r, body)
}
