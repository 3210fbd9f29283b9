package web

import (
	"net/http"

	"dateline/internal/news"
)

// astray answers a request that no route took. The mux has said why, into the
// answer's status and headers: the address is spelled otherwise, wants another
// method, or is nowhere.
func (m *face) astray(a *answer) error {
	status, h := a.status, a.Header()
	allow, location := h.Get("Allow"), h.Get("Location")
	for _, name := range []string{"Allow", "Location", "Content-Type"} {
		h.Del(name)
	}
	a.status, a.astray = 0, false
	switch {
	case status == http.StatusMethodNotAllowed:
		h.Set("Allow", allow)
		Plain(a, status, "This address cannot be used in this way.")
		return nil
	case status >= 300 && status < 400:
		h.Set("Location", location)
		a.WriteHeader(status)
		return nil
	}
	return news.Errorf(news.NotFound, "", "There is nothing at this address.")
}
