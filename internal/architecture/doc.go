// Package architecture holds the house to its own plan: which package may
// import which (imports.go), how long a function and a file may be and what
// must be documented (sizes.go), and which names are taken for bad ones
// (names.go).
//
// Start reading at the table in table.go: it is the table of ARCHITECTURE.md,
// and the two change together. The package only measures; its tests are the
// gate.
package architecture
