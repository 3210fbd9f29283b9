// Package site owns the readers' routes: it finds the page for an address,
// keeps it in the press, and answers from there.
//
// Start reading at routes.go, the whole table, then serve.go. It must not
// know of signed-in people, drafts or SQL: what it shows comes from makeup,
// which asks for what is public only.
package site
