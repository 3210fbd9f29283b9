// Package demo owns the demo newsroom, The Vienna Courier: its content, and
// how it is brought into an empty publication through the same acts as any
// other newsroom's.
//
// Start reading at open.go. The content is in content/, whose README says what
// each file holds. The package must not write to the store except by acts.
package demo
