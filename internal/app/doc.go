// Package app owns the wiring: it builds the house from the bottom up, starts
// it and stops it. It is where one can see what is connected to what.
//
// Start reading at app.go (build), then serve.go (start and stop). The
// commands have a file each. Nothing may import it but the command line and
// tests.
package app
