// Package web owns what the faces of the house share: routes and how they are
// checked, the middleware around them, how an error becomes an answer,
// sessions, and the theme's files.
//
// Start reading at route.go, then guard.go. It must not know what a page
// shows: site, newsroom and api are built on it and never on each other.
package web
