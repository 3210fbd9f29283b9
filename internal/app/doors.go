package app

import (
	"net/http"

	"dateline/internal/web"
)

// Door is one listening address with all that answers there. What is mounted
// stands in Routes: there is no other way to hang up a handler, so that
// whoever walks the routes has seen the whole door.
type Door struct {
	Listen string
	Routes []web.Route
	mux    *http.ServeMux
}

func newDoor(listen string) *Door { return &Door{Listen: listen, mux: http.NewServeMux()} }

// ServeHTTP implements http.Handler.
func (d *Door) ServeHTTP(w http.ResponseWriter, r *http.Request) { d.mux.ServeHTTP(w, r) }

// mount hangs a face up below a prefix.
func (d *Door) mount(h web.House, prefix string, f web.Face) error {
	face, err := web.Mount(h, f)
	if err != nil {
		return err
	}
	d.mux.Handle(prefix, face)
	d.Routes = append(d.Routes, f.Routes...)
	return nil
}

// Doors builds everything that answers requests.
func (a *App) Doors() ([]*Door, error) {
	proxies, err := web.ParseProxies(a.config.TrustedProxies)
	if err != nil {
		return nil, err
	}
	h := web.House{Log: a.log, Now: a.now, Proxies: proxies, Lanes: map[string]*web.Lane{}}
	front := newDoor(a.config.Listen)
	if err := a.readers(h, front); err != nil {
		return nil, err
	}
	return []*Door{front}, nil
}
