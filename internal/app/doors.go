package app

import (
	"errors"
	"fmt"
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

// Lanes of costly work: how many do it at once, and how long the next one
// waits for its turn.
const (
	signInWidth = 4
	signInWait  = 10 * time.Second
	uploadWidth = 4
	uploadWait  = 10 * time.Second
)

// Doors builds everything that answers requests: the readers' door, which the
// newsroom shares unless it has been given one of its own.
func (a *App) Doors() ([]*Door, error) {
	proxies, err := web.ParseProxies(a.config.TrustedProxies)
	if err != nil {
		return nil, err
	}
	sessions := web.NewSessions(a.accounts)
	h := web.House{
		Log: a.log, Now: a.now, Proxies: proxies, Sessions: sessions,
		Lanes: map[string]*web.Lane{
			newsroom.SignInLane: web.NewLane(signInWidth, signInWait), newsroom.UploadLane: web.NewLane(uploadWidth, uploadWait),
		},
	}
	room, err := newsroom.New(newsroom.Options{
		Desk: a.desk, Accounts: a.accounts, Library: a.library, Sessions: sessions, Fonts: a.theme.Asset, Destroy: a.library.Destroy, Log: a.log, Now: a.now,
	})
	if err != nil {
		return nil, fmt.Errorf("build the newsroom: %w", err)
	}
	front := newDoor(a.config.Listen)
	if a.config.NewsroomListen != "" {
		side, err := a.sideDoor(h, room)
		nothing := web.Face{Name: "site", Policy: a.theme.Policy()} // without it the site would read the address as one of its own
		return []*Door{front, side}, errors.Join(err, a.readers(h, front, a.theme.Asset), front.mount(h, "/newsroom/", nothing))
	}
	err = errors.Join(a.readers(h, front, a.theme.Asset, room.Asset), front.mount(h, "/newsroom/", room.Face()))
	return []*Door{front}, err
}

// sideDoor is the newsroom's own address: for a VPN or an onion service, out
// of readers' reach. Its root leads to the desk.
func (a *App) sideDoor(h web.House, room *newsroom.Newsroom) (*Door, error) {
	side, face := newDoor(a.config.NewsroomListen), room.Face()
	face.Routes = append(face.Routes, web.Route{Method: http.MethodGet, Pattern: "/{$}", Who: web.Everybody, Handler: toDesk})
	return side, side.mount(h, "/", face)
}

func toDesk(w http.ResponseWriter, r *http.Request) error {
	http.Redirect(w, r, "/newsroom/", http.StatusSeeOther)
	return nil
}
