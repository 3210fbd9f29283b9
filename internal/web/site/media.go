package site

import (
	"net/http"
	"strconv"
	"strings"

	"dateline/internal/news"
)

// mediaCache is how long browsers and proxies may keep a picture: short
// enough that one that was taken back is gone soon.
const mediaCache = "public, max-age=3600"

// media serves one rendition of a picture that a visible story shows.
func (s *Site) media(w http.ResponseWriter, r *http.Request) error {
	id, ok := news.ParseID(r.PathValue("picture"))
	width, extension, _ := strings.Cut(r.PathValue("file"), ".")
	n, err := strconv.Atoi(width)
	kind, known := news.MediaType(extension)
	if !ok || err != nil || !known || n <= 0 {
		return s.elsewhere(w, r)
	}
	m, err := s.Media(r.Context(), id, n, kind)
	if news.KindOf(err) == news.NotFound {
		w.Header().Set("Cache-Control", "no-store")
		http.Error(w, "There is no such picture.", http.StatusNotFound)
		return nil
	}
	if err != nil {
		return err
	}
	defer func() { _ = m.Body.Close() }() // it was only read
	w.Header().Set("Content-Type", m.Type)
	w.Header().Set("ETag", m.ETag)
	w.Header().Set("Cache-Control", mediaCache)
	http.ServeContent(w, r, "", m.Modified, m.Body)
	return nil
}
