// Package library owns pictures: their originals, the renditions that readers
// get, and what the files themselves say of creator, credit and rights.
//
// Start reading at add.go, the way of one picture from an upload to the
// ledger. Whatever reads a stranger's file (decoding, orientation, metadata)
// runs in a child process with little memory and time: workshop.go is this
// side of it, bench.go the other. Blobs (blobs.go, folder.go) keeps the bytes;
// serve.go answers readers, sweep.go removes what nothing names.
//
// An original is never served. A rendition carries only what label.go writes:
// never a place, a device, a serial number or a thumbnail.
//
// It must not know of HTTP, templates, caches or who follows the ledger.
package library
