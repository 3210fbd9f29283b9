// Package storetest is the conformance suite of package store: what every
// method answers, bears and refuses, the same on SQLite and PostgreSQL. It
// also hands databases to the tests of other packages: Both runs a test on a
// fresh database of each engine.
//
// Start reading at Run; the cases are in one file for each noun. Only tests
// import the package. It knows no rules of the newsroom: those are tested where
// they live.
package storetest
