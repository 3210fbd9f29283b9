package app

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
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
	faces  []mounted // the longest prefix first
}

// mounted is a face below a prefix that ends with a slash.
type mounted struct {
	prefix string
	face   http.Handler
}

func newDoor(listen string) *Door { return &Door{Listen: listen} }

// ServeHTTP implements http.Handler: the face with the longest prefix answers,
// with or without the slash at the prefix's end.
func (d *Door) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for _, m := range d.faces {
		if strings.HasPrefix(r.URL.Path, m.prefix) || r.URL.Path == m.prefix[:len(m.prefix)-1] {
			m.face.ServeHTTP(w, r)
			return
		}
	}
	http.NotFound(w, r)
}

// mount hangs a face up below a prefix.
func (d *Door) mount(h web.House, prefix string, f web.Face) error {
	face, err := web.Mount(h, f)
	if err != nil {
		return err
	}
	d.faces = append(d.faces, mounted{prefix, face})
	slices.SortFunc(d.faces, func(a, b mounted) int { return len(b.prefix) - len(a.prefix) })
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
		Desk: a.desk, Accounts: a.accounts, Library: a.library, Sessions: sessions, Fonts: a.theme.Asset, Preview: a.preview, Destroy: a.library.Destroy, Log: a.log, Now: a.now,
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
