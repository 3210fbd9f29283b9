package main

import "strings"

// testdataVariable names the folder of test data that is too large for the
// repository. Tests that skip for want of it say its name.
const testdataVariable = "DATELINE_TESTDATA"

// strictness says which skips are failures.
type strictness int

const (
	lenient     strictness = iota // a machine at home: skips are listed
	exceptData                    // CI without the test data: only tests that name it may skip
	everyNoSkip                   // the test data is there: nothing may skip
)

// strictnessOf reads the environment.
func strictnessOf(getenv func(string) string) strictness {
	switch {
	case getenv(testdataVariable) != "":
		return everyNoSkip
	case getenv("CI") == "true":
		return exceptData
	default:
		return lenient
	}
}

// allows reports whether a test that printed output may skip.
func (s strictness) allows(output string) bool {
	switch s {
	case lenient:
		return true
	case exceptData:
		return strings.Contains(output, testdataVariable)
	default:
		return false
	}
}
