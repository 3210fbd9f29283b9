//go:build !linux

package library

// limitProcess has nothing to add where a process cannot bound its own address
// space: the collector's limit, the bounds on what a header may claim, and the
// parent's clock hold here as everywhere.
func limitProcess() error { return nil }
