// Package newsroom owns the newsroom's screens under /newsroom/: signing in,
// the desk, the story with its acts and its past, curated lists, what the
// publication is set up with, the ledger and the accounts. All is HTML from
// the server that works without scripts and by keyboard.
//
// Start reading at routes.go, which lists every screen with who may use it.
// Each screen has a file here and a template of the same name; frame.go is
// what stands around all of them, look.go the templates, words and style.
//
// It must not know rules: what may be done, and what is wrong with it, is the
// desk's to say. It must not know SQL or the readers' pages.
package newsroom
