package page_test

import (
	"fmt"
	"testing"

	"dateline/internal/page"
)

func notes(n int) []page.Note { return make([]page.Note, n) }

func TestSpanEndsBeforeTheNextNote(t *testing.T) {
	text := page.Text{
		{Notes: notes(1)}, {}, {Notes: notes(2)}, {Notes: notes(1)}, {}, {}, {}, {}, {Notes: notes(1)}, {Width: page.Half}, {Notes: notes(1)},
	}
	for i, want := range map[int]int{0: 2, 2: 1, 3: page.MaxNoteSpan, 8: 1, 10: 1} {
		if got := text.Span(i); got != want {
			t.Errorf("note of block %d spans %d rows, want %d", i, got, want)
		}
	}
}

func TestNotesNeverCollide(t *testing.T) {
	text := make(page.Text, 40)
	for i := range text {
		if i%5 == 0 || i%7 == 0 {
			text[i].Notes = notes(1)
		}
		if i%11 == 0 {
			text[i].Width = page.Wide
		}
	}
	free := 0
	for i := range text {
		if len(text[i].Notes) == 0 {
			continue
		}
		if i < free {
			t.Errorf("the note of block %d stands in rows of the one before", i)
		}
		free = i + text.Span(i)
	}
}

func TestCreditsEndBeforeAWideBlock(t *testing.T) {
	long := make(page.Text, 30)
	wide := make(page.Text, 30)
	wide[4].Width = page.Wide
	half := make(page.Text, 3)
	half[1].Width = page.Half
	for i, c := range []struct {
		text page.Text
		want int
	}{{nil, 0}, {half, 3}, {long, page.MaxClear}, {wide, 4}} {
		if got := c.text.Clear(); got != c.want {
			t.Errorf("text %d: %d rows beside the credits, want %d", i, got, c.want)
		}
	}
}

func TestFocusStaysInThePicture(t *testing.T) {
	for want, p := range map[string]page.Picture{
		"fx-0 fy-0":   {FocusX: -3},
		"fx-20 fy-7":  {FocusX: 99, FocusY: 7},
		"fx-10 fy-10": {FocusX: 10, FocusY: 10},
	} {
		if got := p.Focus(); got != want {
			t.Errorf("focal point %d,%d: %q, want %q", p.FocusX, p.FocusY, got, want)
		}
	}
}

func TestEveryKindHasItsOwnPage(t *testing.T) {
	seen := map[page.Kind]bool{}
	for _, p := range page.All() {
		if p.Kind() == "" || seen[p.Kind()] {
			t.Errorf("%T: kind %q is empty or taken", p, p.Kind())
		}
		seen[p.Kind()] = true
		if p.Frame() == nil {
			t.Errorf("%T has no frame", p)
		}
	}
}

func TestCorrectionsStandWhereTheyBelong(t *testing.T) {
	s := page.Story{Corrections: []page.Correction{{Text: "a"}, {Text: "b", Above: true}, {Text: "c"}}}
	if got := fmt.Sprint(len(s.Above()), " ", len(s.Below()), " ", s.Above()[0].Text); got != "1 2 b" {
		t.Error(got)
	}
}

func TestUnknownStatusSpeaksAsAFault(t *testing.T) {
	for status, want := range map[int]string{404: "404", 410: "410", 451: "451", 503: "503", 500: "500", 418: "500"} {
		if got := (&page.Error{Status: status}).Word(); got != want {
			t.Errorf("status %d speaks as %s, want %s", status, got, want)
		}
	}
}

// A story's marginal notes share the margin with the blocks after them.
func ExampleText_Span() {
	text := page.Text{
		{HTML: "<p>Gentz keeps the protocols.</p>", Notes: []page.Note{{Name: "Friedrich von Gentz"}}},
		{HTML: "<p>Seven powers signed.</p>"},
		{HTML: "<p>Saxony kept its king.</p>", Notes: []page.Note{{Name: "Saxony"}}},
	}
	fmt.Println(text.Span(0), text.Span(2))
	// Output: 2 1
}
