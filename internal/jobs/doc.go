// Package jobs owns what goes on behind the requests: following the ledger
// from a position, and work that is due at a time.
//
// Start reading at follow.go. It must not know what a follower does with the
// rows: whoever wires the house hands that over as a function.
package jobs
