package main

import "slices"

// raceRun is a package whose point is concurrency, and the tests of it that
// are run a second time under the race detector (which makes them about ten
// times slower, so never all tests of the house).
type raceRun struct {
	pkg   string // import path
	tests string // what -run selects
}

// raceRuns are the promises of ARCHITECTURE.md that a data race would break:
// the page cache, the one writer of the database, the freshness of the site.
var raceRuns = []raceRun{
	{"dateline/internal/press", "."},
	{"dateline/internal/store", "Concurren|Race"},
	{"dateline/internal/apptest", "Concurren|Race|Fresh"},
}

// raceRunsOf returns the race runs among the packages under test.
func raceRunsOf(packages []string) []raceRun {
	var runs []raceRun
	for _, r := range raceRuns {
		if slices.Contains(packages, r.pkg) {
			runs = append(runs, r)
		}
	}
	return runs
}

func (r raceRun) args() []string { return []string{"-race", "-run", r.tests, r.pkg} }
