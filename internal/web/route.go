package web

import (
	"net/http"

	"dateline/internal/news"
)

// Handler answers a request or returns why it could not. An error that is
// returned before anything was written becomes an answer in one place, the
// face's Trouble.
type Handler func(w http.ResponseWriter, r *http.Request) error

// Who says who may use a route. Every route must say so.
type Who struct {
	// Public routes are open to everybody.
	Public bool
	// Act, on a route that is not public, is what the person who signed in
	// must be allowed to do; "" asks for a sign-in only.
	Act news.Act
}

// Everybody may use the route.
var Everybody = Who{Public: true}

// Staff may use the route: whoever has signed in.
var Staff = Who{}

// Allowed may use the route: whoever has signed in and may perform the act.
func Allowed(act news.Act) Who { return Who{Act: act} }

// Route is one line of a face's route table.
type Route struct {
	Method  string // GET answers HEAD too
	Pattern string // of net/http's ServeMux, without the method
	Who     Who
	Handler Handler
	// Lane bounds how many requests of the route run at once, "" for none:
	// sign-ins, uploads and other costly work each have their own.
	Lane string
	// MaxBody bounds the body in bytes; 0 is DefaultMaxBody.
	MaxBody int64
}

// DefaultMaxBody is how many bytes a request may bring where its route does
// not say otherwise: more than any form of the house, less than a flood.
const DefaultMaxBody = 64 << 10
