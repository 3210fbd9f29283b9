package web

import (
	"net/http"

	"dateline/internal/news"
)

// astray answers a request that no route takes: the mux knows whether the
// address is spelled otherwise, wants another method, or is nowhere.
func (m *face) astray(a *answer, r *http.Request, h http.Handler) error {
	p := probe{header: http.Header{}}
	h.ServeHTTP(&p, r)
	switch {
	case p.status == http.StatusMethodNotAllowed:
		a.Header().Set("Allow", p.header.Get("Allow"))
		Plain(a, p.status, "This address cannot be used in this way.")
		return nil
	case p.status >= 300 && p.status < 400:
		a.Header().Set("Location", p.header.Get("Location"))
		a.WriteHeader(p.status)
		return nil
	}
	return news.Errorf(news.NotFound, "", "There is nothing at this address.")
}

// probe is a ResponseWriter that only listens to what an answer would be.
type probe struct {
	header http.Header
	status int
}

func (p *probe) Header() http.Header { return p.header }

func (p *probe) WriteHeader(status int) {
	if p.status == 0 {
		p.status = status
	}
}

func (p *probe) Write(b []byte) (int, error) {
	p.WriteHeader(http.StatusOK)
	return len(b), nil
}
