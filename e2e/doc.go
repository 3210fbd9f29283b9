// Package e2e looks at the demo newsroom as readers do: in a browser, under
// the real security policy, in both directions of writing. Its files are tests
// only.
//
// Start reading at demo_test.go, which opens the newsroom once for all tests,
// then reading_test.go. What a browser can be asked is in e2e/browser. The
// package must not know how a page is made.
package e2e
