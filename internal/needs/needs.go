// Package needs says what a test needs of the machine, and judges when it is
// not there: a test skips on a machine at home and fails where everything is
// promised to run.
//
// Only tests import it. It knows nothing of what is needed; the packages that
// look for a thing do.
package needs

import (
	"os"
	"path/filepath"
	"testing"
)

// TestdataVariable names the folder of test data that is too large for the
// repository.
const TestdataVariable = "DATELINE_TESTDATA"

// Missing ends a test whose need is not met, with the reason: a skip, or a
// failure in CI and wherever the test data is set up.
func Missing(t testing.TB, reason error) {
	t.Helper()
	if os.Getenv("CI") == "true" || os.Getenv(TestdataVariable) != "" {
		t.Fatal(reason)
	}
	t.Skip(reason)
}

// Testdata returns the path of a file or folder of the test data. Without the
// test data the test skips; with it, the path must be there.
func Testdata(t testing.TB, elements ...string) string {
	t.Helper()
	root := os.Getenv(TestdataVariable)
	if root == "" {
		t.Skipf("%s is not set: it leads to test data that is not in the repository", TestdataVariable)
	}
	path := filepath.Join(append([]string{root}, elements...)...)
	if _, err := os.Stat(path); err != nil {
		t.Fatal(err)
	}
	return path
}
