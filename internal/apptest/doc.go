// Package apptest builds the whole application on a temporary database, with
// a clock that the test owns, and asks it as readers do: over HTTP, never
// signed in. What stands on the pages comes there by editorial acts alone.
//
// Start reading at house.go (Open), then newsroom.go, which fills a house
// quickly. The tests are the promises of the whole: canary_test.go (nothing
// that is not public is seen anywhere), fresh_test.go (no reader sees what an
// answered act has replaced), scenario_test.go with testdata/*.txtar (what
// readers see of each act). The package must not know how a page is made, and
// only tests may import it.
package apptest
