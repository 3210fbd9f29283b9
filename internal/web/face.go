package web

import (
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"dateline/internal/news"
)

// House is what the faces of one process share.
type House struct {
	Log *slog.Logger
	// Now is the clock; nil is time.Now.
	Now func() time.Time
	// Lanes bound costly work: every Lane that a route names must be here.
	Lanes map[string]*Lane
	// Sessions say who has signed in; nil where nobody can.
	Sessions *Sessions
	// Proxies are believed about scheme and host.
	Proxies Proxies
}

// Face is one side of the house: the readers' site, the newsroom, the API.
type Face struct {
	Name   string // in logs
	Routes []Route
	// Policy is the Content-Security-Policy of every answer.
	Policy string
	// Quiet logs the reading that went well at Debug only. A line costs more
	// than a page from the cache, and what people read is their own affair.
	Quiet bool
	// Trouble answers an error; nil answers with Plain. It gets each error
	// once, and need not log.
	Trouble func(w http.ResponseWriter, r *http.Request, err error)
}

// face is a mounted Face.
type face struct {
	Face
	house   House
	mux     *http.ServeMux
	origin  *http.CrossOriginProtection
	headers http.Header
}

// Mount builds the handler of a face. The error names the route that is at
// fault: a method or handler that is missing, a lane that nobody made, a
// route for staff in a house without sessions.
func Mount(h House, f Face) (http.Handler, error) {
	if h.Now == nil {
		h.Now = time.Now //nolint:forbidigo // the clock of whoever brings none
	}
	m := &face{Face: f, house: h, mux: http.NewServeMux(), origin: http.NewCrossOriginProtection(), headers: fixedHeaders(f.Policy)}
	if m.Trouble == nil {
		m.Trouble = plainTrouble
	}
	for _, route := range f.Routes {
		if err := m.check(route); err != nil {
			return nil, fmt.Errorf("%s: route %s %s: %w", f.Name, route.Method, route.Pattern, err)
		}
		m.mux.HandleFunc(route.Method+" "+route.Pattern, m.run(route))
	}
	return m, nil
}

func (m *face) check(route Route) error {
	switch {
	case route.Method == "" || route.Pattern == "" || route.Handler == nil:
		return news.Errorf(news.Internal, "", "method, pattern and handler are needed")
	case route.Lane != "" && m.house.Lanes[route.Lane] == nil:
		return news.Errorf(news.Internal, "", "there is no lane %q", route.Lane)
	case !route.Who.Public && m.house.Sessions == nil:
		return news.Errorf(news.Internal, "", "nobody can sign in here")
	}
	return nil
}

// ServeHTTP is the way of every request: it gets an id and what the trusted
// proxies say of it, the fixed headers are set, and one line is logged.
func (m *face) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	begun := m.house.Now()
	a := &answer{ResponseWriter: w}
	r = m.house.Proxies.arrive(r)
	m.dress(a.Header(), r)
	defer m.note(a, r, begun)
	defer m.recover(a, r)
	if err := m.pass(a, r); err != nil {
		m.trouble(a, r, err)
	}
}

// pass hands the request to its route, unless it comes from another site or
// leads nowhere.
func (m *face) pass(a *answer, r *http.Request) error {
	if err := m.origin.Check(r); err != nil {
		return news.Errorf(news.Forbidden, "", "This request came from another site and was refused. Open the page here and send it again.")
	}
	a.astray = true
	m.mux.ServeHTTP(a, r)
	if a.astray {
		return m.astray(a)
	}
	return nil
}

// run makes a route's handler: the guard, the lane, the limit of the body.
func (m *face) run(route Route) http.HandlerFunc {
	limit := route.MaxBody
	if limit == 0 {
		limit = DefaultMaxBody
	}
	return func(w http.ResponseWriter, r *http.Request) {
		w.(*answer).astray = false
		if err := m.perform(w, r, route, limit); err != nil {
			m.trouble(w.(*answer), r, err)
		}
	}
}

func (m *face) perform(w http.ResponseWriter, r *http.Request, route Route, limit int64) error {
	r, err := m.admit(w, r, route.Who)
	if err != nil {
		return err
	}
	if route.Lane != "" {
		leave, err := m.house.Lanes[route.Lane].Enter(r.Context())
		if err != nil {
			return err
		}
		defer leave()
	}
	if r.Body != nil && r.Body != http.NoBody {
		r.Body = http.MaxBytesReader(w, r.Body, limit)
	}
	return route.Handler(w, r)
}
