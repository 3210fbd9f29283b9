// Package web owns what the faces of the house share: routes and how they are
// checked, the middleware around them, how an error becomes an answer,
// sessions, and the theme's files.
//
// Start reading at route.go, then face.go: Mount builds a face's handler, and
// its serve is the way of every request. guard.go decides who may pass,
// lane.go how many at once, fault.go what an error says to people.
//
// It must not know what a page shows: site, newsroom and api are built on it
// and never on each other.
package web
