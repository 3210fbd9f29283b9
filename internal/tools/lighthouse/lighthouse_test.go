package lighthouse

import (
	"slices"
	"testing"
)

func TestRead(t *testing.T) {
	scores, lost, err := read([]byte(`{"categories": {
		"performance": {"score": 0.985, "auditRefs": [{"id": "lcp", "weight": 25}, {"id": "note", "weight": 0}]},
		"accessibility": {"score": 1}, "best-practices": {"score": 0.96}, "seo": {"score": 0.5}},
		"audits": {"lcp": {"title": "Largest paint", "displayValue": "3 s", "score": 0.4}, "note": {"title": "A remark", "score": 0}}}`))
	if err != nil {
		t.Fatal(err)
	}
	if want := (Scores{99, 100, 96, 50}); scores != want {
		t.Errorf("scores %v, want %v", scores, want)
	}
	if want := []string{"performance: Largest paint 3 s"}; !slices.Equal(lost, want) {
		t.Errorf("lost %q, want %q", lost, want)
	}
	if got := scores.Least(); got != 50 {
		t.Errorf("least %d, want 50", got)
	}
}

func TestReadRefuses(t *testing.T) {
	for _, out := range []string{
		``, `{}`, `{"runtimeError": {"message": "the page did not load"}}`,
		`{"categories": {"performance": {"score": null}}}`,
	} {
		if scores, _, err := read([]byte(out)); err == nil {
			t.Errorf("%q was read as %v", out, scores)
		}
	}
}

func TestMedian(t *testing.T) {
	got := median([]Scores{{90, 100, 100, 100}, {99, 100, 50, 100}, {95, 100, 100, 92}})
	if want := (Scores{95, 100, 100, 100}); got != want {
		t.Errorf("median %v, want %v", got, want)
	}
}
