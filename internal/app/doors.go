package app

import (
	"net/http"
	"time"

	"dateline/internal/web"
	"dateline/internal/web/newsroom"
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

// The lanes bound costly work: how many at once, and how long a request waits
// for its place.
const (
	signInLane = 4
	laneWait   = 5 * time.Second
)

// Doors builds everything that answers requests: one door for all, or the
// newsroom at a door of its own.
func (a *App) Doors() ([]*Door, error) {
	proxies, err := web.ParseProxies(a.config.TrustedProxies)
	if err != nil {
		return nil, err
	}
	h := web.House{
		Log: a.log, Now: a.now, Proxies: proxies, Sessions: web.NewSessions(a.accounts),
		Lanes: map[string]*web.Lane{newsroom.SignInLane: web.NewLane(signInLane, laneWait)},
	}
	room, err := a.newsroom(h.Sessions)
	if err != nil {
		return nil, err
	}
	front := newDoor(a.config.Listen)
	if a.config.NewsroomListen == "" {
		if err := a.readers(h, front, room.Asset); err != nil {
			return nil, err
		}
		return []*Door{front}, front.mount(h, "/newsroom/", room.Face())
	}
	if err := a.readers(h, front); err != nil {
		return nil, err
	}
	back := newDoor(a.config.NewsroomListen)
	if err := back.mount(h, "/newsroom/", room.Face()); err != nil {
		return nil, err
	}
	files := web.Face{Name: "newsroom", Routes: []web.Route{web.Assets(a.theme.Asset, room.Asset)}, Policy: web.StrictPolicy}
	return []*Door{front, back}, back.mount(h, "/-/", files)
}

// newsroom builds the newsroom's screens.
func (a *App) newsroom(s *web.Sessions) (*newsroom.Newsroom, error) {
	return newsroom.New(newsroom.Options{
		Desk: a.desk, Accounts: a.accounts, Sessions: s, Fonts: a.theme.Asset, Destroy: a.library.Destroy, Log: a.log, Now: a.now,
	})
}
