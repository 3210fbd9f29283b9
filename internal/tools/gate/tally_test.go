package main

import (
	"strings"
	"testing"
)

// feed gives a tally the events of a run and returns it with what it printed.
func feed(t *testing.T, strict strictness, events ...string) (*tally, *strings.Builder) {
	t.Helper()
	var out strings.Builder
	tally := newTally(&out, strict)
	if err := tally.read(strings.NewReader(strings.Join(events, "\n"))); err != nil {
		t.Fatal(err)
	}
	return tally, &out
}

const (
	passes      = `{"Action":"pass","Package":"p","Test":"TestA"}`
	complains   = `{"Action":"output","Package":"p","Test":"TestB","Output":"    b_test.go:7: ink ran out\n"}`
	fails       = `{"Action":"fail","Package":"p","Test":"TestB"}`
	wantsData   = `{"Action":"output","Package":"p","Test":"TestC","Output":"    c_test.go:9: set DATELINE_TESTDATA to read the exports\n"}`
	wantsScreen = `{"Action":"output","Package":"p","Test":"TestC","Output":"    c_test.go:9: no chromium here\n"}`
	skips       = `{"Action":"skip","Package":"p","Test":"TestC"}`
	closes      = `{"Action":"output","Package":"p","Output":"ok  \tp\t0.1s\n"}`
	ends        = `{"Action":"pass","Package":"p","Elapsed":1.5}`
	noTests     = `{"Action":"skip","Package":"q","Elapsed":0}`
	breaks      = `{"Action":"fail","Package":"p","Elapsed":1.5}`
	compiler    = `{"Action":"build-output","ImportPath":"p [p.test]","Output":"a.go:3: undefined: ink\n"}`
	unbuilt     = `{"Action":"fail","Package":"p","Elapsed":0,"FailedBuild":"p [p.test]"}`
	panics      = `{"Action":"output","Package":"p","Output":"panic: no paper\n"}`
)

func TestVerdict(t *testing.T) {
	tests := []struct {
		name   string
		strict strictness
		events []string
		open   bool   // the change may be merged
		prints string // among what is printed
	}{
		{"all pass", everyNoSkip, []string{passes, closes, ends, noTests}, true, "ok  \tp\t0.1s\n1 passed, 0 failed\n"},
		{"one fails", lenient, []string{passes, complains, fails, breaks}, false, "FAILED p TestB\n    b_test.go:7: ink ran out\n"},
		{"counts both", lenient, []string{passes, complains, fails, breaks}, false, "\n1 passed, 1 failed\n"},
		{"a skip at home", lenient, []string{passes, wantsScreen, skips, ends}, true, "skipped p TestC: no chromium here\n"},
		{"a skip with the test data", everyNoSkip, []string{passes, wantsData, skips, ends}, false, "REFUSED p TestC: skipped"},
		{"a skip in CI", exceptData, []string{passes, wantsScreen, skips, ends}, false, "REFUSED p TestC: skipped"},
		{"a skip for data in CI without it", exceptData, []string{passes, wantsData, skips, ends}, true, "skipped p TestC: set DATELINE_TESTDATA"},
		{"a package that does not build", lenient, []string{passes, compiler, unbuilt}, false, "a.go:3: undefined: ink\n"},
		{"a panic outside of a test", lenient, []string{passes, panics, breaks}, false, "panic: no paper\n"},
		{"output that is no event", lenient, []string{passes, "signal: killed", ends}, true, "signal: killed\n"},
		{"nothing ran", lenient, []string{noTests}, false, "0 passed, 0 failed\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tally, out := feed(t, tt.strict, tt.events...)
			err := tally.verdict(false)
			if (err == nil) != tt.open {
				t.Errorf("verdict: %v, want open: %v", err, tt.open)
			}
			if !strings.Contains(out.String(), tt.prints) {
				t.Errorf("printed:\n%s\nwant among it:\n%s", out, tt.prints)
			}
			if !strings.HasSuffix(out.String(), " failed\n") {
				t.Errorf("the last line is not the counts:\n%s", out)
			}
		})
	}
}

func TestVerdictTrustsGoTest(t *testing.T) {
	tally, _ := feed(t, lenient, passes, ends)
	if tally.verdict(true) == nil {
		t.Error("go test failed, and the gate is open")
	}
}

func TestTiming(t *testing.T) {
	tally, _ := feed(t, lenient, passes, ends, noTests)
	if got, want := tally.timing(), "     1.50 s  p\n     0.00 s  q\n"; got != want {
		t.Errorf("timing:\n%s\nwant:\n%s", got, want)
	}
}

func TestStrictness(t *testing.T) {
	tests := []struct {
		name string
		env  map[string]string
		want strictness
	}{
		{"at home", nil, lenient},
		{"in CI", map[string]string{"CI": "true"}, exceptData},
		{"with the test data", map[string]string{"DATELINE_TESTDATA": "/data"}, everyNoSkip},
		{"in CI with the test data", map[string]string{"CI": "true", "DATELINE_TESTDATA": "/data"}, everyNoSkip},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := strictnessOf(func(name string) string { return tt.env[name] }); got != tt.want {
				t.Errorf("strictness %d, want %d", got, tt.want)
			}
		})
	}
}

func TestRaceRuns(t *testing.T) {
	if got := raceRunsOf([]string{"dateline/internal/desk", "dateline/internal/press"}); len(got) != 1 || got[0].pkg != "dateline/internal/press" {
		t.Errorf("race runs: %v, want those of press alone", got)
	}
}
