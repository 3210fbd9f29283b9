// Package theme loads a theme, checks it against the page structs and renders
// pages with it.
//
// A theme is a folder: theme.json, one template for each kind of page, parts,
// words, styles, scripts and fonts. An owner's folder is laid over the
// embedded default file by file, so that a theme of one file is a theme.
// Start reading at theme.go, then render.go and check.go.
//
// The package must not know of stores, services or HTTP: it hands out bytes,
// types and entity tags, and web serves them.
package theme
